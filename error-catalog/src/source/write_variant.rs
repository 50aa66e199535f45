//! Writes the lines of one variant.

use std::fmt;

use jmessage_codes::Kind;

use super::doc_comment;
use crate::table::{Field, Row, Table};
use crate::visible::literal;

/// rustfmt gives each argument a line in an attribute whose arguments are longer.
const ATTRIBUTE_WIDTH: usize = 70;

/// A variant and its attributes. Displays the line with the code:
/// `#[code(7, "door jammed")] DoorJammed,`.
pub(crate) struct Variant<'a> {
    /// The codes as Rust writes them; `other` for the variant of unlisted codes.
    pub(crate) codes: Vec<String>,
    pub(crate) message: &'a str,
    /// `None` if it is the message.
    pub(crate) description: Option<&'a str>,
    pub(crate) is_success: bool,
    pub(crate) is_retired: bool,
    pub(crate) kind: Option<Kind>,
    /// Whether the same request may succeed later, if the kind does not say it.
    pub(crate) retryable: Option<bool>,
    /// The columns, each with its name as an identifier and its value as Rust writes it.
    pub(crate) values: Vec<(String, String)>,
    /// The name, with a discriminant if the enum has them.
    pub(crate) name: String,
    /// What follows the name.
    pub(crate) field: &'static str,
}

/// Which lines a variant has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    pub(crate) has_comment: bool,
    pub(crate) has_alias: bool,
    /// Whether the attributes and the name are on one line.
    pub(crate) is_one_line: bool,
}

impl Layout {
    /// That of an import.
    pub(crate) const IMPORT: Self = Self { has_comment: true, has_alias: true, is_one_line: true };
}

impl<'a> Variant<'a> {
    /// The variant of a row, which has no column yet and is not a success.
    pub(crate) fn new(
        table: &Table,
        row: &'a Row,
        name: String,
        codes: impl Iterator<Item = String>,
    ) -> Self {
        let description = row.description.as_str();
        // An empty cell is not a description; a variant without one has its message.
        let has_description = table.has(Field::Description)
            && !description.trim().is_empty()
            && description != row.message;
        Self {
            codes: codes.collect(),
            message: &row.message,
            description: has_description.then_some(description),
            is_success: row.kind == Some(Kind::Ok),
            is_retired: row.is_retired,
            kind: row.kind,
            retryable: own_retryable(row),
            values: Vec::new(),
            name,
            field: "",
        }
    }

    /// The lines of the variant in an enum: a doc comment that begins with the code, and
    /// the attributes with the name.
    pub(crate) fn lines(&self, layout: Layout) -> Vec<String> {
        let comment = layout.has_comment.then(|| format!("/// {}", self.doc()));
        let aliases = self.aliases().filter(|_| layout.has_alias);
        // Without a comment, there is nothing else for the derive to read.
        let description = if layout.has_comment { self.description() } else { self.description };
        let code = self.attribute(description, layout.is_one_line);
        let name = format!("{}{},", self.name, self.field);
        let parts: Vec<String> = aliases.into_iter().chain([code, name]).collect();
        let parts = if layout.is_one_line { vec![parts.join(" ")] } else { parts };
        comment.into_iter().chain(parts).collect()
    }

    /// `#[doc(alias = "7")]`.
    fn aliases(&self) -> Option<String> {
        // rustdoc refuses an alias that is the name, and one with quotes or blanks.
        let is_alias = |text: &&str| {
            *text != self.name
                && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"'\"".contains(&byte))
        };
        let codes = self.codes.iter().map(|code| doc_comment::code(code));
        let mut aliases: Vec<&str> = codes.filter(is_alias).collect();
        aliases.dedup();
        match &*aliases {
            _ if !self.field.is_empty() => None,
            [] => None,
            [alias] => Some(format!("#[doc(alias = {alias:?})]")),
            aliases => {
                let quoted: Vec<String> =
                    aliases.iter().map(|alias| format!("{alias:?}")).collect();
                Some(format!("#[doc(alias({}))]", quoted.join(", ")))
            }
        }
    }

    /// The text of the doc comment.
    fn doc(&self) -> String {
        let text = self.description.unwrap_or(self.message);
        match self.codes.first().filter(|_| self.field.is_empty()) {
            None => doc_comment::escaped(text),
            Some(code) => doc_comment::of_row(code, text),
        }
    }

    /// The description to write. Without one the derive takes the doc comment for it, so
    /// the doc comment must be the message.
    fn description(&self) -> Option<&str> {
        let is_message = || {
            let code = self.codes.first().map(String::as_str);
            doc_comment::description(&self.doc(), code.unwrap_or_default()) == self.message
        };
        self.description.or_else(|| (!is_message()).then_some(self.message))
    }

    /// In one line, or as rustfmt writes it.
    fn attribute(&self, description: Option<&str>, is_one_line: bool) -> String {
        let mut arguments = vec![self.codes.join(" | "), literal(self.message)];
        arguments.extend(description.map(literal));
        arguments.extend(self.is_success.then(|| "success".to_owned()));
        arguments.extend(self.is_retired.then(|| "retired".to_owned()));
        let kind = self.kind.filter(|kind| !matches!(kind, Kind::Ok | Kind::Unknown));
        arguments.extend(kind.map(|kind| format!("kind = {kind:?}")));
        arguments.extend(self.retryable.map(|retryable| format!("retryable = {retryable}")));
        arguments.extend(self.values.iter().map(|(column, value)| format!("{column} = {value}")));
        let line = arguments.join(", ");
        if is_one_line || line.chars().count() <= ATTRIBUTE_WIDTH {
            return format!("#[code({line})]");
        }
        format!("#[code(\n    {}\n)]", arguments.join(",\n    "))
    }
}

/// What a row says about retrying, if its kind does not say the same.
fn own_retryable(row: &Row) -> Option<bool> {
    let by_kind = row.kind.unwrap_or(Kind::Unknown).is_retryable();
    row.retryable.filter(|own| *own != by_kind && row.kind != Some(Kind::Ok))
}

impl fmt::Display for Variant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.attribute(self.description, true);
        write!(formatter, "{code} {}{},", self.name, self.field)
    }
}
