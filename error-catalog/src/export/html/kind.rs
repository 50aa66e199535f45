//! The kinds of a page: their names, what to do about them, and the filter.

use std::fmt::Write;

use jmessage_codes::Kind;

use crate::table::Row;

pub(super) fn is_success(row: &Row) -> bool {
    row.kind == Some(Kind::Ok)
}

/// The kind in words, such as "Not found".
pub(super) fn label(kind: Kind) -> String {
    if kind == Kind::Ok {
        return "Success".to_owned();
    }
    let mut label = String::new();
    for letter in format!("{kind:?}").chars() {
        if letter.is_ascii_uppercase() && !label.is_empty() {
            label.push(' ');
            label.push(letter.to_ascii_lowercase());
        } else {
            label.push(letter);
        }
    }
    label
}

/// What a program does about it, in a few words. A row can differ from its kind in whether
/// the same request may succeed later.
pub(super) fn advice(kind: Kind, is_retryable: bool) -> &'static str {
    match kind {
        _ if is_retryable => "Try again later",
        Kind::Ok => "Nothing to do",
        Kind::Cancelled => "Someone stopped it",
        Kind::Unknown => "The table does not say what to do",
        Kind::InvalidArgument | Kind::OutOfRange => "Correct the request",
        Kind::NotFound => "Create it, or name another",
        Kind::AlreadyExists => "Take it as done",
        Kind::PermissionDenied => "Ask for permission",
        Kind::FailedPrecondition
        | Kind::DeadlineExceeded
        | Kind::Unavailable
        | Kind::ResourceExhausted
        | Kind::Aborted => "Change the state first",
        Kind::Unimplemented => "Do without it",
        Kind::Internal | Kind::DataLoss => "Report it",
        Kind::Unauthenticated => "Log in",
    }
}

/// The class that gives kinds their color: those to which a program answers alike.
pub(super) fn class(kind: Kind, is_retryable: bool) -> &'static str {
    match kind {
        Kind::Ok => "success",
        _ if is_retryable => "later",
        Kind::Unauthenticated | Kind::PermissionDenied => "access",
        Kind::Internal | Kind::DataLoss => "broken",
        Kind::Unknown | Kind::Cancelled => "plain",
        _ => "request",
    }
}

/// The buttons that filter by kind; empty if all rows have the same one.
pub(super) fn filter(rows: &[Row]) -> String {
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    for kind in rows.iter().filter_map(|row| row.kind) {
        match counts.iter_mut().find(|(each, _)| *each == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    if counts.len() < 2 {
        return String::new();
    }
    counts.sort_by_key(|(kind, count)| (*kind == Kind::Ok, std::cmp::Reverse(*count)));
    let mut buttons =
        "<div class=\"kinds\" role=\"group\" aria-label=\"Filter by kind\" hidden>\n".to_owned();
    for (kind, count) in counts {
        let later = kind.is_retryable();
        let (label, class, advice) = (label(kind), class(kind, later), advice(kind, later));
        // Writing to a string does not fail.
        let _ = writeln!(
            buttons,
            "<button type=\"button\" class=\"{class}\" aria-pressed=\"false\" title=\"{advice}\" \
             data-kind=\"{label}\">{label} <span>{count}</span></button>"
        );
    }
    buttons + "</div>\n"
}
