//! Differences in Markdown.

use std::fmt::Write;

use crate::compare::{Change, Difference, what_is_declared};
use crate::escape;
use crate::table::Row;

pub(super) fn write(differences: &[Difference]) -> String {
    const HEADINGS: [&str; 10] = [
        "Declaration",
        "Columns",
        "Added",
        "Renumbered",
        "No longer listed",
        "Retired",
        "Listed again",
        "Meaning changed",
        "Reworded",
        "Codes of one row",
    ];
    let mut document = String::new();
    for heading in HEADINGS {
        let mut items = differences.iter().filter(|each| heading_of(&each.change) == heading);
        let Some(first) = items.next() else { continue };
        let line = if document.is_empty() { "" } else { "\n" };
        let _ = writeln!(document, "{line}### {heading}\n");
        for difference in std::iter::once(first).chain(items) {
            let _ = writeln!(document, "- {} ({})", item(difference), class(difference));
        }
    }
    document
}

fn heading_of(change: &Change) -> &'static str {
    match change {
        Change::Added { .. } => "Added",
        Change::Removed => "No longer listed",
        Change::Retired => "Retired",
        Change::ListedAgain => "Listed again",
        Change::MeaningChanged => "Meaning changed",
        Change::Reworded { .. } | Change::CommentDiffers | Change::CommentCode { .. } => "Reworded",
        Change::Renumbered { .. } => "Renumbered",
        Change::ColumnAdded { .. } | Change::ColumnRemoved { .. } => "Columns",
        Change::Declared { .. } | Change::EnumAdded { .. } | Change::EnumRemoved { .. } => {
            "Declaration"
        }
        Change::CodeAdded { .. }
        | Change::CodeRemoved { .. }
        | Change::CodeMoved { .. }
        | Change::CodeSplit { .. } => "Codes of one row",
    }
}

fn item(difference: &Difference) -> String {
    let message = |row: &Option<Row>| row.as_ref().map_or("", Row::message).to_owned();
    let (old, new) = (message(&difference.old), message(&difference.new));
    let row = code(difference.code()) + &name(difference.name());
    match &difference.change {
        Change::Added { .. } => format!("{row}: {}", inline(&new)),
        Change::Removed | Change::Retired | Change::ListedAgain => {
            format!("{row}: {}", inline(&old))
        }
        Change::MeaningChanged if old != new => {
            format!("{row}: “{}”, was “{}”", inline(&new), inline(&old))
        }
        Change::MeaningChanged => {
            let [old, new] = difference.meanings();
            format!("{row}: {}, was {}", inline(&new), inline(&old))
        }
        Change::Reworded { column, old, new, .. } => {
            let (column, old, new) = (inline(column), inline(old), inline(new));
            format!("{row}: the {column} is now “{new}”, was “{old}”")
        }
        Change::CodeAdded { code: alias, .. } => format!("{row}: {} is new", code(alias)),
        Change::CodeRemoved { code: alias } => {
            format!("{row}: {} is no longer listed", code(alias))
        }
        Change::CodeMoved { code: alias, from } => {
            format!("{row}: {}, which was{}", code(alias), name(from))
        }
        Change::CodeSplit { code: alias, columns } => {
            format!("{row}: {} differs in its {} now", code(alias), inline(&columns.join(" and ")))
        }
        Change::Renumbered { code: new, from } => {
            let from = from.as_ref().map(|from| format!(", which was{}", name(from)));
            format!("{row}: {} now{}", code(new), from.unwrap_or_default())
        }
        Change::Declared { key, old, new } => declared(key, old.as_deref(), new.as_deref()),
        Change::EnumAdded { name } => format!("the enum {} is new", code(name)),
        Change::EnumRemoved { name } => format!("the enum {} is gone", code(name)),
        Change::CommentDiffers => format!("{row}: the doc comment is not the description"),
        Change::CommentCode { code: other } => {
            format!("{row}: the doc comment begins with another code, {}", code(other))
        }
        Change::ColumnAdded { column } => format!("{} is new", inline(column)),
        Change::ColumnRemoved { column } => format!("{} is gone", inline(column)),
    }
}

fn declared(key: &str, old: Option<&str>, new: Option<&str>) -> String {
    let what = what_is_declared(key);
    match (old, new) {
        (Some(old), Some(new)) => format!("{what} is now {}, was {}", code(new), code(old)),
        (Some(old), None) => format!("{what} {} is gone", code(old)),
        (None, new) => format!("{what} {} is new", code(new.unwrap_or_default())),
    }
}

/// The class, in bold if it is breaking.
fn class(difference: &Difference) -> String {
    let text = difference.class_text();
    match text.strip_prefix("breaking") {
        Some(rest) => format!("**breaking**{rest}"),
        None => text,
    }
}

/// A text on one line, without markup.
fn inline(text: &str) -> String {
    escape::markdown(text.trim())
}

/// A code in backticks, more of them than it has itself.
fn code(code: &str) -> String {
    let code: String = code.chars().filter(|character| !character.is_control()).collect();
    let mut marks = "`".to_owned();
    while code.contains(&marks) {
        marks.push('`');
    }
    let space = if marks.len() > 1 { " " } else { "" };
    format!("{marks}{space}{code}{space}{marks}")
}

/// A name in backticks, if there is one.
fn name(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" {}", code(name)) }
}
