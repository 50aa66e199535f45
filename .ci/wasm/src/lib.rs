//! What the programs export.

/// Exports the number, the kind and the texts of a code, each by the number.
#[macro_export]
macro_rules! export {
    ($code:ty: $($text:ident)*) => {
        #[unsafe(no_mangle)]
        pub extern "C" fn code(number: u32) -> u32 {
            <$code>::from(number).code()
        }

        #[unsafe(no_mangle)]
        pub extern "C" fn kind(number: u32) -> u32 {
            <$code>::from(number).kind() as u32
        }

        $(
            #[unsafe(no_mangle)]
            pub extern "C" fn $text(number: u32) -> u64 {
                $crate::place(<$code>::from(number).$text())
            }
        )*
    };
}

/// The address and the length of a text.
#[must_use]
pub fn place(text: &'static str) -> u64 {
    (text.as_ptr().addr() as u64) << 32 | text.len() as u64
}
