//! Uses every part of the facade where there is neither std nor an allocator.

#![no_std]
#![no_main]

use core::fmt::Write;
use core::panic::PanicInfo;

use jmessage_codes::{ErrorCatalog, WebCode};

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    loop {}
}

/// `core` comes compiled for unwinding, which this program does not do.
#[unsafe(no_mangle)]
pub extern "C" fn rust_eh_personality() {}

/// Counts what is written to it.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

/// An error with data.
#[derive(ErrorCatalog)]
#[catalog(code_enum = Code)]
enum Error {
    #[code(1, "wrong number of arguments")]
    Count(i32),
}

/// What the C library's startup code calls.
#[unsafe(no_mangle)]
pub extern "C" fn main(count: i32, _arguments: *const *const u8) -> i32 {
    let code = WebCode::from(count.unsigned_abs());
    let mut length = Length(0);
    for entry in WebCode::ENTRIES {
        let _ = write!(length, "{entry} {entry:?}");
    }
    for variant in WebCode::from_message("group never set") {
        let _ = write!(length, "{variant} {variant:?}");
    }
    let parsed: Result<WebCode, _> = code.message().parse();
    if let Err(error) = parsed {
        let _ = write!(length, "{error} {error:?}");
    }
    if let WebCode::Other(unlisted) = code {
        let _ = write!(length, "{unlisted} {unlisted:?}");
    }
    let error = Error::Count(count);
    let _ = write!(length, "{} {:?}", error.message(), error.error_code());
    let Error::Count(count) = error;
    let _ = write!(length, "{count}");
    i32::from(length.0 == 0 || code.into_result().is_ok())
}
