//! Documents made of known rows and noise.

pub(crate) mod csv;
pub(crate) mod html;
pub(crate) mod items;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;
pub(crate) mod tree;
pub(crate) mod xml;

use std::ops::RangeInclusive;

/// A small generator: the same documents on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_4E5B)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    pub(crate) fn one_in(&mut self, cases: usize) -> bool {
        self.below(cases) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }
}

/// A row that a document has.
pub(crate) struct Expected {
    pub(crate) lines: RangeInclusive<usize>,
    /// A word that no other row has.
    pub(crate) marker: String,
}

#[derive(Default)]
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) rows: Vec<Expected>,
    /// Whether the tables begin with a row.
    pub(crate) has_no_headings: bool,
    /// The number of rows so far, so that each has its own code and marker.
    count: usize,
}

/// A document, of which the first row of each table is in place of its headings.
pub(crate) fn without_headings(random: &mut Random) -> Document {
    let mut document = Document { has_no_headings: true, ..Document::default() };
    match random.below(3) {
        0 => {
            document.row(|code, marker| format!("| {code} | {marker} |"));
            document.noise("| --- | --- |");
            for _ in 0..random.below(4) {
                document.row(|code, marker| format!("| {code} | {marker} |"));
            }
        }
        1 => {
            document.noise("<table>");
            for _ in 0..=random.below(4) {
                document.row(|code, marker| format!("<tr><td>{code}<td>{marker}</tr>"));
            }
            document.noise("</table>");
        }
        _ => {
            document.row(|code, marker| format!("{code} | {marker}"));
            document.noise(random.pick(&["-- | --", ":- -: | --"]));
            document.row(|code, marker| format!("{code} | {marker}"));
        }
    }
    document
}

impl Document {
    fn line(&self) -> usize {
        self.text.matches('\n').count() + 1
    }

    /// Adds lines that are not rows.
    pub(crate) fn noise(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds a row, made of its code and its marker.
    pub(crate) fn row(&mut self, make: impl Fn(&str, &str) -> String) {
        self.count += 1;
        let marker = format!("w{}x", self.count);
        let first = self.line();
        let text = make(&(1000 + self.count).to_string(), &marker);
        let last = first + text.matches('\n').count();
        self.noise(&text);
        self.rows.push(Expected { lines: first..=last, marker });
    }
}

/// What can be written instead of a code.
pub(crate) const ODD_CODES: [&str; 10] = [
    "1003-1009",
    "4xx",
    "10O3",
    "1 001",
    "1005 [^1]",
    "~~1002~~",
    "400 Bad Request",
    "E_FAIL (0x80004005)",
    "0x3e9",
    "",
];
