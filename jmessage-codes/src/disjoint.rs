//! Catalogs that share no code.

use crate::hex::Hex;

/// Checks at compile time that catalogs share no code.
///
/// Use it if a number in your program may belong to any of several catalogs. It
/// takes two or more catalogs with the same code type and compares each with every
/// other, including aliases. With `; except success` they may share a code that
/// means success in all of them.
///
/// ```
/// use jmessage_codes::{ErrorCatalog, assert_disjoint};
///
/// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code(0, "fine", success)]
///     Fine,
///     #[code(7, "door jammed")]
///     Jammed,
/// }
///
/// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// enum Window {
///     #[code(0, "fine", success)]
///     Fine,
///     #[code(8, "window open")]
///     Open,
/// }
///
/// assert_disjoint!(Door, Window; except success);
/// ```
///
/// A shared code is a compile error that names both variants:
///
/// ```text
/// error[E0080]: evaluation panicked: code 0 is both `Door::Fine` and `Window::Fine`
/// ```
///
/// ```compile_fail,E0080
/// # use jmessage_codes::{ErrorCatalog, assert_disjoint};
/// # #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// # enum Door {
/// #     #[code(0, "fine", success)]
/// #     Fine,
/// # }
/// # #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// # enum Window {
/// #     #[code(0, "fine", success)]
/// #     Fine,
/// # }
/// assert_disjoint!(Door, Window);
/// ```
#[macro_export]
macro_rules! assert_disjoint {
    ($first:ty, $($further:ty),+ $(,)?) => {
        $($crate::__assert_disjoint!($first, $further, false);)+
        $crate::assert_disjoint!($($further),+);
    };
    ($first:ty, $($further:ty),+; except success) => {
        $($crate::__assert_disjoint!($first, $further, true);)+
        $crate::assert_disjoint!($($further),+; except success);
    };
    ($last:ty $(; except success)?) => {};
}

/// [`assert_disjoint!`] for two catalogs. It calls only inherent methods, since a
/// trait's methods cannot be `const`.
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_disjoint {
    ($first:ty, $second:ty, $except_success:literal) => {
        // A large table takes long.
        #[allow(long_running_const_eval)]
        const _: () = {
            let entries = <$first as $crate::ErrorCatalog>::ENTRIES;
            let mut row = 0;
            while let ::core::option::Option::Some(entry) = entries.get(row) {
                let mut index = 0;
                while let ::core::option::Option::Some(code) = entry.__code(index) {
                    if let ::core::option::Option::Some(other) = <$second>::__entry_of_code(code) {
                        if !($except_success && entry.is_success() && other.is_success()) {
                            let hex = <$first as $crate::ErrorCatalog>::__HEX
                                || <$second as $crate::ErrorCatalog>::__HEX;
                            let text = $crate::__private_0_1_0::Shared(code).clash(
                                hex,
                                [<$first as $crate::ErrorCatalog>::NAME, entry.name()],
                                [<$second as $crate::ErrorCatalog>::NAME, other.name()],
                            );
                            ::core::panic!("{}", text.as_str());
                        }
                    }
                    index += 1;
                }
                row += 1;
            }
        };
    };
}

/// A code that two catalogs share. `clash` makes the compiler's error, from the
/// names of each catalog and its variant.
#[derive(Debug)]
pub struct Shared<Code>(pub Code);

impl Shared<&str> {
    /// `code 23505 is both …`.
    #[must_use]
    pub const fn clash(self, _: bool, one: [&str; 2], two: [&str; 2]) -> ConstText {
        ConstText::new().text("code ").text(self.0).both(one, two)
    }
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        impl Shared<$integer> {
            /// `code -1 is both …`, or the bits of the code in hexadecimal.
            #[must_use]
            #[allow(trivial_numeric_casts, clippy::cast_lossless, clippy::cast_sign_loss)]
            #[allow(unused_comparisons, clippy::cast_possible_truncation)]
            #[allow(clippy::cast_possible_wrap, reason = "a digit fits")]
            pub const fn clash(self, hex: bool, one: [&str; 2], two: [&str; 2]) -> ConstText {
                if hex {
                    let hex = Hex::new(self.0 as u128, size_of::<$integer>());
                    return ConstText::new().text("code ").text(hex.as_str()).both(one, two);
                }
                let sign = if self.0 < 0 { "-" } else { "" };
                let mut text = ConstText::new().text("code ").text(sign);
                let mut power = 1;
                while self.0 / power / 10 != 0 {
                    power *= 10;
                }
                while power != 0 {
                    let digit = (self.0 / power % 10) as i8;
                    text = text.byte(b'0' + digit.unsigned_abs());
                    power /= 10;
                }
                text.both(one, two)
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

/// A text that a `const fn` can build. Its end is cut off if it is too long.
#[derive(Debug)]
pub struct ConstText {
    bytes: [u8; 512],
    length: usize,
}

impl ConstText {
    const fn new() -> Self {
        Self { bytes: [0; 512], length: 0 }
    }

    const fn byte(mut self, byte: u8) -> Self {
        if self.length < self.bytes.len() {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
        self
    }

    const fn text(mut self, text: &str) -> Self {
        let mut bytes = text.as_bytes();
        while let [byte, further @ ..] = bytes {
            self = self.byte(*byte);
            bytes = further;
        }
        self
    }

    const fn both(self, one: [&str; 2], two: [&str; 2]) -> Self {
        let [first, first_name] = one;
        let [second, second_name] = two;
        let this = self.text(" is both `").text(first).text("::").text(first_name);
        this.text("` and `").text(second).text("::").text(second_name).text("`")
    }

    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the catalogs share a code",
        }
    }
}
