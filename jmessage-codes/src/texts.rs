//! Columns of texts: all texts of a column are one text, and a number says where each of
//! them starts.

use crate::numbers::Numbers;

/// A text for each row.
///
/// It refers to statics and has no copy of them, since rustc copies a constant into each
/// unit of code that uses it.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    text: &'static &'static str,
    /// Where each text starts in its block; the last number is where the last text ends.
    starts: &'static [u16],
    /// Where each block starts; empty if there is only one.
    blocks: &'static [u32],
    /// The number of texts in a block, as a power of two.
    block_bits: u32,
    /// For each row the number of its text, if texts repeat.
    numbers: Option<Numbers>,
}

impl Texts {
    /// One block of different texts.
    #[must_use]
    pub const fn new(text: &'static &'static str, starts: &'static [u16]) -> Self {
        Self { text, starts, blocks: &[], block_bits: 0, numbers: None }
    }

    /// The same in several blocks, for a text that is too long for 16 bits.
    #[must_use]
    pub const fn in_blocks(self, blocks: &'static [u32], block_bits: u32) -> Self {
        Self { blocks, block_bits, ..self }
    }

    /// The same with fewer texts than rows.
    #[must_use]
    pub const fn numbered(self, numbers: Numbers) -> Self {
        Self { numbers: Some(numbers), ..self }
    }

    /// The text of a row.
    #[inline]
    #[must_use]
    pub const fn get(self, row: usize) -> &'static str {
        let number = match self.numbers {
            Some(numbers) => numbers.get(row),
            None => row,
        };
        let (start, end) = (self.start(number), self.start(number + 1));
        if let Some((front, _)) = self.text.split_at_checked(end) {
            if let Some((_, text)) = front.split_at_checked(start) {
                return text;
            }
        }
        ""
    }

    #[inline]
    const fn start(self, number: usize) -> usize {
        let start = if number < self.starts.len() { self.starts[number] as usize } else { 0 };
        let block = number >> self.block_bits;
        if block < self.blocks.len() { self.blocks[block] as usize + start } else { start }
    }
}

/// The descriptions. One that is the message is not stored.
#[derive(Clone, Copy, Debug)]
pub enum Descriptions {
    /// Every row has a description of its own.
    Own(Texts),
    /// Some rows have one; the facts of the others say that it is the message.
    Some(Texts),
    /// Every description is the message.
    Messages,
}
