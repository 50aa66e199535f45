//! The rows of a page.

use super::super::fields::written_fields;
use super::kind;
use super::text::{
    breakable, column_language, escape, fragment, keeps_blanks, readable_heading, shared_path,
};
use crate::table::{Field, Row, Table, escaped_alias};

/// The column that says what to do.
const ADVICE: &str = "advice";

/// The cells of a table's rows.
pub(super) struct Cells<'a> {
    table: &'a Table,
    fields: Vec<Field>,
    /// The path that all values of a column begin with, by column.
    paths: Vec<&'a str>,
    /// Whether all values of a column are `true` or `false`, by column.
    are_flags: Vec<bool>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let mut fields = written_fields(table);
        // Beside the code: what to do.
        fields.sort_by_key(|field| match field {
            Field::Code => 0,
            Field::Kind | Field::Retired => 1,
            _ => 2,
        });
        let values = |column| table.rows.iter().map(move |row| row.value(column));
        let columns = || 0..table.columns.len();
        let paths = columns().map(|column| shared_path(values(column))).collect();
        let is_flag = |column| values(column).all(|value| matches!(value, "true" | "false"));
        Self { table, fields, paths, are_flags: columns().map(is_flag).collect() }
    }

    pub(super) fn push_headings(&self, page: &mut String) {
        page.push_str("<tr>");
        for &field in &self.fields {
            let heading = self.table.heading(field);
            let tag = format!("th scope=\"col\" class=\"{}\"", self.class(field));
            let label = readable_heading(heading);
            let content = if label == heading {
                escape(heading)
            } else {
                // A reader of the page gets the name of the column, people what it means.
                format!("<span data-label=\"{}\">{}</span>", escape(&label), escape(heading))
            };
            push_cell(page, &tag, heading, &content);
        }
        page.push_str("</tr>\n");
    }

    /// The heading of a group, with an id that no code has.
    pub(super) fn push_group(&self, page: &mut String, number: usize, heading: &str) {
        let columns = self.fields.len();
        let tag = format!("th scope=\"rowgroup\" colspan=\"{columns}\" dir=\"auto\"");
        let heading = escape(heading);
        let id = format!("group:{number}");
        page.extend([
            "<tr class=\"group\" id=\"",
            &id,
            "\"><",
            &tag,
            "><h2>",
            &heading,
            "</h2></th></tr>\n",
        ]);
    }

    pub(super) fn push_row(&self, page: &mut String, row: &Row) {
        page.extend(["<tr id=\"", &fragment(&row.code), "\""]);
        page.push_str(if row.is_retired { " class=\"old\">" } else { ">" });
        for &field in &self.fields {
            let text = field.text(row);
            let content = match field {
                Field::Code => link(&row.code, &row.code),
                Field::Aliases => aliases(row),
                Field::Name => breakable(&text),
                Field::Kind => badge(row),
                Field::Retired if row.is_retired => "<span>retired</span>".to_owned(),
                Field::Column(column) => self.value(column, &text),
                _ => escape(&text),
            };
            // Of a flag, people see where it is set.
            let unset = if self.is_unset(field, &text) { " data-unset" } else { "" };
            push_cell(page, &format!("{}{unset}", self.tag(field)), &text, &content);
        }
        page.push_str("</tr>\n");
    }

    /// A value of a column. A path that all values share says nothing: a reader of the page
    /// gets it, people do not see it.
    fn value(&self, column: usize, text: &str) -> String {
        let path = self.paths.get(column).copied().unwrap_or_default();
        match text.strip_prefix(path) {
            Some(last) if !path.is_empty() => format!("<span hidden>{path}</span>{}", escape(last)),
            _ => escape(text),
        }
    }

    fn is_unset(&self, field: Field, text: &str) -> bool {
        match field {
            Field::Column(column) => {
                text == "false" && self.are_flags.get(column).copied().unwrap_or_default()
            }
            _ => false,
        }
    }

    /// The classes of the field's cells, which the style knows.
    fn class(&self, field: Field) -> String {
        let class = match field {
            Field::Code => "code",
            Field::Aliases => "aliases",
            Field::Name => "name",
            Field::Message => "message",
            Field::Description => "description",
            Field::Kind => "kind",
            Field::Retired => "retired",
            Field::Column(_) if self.language(field).is_some() => "further translated",
            Field::Column(_) if self.table.heading(field) == ADVICE => "advice",
            Field::Column(_) => "further",
        };
        if is_title(self.table, field) { format!("{class} title") } else { class.to_owned() }
    }

    /// The code of the language of a column.
    fn language(&self, field: Field) -> Option<&str> {
        match field {
            Field::Column(_) => column_language(self.table.heading(field)),
            _ => None,
        }
    }

    /// The tag of a row's cell.
    fn tag(&self, field: Field) -> String {
        let class = self.class(field);
        match field {
            Field::Code => format!("th scope=\"row\" class=\"{class}\""),
            // A narrow screen shows the label in place of the table's head.
            Field::Aliases | Field::Column(_) | Field::Message if !is_title(self.table, field) => {
                let label = readable_heading(self.table.heading(field));
                // By its language, a browser chooses the font and the voice.
                let language = self.language(field);
                let language = language.map(|code| format!(" lang=\"{code}\"")).unwrap_or_default();
                format!("td class=\"{class}\"{language} data-label=\"{}\"", escape(&label))
            }
            _ => format!("td class=\"{class}\""),
        }
    }
}

/// The field that the page shows first: what a reader looks for.
fn is_title(table: &Table, field: Field) -> bool {
    match field {
        Field::Description => true,
        Field::Message => !table.has(Field::Description),
        _ => false,
    }
}

fn badge(row: &Row) -> String {
    let Some(kind) = row.kind else { return String::new() };
    let is_retryable = row.retryable.unwrap_or(kind.is_retryable());
    let (class, advice, label) =
        (kind::class(kind, is_retryable), kind::advice(kind, is_retryable), kind::label(kind));

    format!("<span class=\"{class}\" title=\"{advice}\">{label}</span>")
}

/// The aliases, each with an id, so that an address can name any of them. The id
/// is not on the link, which the browser would then focus as well.
fn aliases(row: &Row) -> String {
    let anchor = |alias: &String| {
        let link = link(alias, &escaped_alias(alias));
        format!("<span id=\"{}\">{link}</span>", fragment(alias))
    };
    row.aliases.iter().map(anchor).collect::<Vec<_>>().join(", ")
}

fn link(code: &str, text: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", fragment(code), escape(text))
}

/// Writes the cell of a text. `content` is the text as HTML.
fn push_cell(page: &mut String, tag: &str, text: &str, content: &str) {
    page.extend(["<", tag]);
    if !text.is_ascii() {
        page.push_str(" dir=\"auto\"");
    }
    page.push('>');
    if keeps_blanks(text) {
        page.push_str(content);
    } else {
        // A parser drops a line break right behind the tag. Without this one it
        // would drop the text's own.
        page.extend(["<pre>\n", content, "</pre>"]);
    }
    page.push_str(if tag.starts_with("td") { "</td>" } else { "</th>" });
}

/// A count with a comma before every three digits.
pub(super) fn group_digits(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
