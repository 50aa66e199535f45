//! A table as a page.

use crate::{Row, Table};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

// SHA-256 in Base64. The page's policy lets nothing run but what has these hashes,
// not even a text that came past the escaping. A test compares them with the files.
const STYLE_HASH: &str = "HcwofI/+VlsAzVz+gX4jBqMwWLeexgZGbTz9Nz7tq9A=";
const SCRIPT_HASH: &str = "5wpT0VuPH3FOiaW5u9uYYbAy4SzweK9icg2IsgkN0KM=";

/// Of how many rows on a table is not laid out as a whole.
const LARGE: usize = 500;

/// The one page of a table.
///
/// No element but the rows and aliases has an id: any id may be a code.
pub(super) fn write(table: &Table) -> String {
    let columns = columns(table);
    let mut page = head(table);
    let class = if table.rows.len() > LARGE { " class=\"large\"" } else { "" };
    page.extend(["<table", class, ">\n<thead>\n<tr>"]);
    for column in &columns {
        push_cell(&mut page, "th scope=\"col\"", column, column.heading, &escaped(column.heading));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        push_row(&mut page, &columns, table, row);
    }
    page.push_str("</tbody>\n</table>\n<p class=\"none\" hidden></p>\n</main>\n");
    page.extend(["<script>", SCRIPT, "</script>\n</body>\n</html>\n"]);
    page
}

/// The page up to its table. The search box waits for the script, without which
/// it would do nothing.
fn head(table: &Table) -> String {
    let title = escaped(&table.title);
    let codes = match table.rows.len() {
        1 => "1 code".to_owned(),
        many => format!("{many} codes"),
    };
    // The empty icon keeps a browser from asking the server for one.
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

struct Column<'a> {
    heading: &'a str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Aliases,
    Name,
    Message,
    Description,
    Further,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Aliases => "aliases",
            Self::Name => "name",
            Self::Message => "message",
            Self::Description => "description",
            Self::Further => "further",
        }
    }
}

fn columns(table: &Table) -> Vec<Column<'_>> {
    let headings = table.headings();
    let own = headings.len() - table.columns.len();
    let kind = |index, heading| match heading {
        // A further column may be called what an own one is called.
        _ if index >= own => Kind::Further,
        "Code" => Kind::Code,
        "Aliases" => Kind::Aliases,
        "Name" => Kind::Name,
        "Message" => Kind::Message,
        _ => Kind::Description,
    };
    let column = |(index, heading)| Column { heading, kind: kind(index, heading) };
    headings.into_iter().enumerate().map(column).collect()
}

fn push_row(page: &mut String, columns: &[Column<'_>], table: &Table, row: &Row) {
    page.extend(["<tr id=\"", &fragment(&row.code), "\">"]);
    for (column, text) in columns.iter().zip(table.cells(row)) {
        let content = match column.kind {
            Kind::Code => link(&row.code),
            Kind::Aliases => aliases(row),
            Kind::Name => breakable(&text),
            _ => escaped(&text),
        };
        let tag = if column.kind == Kind::Code { "th scope=\"row\"" } else { "td" };
        push_cell(page, tag, column, &text, &content);
    }
    page.push_str("</tr>\n");
}

/// The aliases, each with an id, so that the row is found by any of them. A link
/// with the id would be focused as well.
fn aliases(row: &Row) -> String {
    let alias = |alias: &String| format!("<span id=\"{}\">{}</span>", fragment(alias), link(alias));
    row.aliases.iter().map(alias).collect::<Vec<_>>().join(", ")
}

fn link(code: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", fragment(code), escaped(code))
}

/// A name that breaks between its words where it must.
fn breakable(name: &str) -> String {
    let mut breakable = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(end) = word_end(rest) {
        let (word, others) = rest.split_at(end);
        breakable.push_str(&escaped(word));
        breakable.push_str("<wbr>");
        rest = others;
    }
    breakable.push_str(&escaped(rest));
    breakable
}

/// Where a small letter is followed by a capital one.
fn word_end(name: &str) -> Option<usize> {
    let mut letters = name.char_indices().zip(name.chars().skip(1));
    let ((offset, small), _) =
        letters.find(|((_, letter), next)| letter.is_lowercase() && next.is_uppercase())?;
    Some(offset + small.len_utf8())
}

/// Writes a cell of a text, whose HTML is `content`.
fn push_cell(page: &mut String, tag: &str, column: &Column<'_>, text: &str, content: &str) {
    page.extend(["<", tag, " class=\"", column.kind.class(), "\""]);
    if tag == "td" && matches!(column.kind, Kind::Aliases | Kind::Further) {
        // For a narrow screen, where no heading stands above the text.
        page.extend([" data-label=\"", &escaped(column.heading), "\""]);
    }
    if !text.is_ascii() {
        page.push_str(" dir=\"auto\"");
    }
    page.push('>');
    if keeps_blanks(text) {
        page.push_str(content);
    } else {
        // A parser leaves out the first line break of the element, be it this
        // one or the text's own.
        page.extend(["<pre>\n", content, "</pre>"]);
    }
    page.push_str(if tag == "td" { "</td>" } else { "</th>" });
}

/// Whether a text is what a browser shows of it outside of `<pre>`.
fn keeps_blanks(text: &str) -> bool {
    let single = text.is_empty() || text.split(' ').all(|word| !word.is_empty());
    single && text.trim() == text && !text.contains(['\t', '\n', '\u{c}', '\r'])
}

/// A code as the fragment of an address and as an id, which holds no blanks.
///
/// Encoded as JavaScript's `encodeURIComponent` does, which the page's script
/// looks codes up with.
fn fragment(code: &str) -> String {
    let mut fragment = String::with_capacity(code.len());
    for byte in code.bytes() {
        match byte {
            // Which stays as it is there, but not in an attribute.
            b'\'' => fragment.push_str("&#39;"),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'(' | b')' => fragment.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => fragment.push(byte.into()),
            _ => fragment.extend(["%", &format!("{byte:02X}")]),
        }
    }
    fragment
}

/// Text that an element or an attribute in quotes shows as it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // A parser takes it for a line feed.
            '\r' => escaped.push_str("&#13;"),
            // There is no way to write it.
            '\0' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
