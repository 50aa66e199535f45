//! The fields of a written document.

use std::borrow::Cow;

use crate::read::{Role, has_role};
use crate::table::{Field, Row, Table};

/// The fields of a written document. Those of an enum are always the same, so that readers of the
/// document find them. For a document, they are those that it had, and those for which a reader
/// would otherwise take another column, such as one called `detail`.
pub(super) fn written_fields(table: &Table) -> Vec<Field> {
    let is_written = |field| table.origin.has_all() || is_used(table, field);
    Field::list(is_written, table.columns.len())
}

/// Whether some row has something in the field, or a reader would take another for it.
pub(super) fn is_used(table: &Table, field: Field) -> bool {
    let is_mistaken = |role| table.columns.iter().any(|column| has_role(role, column));
    table.has(field)
        || match field {
            Field::Aliases => is_mistaken(Role::Aliases),
            Field::Name => is_mistaken(Role::Name),
            Field::Description => is_mistaken(Role::Description),
            Field::Column(_) => true,
            _ => false,
        }
}

/// The heading of a field in the written document.
pub(super) fn heading(table: &Table, field: Field) -> &str {
    match field {
        Field::Column(index) => table.columns.get(index).map_or("", String::as_str),
        field => field.heading(),
    }
}

/// The text of a field in a written document.
pub(super) fn text(field: Field, row: &Row) -> Cow<'_, str> {
    match field {
        Field::Code => row.code.as_str().into(),
        Field::Aliases => aliases_text(&row.aliases).into(),
        Field::Name => row.name.as_str().into(),
        Field::Message => row.message.as_str().into(),
        Field::Description => row.description.as_str().into(),
        Field::Kind => row.kind.map(|kind| format!("{kind:?}")).unwrap_or_default().into(),
        Field::Retryable => row.is_retryable().map(|is| is.to_string()).unwrap_or_default().into(),
        Field::Retired => if row.is_retired { "retired" } else { "" }.into(),
        Field::Column(index) => row.value(index).into(),
    }
}

/// Aliases as one text. A comma inside of one has a backslash before it.
fn aliases_text(aliases: &[String]) -> String {
    aliases.iter().map(|alias| escaped_alias(alias)).collect::<Vec<_>>().join(", ")
}

pub(super) fn escaped_alias(alias: &str) -> String {
    alias.replace('\\', "\\\\").replace(',', "\\,")
}
