//! The formats of documents.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use thiserror::Error;

use crate::suggestion::did_you_mean;

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Markdown: pipe tables, and HTML tables between them; without tables, lists, headings and
    /// paragraphs that begin with codes. Code blocks and comments are not read.
    Markdown,
    /// An HTML page: tables, or else lists, headings, definitions and paragraphs.
    Html,
    /// Values separated by commas.
    Csv,
    /// Values separated by tabs.
    Tsv,
    /// An array of objects, an object keyed by code or by name, or an object in each line. It can
    /// have comments and trailing commas.
    Json,
    /// The structures of JSON, in YAML. Several documents count as an array.
    Yaml,
    /// The structures of JSON, in TOML.
    Toml,
    /// Elements with codes as attributes or elements in them. Those of one name are an array, and
    /// the root is not a part of a pointer.
    Xml,
    /// A workbook of Excel. It needs the feature `xlsx`.
    Xlsx,
    /// Any other text, such as source code. Needs a [regular expression](crate::Reader::regex).
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 10] = [
        Self::Markdown,
        Self::Html,
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::Yaml,
        Self::Toml,
        Self::Xml,
        Self::Xlsx,
        Self::Text,
    ];

    /// The format that the extension of a file says, or `None`.
    ///
    /// ```
    /// use error_catalog::Format;
    ///
    /// assert_eq!(Format::from_path("docs/errors.md"), Some(Format::Markdown));
    /// assert_eq!(Format::from_path("errors.HTM"), Some(Format::Html));
    /// assert_eq!(Format::from_path("Errors.java"), Some(Format::Text));
    /// assert_eq!(Format::from_path("errors"), None);
    /// ```
    #[must_use]
    pub fn from_path(path: impl AsRef<Path>) -> Option<Self> {
        path.as_ref().extension().and_then(OsStr::to_str)?.parse().ok()
    }

    /// The name of the format: `markdown`, `html`, `csv`, `tsv`, `json`, `yaml`, `toml`,
    /// `xml`, `xlsx` or `text`.
    ///
    /// ```
    /// use error_catalog::Format;
    ///
    /// assert_eq!(Format::Markdown.name(), "markdown");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Toml => "toml",
            Self::Xml => "xml",
            Self::Xlsx => "xlsx",
            Self::Text => "text",
        }
    }

    /// The extensions of files in this format, in lower case, if they are not its name.
    const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Markdown => &["md", "mdx", "mkd"],
            Self::Html => &["htm", "xhtml"],
            Self::Csv | Self::Toml => &[],
            Self::Yaml => &["yml"],
            Self::Xml => &["resx", "xlf", "xliff"],
            Self::Xlsx => &["xlsm"],
            Self::Tsv => &["tab"],
            Self::Json => &["json5", "jsonc", "jsonl", "ndjson"],
            // A .txt can be anything.
            Self::Text => &[
                "c", "cc", "cpp", "cs", "dart", "go", "h", "hpp", "inc", "java", "js", "kt", "m",
                "mc", "mjs", "php", "proto", "py", "rb", "rs", "scala", "swift", "ts", "tsx",
            ],
        }
    }
}

/// The [name](Format::name).
impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads the [name](Format::name), or an extension of files such as `md`.
impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let lower = name.to_ascii_lowercase();
        let is_known =
            |format: &Self| format.name() == lower || format.extensions().contains(&&*lower);
        let found = Self::ALL.into_iter().find(is_known);
        found.ok_or_else(|| UnknownFormat { name: name.to_owned() })
    }
}

/// No [`Format`] has this name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown format {name:?}{}; choose one of {}", did_you_mean(name, Format::ALL.map(Format::name)), Format::ALL.map(Format::name).join(", "))]
pub struct UnknownFormat {
    name: String,
}

/// No encoding has this label.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown encoding {label:?}; see https://encoding.spec.whatwg.org/#names-and-labels")]
pub struct UnknownEncoding {
    label: String,
}

impl UnknownEncoding {
    pub(super) fn new(label: &str) -> Self {
        Self { label: label.to_owned() }
    }
}
