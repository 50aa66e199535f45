//! Where the HTML tables of a document of Markdown begin and end.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::html::tag_length;

/// The tables of a document, from `<table` to `</table>`.
pub(super) struct Tags {
    /// The offset after each table, by the offset at which it begins.
    ends: HashMap<usize, usize>,
}

impl Tags {
    pub(super) fn of(document: &str) -> Self {
        let mut open = Vec::new();
        let mut ends = HashMap::new();
        for (start, _) in document.match_indices('<') {
            let rest = document.get(start..).unwrap_or_default();
            if tag_length(rest, "table").is_some() {
                open.push(start);
            } else if let Some(length) = tag_length(rest, "/table") {
                ends.extend(open.pop().map(|opened| (opened, start + length)));
            }
        }
        Self { ends }
    }

    /// The offset after the table that begins at an offset. `None` if it is not closed.
    pub(super) fn end(&self, start: usize) -> Option<usize> {
        self.ends.get(&start).copied()
    }
}

/// Whether some HTML has a row or a cell of a table.
pub(super) fn has_row(html: &str) -> bool {
    from_each_tag(html).any(begins_row)
}

/// Whether a text begins with the tag of a row or a cell.
pub(super) fn begins_row(text: &str) -> bool {
    ["tr", "td", "th"].iter().any(|name| tag_length(text, name).is_some())
}

/// Whether some HTML has a heading.
pub(super) fn has_heading(html: &str) -> bool {
    let headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
    from_each_tag(html).any(|text| headings.iter().any(|name| tag_length(text, name).is_some()))
}

fn from_each_tag(html: &str) -> impl Iterator<Item = &str> {
    html.match_indices('<').filter_map(|(start, _)| html.get(start..))
}

/// Some HTML without the marks of the quotes around its lines, and without the lines
/// of the pipe tables in it.
pub(super) fn without_pipes<'t>(
    html: &'t str,
    first: usize,
    quotes: usize,
    taken: &[usize],
) -> Cow<'t, str> {
    if quotes == 0 && taken.is_empty() {
        return Cow::Borrowed(html);
    }
    let lines = html.split('\n').zip(first..).map(|(line, number)| {
        if taken.binary_search(&number).is_ok() {
            ""
        } else if quotes > 0 {
            line.trim_start_matches([' ', '\t', '>'])
        } else {
            line
        }
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}
