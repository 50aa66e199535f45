//! Identifiers that the caller chooses: the names of the enum, of its `other` variant, and of
//! columns.

use std::borrow::Cow;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_ident::{is_xid_continue, is_xid_start};

/// Why a name cannot be an identifier, and what to do; `None` if it can.
pub(crate) fn type_problem(name: &str) -> Option<String> {
    let pascal_case = name.to_upper_camel_case();
    let problem = if !is_identifier(name) {
        "it is not an identifier".to_owned()
    } else if is_keyword(name) {
        "it is a keyword".to_owned()
    } else if TAKEN.contains(&name) {
        "the code of the enum uses this name".to_owned()
    } else if name.contains('_') || name.starts_with(char::is_lowercase) {
        return Some(format!("Rust's types are in PascalCase; write {pascal_case}"));
    } else {
        return None;
    };
    Some(problem)
}

/// The method of a column.
///
/// # Errors
///
/// Why no method can have that name.
pub(crate) fn column_method(name: &str) -> Result<String, String> {
    let method = name.to_snake_case();
    if !is_identifier(&method) || matches!(&*method, "self" | "crate" | "super") {
        return Err("it is not an identifier".to_owned());
    }
    if is_reserved(&method) {
        return Err(format!("the derive makes a method or reads a flag `{method}`"));
    }
    Ok(raw_identifier(&method).into_owned())
}

/// Whether a name is an identifier of Rust, or a keyword.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let is_start = |first: char| first == '_' || is_xid_start(first);
    characters.next().is_some_and(is_start) && characters.all(is_xid_continue) && name != "_"
}

/// The identifier, as a raw one if it is a keyword.
pub(crate) fn raw_identifier(name: &str) -> Cow<'_, str> {
    if is_keyword(name) { format!("r#{name}").into() } else { name.into() }
}

fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// The names that the source of an enum uses.
const TAKEN: [&str; 20] = [
    "ErrorCatalog",
    "jmessage_codes",
    "thiserror",
    "core",
    "str",
    "bool",
    "u8",
    "i8",
    "u16",
    "i16",
    "u32",
    "i32",
    "u64",
    "i64",
    "u128",
    "i128",
    "usize",
    "isize",
    "f32",
    "f64",
];

/// Whether the derive makes a method or reads a word of this name, so that no column can have it.
pub(crate) fn is_reserved(name: &str) -> bool {
    name.starts_with("__") || GENERATED.contains(&name) || WORDS.contains(&name)
}

/// The names of the generated methods and constants. The derive has the same list.
pub(crate) const GENERATED: [&str; 17] = [
    "NAME",
    "ENTRIES",
    "from_code",
    "from_code_or_other",
    "error_code",
    "from_message",
    "entry",
    "code",
    "name",
    "message",
    "description",
    "kind",
    "is_success",
    "is_retryable",
    "is_retired",
    "aliases",
    "into_result",
];

/// The flags and keys in `#[code(…)]`, and the method that only the trait has. The derive has the
/// same list.
const WORDS: [&str; 5] = ["success", "retired", "retryable", "other", "try_from_code"];

const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
