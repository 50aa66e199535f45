//! Names of variants, from the texts of a table.

use std::collections::{HashMap, HashSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::identifier::{is_identifier, raw_identifier};
use crate::table::Row;

/// A name that is made from a sentence ends before the word that would make it longer.
const LONGEST: usize = 40;

/// The names that the variants of a table already have.
///
/// Rows get their names in order and keep them, so that rows added at the end
/// rename no variant.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
    /// For each name that a message has made, the words of all rows whose messages make it.
    words: HashMap<String, HashSet<String>>,
    /// The number to try next after a name with its code, so that many equal ones
    /// take linear time.
    next: HashMap<String, usize>,
}

impl Names {
    pub(crate) fn new(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), ..Self::default() }
    }

    /// The row's own name. If it is taken, the words that tell its texts apart from those of the
    /// other rows follow, or else its code. If the row has no name, `Code` and the code.
    pub(crate) fn name(&mut self, row: &Row) -> String {
        let kept = variant_name(&row.name).filter(|_| row.keeps_name);
        let own = kept.or_else(|| own_name(row));
        let apart = own.as_deref().and_then(|own| self.told_apart(own, row));
        self.first_free(own, apart, row)
    }

    /// This name, or else one with the row's code.
    #[cfg(feature = "export")]
    pub(crate) fn with_code(&mut self, own: Option<String>, row: &Row) -> String {
        self.first_free(own, None, row)
    }

    fn first_free(&mut self, own: Option<String>, apart: Option<String>, row: &Row) -> String {
        let code = code_name(&row.code);
        let with_code = match &own {
            Some(own) => format!("{own}{code}"),
            None => format!("Code{code}"),
        };
        let mut candidates = own.into_iter().chain(apart).chain([with_code.clone()]);
        let free = candidates.find(|candidate| !self.taken.contains(candidate));
        let free = free.unwrap_or_else(|| self.numbered(&with_code));
        self.taken.insert(free.clone());
        free
    }

    /// A name for the variant for unlisted codes that no row has.
    pub(crate) fn other(&mut self) -> String {
        let mut usual = ["Other", "Unlisted", "UnlistedCode"].into_iter();
        match usual.find(|name| !self.taken.contains(*name)) {
            Some(name) => name.to_owned(),
            None => self.numbered("Other"),
        }
    }

    /// The beginning of a message, and the words that no other row with the same beginning has.
    fn told_apart(&mut self, own: &str, row: &Row) -> Option<String> {
        if !is_named_by_sentence(row) {
            return None;
        }
        let message = words_of_sentence(&row.message);
        let description = words(&without_placeholders(&row.description));
        // If only the name of a row is known, its words are used.
        let of_name = || words(&own.to_snake_case()).into_iter().collect();
        let others = self.words.entry(own.to_owned()).or_insert_with(of_name);
        let is_new = |word: &&String| !others.contains(*word) && !SMALL.contains(&word.as_str());
        let new = [&message, &description].map(|words| words.iter().filter(is_new).cloned());
        let new = new.map(Iterator::collect::<Vec<_>>).into_iter().find(|new| !new.is_empty());
        let new = new.unwrap_or_default();
        others.extend(message.iter().chain(&description).cloned());
        let new = shortened(&new, LONGEST / 2);
        let length: usize = new.iter().map(String::len).sum();
        let head = shortened(&message, LONGEST - length);
        (!new.is_empty()).then(|| head.iter().chain(&new).map(String::as_str).collect())
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

/// The name of a variant in source code.
fn variant_name(name: &str) -> Option<String> {
    let is_name = is_identifier(name) && !matches!(name, "Self" | "self" | "super" | "crate");
    is_name.then(|| raw_identifier(name).into_owned())
}

/// The row's name, or else a code that is a name, or else the message, in `PascalCase`.
/// `None` if that has no letters for a name.
pub(crate) fn own_name(row: &Row) -> Option<String> {
    let name = if is_symbol_after_digits(row.name.trim()) {
        format!("Code{}", whole(&row.name))
    } else if !row.name.trim().is_empty() {
        whole(&row.name)
    } else if is_symbol(&row.code) {
        whole(&row.code)
    } else if is_symbol_after_digits(&row.code) {
        format!("Code{}", whole(&row.code))
    } else if is_symbol(row.message.trim()) {
        whole(&row.message)
    } else if is_symbol_after_digits(row.message.trim()) {
        format!("Code{}", whole(&row.message))
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

/// Whether the text is a name in a program except that it begins with digits, as `2FA_REQUIRED` and
/// `404_NOT_FOUND`.
fn is_symbol_after_digits(text: &str) -> bool {
    let symbol = text.trim_start_matches(|first: char| first.is_ascii_digit());
    let is_after = symbol.len() < text.len() && symbol.contains('_');
    is_after && is_symbol(symbol.trim_start_matches('_'))
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

/// Whether the row's name is made from its message, and the message is not a name itself.
fn is_named_by_sentence(row: &Row) -> bool {
    let is_symbol = |text: &str| is_symbol(text) || is_symbol_after_digits(text);
    row.name.trim().is_empty() && !is_symbol(&row.code) && !is_symbol(row.message.trim())
}

/// The first words of a sentence.
fn sentence(text: &str) -> String {
    let all = words_of_sentence(text);
    let length = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let first = ["。", ". ", "; ", "! ", ".\n"].iter().filter_map(|end| text.split_once(end));
    let first = first.map(|(first, _)| first).min_by_key(|first| first.len());
    let first = first.map(words_of_sentence).unwrap_or_default();
    // A short last word is an abbreviation such as `e.g.`.
    let is_sentence = first.len() > 1 && first.last().is_some_and(|last| last.len() > 2);
    let is_better = length(&all) > LONGEST && is_sentence && length(&first) <= LONGEST;
    if is_better { first.concat() } else { shortened(&all, LONGEST).concat() }
}

/// The words of a sentence, from the first that a name can begin with.
fn words_of_sentence(text: &str) -> Vec<String> {
    let words = words(&without_placeholders(text)).into_iter();
    words.skip_while(|word| !word.starts_with(char::is_alphabetic)).collect()
}

/// As many of the first words as fit. If some do not fit, the last word is one that can end a
/// phrase, if possible the last before another phrase.
fn shortened(words: &[String], longest: usize) -> Vec<String> {
    let mut length = 0;
    let fits = |word: &&String| {
        let is_first = length == 0;
        length += word.chars().count();
        is_first || length <= longest
    };
    let mut kept: Vec<&String> = words.iter().take_while(fits).collect();
    if kept.len() < words.len() {
        let letters = |words: &[&String]| words.iter().map(|word| word.len()).sum::<usize>();
        let begins_phrase = |word: &&String| PHRASES.contains(&word.as_str());
        let phrase = kept.iter().rposition(begins_phrase);
        if let Some(head) = phrase.and_then(|phrase| kept.get(..phrase))
            && letters(head) * 2 >= longest
        {
            kept.truncate(head.len());
        }
        while kept.len() > 1 && kept.last().is_some_and(|word| SMALL.contains(&word.as_str())) {
            kept.pop();
        }
    }
    kept.into_iter().map(|word| word.chars().take(longest.max(1)).collect()).collect()
}

/// Words that begin another phrase.
const PHRASES: [&str; 14] = [
    "And", "As", "Because", "But", "If", "Or", "Please", "Since", "So", "That", "Unless", "When",
    "Where", "Which",
];

/// Words that cannot end a phrase.
#[rustfmt::skip]
const SMALL: [&str; 66] = [
    "A", "About", "After", "All", "An", "And", "Another", "Any", "Are", "As", "At", "Be", "Because",
    "Been", "Before", "Between", "But", "By", "Can", "Could", "Did", "Do", "Does", "Each", "For",
    "From", "Has", "Have", "If", "In", "Into", "Is", "It", "Its", "May", "Might", "More", "Must",
    "No", "Not", "Of", "On", "Only", "Or", "Other", "Please", "Same", "Should", "Than", "That",
    "The", "Their", "This", "To", "Under", "Until", "Was", "Were", "When", "Which", "Will", "With",
    "Within", "Without", "Would", "Your",
];

/// The letters of most European languages and of Vietnamese.
fn is_latin(letter: char) -> bool {
    let is_one = matches!(letter, 'À'..='ž' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ')
        && !matches!(letter, '×' | '÷' | 'Ĳ' | 'ĳ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ');
    letter.is_ascii_alphabetic() || is_one
}

/// Another letter for one that is rare in names or looks like another one, about which rustc
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
        // A mark that does not begin a placeholder is not a letter either.
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
