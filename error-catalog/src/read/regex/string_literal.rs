//! String literals of programming languages.

use std::ops::Range;

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The text of a group of a match, and where it ends.
///
/// If the group is a string literal, with its quotes or between them, this is the text of
/// that literal and of those that are joined to it, as far as they are in `behind`: from
/// the end of the match to the next one. Otherwise it is what the group matched.
pub(super) fn read(text: &str, group: &Range<usize>, behind: &Range<usize>) -> (String, usize) {
    let raw = text.get(group.clone()).unwrap_or_default().trim();
    let read = range(text, group).and_then(|range| joined(text, range, behind));
    read.unwrap_or_else(|| (raw.to_owned(), group.end))
}

/// Whether a literal that ends at `end` goes on in a way that [`read`] does not follow: with
/// a name after a `+`, with another literal in the same line, perhaps behind the name of a
/// macro, or because three quotes began it.
pub(super) fn goes_on(text: &str, group: &Range<usize>, end: usize, behind: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    // What the expression matches after the group is not a part of it.
    let is_beside = behind <= end && is_beside(rest);
    range(text, group).is_some()
        && (rest.starts_with(QUOTES)
            || after_comment(rest, char::is_whitespace).starts_with('+')
            || is_beside)
}

/// What follows blanks and a comment.
fn after_comment(text: &str, is_blank: fn(char) -> bool) -> &str {
    let text = text.trim_start_matches(is_blank);
    let comment = text.strip_prefix("/*").and_then(|comment| comment.split_once("*/"));
    comment.map_or(text, |(_, behind)| behind.trim_start_matches(is_blank))
}

/// Whether a text begins in its first line with a literal, or with a name in capitals, as C has
/// them for macros, and a literal.
fn is_beside(text: &str) -> bool {
    let is_blank = |letter: char| matches!(letter, ' ' | '\t');
    let next = after_comment(text, is_blank);
    let behind = next.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let name = next.get(..next.len() - behind.len()).unwrap_or_default();
    let is_macro = name.bytes().any(|byte| byte.is_ascii_uppercase());
    (name.is_empty() || is_macro) && after_comment(behind, is_blank).starts_with('"')
}

/// The group with the quotes around it; `None` if it has none. Those outside of the group come
/// first: a string may itself begin with another quote.
fn range(text: &str, group: &Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(group.clone())?;
    let quote = text.get(..group.start)?.chars().next_back().filter(|c| QUOTES.contains(c));
    if quote.is_some_and(|quote| text.get(group.end..).is_some_and(|it| it.starts_with(quote))) {
        return Some(group.start - 1..group.end + 1);
    }
    (inner.starts_with(QUOTES) && inner.len() > 1).then(|| group.clone())
}

/// The text of the literals in a range, and of those that go on after the match.
fn joined(text: &str, range: Range<usize>, behind: &Range<usize>) -> Option<(String, usize)> {
    let mut joined = String::new();
    let mut end = literal(text, range.start, &mut joined)?;
    loop {
        let limit = if end < range.end { range.end } else { behind.end };
        // What the expression matches after the group is not a part of it.
        let goes_on = end < range.end || behind.start <= end;
        let next = if goes_on { next(text, end, limit) } else { None };
        match next {
            Some(next) => end = literal(text, next, &mut joined)?,
            None => return (end >= range.end).then_some((joined, end)),
        }
    }
}

/// Where the literal begins that is joined to the one in front of `start`: by a `+`, or
/// because it is on the next line.
fn next(text: &str, start: usize, limit: usize) -> Option<usize> {
    let rest = text.get(start..limit)?;
    let gap = rest.get(..rest.find(QUOTES)?)?;
    let signs: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
    let is_joined = signs == "+" || gap.contains('\n') && matches!(&*signs, "" | "\\" | "@");
    is_joined.then_some(start + gap.len())
}

/// Appends the text of the literal whose quote is at `start`, and returns where it ends.
fn literal(text: &str, start: usize, to: &mut String) -> Option<usize> {
    let mut characters = text.get(start..)?.chars();
    let quote = characters.next()?;
    // Escapes in ` are text in Go and escapes in TypeScript.
    let has_escapes = quote != '`';
    loop {
        match characters.next()? {
            character if character == quote => return Some(text.len() - characters.as_str().len()),
            '\\' if has_escapes => {
                let (character, length) = escape(characters.as_str());
                to.extend(character);
                characters = characters.as_str().get(length..)?.chars();
            }
            '\n' if has_escapes => return None,
            character => to.push(character),
        }
    }
}

/// The characters of the escape after a backslash, and its length. An escape that does not
/// mean the same in every language stays as it is.
fn escape(text: &str) -> (Vec<char>, usize) {
    let simple = match text.bytes().next() {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(quote @ (b'"' | b'\'' | b'`' | b'\\' | b'/')) => char::from(quote),
        Some(b'\n') => return (Vec::new(), 1),
        Some(b'\r') if text.starts_with("\r\n") => return (Vec::new(), 2),
        _ => return unicode(text).map_or((vec!['\\'], 0), |(c, length)| (vec![c], length)),
    };
    (vec![simple], 1)
}

/// The character of `u00e9`, `u{e9}`, `U000000e9`, `x41` or a pair of surrogates.
fn unicode(text: &str) -> Option<(char, usize)> {
    if let Some(braced) = text.strip_prefix("u{") {
        let digits = braced.get(..braced.find('}')?)?;
        return Some((char::from_u32(hexadecimal(digits)?)?, digits.len() + 3));
    }
    let length = match text.bytes().next()? {
        b'u' => 4,
        b'U' => 8,
        b'x' => 2,
        _ => return None,
    };
    let number = hexadecimal(text.get(1..=length)?)?;
    // Above, `\x` is a byte in some languages.
    if length == 2 && number >= 0x80 {
        return None;
    }
    if let Some(character) = char::from_u32(number) {
        return Some((character, length + 1));
    }
    let low = hexadecimal(text.get(5..)?.strip_prefix("\\u")?.get(..4)?)?;
    let units = [u16::try_from(number).ok()?, u16::try_from(low).ok()?];
    Some((char::decode_utf16(units).next()?.ok()?, 11))
}

fn hexadecimal(digits: &str) -> Option<u32> {
    // `from_str_radix` also takes a sign.
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_digits)
}

#[cfg(test)]
mod tests {
    use super::read;

    /// The group is what is between `«` and `»`.
    fn text(marked: &str) -> String {
        let (before, rest) = marked.split_once('«').unwrap();
        let (inner, after) = rest.split_once('»').unwrap();
        let text = format!("{before}{inner}{after}");
        let group = before.len()..before.len() + inner.len();
        read(&text, &group, &(group.end..text.len())).0
    }

    #[test]
    fn a_group_that_is_a_literal_is_read_as_one() {
        let cases = [
            ("no «quotes \\n»", "quotes \\n"),
            (r#""«one»""#, "one"),
            (r#"«"one"»"#, "one"),
            (" «  one\n »", "one"),
            // A string that begins with another quote.
            (r#""«'%s' is old»""#, "'%s' is old"),
            (r#""«`a`.`b` is itself»""#, "`a`.`b` is itself"),
            (r#""«'all'»""#, "'all'"),
            (r#"'«"all"»'"#, "\"all\""),
            (r#"«"'a' or 'b'"»"#, "'a' or 'b'"),
            ("«'a' or 'b'»", "'a' or 'b'"),
            (r"'«it\'s»'", "it's"),
            (r#""«a \"b\" \\ \n \u00e9 \u{e9} \x41 \ud83e\udd80»""#, "a \"b\" \\ \n é é A 🦀"),
            // The group ends at an escaped quote.
            (r#""«a \»"b\" c""#, "a \"b\" c"),
            (r#""«\d \xe9 \ud83e \q»""#, r"\d \xe9 \ud83e \q"),
            ("`«a\\nb»`", "a\\nb"),
            // Joined.
            (r#""«one »" + "two""#, "one two"),
            (r#""«one " + "two»""#, "one two"),
            ("\"«one »\" +\n  \"two \"\n + \"three\"", "one two three"),
            ("@\"«one »\"\n  @\"two\"", "one two"),
            ("\"«one »\" \\\r\n  \"two\"", "one two"),
            ("\"«one \\\n two»\"", "one  two"),
            // Not joined.
            (r#""«one»" "two""#, "one"),
            (r#""«one»", "two""#, "one"),
            (r#""«one", "two»""#, r#"one", "two"#),
            ("\"«not closed»\n\"", "not closed"),
        ];
        for (marked, expected) in cases {
            assert_eq!(text(marked), expected, "{marked}");
        }
    }
}
