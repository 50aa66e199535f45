//! Logs everything of the facade that defmt can log, on a microcontroller. A real program also has
//! the board's linker script, which says where in memory it is.

#![no_std]
#![no_main]

use core::panic::PanicInfo;
use core::ptr::{read_volatile, write_volatile};

use jmessage_codes::{
    ErrorCatalog, Kind, MaybeListed, ParseCodeError, TryFromCodeError, Unlisted, WebCode,
};

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    loop {}
}

/// A register that takes the bytes of the log.
const LOG: *mut u8 = 0x4000_0000 as *mut u8;

#[defmt::global_logger]
struct Logger;

unsafe impl defmt::Logger for Logger {
    fn acquire() {}

    unsafe fn flush() {}

    unsafe fn release() {}

    unsafe fn write(bytes: &[u8]) {
        for byte in bytes {
            unsafe { write_volatile(LOG, *byte) };
        }
    }
}

defmt::timestamp!("{=u32}", 0);

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog, defmt::Format)]
#[catalog(code = i32, hex)]
enum Driver {
    #[code(0x8000_4005, "no driver")]
    NoDriver,
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog, defmt::Format)]
enum State {
    #[code("23505", "unique violation")]
    Unique,
}

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(defmt::Format)] AppCode))]
enum AppError {
    #[code(1001, "read failed")]
    Read(()),
}

#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    let number = unsafe { read_volatile(LOG) };
    let code = Driver::from(i32::from(number));
    let kind: Kind = WebCode::from(u32::from(number)).kind();
    defmt::info!("{} {} {=i32}", code, kind, code.code());
    if let WebCode::Other(unlisted) = WebCode::from(u32::from(number)) {
        defmt::warn!("{}", unlisted);
    }
    let parsed: Result<AppCode, ParseCodeError<AppCode>> = kind.name().parse();
    let found: Result<State, TryFromCodeError<State>> = kind.name().try_into();
    let kept: MaybeListed<State, &str> = MaybeListed::new(kind.name());
    defmt::error!("{} {} {}", parsed, found, kept);
    defmt::error!("{}", AppError::Read(()).error_code());
    loop {}
}
