//! Headings in the forms in which they are compared.

/// In lower case, without blanks, punctuation and Latin accents.
pub(super) fn plain(heading: &str) -> String {
    let letters = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut text = String::with_capacity(heading.len());
    for letter in letters {
        match letter {
            'á' | 'à' | 'â' | 'ä' | 'ã' => text.push('a'),
            'é' | 'è' | 'ê' | 'ë' => text.push('e'),
            'í' | 'ì' | 'î' | 'ï' => text.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => text.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => text.push('u'),
            'ç' => text.push('c'),
            'ñ' => text.push('n'),
            'ß' => text.push_str("ss"),
            _ => text.push(letter),
        }
    }
    text
}

/// `plain`, without the `s` of a plural.
pub(super) fn singular(heading: &str) -> String {
    let mut text = plain(heading);
    if text.ends_with('s') {
        text.pop();
    }
    text
}

/// What stands before a word that joins two headings, as in "Cause and what to do".
pub(super) fn first_of_joined(heading: &str) -> Option<String> {
    const WORDS: [&str; 6] = [" and ", " & ", " or ", "和", "及", "与"];
    let lower = heading.to_lowercase();
    let ends = WORDS.iter().filter_map(|word| lower.find(word)).min();
    ends.and_then(|end| lower.get(..end)).map(singular)
}

/// The first part of "错误码 (code)", "Code / Status" or "message.en".
pub(super) fn beginning(heading: &str) -> String {
    const ENDS: [char; 13] =
        ['(', '（', '[', '【', '/', ':', '：', '.', ',', '，', '、', '|', '\n'];
    singular(heading.trim().split(ENDS).next().unwrap_or_default())
}
