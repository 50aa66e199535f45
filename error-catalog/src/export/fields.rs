//! The fields of a written document.

use crate::read::{Role, has_role};
use crate::table::{Field, Table};

/// The fields of a written document: those that the table has, and those for which a reader
/// would otherwise take another column, such as one called `detail`.
pub(super) fn written_fields(table: &Table) -> Vec<Field> {
    let is_mistaken = |role| table.columns.iter().any(|column| has_role(role, column));
    let is_written = |field| {
        table.has(field)
            || match field {
                Field::Aliases => is_mistaken(Role::Aliases),
                Field::Name => is_mistaken(Role::Name),
                Field::Description => is_mistaken(Role::Description),
                _ => false,
            }
    };
    Field::list(is_written, table.columns.len())
}
