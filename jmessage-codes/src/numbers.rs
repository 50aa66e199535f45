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

#[cfg(test)]
mod tests {
    use super::Numbers;

    /// rustc takes too long for a table that needs the widest, so no table tests it.
    #[test]
    fn numbers_of_each_width() {
        for numbers in [Numbers::U8(&[7, 8]), Numbers::U16(&[7, 8]), Numbers::U32(&[7, 8])] {
            assert_eq!([numbers.get(0), numbers.get(1)], [7, 8]);
        }
    }
}
