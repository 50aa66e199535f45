//! Columns of small numbers.

/// A number for each row, in the smallest type that holds them all.
#[derive(Clone, Copy, Debug)]
pub enum Numbers {
    /// Below 2^8.
    U8(&'static [u8]),
    /// Below 2^16.
    U16(&'static [u16]),
    /// Any others.
    U32(&'static [u32]),
}

impl Numbers {
    /// The number of a row.
    #[inline]
    #[must_use]
    pub const fn get(self, row: usize) -> usize {
        // A row always has a number; this spares the compiled program a panic.
        match self {
            Self::U8(numbers) if row < numbers.len() => numbers[row] as usize,
            Self::U16(numbers) if row < numbers.len() => numbers[row] as usize,
            Self::U32(numbers) if row < numbers.len() => numbers[row] as usize,
            _ => 0,
        }
    }
}
