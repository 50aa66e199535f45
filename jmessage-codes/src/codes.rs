//! Columns of codes.

use crate::numbers::Numbers;

/// The code of each row.
#[derive(Clone, Copy, Debug)]
pub struct Codes<T: 'static> {
    codes: &'static [T],
    /// For each row the position of its code, if the codes are not by row.
    positions: Option<Numbers>,
}

impl<T: Copy> Codes<T> {
    /// No codes.
    pub const NONE: Self = Self::by_row(&[]);

    /// Codes by row.
    #[must_use]
    pub const fn by_row(codes: &'static [T]) -> Self {
        Self { codes, positions: None }
    }

    /// Codes by position.
    #[must_use]
    pub const fn by_position(codes: &'static [T], positions: Numbers) -> Self {
        Self { codes, positions: Some(positions) }
    }

    #[inline]
    pub(crate) const fn get(self, row: usize) -> T {
        // The derive writes a code for each row.
        match self.positions {
            Some(positions) => self.codes[positions.get(row)],
            None => self.codes[row],
        }
    }
}

/// The further codes of each row. Most rows have none.
#[derive(Clone, Copy, Debug)]
pub struct Aliases<T: 'static> {
    codes: &'static [T],
    /// The row of each of them, in order.
    rows: &'static [u32],
}

impl<T: Copy> Aliases<T> {
    /// No aliases.
    pub const NONE: Self = Self::new(&[], &[]);

    /// Aliases with their rows.
    #[must_use]
    pub const fn new(codes: &'static [T], rows: &'static [u32]) -> Self {
        Self { codes, rows }
    }

    pub(crate) const fn of(self, row: usize) -> &'static [T] {
        let (start, end) = (self.first_from(row), self.first_from(row + 1));
        if let Some((front, _)) = self.codes.split_at_checked(end) {
            if let Some((_, codes)) = front.split_at_checked(start) {
                return codes;
            }
        }
        &[]
    }

    /// How many aliases have a row before this one.
    const fn first_from(self, row: usize) -> usize {
        let (mut start, mut end) = (0, self.rows.len());
        while start < end {
            let middle = start + (end - start) / 2;
            if (self.rows[middle] as usize) < row {
                start = middle + 1;
            } else {
                end = middle;
            }
        }
        start
    }
}
