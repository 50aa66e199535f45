//! The mistakes of a source file.

use std::fmt;

use thiserror::Error;

use crate::suggestion::did_you_mean;

use super::source_text::SourceText;

/// A mistake and its place in the text.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    pub(super) place: usize,
    pub(super) message: String,
}

impl Mistake {
    pub(super) fn new(place: usize, message: impl fmt::Display) -> Self {
        Self { place, message: message.to_string() }
    }
}

/// Why the enums of a source file cannot be read. Displays each mistake as a line.
///
/// ```
/// use error_catalog::SourceFile;
///
/// let source = r#"
/// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
/// enum Door {
///     #[code(7)]
///     Jammed,
/// }
/// "#;
/// let error = SourceFile::parse(source).err().ok_or("parsed")?;
/// assert_eq!(error.mistakes()[0].0, 4);
/// assert!(error.in_file("door.rs").starts_with("door.rs:4: "));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.lines(""))]
pub struct SourceError {
    /// The line of each mistake, counted from 1, and what is wrong.
    mistakes: Vec<(usize, String)>,
}

impl SourceError {
    pub(super) fn new(text: &SourceText, mut mistakes: Vec<Mistake>) -> Self {
        mistakes.sort_by_key(|mistake| mistake.place);
        let mistakes = mistakes.into_iter();
        Self { mistakes: mistakes.map(|each| (text.line(each.place), each.message)).collect() }
    }

    /// The line of each mistake, counted from 1, and what is wrong.
    #[must_use]
    pub fn mistakes(&self) -> &[(usize, String)] {
        &self.mistakes
    }

    /// The mistakes as lines `FILE:LINE: …`.
    #[must_use]
    pub fn in_file(&self, file: impl fmt::Display) -> String {
        self.lines(&format!("{file}:"))
    }

    fn lines(&self, file: &str) -> String {
        let word = if file.is_empty() { "line " } else { file };
        let lines = self.mistakes.iter().map(|(line, message)| format!("{word}{line}: {message}"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A source file has no such enum.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{}{}", self.missing(), self.others(), self.hint())]
pub struct NoSuchEnum {
    pub(super) name: Option<String>,
    pub(super) enums: Vec<String>,
    pub(super) macros: Vec<usize>,
}

impl NoSuchEnum {
    fn missing(&self) -> String {
        match &self.name {
            Some(name) => {
                let meant = did_you_mean(name, self.enums.iter().map(String::as_str));
                format!("there is no enum `{name}` that derives ErrorCatalog{meant}")
            }
            None => "there is no enum that derives ErrorCatalog".to_owned(),
        }
    }

    fn others(&self) -> String {
        let names = self.enums.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
        if names.is_empty() { String::new() } else { format!("; there is {}", names.join(", ")) }
    }

    /// Only rustc can read what a macro writes.
    fn hint(&self) -> String {
        match self.macros.first() {
            Some(line) => format!("; if the macro in line {line} writes it, write it without one"),
            None => String::new(),
        }
    }
}
