//! The texts of a column as one text.

use std::collections::HashMap;

/// All texts of a column, one after the other, and where each of them is.
pub(crate) struct Packed {
    pub(crate) text: String,
    /// Where each text starts, and where the last one ends.
    starts: Vec<usize>,
    /// For each row the number of its text, if each text that repeats is stored once.
    pub(crate) numbers: Option<Vec<usize>>,
}

impl Packed {
    pub(crate) fn new(texts: &[&str]) -> Self {
        let (different, numbers) = number(texts);
        let repeated = Self::of_different(texts, None);
        if different.len() == texts.len() {
            return repeated;
        }
        let once = Self::of_different(&different, Some(numbers));
        if once.size() < repeated.size() { once } else { repeated }
    }

    fn of_different(texts: &[&str], numbers: Option<Vec<usize>>) -> Self {
        let mut starts = Vec::with_capacity(texts.len() + 1);
        starts.push(0);
        let mut end = 0;
        for text in texts {
            end += text.len();
            starts.push(end);
        }
        Self { text: texts.concat(), starts, numbers }
    }

    /// How many bytes the column takes in a program.
    fn size(&self) -> usize {
        let numbers = self
            .numbers
            .as_ref()
            .map_or(0, |numbers| numbers.len() * if self.starts.len() <= 1 << 8 { 1 } else { 2 });
        self.text.len() + 2 * self.starts.len() + numbers
    }

    /// Where the text of a row starts, and how long it is.
    pub(crate) fn place(&self, row: usize) -> (usize, usize) {
        let number = self.numbers.as_ref().map_or(row, |numbers| numbers[row]);
        let (start, end) = (self.starts[number], self.starts[number + 1]);
        (start, end - start)
    }

    /// The places in blocks of `1 << bits` texts: where each block starts, and where each
    /// text starts in its block, which 16 bits hold.
    pub(crate) fn blocks(&self) -> Blocks {
        let fits = |bits: u32| {
            let size = 1 << bits;
            self.starts.chunks(size).all(|starts| match starts {
                [first, .., last] => last - first < 1 << 16,
                _ => true,
            })
        };
        // At most as many bits as put all texts in one block.
        let bits = (0..usize::BITS - 1).rev().find(|bits| fits(*bits)).unwrap_or(0);
        let mut blocks = Blocks { bits, firsts: Vec::new(), starts: Vec::new() };
        for starts in self.starts.chunks(1 << bits) {
            let first = starts.first().copied().unwrap_or(0);
            blocks.firsts.push(first);
            blocks.starts.extend(starts.iter().map(|start| start - first));
        }
        blocks
    }
}

/// See [`Packed::blocks`].
pub(crate) struct Blocks {
    pub(crate) bits: u32,
    pub(crate) firsts: Vec<usize>,
    pub(crate) starts: Vec<usize>,
}

/// The different texts in order of their first row, and for each row the number of its
/// text.
fn number<'a>(texts: &[&'a str]) -> (Vec<&'a str>, Vec<usize>) {
    let mut by_text = HashMap::with_capacity(texts.len());
    let mut different = Vec::new();
    let mut numbers = Vec::with_capacity(texts.len());
    for text in texts {
        let next = different.len();
        let number = *by_text.entry(*text).or_insert(next);
        if number == next {
            different.push(*text);
        }
        numbers.push(number);
    }
    (different, numbers)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::Packed;

    /// Reads a row as the facade does.
    fn read(packed: &Packed, row: usize) -> &str {
        let number = packed.numbers.as_ref().map_or(row, |numbers| numbers[row]);
        let blocks = packed.blocks();
        let start = |number: usize| {
            assert!(blocks.starts[number] < 1 << 16);
            blocks.firsts[number >> blocks.bits] + blocks.starts[number]
        };
        &packed.text[start(number)..start(number + 1)]
    }

    proptest! {
        #[test]
        fn every_row_has_its_text(
            texts in vec((".{0,3}", prop_oneof![9 => 0_usize..40, 1 => 0_usize..70_000]), 0..80)
        ) {
            let texts: Vec<String> =
                texts.into_iter().map(|(text, count)| text + &"漢".repeat(count)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let packed = Packed::new(&texts);
            for (row, text) in texts.iter().enumerate() {
                prop_assert_eq!(read(&packed, row), *text);
                let (start, length) = packed.place(row);
                prop_assert_eq!(&packed.text[start..start + length], *text);
            }
        }
    }

    #[test]
    fn texts_that_repeat_are_stored_once() {
        let packed = Packed::new(&["true", "false", "true", "true", "true", "false"]);
        assert_eq!(packed.text, "truefalse");
        assert_eq!(packed.numbers, Some(vec![0, 1, 0, 0, 0, 1]));
        // One text that repeats is not worth a number for each row.
        let packed = Packed::new(&["a", "b", "c", "c"]);
        assert_eq!((packed.text.as_str(), packed.numbers), ("abcc", None));
    }
}
