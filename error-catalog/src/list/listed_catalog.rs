//! A catalog of a listing.

use std::path::{Path, PathBuf};

use heck::ToSnakeCase;

use crate::code_type::{CodeKey, CodeType};
use crate::integer::Integer;
use crate::source::{SourceEnum, SourceFile};
use crate::table::Row;
use crate::visible;

/// A catalog in a listing.
#[derive(Debug)]
pub(super) struct ListedCatalog {
    pub(super) path: PathBuf,
    pub(super) source: SourceEnum,
    pub(super) group: CodeGroup,
}

/// The key of catalogs that share their codes; `None` if they are named together.
pub(super) type CodeGroup = Option<(CodeType, String)>;

/// The catalogs in a file.
pub(super) fn listed(file: &SourceFile, path: &Path) -> Vec<ListedCatalog> {
    let listed = |source: &SourceEnum| {
        let name = source.name().to_snake_case();
        let word = name.split('_').next().unwrap_or_default().to_owned();
        let group = Some((source.code_type(), word));
        ListedCatalog { path: path.to_owned(), source: source.clone(), group }
    };
    file.enums().iter().map(listed).collect()
}

impl ListedCatalog {
    pub(super) fn rows(&self) -> &[Row] {
        self.source.table().rows()
    }

    pub(super) fn key(&self, code: &str) -> CodeKey {
        CodeKey::new(code, Some(self.source.code_type()))
    }

    /// Each code with its row.
    pub(super) fn keys(&self) -> impl Iterator<Item = (CodeKey, &Row)> {
        self.rows().iter().flat_map(move |row| row.codes().map(move |code| (self.key(code), row)))
    }

    /// The declared range.
    pub(super) fn range(&self) -> Option<(Integer, Integer)> {
        let range = self.source.attribute.range_in(self.source.code_type())?;
        Some((*range.start(), *range.end()))
    }

    /// The code as the catalog displays it.
    pub(super) fn code_text(&self, number: Integer) -> String {
        let is_hex = self.source.attribute.is_hex;
        if is_hex { self.source.code_type().hex(number) } else { number.to_string() }
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        self.source.name() == name || self.source.code_enum() == Some(name)
    }

    pub(super) fn retired(&self) -> usize {
        self.rows().iter().filter(|row| row.is_retired()).count()
    }

    fn place(&self) -> String {
        visible::line(&format!("{}:{}", self.path.display(), self.source.line()))
    }

    /// `FILE:LINE: NAME: 12 codes, 2 of them retired, u16 in 1000..=1999, next 1012`.
    pub(super) fn line(&self, next: Option<String>) -> String {
        let codes = self.keys().count();
        let codes = if codes == 1 { "1 code".to_owned() } else { format!("{codes} codes") };
        let retired = match self.retired() {
            0 => String::new(),
            retired => format!(", {retired} retired"),
        };
        let code_type = self.source.code_type();
        let range = self.range();
        let range = range
            .map(|(first, last)| {
                format!(" in {}..={}", self.code_text(first), self.code_text(last))
            })
            .unwrap_or_default();
        let next = next.map(|next| format!(", next {next}")).unwrap_or_default();
        let (place, name) = (self.place(), self.source.name());
        format!("{place}: {name}: {codes}{retired}, {code_type}{range}{}", visible::line(&next))
    }
}
