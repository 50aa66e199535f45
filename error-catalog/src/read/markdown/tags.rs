//! Where the HTML tables of a document of Markdown begin and end.

use std::collections::HashMap;

/// The tables of a document, from `<table` to `</table>`.
pub(super) struct Tags {
    /// The offset behind each table, by the offset at which it begins.
    ends: HashMap<usize, usize>,
}

impl Tags {
    pub(super) fn of(document: &str) -> Self {
        let mut open = Vec::new();
        let mut ends = HashMap::new();
        for (start, _) in document.match_indices('<') {
            let rest = document.get(start..).unwrap_or_default();
            if is_tag(rest, "<table") {
                open.push(start);
            } else if is_tag(rest, "</table") {
                let length = rest.find('>').map_or(rest.len(), |end| end + 1);
                ends.extend(open.pop().map(|opened| (opened, start + length)));
            }
        }
        Self { ends }
    }

    /// The offset behind the table that begins at an offset. `None` if nothing
    /// closes it.
    pub(super) fn end(&self, start: usize) -> Option<usize> {
        self.ends.get(&start).copied()
    }
}

/// Whether a text begins with a tag, written as far as the end of its name.
pub(super) fn is_tag(text: &str, tag: &str) -> bool {
    let Some((name, rest)) = text.split_at_checked(tag.len()) else { return false };
    let ends = |next: char| next.is_ascii_whitespace() || "/>".contains(next);
    name.eq_ignore_ascii_case(tag) && (rest.is_empty() || rest.starts_with(ends))
}

/// Whether some HTML has a row or a cell of a table.
pub(super) fn has_row(html: &str) -> bool {
    html.match_indices('<').any(|(start, _)| begins_row(html.get(start..).unwrap_or_default()))
}

/// Whether a text begins with the tag of a row or a cell.
pub(super) fn begins_row(text: &str) -> bool {
    ["<tr", "<td", "<th"].iter().any(|tag| is_tag(text, tag))
}
