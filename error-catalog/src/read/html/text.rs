//! The text of HTML as a browser shows it.

use super::elements::Closed;
use super::scan::{Scanner, TokenKind, attribute};

/// Builds the text of a cell or a heading.
///
/// A new line begins at `<br>` and between blocks. Text that is struck out stays
/// between `~~`, as Markdown writes it, so that a code that is no longer valid does
/// not look like one that is. Between a digit and the number of a footnote is a `^`, so that
/// they do not look like one number.
#[derive(Default)]
pub(in crate::read) struct Text {
    shown: String,
    /// The separator before the next text.
    gap: Spacing,
    /// The number of open elements that preserve blanks.
    kept: usize,
    has_kept: bool,
    /// Whether a line break at this place is not text: the first one in `<pre>`.
    skips_break: bool,
    /// The number of open elements that a browser does not show.
    hidden: usize,
    /// The mark to write before the next digit, which is above or below the digit in front of it.
    raised: Option<char>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Spacing {
    #[default]
    None,
    Blank,
    Line,
}

impl Text {
    /// A text whose runs of blanks stay unchanged.
    pub(in crate::read) fn verbatim() -> Self {
        Self { kept: 1, has_kept: true, ..Self::default() }
    }

    /// Adds tags. `closed` is that of the whole text.
    pub(in crate::read) fn push_html(&mut self, html: &str, closed: &Closed) {
        for token in Scanner::fragment(html, closed) {
            self.push_token(&token.kind, token.source);
        }
    }

    pub(super) fn push_token(&mut self, kind: &TokenKind, source: &str) {
        match kind {
            TokenKind::Text if source.contains('\r') => {
                self.push(&htmlize::unescape(source.replace("\r\n", "\n").replace('\r', "\n")));
            }
            TokenKind::Text => self.push(&htmlize::unescape(source)),
            TokenKind::Open(name) => {
                self.open(name);
                if name == "img" {
                    self.push(&attribute(source, "alt").unwrap_or_default());
                }
            }
            TokenKind::Close(name) => self.close(name),
            TokenKind::Comment => {}
        }
    }

    /// Adds text that has no markup and no entities.
    pub(in crate::read) fn push(&mut self, part: &str) {
        if self.hidden > 0 {
            return;
        }
        let part = part.strip_prefix('\n').filter(|_| self.skips_break).unwrap_or(part);
        self.skips_break = false;
        for character in part.chars() {
            if self.kept == 0 && character.is_ascii_whitespace() {
                self.widen(Spacing::Blank);
                continue;
            }
            self.separate();
            self.shown.extend(self.raised.take().filter(|_| character.is_ascii_digit()));
            self.shown.push(character);
        }
    }

    fn widen(&mut self, gap: Spacing) {
        self.gap = self.gap.max(gap);
    }

    fn separate(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if self.shown.is_empty() || self.shown.ends_with('\n') {
            return;
        }
        match gap {
            Spacing::None => {}
            Spacing::Blank => self.shown.push(' '),
            Spacing::Line => self.shown.push('\n'),
        }
    }

    pub(in crate::read) fn open(&mut self, element: &str) {
        match element {
            "br" => {
                // A blank before a line break is not shown.
                if self.gap == Spacing::Line {
                    self.separate();
                }
                self.gap = Spacing::None;
                self.shown.push('\n');
            }
            "pre" => {
                self.widen(Spacing::Line);
                self.has_kept = true;
                self.separate();
                self.kept += 1;
                self.skips_break = true;
            }
            "td" | "th" => self.widen(Spacing::Blank),
            "del" | "s" | "strike" => self.push("~~"),
            "sup" => self.raise('^'),
            "sub" => self.raise('_'),
            _ if HIDDEN.contains(&element) => self.hidden += 1,
            _ if is_block(element) => self.widen(Spacing::Line),
            _ => {}
        }
    }

    fn raise(&mut self, mark: char) {
        let is_after_digit = self.shown.ends_with(|last: char| last.is_ascii_digit());
        self.raised = (is_after_digit && self.gap == Spacing::None).then_some(mark);
    }

    pub(in crate::read) fn close(&mut self, element: &str) {
        match element {
            "sup" | "sub" => self.raised = None,
            "pre" => {
                self.kept = self.kept.saturating_sub(1);
                self.widen(Spacing::Line);
                self.skips_break = false;
            }
            "del" | "s" | "strike" => self.push("~~"),
            _ if HIDDEN.contains(&element) => self.hidden = self.hidden.saturating_sub(1),
            _ if is_block(element) => self.widen(Spacing::Line),
            _ => {}
        }
    }

    /// The length of the text so far, in bytes.
    pub(in crate::read) fn len(&self) -> usize {
        self.shown.len()
    }

    pub(in crate::read) fn finish(self) -> String {
        if self.has_kept { self.shown } else { self.shown.trim().to_owned() }
    }
}

/// Elements whose text a browser does not show.
const HIDDEN: [&str; 7] = ["iframe", "noembed", "noframes", "script", "style", "svg", "title"];

/// Whether an element begins a line and ends it.
pub(in crate::read) fn is_block(element: &str) -> bool {
    BLOCKS.contains(&element)
}

const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
];
