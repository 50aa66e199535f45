//! Markdown without the JSX of MDX, so that what reads Markdown can read it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::html::{Closed, Scanner, TokenKind, attribute};

/// A text without comments and tags of components, and with tags of HTML as HTML writes them.
/// Lines stay lines; code stays as it is.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    match without_marks(text) {
        Cow::Borrowed(text) => without_tags(text),
        Cow::Owned(text) => Cow::Owned(without_tags(&text).into_owned()),
    }
}

/// A text with empty lines where only a mark of a container or of a template is, which belongs to
/// no text above it.
fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut spans = code_spans(text).peekable();
    let (mut plain, mut at) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        while spans.next_if(|(_, end)| *end <= at).is_some() {}
        let is_code = spans.peek().is_some_and(|(start, _)| *start < at);
        let is_left_out = !is_code && is_mark(line);
        plain.push_str(if !is_left_out {
            line
        } else if line.ends_with('\n') {
            "\n"
        } else {
            ""
        });
        at += line.len();
    }
    Cow::Owned(plain)
}

/// Whether a line is only a mark, as `:::note`, `{% endtab %}`, `{{< /table >}}` and `{: .wide}`.
/// One with a digit may have a code in it.
pub(super) fn is_mark(line: &str) -> bool {
    let line = line.trim();
    let is_tag = |(open, close): (&str, &str)| {
        let inner = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.contains(close))
    };
    let is_fence = || {
        let word = line.strip_prefix(":::").map(|rest| rest.trim_start_matches(':').trim());
        word.is_some_and(|word| word.chars().all(|c| c.is_ascii_alphabetic() || c == '-'))
    };
    let tags = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{:", "}")];
    let has_digit = || line.contains(|c: char| c.is_ascii_digit());
    (tags.into_iter().any(is_tag) || is_fence()) && !has_digit()
}

fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '{']) {
        return Cow::Borrowed(text);
    }
    let closed = Closed::of(text);
    let mut plain = Plain::default();
    let mut at = 0;
    for (start, end) in code_spans(text).chain([(text.len(), text.len())]) {
        let markup = text.get(at..start).unwrap_or_default();
        for token in Scanner::new(markup, &closed, true) {
            match &token.kind {
                TokenKind::Comment if token.source.starts_with("<!--") => plain.push(token.source),
                TokenKind::Comment => plain.leave_out(token.source),
                TokenKind::Open(_) | TokenKind::Close(_) if closed.is_component(token.source) => {
                    plain.leave_out(token.source);
                    plain.enter(&token.kind, token.source);
                }
                TokenKind::Open(name) if token.source.contains("={") => {
                    plain.leave_out(token.source);
                    plain.push(&in_html(name, token.source));
                }
                _ => plain.push(token.source),
            }
        }
        plain.push(text.get(start..end).unwrap_or_default());
        at = end;
    }
    if plain.has_less { Cow::Owned(plain.text) } else { Cow::Borrowed(text) }
}

/// Where code is, in marks and in blocks.
fn code_spans(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    let lasts: HashMap<usize, usize> = runs.iter().map(|(at, length)| (*length, *at)).collect();
    let mut runs = runs.into_iter();
    std::iter::from_fn(move || {
        loop {
            let (start, length) = runs.next()?;
            if lasts.get(&length).is_some_and(|last| *last > start) {
                let (end, _) = runs.find(|(_, other)| *other == length)?;
                return Some((start, end + length));
            }
        }
    })
}

/// A tag with attributes that are expressions, in HTML and with only the attributes that are read.
fn in_html(name: &str, tag: &str) -> String {
    let target = attribute(tag, "href").unwrap_or_default();
    let target = target.trim_matches(['{', '}', '"', '\'', '`']);
    let end = if tag.ends_with("/>") { "/>" } else { ">" };
    match Some(target).filter(|target| !target.is_empty() && !target.contains(['"', '{'])) {
        Some(target) => format!("<{name} href=\"{}\"{end}", htmlize::escape_attribute(target)),
        None => format!("<{name}{end}"),
    }
}

#[derive(Default)]
struct Plain {
    text: String,
    has_less: bool,
    /// The number of open components.
    depth: usize,
    /// The blanks in front of the first line in the innermost. They do not mark the line as code.
    indentation: usize,
    /// Whether the next line with text sets them.
    is_new: bool,
    /// Whether the line so far has text.
    has_text: bool,
}

impl Plain {
    fn push(&mut self, part: &str) {
        for line in part.split_inclusive('\n') {
            let begins = self.text.is_empty() || self.text.ends_with('\n');
            let shown = line.trim_start_matches([' ', '\t']);
            self.has_text |= !shown.trim_end().is_empty();
            self.has_text &= !line.ends_with('\n');
            if !begins || shown.trim_end().is_empty() {
                self.text.push_str(line);
                continue;
            }
            let blanks = line.len() - shown.len();
            if std::mem::take(&mut self.is_new) {
                self.indentation = if self.depth > 0 { blanks } else { 0 };
            }
            let kept = line.get(self.indentation.min(blanks)..).unwrap_or_default();
            self.text.push_str(kept);
        }
    }

    /// Leaves out all but the ends of lines.
    fn leave_out(&mut self, part: &str) {
        self.has_less = true;
        self.has_text &= !part.contains('\n');
        self.text.extend(part.chars().filter(|c| *c == '\n'));
    }

    fn enter(&mut self, kind: &TokenKind, tag: &str) {
        match kind {
            TokenKind::Close(_) => self.depth = self.depth.saturating_sub(1),
            _ if tag.ends_with("/>") => return,
            _ => self.depth += 1,
        }
        self.is_new |= !self.has_text;
    }
}
