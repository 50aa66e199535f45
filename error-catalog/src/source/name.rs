//! Names of variants, from the texts of a table, and of columns.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::table::Row;

/// A longer name ends before the word that makes it too long.
const LONGEST: usize = 60;

/// The names that the variants of a table already have.
///
/// Rows get their names in order and keep them, so that rows added at the end
/// rename no variant.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
    /// The number to try next behind a name with its code, so that many equal ones
    /// take linear time.
    next: HashMap<String, usize>,
}

impl Names {
    pub(crate) fn new(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), next: HashMap::new() }
    }

    /// The row's own name; with the row's code appended if the name is taken;
    /// `Code` and the code if the row has no name.
    pub(crate) fn name(&mut self, row: &Row) -> String {
        let own = own_name(row);
        let code = code_name(&row.code);
        let with_code = match &own {
            Some(own) => format!("{own}{code}"),
            None => format!("Code{code}"),
        };
        let mut candidates = own.into_iter().chain([with_code.clone()]);
        let free = candidates.find(|candidate| !self.taken.contains(candidate));
        let free = free.unwrap_or_else(|| self.numbered(&with_code));
        self.taken.insert(free.clone());
        free
    }

    fn numbered(&mut self, with_code: &str) -> String {
        let next = self.next.entry(with_code.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{with_code}No{next}");
            *next += 1;
            if !self.taken.contains(&candidate) {
                return candidate;
            }
        }
    }
}

/// The row's name, or else its message, in `PascalCase`. `None` if that is not an
/// identifier in ASCII.
pub(crate) fn own_name(row: &Row) -> Option<String> {
    let text = if row.name.is_empty() { &row.message } else { &row.name };
    let name = if is_pascal_case(text) { text.clone() } else { pascal_case(text) };
    let begins_well = name.starts_with(|first: char| first.is_ascii_alphabetic());
    // The only keyword that begins with a capital letter.
    (begins_well && name != "Self").then_some(name)
}

/// Whether the text is a name already, as the names of a published catalog are.
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

/// The code, reduced to what a name can contain.
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

/// The name of a column's method; `None` if no method can have that name.
pub(crate) fn column_identifier(name: &str) -> Option<String> {
    let name = name.to_snake_case();
    let can_be_a_method = is_identifier(&name)
        && !RESERVED.contains(&&*name)
        && !matches!(&*name, "self" | "crate" | "super");
    can_be_a_method.then(|| raw_identifier(&name).into_owned())
}

/// The identifier, as a raw one if it is a keyword.
pub(crate) fn raw_identifier(name: &str) -> Cow<'_, str> {
    if is_keyword(name) { format!("r#{name}").into() } else { name.into() }
}

/// The names that a column cannot have: those of the generated methods and of the
/// flags in `#[code(…)]`. The derive has the same list.
pub(crate) const RESERVED: [&str; 15] = [
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
    "into_result",
    "success",
    "retired",
    "other",
];

const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
