//! Splits a text into records.

use crate::read::grid::MOST_CELLS;

/// One record: a row or the headings. If there are too many cells, only one of the surplus cells
/// is kept.
pub(super) struct CsvRow<'a> {
    /// The offset of its first byte.
    pub(super) start: usize,
    /// Its text, without the line's end.
    pub(super) source: &'a str,
    pub(super) cells: Vec<String>,
    pub(super) has_stray_quote: bool,
}

/// How many bytes may be read as a quoted cell that turns out not to be one, as a multiple of the
/// length of the text. Without a limit, quotes that each close far away would take quadratic time.
const WASTE: usize = 8;

/// The records of a text, in order. Blank lines are not records.
pub(super) struct Records<'a> {
    text: &'a str,
    offset: usize,
    delimiter: char,
    /// The offset from which no quote closes a cell, once that is known. Without it,
    /// many open quotes would each be searched to the end of the text.
    no_closing: usize,
    /// How many bytes were read as a quoted cell that was not one.
    wasted: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, offset: usize, delimiter: char) -> Self {
        Self { text, offset, delimiter, no_closing: text.len(), wasted: 0 }
    }

    /// The first line of a record, with its quotes as text. The next record is on the
    /// next line.
    pub(super) fn first_line(&mut self, record: &CsvRow<'a>) -> CsvRow<'a> {
        self.wasted += record.source.len();
        let (cells, end) = self.unquoted(record.start);
        self.offset = end;
        let source = self.text.get(record.start..end).unwrap_or_default();
        CsvRow { start: record.start, source, cells, has_stray_quote: true }
    }

    fn rest(&self, offset: usize) -> &'a str {
        self.text.get(offset..).unwrap_or_default()
    }

    /// The cells of the record at an offset and the offset after it; `None` if a
    /// quote is stray.
    fn quoted(&mut self, start: usize) -> Option<(Vec<String>, usize)> {
        let mut cells = Vec::new();
        let mut offset = start;
        loop {
            let rest = self.rest(offset);
            let trimmed = self.without_blanks(rest);
            // Programs write ="007" so that a spreadsheet keeps the zeros.
            let text = trimmed.strip_prefix('=').filter(|text| text.starts_with('"'));
            let trimmed = text.unwrap_or(trimmed);
            let end = if trimmed.starts_with('"') {
                let inner = offset + (rest.len() - trimmed.len()) + 1;
                let (cell, end) = self.quoted_cell(inner)?;
                cells.push(cell);
                end
            } else {
                let delimiter = self.delimiter;
                let ends = |c: char| c == delimiter || matches!(c, '\r' | '\n');
                let length = rest.find(ends).unwrap_or(rest.len());
                cells.push(rest.get(..length).unwrap_or_default().to_owned());
                offset + length
            };
            if !self.rest(end).starts_with(self.delimiter) || cells.len() > MOST_CELLS {
                return Some((cells, end));
            }
            offset = end + self.delimiter.len_utf8();
        }
    }

    /// The text after blanks that are not delimiters.
    fn without_blanks(&self, text: &'a str) -> &'a str {
        text.trim_start_matches(|c| matches!(c, ' ' | '\t') && c != self.delimiter)
    }

    /// The text of a quoted cell that begins at an offset, and the offset after the
    /// closing quote and blanks.
    fn quoted_cell(&mut self, start: usize) -> Option<(String, usize)> {
        if start >= self.no_closing {
            return None;
        }
        let text = self.text.get(..self.reach(start)).unwrap_or_default();
        let mut cell = String::new();
        let mut offset = start;
        loop {
            let rest = text.get(offset..).unwrap_or_default();
            let Some(length) = rest.find('"') else {
                if text.len() == self.text.len() {
                    self.no_closing = self.no_closing.min(start);
                }
                return None;
            };
            cell.push_str(rest.get(..length).unwrap_or_default());
            let after = rest.get(length + 1..).unwrap_or_default();
            if after.starts_with('"') {
                cell.push('"');
                offset += length + 2;
                continue;
            }
            let end = self.without_blanks(after);
            if end.is_empty() || end.starts_with([self.delimiter, '\r', '\n']) {
                return Some((cell, text.len() - end.len()));
            }
            self.wasted += offset + length - start;
            return None;
        }
    }

    /// How far a quoted cell that begins at an offset can reach: once too much was read for
    /// nothing, not past the end of its line.
    fn reach(&self, start: usize) -> usize {
        if self.wasted <= WASTE * self.text.len() {
            return self.text.len();
        }
        self.rest(start).find(['\r', '\n']).map_or(self.text.len(), |length| start + length)
    }

    /// The cells of one line in which quotes are text, and the offset of its end.
    fn unquoted(&self, start: usize) -> (Vec<String>, usize) {
        let rest = self.rest(start);
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        (
            line.split(self.delimiter).take(MOST_CELLS + 1).map(str::to_owned).collect(),
            start + line.len(),
        )
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = CsvRow<'a>;

    fn next(&mut self) -> Option<CsvRow<'a>> {
        loop {
            let rest = self.rest(self.offset);
            let line = rest.split_inclusive(['\r', '\n']).next()?;
            if !line.trim().is_empty() {
                break;
            }
            self.offset += line.len();
        }
        let start = self.offset;
        let quoted = self.quoted(start);
        let has_stray_quote = quoted.is_none();
        let (cells, end) = quoted.unwrap_or_else(|| self.unquoted(start));
        self.offset = end;
        let source = self.text.get(start..end).unwrap_or_default();
        Some(CsvRow { start, source, cells, has_stray_quote })
    }
}
