//! Names of variants, from the texts of a table.

use std::collections::{HashMap, HashSet};

use heck::ToUpperCamelCase;

use crate::table::Row;

/// A name that is made of a sentence ends before the word that makes it longer.
const LONGEST: usize = 40;

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

    /// The name of the variant for unlisted codes: one that no row has.
    pub(crate) fn other(&mut self) -> String {
        let mut usual = ["Other", "Unlisted", "UnlistedCode"].into_iter();
        match usual.find(|name| !self.taken.contains(*name)) {
            Some(name) => name.to_owned(),
            None => self.numbered("Other"),
        }
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

/// The row's name, or else a code that is a name, or else the message, in `PascalCase`.
/// `None` if that has no letters for a name.
pub(crate) fn own_name(row: &Row) -> Option<String> {
    let name = if is_symbol_behind_digits(row.name.trim()) {
        format!("Code{}", whole(&row.name))
    } else if !row.name.trim().is_empty() {
        whole(&row.name)
    } else if is_symbol(&row.code) {
        whole(&row.code)
    } else if is_symbol_behind_digits(&row.code) {
        format!("Code{}", whole(&row.code))
    } else if is_symbol(row.message.trim()) {
        whole(&row.message)
    } else {
        sentence(&row.message)
    };
    // The only keyword that begins with a capital letter.
    (name.starts_with(char::is_alphabetic) && name != "Self").then_some(name)
}

/// Whether the text is a name in a program, such as `NOT_FOUND`, and not `P0001`.
fn is_symbol(text: &str) -> bool {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:/".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && letters > digits
        && text.bytes().all(is_part)
}

/// Whether the text is such a name that begins with digits, as `2FA_REQUIRED`.
fn is_symbol_behind_digits(text: &str) -> bool {
    let symbol = text.trim_start_matches(|first: char| first.is_ascii_digit());
    symbol.len() < text.len() && symbol.contains('_') && is_symbol(symbol)
}

/// A name in the document, never cut.
fn whole(text: &str) -> String {
    let text = text.trim();
    // The names of a published catalog stay as they are.
    let is_pascal_case = text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.contains(|character: char| character.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_pascal_case { text.to_owned() } else { words(text).concat() }
}

/// The first words of a sentence.
fn sentence(text: &str) -> String {
    let text = without_placeholders(text);
    let words = words(&text);
    let mut length = 0;
    let mut kept: Vec<&String> = words
        .iter()
        .take_while(|word| {
            let is_first = length == 0;
            length += word.chars().count();
            is_first || length <= LONGEST
        })
        .collect();
    if kept.len() < words.len() {
        while kept.len() > 1 && kept.last().is_some_and(|word| SMALL.contains(&word.as_str())) {
            kept.pop();
        }
    }
    kept.into_iter().flat_map(|word| word.chars().take(LONGEST)).collect()
}

/// Words at which a sentence is not cut.
const SMALL: [&str; 17] = [
    "A", "An", "And", "As", "At", "Be", "By", "For", "From", "In", "Is", "Of", "On", "Or", "The",
    "To", "With",
];

/// The letters of most European languages and of Vietnamese.
fn is_latin(letter: char) -> bool {
    let is_one = matches!(letter, 'À'..='ž' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ')
        && !matches!(letter, '×' | '÷' | 'Ĳ' | 'ĳ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ');
    letter.is_ascii_alphabetic() || is_one
}

/// Another letter for one that is rare in names or looks like another one, of which rustc
/// warns.
fn unlike_others(letter: char) -> char {
    match letter {
        'Ð' => 'Đ',
        'Ĕ' => 'E',
        'ĕ' => 'e',
        'İ' | 'Ĭ' => 'I',
        'ı' | 'ĭ' => 'i',
        'ĺ' => 'l',
        'Ș' => 'Ş',
        'ș' => 'ş',
        'Ț' => 'Ţ',
        'ț' => 'ţ',
        letter => letter,
    }
}

/// The words in `PascalCase`. None if most of the letters cannot be in a name.
fn words(text: &str) -> Vec<String> {
    // In bytes, since a letter of Chinese is a word.
    let bytes = |is: fn(char) -> bool| -> usize {
        text.chars().filter(|letter| is(*letter)).map(char::len_utf8).sum()
    };
    if bytes(|letter| letter.is_alphabetic() && !is_latin(letter)) >= bytes(is_latin) {
        return Vec::new();
    }
    let is_dropped = |letter: &char| !matches!(letter, '\'' | '’' | '\u{300}'..='\u{36f}');
    let text: String = text.chars().filter(is_dropped).map(unlike_others).collect();
    let words = text.split(|letter: char| !is_latin(letter) && !letter.is_ascii_digit());
    let words = words.map(ToUpperCamelCase::to_upper_camel_case);
    words.filter(|word| !word.is_empty()).collect()
}

/// The text without `{id}`, `${id}`, `<id>` and `%s`.
fn without_placeholders(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '<', '%']) {
        let (before, placeholder) = rest.split_at(start);
        kept.push_str(before);
        let length = placeholder_length(placeholder);
        // A mark that begins no placeholder is no letter either.
        kept.push(' ');
        rest = placeholder.get(length.max(1)..).unwrap_or_default();
    }
    kept.push_str(rest);
    kept
}

/// The length in bytes of the placeholder at the start of a text; 0 if there is none.
fn placeholder_length(text: &str) -> usize {
    let closed = |end: char| {
        let is_inside = |inner: &str| {
            !inner.contains(char::is_whitespace) || inner.trim() != inner && end == '}'
        };
        text.find(end).filter(|&place| text.get(1..place).is_some_and(is_inside))
    };
    match text.as_bytes().first() {
        Some(b'{') => closed('}').map_or(0, |place| place + 1),
        Some(b'<') => closed('>').map_or(0, |place| place + 1),
        _ => {
            // As in `%s`, `%lu`, `%1$s` and `%-5.2f`.
            let is_flag = |byte: &u8| byte.is_ascii_digit() || b"$.-+#*hlzjtL".contains(byte);
            // In Python, `%(name)s`.
            if let Some(name) = text.strip_prefix("%(").and_then(|rest| rest.split_once(')')) {
                return name.0.len() + 4;
            }
            let flags = text.bytes().skip(1).take_while(is_flag).count();
            let ends =
                text.as_bytes().get(1 + flags).is_some_and(|end| b"sdiuxXofeEgGcp@v".contains(end));
            if ends { flags + 2 } else { 0 }
        }
    }
}

/// The code, reduced to what a name can contain.
fn code_name(code: &str) -> String {
    let code = match code.strip_prefix('-') {
        Some(digits) => format!("Minus{digits}"),
        None => code.to_owned(),
    };
    code.chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect()
}
