//! Writes the lines of one variant.

use std::fmt;

use jmessage_codes::Kind;

use super::doc_comment;
use crate::table::{Field, Row, Table};

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
    /// The columns, each with its name as an identifier and its value as an expression.
    pub(crate) values: Vec<(String, String)>,
    /// Whether the name is on the line of the attribute.
    pub(crate) is_one_line: bool,
    pub(crate) name: String,
    /// What follows the name.
    pub(crate) field: &'static str,
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
        // An empty cell is no description, and an enum without one has its message.
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
            values: Vec::new(),
            is_one_line: true,
            name,
            field: "",
        }
    }

    /// The lines of the variant in an enum: a doc comment that begins with the code, and
    /// the attributes with the name.
    pub(crate) fn documented(&self) -> String {
        let space = if self.is_one_line { ' ' } else { '\n' };
        let aliases = self.aliases().map(|aliases| format!("#[doc({aliases})]{space}"));
        format!("/// {}\n{}{self}", self.doc(), aliases.unwrap_or_default())
    }

    /// By which a search of the docs finds the variant. rustdoc refuses an alias that is the
    /// name, and one with quotes or blanks.
    fn aliases(&self) -> Option<String> {
        let is_alias = |text: &&str| {
            *text != self.name
                && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"'\"".contains(&byte))
        };
        let codes = self.codes.iter().filter(|_| self.field.is_empty());
        let codes = codes.map(|code| doc_comment::code(code)).filter(is_alias);
        let aliases: Vec<String> = codes.map(|code| format!("{code:?}")).collect();
        match &*aliases {
            [] => None,
            [alias] => Some(format!("alias = {alias}")),
            aliases => Some(format!("alias({})", aliases.join(", "))),
        }
    }

    /// The text of the doc comment.
    pub(crate) fn doc(&self) -> String {
        let text = doc_comment::escaped(self.description.unwrap_or(self.message));
        match self.codes.first().filter(|_| self.field.is_empty()) {
            None => text,
            Some(code) => doc_comment::with_code(code, &text),
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
}

impl fmt::Display for Variant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#[code({}, {:?}", self.codes.join(" | "), self.message)?;
        if let Some(description) = self.description() {
            write!(formatter, ", {description:?}")?;
        }
        if self.is_success {
            formatter.write_str(", success")?;
        }
        if self.is_retired {
            formatter.write_str(", retired")?;
        }
        if let Some(kind) = self.kind.filter(|kind| !matches!(kind, Kind::Ok | Kind::Unknown)) {
            write!(formatter, ", kind = {kind:?}")?;
        }
        for (column, value) in &self.values {
            write!(formatter, ", {column} = {value}")?;
        }
        let space = if self.is_one_line { ' ' } else { '\n' };
        write!(formatter, ")]{space}{}{},", self.name, self.field)
    }
}

/// A code as a string literal.
pub(crate) fn text_literal(code: &str) -> String {
    format!("{code:?}")
}
