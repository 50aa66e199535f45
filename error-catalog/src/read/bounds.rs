//! The part of a document that is read.

use std::ops::Range;

use regex::Regex;

use super::error::ReadError;
use super::regex::{RegexError, compiled};

/// The expressions for the beginning and the end of the part.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    after: Option<Regex>,
    before: Option<Regex>,
}

impl Bounds {
    pub(super) fn begin_after(&mut self, expression: &str) -> Result<(), RegexError> {
        self.after = Some(compiled(expression)?);
        Ok(())
    }

    pub(super) fn end_before(&mut self, expression: &str) -> Result<(), RegexError> {
        self.before = Some(compiled(expression)?);
        Ok(())
    }

    /// From the end of the first match of one expression to the next match of the other.
    pub(super) fn of(&self, text: &str) -> Result<Range<usize>, ReadError> {
        let find = |regex: &Regex, option, from| {
            let found = regex.find_at(text, from).map(|found| found.range());
            let expression = || regex.as_str().to_owned();
            found.ok_or_else(|| ReadError::NoSuchPart { option, expression: expression() })
        };
        let after = self.after.as_ref().map(|regex| find(regex, "after", 0)).transpose()?;
        let start = after.map_or(0, |after| after.end);
        let before = self.before.as_ref().map(|regex| find(regex, "before", start)).transpose()?;
        Ok(start..before.map_or(text.len(), |before| before.start))
    }
}
