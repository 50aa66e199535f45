//! The comment above an enum that records how it was made.

use std::path::{Component, Path, PathBuf};
use std::{fmt, iter};

use thiserror::Error;

use super::{Setting, SettingError, Settings, words};

/// The beginning of a record, after the slashes of the comment.
const START: &str = "Made by: error-catalog import";

/// How an enum was made from its document, as a comment above the enum keeps it.
///
/// ```
/// use error_catalog::Record;
///
/// let line = "// Made by: error-catalog import ../errors.md --name Broker --code No.";
/// let record = Record::parse(line).ok_or("another comment")??;
/// assert_eq!(record.document, "../errors.md");
/// assert_eq!(record.settings.to_string(), "--name Broker --code No.");
/// assert!(Record::parse("// Another comment.").is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Record {
    /// The path of the document from the folder of the source file, with `/` between the
    /// folders; `-` if it came from standard input.
    pub document: String,
    /// The options.
    pub settings: Settings,
}

impl Record {
    /// The record of an import of this document.
    #[must_use]
    pub fn new(document: String, settings: Settings) -> Self {
        Self { document, settings }
    }

    /// The record in a line of source. `None` if the line is not one.
    #[must_use]
    pub fn parse(line: &str) -> Option<Result<Self, RecordError>> {
        let command = line.trim().strip_prefix("//")?.trim_start().strip_prefix(START)?;
        Some(Self::parse_command(command))
    }

    /// The record in the lines of the comments above an enum, the last if there are several. The
    /// lines below it that begin with an option continue it. `None` if there is none.
    ///
    /// ```
    /// use error_catalog::Record;
    ///
    /// let lines = ["// By hand.", "// Made by: error-catalog import e.md", "//   --name Broker"];
    /// let record = Record::find(&lines.map(str::to_owned)).ok_or("none")??;
    /// assert_eq!(record.settings.to_string(), "--name Broker");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn find(comments: &[String]) -> Option<Result<Self, RecordError>> {
        let start = comments.iter().rposition(|line| Self::parse(line).is_some())?;
        let (first, rest) = comments.get(start..)?.split_first()?;
        let rest = rest.iter().map(|line| line.trim_start_matches('/').trim());
        let rest = rest.take_while(|line| line.starts_with("--"));
        Self::parse(&iter::once(first.as_str()).chain(rest).collect::<Vec<_>>().join(" "))
    }

    fn parse_command(command: &str) -> Result<Self, RecordError> {
        let mut words = words::split(command).ok_or(RecordError::Unclosed)?.into_iter();
        let document = words.next().ok_or(RecordError::NoDocument)?;
        let mut settings = Settings::default();
        while let Some(word) = words.next() {
            let name =
                word.strip_prefix("--").ok_or_else(|| RecordError::NotAnOption(word.clone()))?;
            let setting = Settings::ALL.iter().find(|setting| setting.name() == name);
            if let Some(setting) = setting.filter(|setting| !setting.is_recorded()) {
                return Err(RecordError::NotRecorded(setting));
            }
            let has_value = setting.is_some_and(|setting| setting.value().is_some());
            let value = if has_value { words.next() } else { None };
            settings.set(name, &value.unwrap_or_default())?;
        }
        Ok(Self { document, settings })
    }

    /// The path of the document, if the source file is in this folder; `None` if the
    /// document came from standard input.
    #[must_use]
    pub fn path(&self, folder: &Path) -> Option<PathBuf> {
        (self.document != "-").then(|| folder.join(&self.document))
    }

    /// The paths of the documents that are joined to it, if the source file is in this folder.
    pub fn joined(&self, folder: &Path) -> impl Iterator<Item = PathBuf> {
        self.settings.joins().iter().map(move |join| folder.join(join.document()))
    }

    /// The document's path from a folder, both absolute. It stays absolute if both have
    /// nothing in common.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use error_catalog::Record;
    ///
    /// # #[cfg(unix)] {
    /// let path = |document| Record::relative(Path::new(document), Path::new("/app/src"));
    /// assert_eq!(path("/app/docs/errors.md"), "../docs/errors.md");
    /// assert_eq!(path("/app/src/errors.md"), "errors.md");
    /// # }
    /// ```
    #[must_use]
    pub fn relative(document: &Path, folder: &Path) -> String {
        let (parts, folders) = (names(document), names(folder));
        let shared = parts.iter().zip(&folders).take_while(|(one, two)| one == two).count();
        if shared == 0 {
            return document.to_string_lossy().into_owned();
        }
        let up = folders.iter().skip(shared).map(|_| "..".to_owned());
        up.chain(parts.into_iter().skip(shared)).collect::<Vec<_>>().join("/")
    }
}

/// The names in a path, the root and the drive among them.
fn names(path: &Path) -> Vec<String> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// The comment without its slashes.
impl fmt::Display for Record {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{START} {} {}", words::quoted(&self.document), self.settings)
    }
}

/// Why the comment that records how an enum was made cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// A quote is not closed, or an escape is unknown.
    #[error("a quote is not closed, or an escape in it is unknown")]
    Unclosed,
    /// The comment has no document.
    #[error("the document is missing")]
    NoDocument,
    /// A word is not an option.
    #[error("expected an option, which begins with --, found {0:?}")]
    NotAnOption(String),
    /// An option is for the command line only.
    #[error("{0} is for the command line; remove it from the comment")]
    NotRecorded(&'static Setting),
    /// An option cannot be set.
    #[error(transparent)]
    Setting(#[from] SettingError),
}

#[cfg(test)]
mod tests {
    use super::{Record, Settings};

    /// A record with every option, and characters that a comment or a shell would take for
    /// its own.
    #[test]
    fn a_record_is_read_as_it_was_written() {
        let mut settings = Settings::default();
        for setting in Settings::ALL.iter().filter(|setting| setting.is_recorded()) {
            let value = match setting.value() {
                None => "",
                Some("FORMAT") => "csv",
                Some("LABEL") => "gbk",
                Some("REGEX") => r"(?<code>\w+)='(?<message>.*)'",
                Some("CHARACTER") => ";",
                Some("N") => "2",
                Some("TYPE") => "i64",
                Some("CODE") => "-7",
                Some("NAME:TYPE=HEADING") => "zh='Text'\n\u{202e} \\ $HOME",
                Some(_) => "it's // a \"text\"",
            };
            settings.set(setting.name(), value).unwrap();
            // A document is joined once.
            if setting.is_repeatable() && setting.name() != "join" {
                settings.set(setting.name(), value).unwrap();
            }
        }
        let record = Record { document: "../the vendor's/errors.md".to_owned(), settings };
        let line = format!("// {record}");
        assert_eq!(line.lines().count(), 1);
        assert!(!line.contains('\u{202e}'));
        let read = Record::parse(&line).unwrap().unwrap();
        assert_eq!(read.document, record.document);
        assert_eq!(read.settings.to_string(), record.settings.to_string());
    }

    #[test]
    fn what_is_wrong_with_a_record() {
        let cases = [
            ("", "the document is missing"),
            ("a.md 'b", "a quote is not closed, or an escape in it is unknown"),
            ("a.md b", r#"expected an option, which begins with --, found "b""#),
            ("a.md --colour red", "there is no option --colour"),
            ("a.md --table", "--table N: the value is empty"),
            (
                "a.md --max-size 1GB",
                "--max-size SIZE is for the command line; remove it from the comment",
            ),
            ("a.md --table one", r#"--table N: "one" is not a number"#),
        ];
        for (command, expected) in cases {
            let line = format!("// Made by: error-catalog import {command}");
            assert_eq!(Record::parse(&line).unwrap().unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn given_options_replace_recorded_ones() {
        let settings = |given: &[(&str, &str)]| {
            let mut settings = Settings::default();
            for (name, value) in given {
                settings.set(name, value).unwrap();
            }
            settings
        };
        let recorded =
            settings(&[("name", "Door"), ("table", "1"), ("table", "2"), ("aliases", "")]);
        let given = settings(&[("table", "3"), ("code", "No.")]);
        let expected = "--name Door --table 3 --code No. --aliases";
        assert_eq!(recorded.overridden_by(&given).to_string(), expected);
        // A column replaces only that of its name.
        let recorded = settings(&[("column", "zh"), ("column", "http:u16=HTTP"), ("kind", "http")]);
        let given = settings(&[("column", "http=Status code")]);
        let expected = "--column zh --column 'http=Status code' --kind http";
        assert_eq!(recorded.overridden_by(&given).to_string(), expected);
    }
}
