//! The bits of a code in hexadecimal.

/// `0x` and all hexadecimal digits of an integer.
#[derive(Clone, Copy)]
pub(crate) struct Hex {
    bytes: [u8; 2 + 32],
    length: usize,
}

impl Hex {
    /// `width` is the number of bytes.
    pub(crate) const fn new(bits: u128, width: usize) -> Self {
        let mut hex = Self { bytes: [b'0'; 2 + 32], length: 2 + 2 * width };
        hex.bytes[1] = b'x';
        let mut rest = bits;
        let mut index = hex.length;
        while index > 2 {
            index -= 1;
            #[allow(clippy::cast_possible_truncation, reason = "a digit fits")]
            let digit = (rest % 16) as u8;
            hex.bytes[index] = if digit < 10 { b'0' + digit } else { b'A' + digit - 10 };
            rest /= 16;
        }
        hex
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
