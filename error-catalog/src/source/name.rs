//! Names: of variants, found in a table's texts, and of columns.

use std::collections::HashSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::Row;

/// Longer names end with the word before.
const LONGEST: usize = 60;

/// The names that a table's variants have already.
///
/// Rows are named in their order and keep what they got, so that rows which are
/// added behind them rename none.
#[derive(Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    pub(crate) fn new(taken: impl IntoIterator<Item = String>) -> Self {
        Self(taken.into_iter().collect())
    }

    /// The row's own name, with its code behind where another row has that, or
    /// alone where there is no name.
    pub(crate) fn name(&mut self, row: &Row) -> String {
        let own = own_name(row);
        let code = code_name(&row.code);
        let with_code = match &own {
            Some(own) => format!("{own}{code}"),
            None => format!("Code{code}"),
        };
        let numbered = (2_usize..).map(|number| format!("{with_code}No{number}"));
        let mut candidates = own.into_iter().chain([with_code.clone()]).chain(numbered);
        let free = candidates.find(|name| !self.0.contains(name)).unwrap_or(with_code);
        self.0.insert(free.clone());
        free
    }
}

/// The name that a row has of its own: its name or else its message in
/// `PascalCase`. `None` where that makes no identifier of ASCII letters.
pub(crate) fn own_name(row: &Row) -> Option<String> {
    let text = if row.name.is_empty() { &row.message } else { &row.name };
    let name = if is_pascal_case(text) { text.clone() } else { pascal_case(text) };
    let begins_well = name.starts_with(|first: char| first.is_ascii_alphabetic());
    // The only keyword that begins with a capital.
    (begins_well && name != "Self").then_some(name)
}

/// Whether it can stand as it is, so that a catalog's own names come back.
fn is_pascal_case(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.contains(|character: char| character.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn pascal_case(text: &str) -> String {
    let text = text.replace(['\'', '’'], "");
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    let mut name = String::new();
    for word in words {
        let word = word.to_upper_camel_case();
        if name.len() + word.len() > LONGEST {
            break;
        }
        name.push_str(&word);
    }
    name
}

/// What a name can hold of a code.
fn code_name(code: &str) -> String {
    let code = match code.strip_prefix('-') {
        Some(digits) => format!("Minus{digits}"),
        None => code.to_owned(),
    };
    code.chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect()
}

pub(crate) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic())
        && name.chars().all(|character| character.is_alphanumeric() || character == '_')
}

pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// The method of a column; `None` where it cannot have a name.
pub(crate) fn column_identifier(name: &str) -> Option<String> {
    let name = name.to_snake_case();
    if !is_identifier(&name) || TAKEN_BY_METHODS.contains(&&*name) || name == "self" {
        return None;
    }
    let can_be_raw = !matches!(&*name, "crate" | "super");
    if is_keyword(&name) { can_be_raw.then(|| format!("r#{name}")) } else { Some(name) }
}

/// What the derive refuses as the name of a column.
const TAKEN_BY_METHODS: [&str; 11] = [
    "code",
    "description",
    "entry",
    "from_code",
    "from_message",
    "into_result",
    "is_success",
    "message",
    "name",
    "other",
    "success",
];

const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
