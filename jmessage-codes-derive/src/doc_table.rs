//! The table in the documentation.

use std::fmt::Write;

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt;

use crate::attr::code::{KIND, RETRYABLE};
use crate::attr::value::Value;
use crate::table::{Row, Table};

/// The whole table in Markdown, with a link to each variant.
pub(crate) fn markdown(table: &Table) -> String {
    let mut text = String::from("The table.\n\n| code | variant | message | description |");
    let has_kinds = table.rows.iter().any(|row| row.given_kind.is_some());
    let columns = table.columns.iter().map(|column| column.name.unraw().to_string());
    let has_retryable = table.rows.iter().any(|row| row.given_retryable.is_some());
    let facts = [has_kinds.then_some(KIND), has_retryable.then_some(RETRYABLE)];
    let facts = facts.into_iter().flatten().map(str::to_owned);
    let more: Vec<String> = facts.chain(columns).collect();
    for heading in &more {
        let _ = write!(text, " {} |", escaped(heading));
    }
    text.push_str("\n|---|---|---|---|");
    text.push_str(&"---|".repeat(more.len()));
    for row in &table.rows {
        write_row(table, &mut text, row, has_kinds, has_retryable);
    }
    text
}

fn write_row(table: &Table, text: &mut String, row: &Row, has_kinds: bool, has_retryable: bool) {
    let codes: Vec<String> = row.codes.iter().map(|code| table.code_text(*code)).collect();
    // `variant@` below, since a method may have the same name.
    let name = row.variant.ident.unraw();
    let description = row.description.as_deref().unwrap_or_default();
    let (message, description) = (escaped(row.message), escaped(description));
    let codes = linked(table, row, escaped(&codes.join(", ")));
    let retired = if row.is_retired { " (retired)" } else { "" };
    let _ = write!(
        text,
        "\n| {codes} | [`{name}`](variant@Self::{name}){retired} | {message} | {description} |",
    );
    if has_kinds {
        let _ = write!(text, " {} |", row.kind());
    }
    if has_retryable {
        let _ = write!(text, " {} |", row.is_retryable());
    }
    for value in &row.values {
        let _ = write!(text, " {} |", escaped(&value_text(value)));
    }
}

/// A text with a link to where the code is explained.
fn linked(table: &Table, row: &Row, text: String) -> String {
    match table.url_of(row) {
        Some(url) => format!("[{text}](<{}>)", url.replace('&', "&amp;")),
        None => text,
    }
}

/// A column's value as text: the content of a string literal, or the tokens of
/// any other expression.
pub(crate) fn value_text(value: &Value) -> String {
    value.literal.clone().unwrap_or_else(|| tokens_text(&value.tokens))
}

/// Tokens with spaces roughly where rustfmt puts them.
fn tokens_text(tokens: &TokenStream) -> String {
    let mut text = String::new();
    // Whether an operand begins here, which makes an operator a prefix.
    let mut begins_operand = true;
    let mut is_tight = true;
    let mut is_joint = false;
    for token in tokens.clone() {
        let part = match &token {
            TokenTree::Group(group) => group_text(group),
            token => token.to_string(),
        };
        let punct = match &token {
            TokenTree::Punct(punct) => Some(punct),
            _ => None,
        };
        let binds = |punct: &Punct| ".:?,;".contains(punct.as_char());
        let is_call =
            matches!(&token, TokenTree::Group(group) if group.delimiter() != Delimiter::Brace);
        if !(is_tight || punct.is_some_and(binds) || is_call && !begins_operand) {
            text.push(' ');
        }
        text.push_str(&part);
        is_tight = punct.is_some_and(|punct| {
            let is_prefix = begins_operand && !is_joint && "-!&*'".contains(punct.as_char());
            let is_path = punct.as_char() == '.' || punct.as_char() == ':' && is_joint;
            is_prefix || is_path || punct.spacing() == Spacing::Joint
        });
        is_joint = punct.is_some_and(|punct| punct.spacing() == Spacing::Joint);
        begins_operand = punct.is_some_and(|punct| !".?'".contains(punct.as_char()));
    }
    text
}

fn group_text(group: &Group) -> String {
    let inner = tokens_text(&group.stream());
    match group.delimiter() {
        Delimiter::Parenthesis => format!("({inner})"),
        Delimiter::Bracket => format!("[{inner}]"),
        Delimiter::Brace => format!("{{ {inner} }}"),
        Delimiter::None => inner,
    }
}

/// Escapes a text so that Markdown and HTML show it unchanged, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    // Unchanged bytes, which are most of a large table, are copied together.
    let (mut copied, mut at) = (0, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        if is_plain(*byte) {
            at += 1;
            continue;
        }
        let (before, rest) = text.split_at(at);
        output.push_str(&before[copied..]);
        let Some(character) = rest.chars().next() else { break };
        push_escaped(&mut output, character);
        at += character.len_utf8();
        copied = at;
    }
    output.push_str(&text[copied..]);
    output
}

/// Whether a byte stays unchanged. Beyond ASCII, characters that begin with 0xC2 may be control
/// characters.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b' ' || byte > 0x7F && byte != 0xC2
}

fn push_escaped(output: &mut String, character: char) {
    match character {
        '&' => output.push_str("&amp;"),
        '<' => output.push_str("&lt;"),
        '>' => output.push_str("&gt;"),
        '|' => output.push_str("&#124;"),
        _ if character.is_control() => output.push(' '),
        _ if character.is_ascii_punctuation() => output.extend(['\\', character]),
        _ => output.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, markdown, value_text};
    use crate::attr::value::Value;
    use crate::{ast, check, errors};

    /// The lines of the table below its title.
    fn lines(input: &str) -> Vec<String> {
        let (input, mut errors) = (syn::parse_str(input).unwrap(), errors::Errors::default());
        let catalog = ast::Catalog::from_syn(&input, &mut errors);
        let text = markdown(&check::check(&catalog, &mut errors));
        assert!(errors.is_empty());
        text.lines().skip(2).map(str::to_owned).collect()
    }

    #[test]
    fn codes_and_kinds_are_shown() {
        let without = r#"enum E { #[code(0, "a", success)] A, #[code(1 | 2, "b")] B }"#;
        assert_eq!(
            lines(without),
            [
                "| code | variant | message | description |",
                "|---|---|---|---|",
                r"| 0 | [`A`](variant@Self::A) | a |  |",
                r"| 1\, 2 | [`B`](variant@Self::B) | b |  |",
            ],
        );
        let hex = r#"
            #[catalog(code = i16, hex)]
            enum E { #[code(0x8005 | 1, "a")] A }
        "#;
        let row = r"| 0x8005\, 0x0001 | [`A`](variant@Self::A) | a |  |";
        assert_eq!(lines(hex).last().map(String::as_str), Some(row));
        let with = r#"
            #[catalog(column(level: u8 = 1))]
            enum E {
                #[code(0, "a", success)]
                A,
                #[code(1, "b", retired)]
                B,
                #[code(2, "c", kind = NotFound)]
                C,
            }
        "#;
        assert_eq!(
            lines(with),
            [
                "| code | variant | message | description | kind | level |",
                "|---|---|---|---|---|---|",
                "| 0 | [`A`](variant@Self::A) | a |  | Ok | 1 |",
                "| 1 | [`B`](variant@Self::B) (retired) | b |  | Unknown | 1 |",
                "| 2 | [`C`](variant@Self::C) | c |  | NotFound | 1 |",
            ],
        );
        let retryable = r#"
            enum E {
                #[code(1, "a", retryable = true)]
                A,
                #[code(2, "b", kind = Aborted)]
                B,
                #[code(3, "c", kind = Aborted, retryable = false)]
                C,
            }
        "#;
        assert_eq!(
            lines(retryable),
            [
                "| code | variant | message | description | kind | retryable |",
                "|---|---|---|---|---|---|",
                "| 1 | [`A`](variant@Self::A) | a |  | Unknown | true |",
                "| 2 | [`B`](variant@Self::B) | b |  | Aborted | true |",
                "| 3 | [`C`](variant@Self::C) | c |  | Aborted | false |",
            ],
        );
    }

    #[test]
    fn markdown_shows_texts_as_they_are() {
        assert_eq!(escaped("a<b>&|c\td\u{85}é漢 *e*"), r"a&lt;b&gt;&amp;&#124;c d é漢 \*e\*");
        assert_eq!(escaped("\u{a0}_"), "\u{a0}\\_");
        assert_eq!(escaped(""), "");
    }

    #[test]
    fn values_are_spaced_like_source() {
        let written = [
            "\"a , b\"",
            "-1",
            "!true",
            "1 < 2 && 5 > 2",
            "Action::retry_after(PATIENCE, -1)",
            "Some(\"a , b\")",
            "&[\"a\", \"b\"]",
            "0xFF | 1 << 3",
            "a.b()?",
            "Action::Retry { seconds: 3 }",
            "(7, None)",
        ];
        for value in written {
            let expected = value.trim_matches('"');
            let expected = if value.starts_with('"') { expected } else { value };
            assert_eq!(value_text(&Value::new(value.parse().unwrap())), expected);
        }
    }
}
