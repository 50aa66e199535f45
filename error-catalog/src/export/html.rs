//! Writes an HTML page.

use crate::table::{Field, Row, Table};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

// SHA-256 in Base64. The page's policy allows only the script and the style with
// these hashes, so a text that got past the escaping still could not run. A test
// compares the hashes with the files.
const STYLE_HASH: &str = "WaO6R//5cXQq73xioURG0OXXidUkR07lMkFxZegcDzI=";
const SCRIPT_HASH: &str = "3Aq+yhHrggjC8v/MaqBeADA90orcCzgZG+39iE+FhN8=";

/// Browsers lay out larger tables row by row, as the rows come into view.
const LARGE: usize = 500;

/// The whole page.
///
/// Only rows and aliases have an id, since any id may be a code.
pub(super) fn write(table: &Table) -> String {
    let mut page = head(table);
    let large = if table.rows.len() > LARGE { " class=\"large\"" } else { "" };
    page.extend(["<table", large, ">\n<thead>\n<tr>"]);
    for &field in &table.fields {
        let heading = table.heading(field);
        let tag = format!("th scope=\"col\" class=\"{}\"", class_of(field));
        push_cell(&mut page, &tag, heading, &escape(heading));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        push_row(&mut page, table, row);
    }
    page.push_str("</tbody>\n</table>\n<p class=\"none\" hidden></p>\n</main>\n");
    page.extend(["<script>", SCRIPT, "</script>\n</body>\n</html>\n"]);
    page
}

/// The page up to its table. The script shows the search box, which needs it.
fn head(table: &Table) -> String {
    let title = escape(&table.title);
    let codes = match table.rows.len() {
        1 => "1 code".to_owned(),
        many => format!("{many} codes"),
    };
    // With an empty icon the browser does not ask the server for one.
    format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">{title}</h1>
</header>
<main>
<div class="bar" role="search">
<label hidden>
<span class="spoken">Search the codes</span>
<input type="search" placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false" aria-keyshortcuts="/">
<kbd aria-hidden="true">/</kbd>
</label>
<p class="count" role="status" aria-live="polite">{codes}</p>
</div>
"#
    )
}

/// The class of the field's cells, which the style knows.
fn class_of(field: Field) -> &'static str {
    match field {
        Field::Code => "code",
        Field::Aliases => "aliases",
        Field::Name => "name",
        Field::Message => "message",
        Field::Description => "description",
        Field::Kind => "kind",
        Field::Retired => "retired",
        Field::Column(_) => "further",
    }
}

fn push_row(page: &mut String, table: &Table, row: &Row) {
    page.extend(["<tr id=\"", &fragment(&row.code), "\">"]);
    for &field in &table.fields {
        let text = field.text(row);
        let content = match field {
            Field::Code => link(&row.code),
            Field::Aliases => aliases(row),
            Field::Name => breakable(&text),
            _ => escape(&text),
        };
        push_cell(page, &tag_of(table, field), &text, &content);
    }
    page.push_str("</tr>\n");
}

/// The tag of a row's cell.
fn tag_of(table: &Table, field: Field) -> String {
    let class = class_of(field);
    match field {
        Field::Code => format!("th scope=\"row\" class=\"{class}\""),
        // A narrow screen shows the label in place of the table's head.
        Field::Aliases | Field::Column(_) => {
            format!("td class=\"{class}\" data-label=\"{}\"", escape(table.heading(field)))
        }
        _ => format!("td class=\"{class}\""),
    }
}

/// The aliases, each with an id, so that an address can name any of them. The id
/// is not on the link, which the browser would then focus as well.
fn aliases(row: &Row) -> String {
    let anchor =
        |alias: &String| format!("<span id=\"{}\">{}</span>", fragment(alias), link(alias));
    row.aliases.iter().map(anchor).collect::<Vec<_>>().join(", ")
}

fn link(code: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", fragment(code), escape(code))
}

/// A name that may break into lines between its words.
fn breakable(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(end) = word_end(rest) {
        let (word, others) = rest.split_at(end);
        words.push_str(&escape(word));
        words.push_str("<wbr>");
        rest = others;
    }
    words.push_str(&escape(rest));
    words
}

/// The first place where a capital letter follows a small one.
fn word_end(name: &str) -> Option<usize> {
    let mut letters = name.char_indices().zip(name.chars().skip(1));
    let ((offset, small), _) =
        letters.find(|((_, letter), next)| letter.is_lowercase() && next.is_uppercase())?;
    Some(offset + small.len_utf8())
}

/// Writes the cell of a text. `content` is the text as HTML.
fn push_cell(page: &mut String, tag: &str, text: &str, content: &str) {
    page.extend(["<", tag]);
    if !text.is_ascii() {
        page.push_str(" dir=\"auto\"");
    }
    page.push('>');
    if keeps_blanks(text) {
        page.push_str(content);
    } else {
        // A parser drops a line break right behind the tag. Without this one it
        // would drop the text's own.
        page.extend(["<pre>\n", content, "</pre>"]);
    }
    page.push_str(if tag.starts_with("td") { "</td>" } else { "</th>" });
}

/// Whether a browser shows the text unchanged outside of `<pre>`.
fn keeps_blanks(text: &str) -> bool {
    let single = text.is_empty() || text.split(' ').all(|word| !word.is_empty());
    single && text.trim() == text && !text.contains(['\t', '\n', '\u{c}', '\r'])
}

/// A code as the fragment of an address and as an id, which has no blanks.
///
/// Encodes as JavaScript's `encodeURIComponent` does; the page's script calls
/// that to find a row.
fn fragment(code: &str) -> String {
    let mut encoded = String::with_capacity(code.len());
    for byte in code.bytes() {
        match byte {
            // `encodeURIComponent` keeps it; an attribute needs the entity.
            b'\'' => encoded.push_str("&#39;"),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'(' | b')' => encoded.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => encoded.push(byte.into()),
            _ => encoded.extend(["%", &format!("{byte:02X}")]),
        }
    }
    encoded
}

/// Text for an element or an attribute in quotes, in which HTML finds no markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // A parser reads the bare character as a line feed.
            '\r' => escaped.push_str("&#13;"),
            // HTML cannot express it.
            '\0' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
