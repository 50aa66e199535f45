//! Whether the codes of a document are integers or strings.

use super::grid::Grid;
use super::pattern::{Pattern, is_range, is_several, struck_out};
use super::report::{Codes, CodesReason};
use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::table::Row;

/// The kind of the codes, before the rows are read one by one.
pub(super) enum CodeKind {
    /// Of this type, if the caller chose one.
    Integers(Option<CodeType>),
    Text(CodesReason),
}

impl CodeKind {
    /// The caller's choice, or else the kind of most codes of some tables.
    pub(super) fn of(chosen: Option<CodeType>, tally: &Tally) -> Self {
        match chosen {
            Some(CodeType::Str) => Self::Text(CodesReason::Chosen),
            Some(code_type) => Self::Integers(Some(code_type)),
            None => match tally.fixed_length() {
                Some((code, line)) => Self::Text(CodesReason::LeadingZeros { code, line }),
                None if tally.is_half_integers() => Self::Integers(None),
                None => Self::Text(tally.not_integers()),
            },
        }
    }

    /// The type of the codes, unless they are integers of any type.
    pub(super) fn known_type(&self) -> Option<CodeType> {
        match self {
            Self::Text(_) => Some(CodeType::Str),
            Self::Integers(code_type) => *code_type,
        }
    }

    pub(super) fn is_of_fixed_length(&self) -> bool {
        matches!(self, Self::Text(CodesReason::LeadingZeros { .. }))
    }

    /// The type for the rows that were read, and why.
    pub(super) fn codes(&self, rows: &[Row]) -> Codes {
        let (code_type, reason) = match self {
            Self::Text(reason) => (CodeType::Str, reason.clone()),
            Self::Integers(Some(code_type)) => (*code_type, CodesReason::Chosen),
            Self::Integers(None) => smallest(rows),
        };
        Codes { code_type, reason }
    }
}

fn smallest(rows: &[Row]) -> (CodeType, CodesReason) {
    let codes = rows.iter().flat_map(Row::codes);
    let numbers: Vec<Integer> = codes.filter_map(integer::any).collect();
    let Some((low, high)) = numbers.iter().min().zip(numbers.iter().max()) else {
        return (CodeType::Str, CodesReason::NoCode);
    };
    let reason = CodesReason::Smallest { low: low.to_string(), high: high.to_string() };
    let code_type = CodeType::lasting(&numbers).map(|code_type| (code_type, reason));
    code_type.unwrap_or((CodeType::Str, CodesReason::TooWide))
}

/// How many codes are integers, of one table or several.
#[derive(Clone, Default)]
pub(super) struct Tally {
    pub(super) codes: usize,
    pub(super) integers: usize,
    /// The first code that is not an integer.
    odd: Option<(String, usize)>,
    /// The number of codes that are not integers but look like codes, such as `P0001`.
    names: usize,
    /// The codes of digits with leading zeros: their number, and the first.
    padded: usize,
    first_padded: Option<(String, usize)>,
    /// The number of codes that have a length in characters.
    lengths: [usize; Self::LONGEST],
    /// The number of codes of digits that have a length.
    digits: [usize; Self::LONGEST],
}

impl Tally {
    /// Longer codes count as this long.
    const LONGEST: usize = 24;

    /// The codes in a column of a table.
    pub(super) fn of(grid: &Grid<'_>, column: usize) -> Self {
        let mut tally = Self::default();
        for row in grid.rows.iter().filter(|row| !row.is_section) {
            let code = row.cell(column).unwrap_or_default().trim();
            let code = struck_out(code).unwrap_or(code);
            if !code.is_empty() {
                tally.add(code, row.line);
            }
        }
        tally
    }

    fn add(&mut self, code: &str, line: usize) {
        let place = || Some((code.to_owned(), line));
        self.codes += 1;
        // An integer with a `+` is still an integer.
        let has_sign = code.starts_with('+') && integer::loose(code).is_some();
        if has_sign || integer::any(code).is_some() {
            self.integers += 1;
        } else {
            let is_name = Pattern::of_code(code).is_some() && !is_several(code) && !is_range(code);
            self.names += usize::from(is_name);
            if self.odd.is_none() {
                self.odd = place();
            }
        }
        let length = code.chars().count().min(Self::LONGEST) - 1;
        let is_digits = code.bytes().all(|byte| byte.is_ascii_digit());
        if let (Some(all), Some(digits)) =
            (self.lengths.get_mut(length), self.digits.get_mut(length))
        {
            *all += 1;
            *digits += usize::from(is_digits);
        }
        if is_digits && code.len() > 1 && code.starts_with('0') {
            self.padded += 1;
            if self.first_padded.is_none() {
                self.first_padded = place();
            }
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.codes += other.codes;
        self.integers += other.integers;
        self.names += other.names;
        self.padded += other.padded;
        self.odd = self.odd.take().or_else(|| other.odd.clone());
        self.first_padded = self.first_padded.take().or_else(|| other.first_padded.clone());
        let add = |(sum, count): (&mut usize, &usize)| *sum += count;
        self.lengths.iter_mut().zip(&other.lengths).for_each(add);
        self.digits.iter_mut().zip(&other.digits).for_each(add);
    }

    /// Whether most are integers, or half, and no other looks like a code. The codes of a document
    /// that has as many codes such as `E1001` are strings; notes and words beside as many integers
    /// are findings.
    fn is_half_integers(&self) -> bool {
        self.integers > 0 && self.integers * 2 >= self.codes && self.names == 0
            || self.is_mostly_integers()
    }

    pub(super) fn is_mostly_integers(&self) -> bool {
        self.integers * 2 > self.codes
    }

    /// Whether the codes of several tables are of one kind, since all have the same length and
    /// some have letters, like those of SQL.
    pub(super) fn has_one_length(&self) -> bool {
        self.lengths.contains(&self.codes)
    }

    /// The first code with a leading zero, if the codes of digits have one length and
    /// several have leading zeros: these are strings. A single one is an odd code.
    fn fixed_length(&self) -> Option<(String, usize)> {
        let digits: usize = self.digits.iter().sum();
        let is_fixed = self.digits.contains(&digits);
        self.first_padded.clone().filter(|_| is_fixed && self.padded > 1)
    }

    fn not_integers(&self) -> CodesReason {
        let count = self.codes - self.integers;
        match self.odd.clone() {
            Some((code, line)) => CodesReason::NotIntegers { count, all: self.codes, code, line },
            None => CodesReason::NoCode,
        }
    }
}
