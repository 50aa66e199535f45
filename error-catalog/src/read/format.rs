//! The formats of documents.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use thiserror::Error;

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Markdown: pipe tables, and HTML tables between them. The tables in code blocks
    /// and in comments are not read.
    Markdown,
    /// An HTML page.
    Html,
    /// Values separated by commas.
    Csv,
    /// Values separated by tabs.
    Tsv,
    /// An array of objects, or an object keyed by code or by name.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Html, Self::Csv, Self::Tsv, Self::Json];

    /// The format that the extension of a file says, or `None`.
    ///
    /// ```
    /// use error_catalog::Format;
    ///
    /// assert_eq!(Format::from_path("docs/errors.md"), Some(Format::Markdown));
    /// assert_eq!(Format::from_path("errors.HTM"), Some(Format::Html));
    /// assert_eq!(Format::from_path("errors"), None);
    /// ```
    #[must_use]
    pub fn from_path(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension().and_then(OsStr::to_str)?;
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The name of the format: `markdown`, `html`, `csv`, `tsv` or `json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
        }
    }
}

/// The [name](Format::name).
impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads the [name](Format::name).
impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| UnknownFormat { name: name.to_owned() })
    }
}

/// No [`Format`] has this name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown format {name:?}; choose one of {}", Format::ALL.map(Format::name).join(", "))]
pub struct UnknownFormat {
    name: String,
}
