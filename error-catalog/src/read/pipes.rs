//! The rows of pipe tables, as GitHub reads them.

use super::grid::MOST_CELLS;

/// The cells of a row, with each `\|` as `|`. A bar in a code span separates cells too. If there
/// are too many cells, only one of the surplus cells is kept.
pub(super) fn cells(row: &str) -> Vec<String> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut escaped = false;
    for character in row.chars() {
        if cells.len() > MOST_CELLS {
            return cells;
        }
        match character {
            '|' if escaped => {
                cell.pop();
                cell.push('|');
            }
            '|' => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(character),
        }
        escaped = character == '\\' && !escaped;
    }
    if !cell.trim().is_empty() || cells.is_empty() {
        cells.push(cell);
    }
    cells
}

/// Whether a bar in the line separates cells.
pub(super) fn has_bar(line: &str) -> bool {
    let mut escaped = false;
    line.bytes().any(|byte| {
        let is_bar = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_bar
    })
}

/// A row such as `|---|:-:|`.
pub(super) struct Delimiter {
    pub(super) cells: usize,
    /// Whether a cell has a blank in it, as in `|-- --|`, which browsers do not accept.
    pub(super) has_blank: bool,
}

/// The delimiter row in a line. `None` for any other line.
pub(super) fn delimiter(line: &str) -> Option<Delimiter> {
    let is_mark = |c: char| "|-: \t".contains(c);
    if !line.contains('-') || !line.contains(['|', ':']) || !line.chars().all(is_mark) {
        return None;
    }
    let row = line.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row);
    let is_cell = |cell: &str| {
        let cell = cell.trim();
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|byte| byte == b'-')
    };
    let has_blank = !row.split('|').all(is_cell);
    // Only bars tell such a row from text.
    let is_row = !has_blank || line.contains('|') && row.split('|').all(is_loose_cell);
    is_row.then(|| Delimiter { cells: row.split('|').count(), has_blank })
}

/// Whether the parts of a cell are dashes, perhaps with colons.
fn is_loose_cell(cell: &str) -> bool {
    !cell.trim().is_empty()
        && cell.split_whitespace().all(|part| part.trim_matches(':').contains('-'))
}

/// Whether a line outside of all tables looks like a row. `columns` is the number of
/// columns of a table from which only empty lines and such rows separate it.
pub(super) fn looks_like_row(line: &str, columns: Option<usize>) -> bool {
    if !has_bar(line) || delimiter(line).is_some() {
        return false;
    }
    let cells = cells(line);
    if cells.len() < 2 && !line.ends_with('|') {
        return false;
    }
    let first = cells.first().map(|cell| cell.trim().trim_matches(['`', '*', '_', '~', ' ']));
    line.starts_with('|') || columns == Some(cells.len()) || first.is_some_and(is_integer)
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let hexadecimal = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let is_digits = |digits: &str, radix| {
        !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))
    };
    hexadecimal.map_or_else(|| is_digits(digits, 10), |digits| is_digits(digits, 16))
}
