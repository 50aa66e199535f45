//! String literals of programming languages.

use std::ops::Range;

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The text of a group of a match, and where it ends.
///
/// If the group is a string literal, with or without its quotes, this is the text of that literal
/// and of those that are joined to it in `after`, the text from the end of the match to the next
/// one. Otherwise it is what the group matched.
pub(super) fn read(text: &str, group: &Range<usize>, after: &Range<usize>) -> (String, usize) {
    let raw = text.get(group.clone()).unwrap_or_default().trim();
    let read = range(text, group).and_then(|range| joined(text, range, after));
    read.unwrap_or_else(|| (raw.to_owned(), group.end))
}

/// Whether a literal that ends at `end` continues before `limit`, in a way that [`read`] does not
/// follow: with a name after a `+`, with another literal on the same line, perhaps after the name
/// of a macro, or because three quotes began it.
pub(super) fn goes_on(text: &str, group: &Range<usize>, end: usize, limit: usize) -> bool {
    let rest = text.get(end..limit).unwrap_or_default();
    // A macro such as `N_` may be around it.
    let before = text.get(..group.start).unwrap_or_default().trim_end_matches(QUOTES);
    let rest = rest.strip_prefix(')').filter(|_| before.ends_with("_(")).unwrap_or(rest);
    let gap = Between::of(rest);
    range(text, group).is_some()
        && (rest.starts_with(QUOTES) || gap.has_plus || gap.literal().is_some() || gap.is_macro())
}

/// What follows a literal and the blanks and comments after it.
struct Between<'t> {
    rest: &'t str,
    has_plus: bool,
    has_line: bool,
}

impl<'t> Between<'t> {
    fn of(text: &'t str) -> Self {
        let mut gap = Self { rest: text, has_plus: false, has_line: false };
        loop {
            let rest = gap.rest.trim_start();
            let blanks = gap.rest.len() - rest.len();
            gap.has_line |= gap.rest.get(..blanks).is_some_and(|blanks| blanks.contains('\n'));
            let line_end = || rest.find('\n').unwrap_or(rest.len());
            let skipped = if rest.starts_with("/*") {
                rest.find("*/").map_or(0, |end| end + 2)
            } else if rest.starts_with("//") || rest.starts_with("# ") {
                line_end()
            } else if rest.starts_with('+') && !gap.has_plus {
                gap.has_plus = true;
                1
            } else {
                usize::from(rest.starts_with("\\\n") || rest.starts_with("\\\r\n"))
            };
            gap.rest = rest.get(skipped..).unwrap_or_default();
            if skipped == 0 {
                return gap;
            }
        }
    }

    /// The prefix of the literal that follows, and what begins with its quote.
    fn literal(&self) -> Option<(&'t str, &'t str)> {
        let quoted = self.rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '@');
        let prefix = self.rest.get(..self.rest.len() - quoted.len())?;
        let is_one_line = !self.has_plus && !self.has_line;
        let is_quote = |c: char| if is_one_line { c == '"' } else { QUOTES.contains(&c) };
        (prefix.len() < 3 && quoted.starts_with(is_quote)).then_some((prefix, quoted))
    }

    /// Whether the name of a macro follows, with a literal or the end of an argument after it.
    fn is_macro(&self) -> bool {
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let name = self.rest.get(..self.rest.len() - after.len()).unwrap_or_default();
        let argument = after.strip_prefix('(').and_then(|after| after.split_once(')'));
        let after = Self::of(argument.map_or(after, |(_, after)| after));
        let is_argument = !self.has_line && after.rest.starts_with([')', ',']);
        name.bytes().any(|byte| byte.is_ascii_uppercase())
            && (after.rest.starts_with('"') || is_argument)
    }
}

/// Where a group begins, with the quote in front of it.
pub(super) fn start(text: &str, group: &Range<usize>) -> usize {
    range(text, group).map_or(group.start, |range| range.start)
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

/// The text of the literals in a range, and of those that continue after the match.
fn joined(text: &str, range: Range<usize>, after: &Range<usize>) -> Option<(String, usize)> {
    let mut joined = String::new();
    let mut end = literal(text, range.start, &mut joined)?;
    loop {
        let limit = if end < range.end { range.end } else { after.end };
        // What the expression matches after the group is not a part of it.
        let goes_on = end < range.end || after.start <= end;
        let next = if goes_on { next(text, end, limit) } else { None };
        match next {
            Some(next) => end = literal(text, next, &mut joined)?,
            None => return (end >= range.end).then_some((joined, end)),
        }
    }
}

/// The start of the literal that is joined to the one before `start`, by a `+` or because it is
/// on the next line.
fn next(text: &str, start: usize, limit: usize) -> Option<usize> {
    let gap = Between::of(text.get(start..limit)?);
    let (prefix, quoted) = gap.literal()?;
    // Raw strings have other escapes.
    let is_known = matches!(prefix, "" | "@" | "L" | "U" | "b" | "f" | "u" | "u8");
    ((gap.has_plus || gap.has_line) && is_known).then_some(limit - quoted.len())
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

/// The characters of the escape after a backslash, and its length. An escape whose meaning
/// depends on the language stays unchanged.
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

    /// The group is the text between `«` and `»`.
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
