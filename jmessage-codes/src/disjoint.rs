//! Catalogs that share no code.

/// Refuses, at compile time, catalogs that share a code.
///
/// For programs in which one number may come from any of several catalogs of
/// the same code type. Takes two catalogs or more, and holds each against each
/// other, aliases included. With `; except success` a code may be shared that is
/// a success wherever it stands.
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
/// A shared code is an error that names both of its variants:
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

/// [`assert_disjoint!`] for two catalogs. All that it calls is inherent, since
/// a trait's methods cannot be `const`.
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_disjoint {
    ($first:ty, $second:ty, $except_success:literal) => {
        // As long as the tables are.
        #[allow(long_running_const_eval)]
        const _: () = {
            let entries = <$first as $crate::ErrorCatalog>::ENTRIES;
            let mut row = 0;
            while row < entries.len() {
                let entry = &entries[row];
                let mut rank = 0;
                while let ::core::option::Option::Some(code) = entry.__code(rank) {
                    if let ::core::option::Option::Some(other) = <$second>::from_code(code) {
                        if !($except_success && entry.is_success() && other.is_success()) {
                            let clash = $crate::__private::Shared(code).clash(
                                [<$first as $crate::ErrorCatalog>::NAME, entry.name()],
                                [<$second as $crate::ErrorCatalog>::NAME, other.name()],
                            );
                            ::core::panic!("{}", clash.as_str());
                        }
                    }
                    rank += 1;
                }
                row += 1;
            }
        };
    };
}

/// A code that two catalogs share; `clash` is what the compiler says of it, each
/// time by the names of a catalog and of its variant.
#[derive(Debug)]
pub struct Shared<Code>(pub Code);

impl Shared<&str> {
    /// `code 23505 is both …`.
    #[must_use]
    pub const fn clash(self, one: [&str; 2], two: [&str; 2]) -> Message {
        Message::new().text("code ").text(self.0).bearers(one, two)
    }
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        impl Shared<$integer> {
            /// `code -1 is both …`.
            #[must_use]
            #[allow(unused_comparisons, clippy::cast_possible_truncation)]
            #[allow(clippy::cast_possible_wrap, reason = "a digit fits")]
            pub const fn clash(self, one: [&str; 2], two: [&str; 2]) -> Message {
                let sign = if self.0 < 0 { "-" } else { "" };
                let mut message = Message::new().text("code ").text(sign);
                let mut power = 1;
                while self.0 / power / 10 != 0 {
                    power *= 10;
                }
                while power != 0 {
                    let digit = (self.0 / power % 10) as i8;
                    message = message.byte(b'0' + digit.unsigned_abs());
                    power /= 10;
                }
                message.bearers(one, two)
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

/// Text put together by the compiler; what does not fit is left out.
#[derive(Debug)]
pub struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
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

    const fn bearers(self, one: [&str; 2], two: [&str; 2]) -> Self {
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
