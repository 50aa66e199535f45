//! Splits HTML into tags and text, in time linear in its length.

use std::borrow::Cow;

use super::elements::Closed;

/// A piece of HTML.
pub(in crate::read) struct HtmlToken<'a> {
    /// Where the piece begins.
    pub(in crate::read) offset: usize,
    pub(in crate::read) source: &'a str,
    pub(in crate::read) kind: TokenKind,
}

#[derive(PartialEq)]
pub(in crate::read) enum TokenKind {
    /// Text with entities.
    Text,
    /// A comment or a tag without a name, which a browser does not show.
    Comment,
    /// An opening tag, with the element's name in lower case.
    Open(String),
    /// A closing tag, with the element's name in lower case.
    Close(String),
}

/// Elements that contain only text.
const RAW: [&str; 9] =
    ["iframe", "noembed", "noframes", "script", "style", "svg", "textarea", "title", "xmp"];

pub(in crate::read) struct Scanner<'a> {
    text: &'a str,
    closed: &'a Closed,
    /// Whether the text is one of the tags of a larger text.
    is_fragment: bool,
    /// Whether attributes and comments may be those of JSX: `a={b}`, `{/* c */}`.
    is_jsx: bool,
    /// Whether there are tags without a name, which show nothing.
    has_fragments: bool,
    position: usize,
    /// A tag after the text that was returned last.
    next: Option<HtmlToken<'a>>,
    /// Up to here every tag is markup.
    foreign: usize,
    /// The element whose text follows.
    raw: Option<String>,
    /// What the rest of the text does not have: the end of a comment, or the closing tag of an
    /// element.
    unclosed: Vec<String>,
    /// How many bytes were read as a tag that was not one.
    wasted: usize,
}

impl<'a> Scanner<'a> {
    pub(in crate::read) fn new(text: &'a str, closed: &'a Closed, is_jsx: bool) -> Self {
        Self {
            text,
            closed,
            is_fragment: false,
            is_jsx,
            has_fragments: is_jsx && closed.has_fragments(),
            position: 0,
            next: None,
            foreign: 0,
            raw: None,
            unclosed: Vec::new(),
            wasted: 0,
        }
    }

    /// A scanner of tags that were cut out of a larger text.
    pub(in crate::read) fn fragment(text: &'a str, closed: &'a Closed) -> Self {
        Self { is_fragment: true, ..Self::new(text, closed, false) }
    }

    fn rest(&self, from: usize) -> &'a str {
        self.text.get(from..).unwrap_or_default()
    }

    fn token(&self, start: usize, end: usize, kind: TokenKind) -> HtmlToken<'a> {
        HtmlToken { offset: start, source: self.text.get(start..end).unwrap_or_default(), kind }
    }

    /// The characters that begin a tag or a comment.
    fn beginnings(&self) -> &'static [char] {
        if self.is_jsx { &['<', '{'] } else { &['<'] }
    }

    /// The offset after the comment that begins at an offset.
    fn comment_end(&mut self, start: usize) -> Option<usize> {
        let rest = self.rest(start);
        let (open, close) = [("<!--", "-->"), ("{/*", "*/}")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open))?;
        // `<!-->` is a whole comment.
        let content = start + if open == "<!--" { 2 } else { open.len() };
        self.find_once(content, close, |rest| rest.find(close)).map(|end| end + close.len())
    }

    /// Finds the end of something, and does not search again if there is none.
    fn find_once(
        &mut self,
        from: usize,
        what: &str,
        find: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        if self.unclosed.iter().any(|unclosed| unclosed == what) {
            return None;
        }
        let found = find(self.rest(from));
        if found.is_none() {
            self.unclosed.push(what.to_owned());
        }
        found.map(|offset| from + offset)
    }

    /// The offset after what a browser takes for a comment too, such as `<!DOCTYPE html>`,
    /// `<?xml … ?>`, and the `<![endif]>` of a word processor. In XHTML, CDATA is text.
    fn declaration_end(&mut self, start: usize) -> Option<usize> {
        let rest = self.rest(start);
        let is_other = rest.starts_with("<!--") || rest.starts_with("<![CDATA[");
        if is_other || !rest.starts_with("<!") && !rest.starts_with("<?") {
            return None;
        }
        self.tag_end(start + "<!".len())
    }

    /// The tag or comment that begins at an offset. `None` if it is text.
    fn markup(&mut self, start: usize) -> Option<HtmlToken<'a>> {
        let mut fragments = ["<>", "</>"].into_iter().filter(|_| self.has_fragments);
        if let Some(tag) = fragments.find(|tag| self.rest(start).starts_with(tag)) {
            return Some(self.token(start, start + tag.len(), TokenKind::Comment));
        }
        match self.comment_end(start).or_else(|| self.declaration_end(start)) {
            Some(end) => Some(self.token(start, end, TokenKind::Comment)),
            None => self.tag(start),
        }
    }

    /// The tag that begins at an offset. `None` if it is text.
    fn tag(&mut self, start: usize) -> Option<HtmlToken<'a>> {
        let inner = self.rest(start + 1);
        let name_start = inner.strip_prefix('/').unwrap_or(inner);
        if !name_start.starts_with(|next: char| next.is_ascii_alphabetic()) {
            return None;
        }
        let length =
            name_start.find(|next: char| next.is_ascii_whitespace() || "/><".contains(next))?;
        let name = name_start.get(..length)?.to_ascii_lowercase();
        let attributes = self.text.len() - name_start.len() + length;
        let end = self.tag_end(attributes)?;
        let has_attributes =
            self.text.get(attributes..end - 1).is_some_and(|text| text.contains('='));
        let written = self.text.get(start..end).unwrap_or_default();
        let is_component = (self.is_jsx || self.is_fragment) && self.closed.is_component(written);
        let is_markup = is_component || self.closed.is_markup(&name, has_attributes);
        if start >= self.foreign && !is_markup {
            self.wasted += end - start;
            return None;
        }
        let is_open = name_start.len() == inner.len();
        let is_raw = is_open && !self.is_fragment && RAW.contains(&name.as_str());
        if is_raw && self.close_of(end, &name).is_none() {
            return None;
        }
        let kind = if is_open { TokenKind::Open(name) } else { TokenKind::Close(name) };
        Some(self.token(start, end, kind))
    }

    /// The offset after the `>` of a tag.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let has_values = self.wasted <= 8 * bytes.len();
        let mut at = from;
        let mut before = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return Some(at + 1),
                // The text after `a <b` is not a part of a tag.
                b'<' => break,
                // A row of a pipe table is not, either.
                b'|' if bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace) => break,
                b'"' | b'\'' | b'{' if before == b'=' && has_values => {
                    at = self.value_end(at, byte).unwrap_or(at);
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
            at += 1;
        }
        self.wasted += at - from;
        None
    }

    /// The offset of the last byte of a value in quotes or braces.
    fn value_end(&mut self, start: usize, opening: u8) -> Option<usize> {
        if opening != b'{' {
            let quote = if opening == b'"' { "\"" } else { "'" };
            return self.find_once(start + 1, quote, |rest| rest.find(quote));
        }
        if !self.is_jsx {
            return None;
        }
        let mut depth = 0_usize;
        for (offset, byte) in self.rest(start).bytes().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'}' if depth == 1 => return Some(start + offset),
                b'}' => depth -= 1,
                _ => {}
            }
        }
        self.wasted += self.text.len() - start;
        None
    }

    /// The text up to the closing tag of a raw element.
    fn raw_text(&mut self, name: &str) -> Option<HtmlToken<'a>> {
        let start = self.position;
        let end = self.close_of(start, name)?;
        self.position = end;
        (end > start).then(|| self.token(start, end, TokenKind::Text))
    }

    fn close_of(&mut self, from: usize, name: &str) -> Option<usize> {
        self.find_once(from, name, |rest| {
            let mut closing = rest.match_indices("</").map(|(offset, _)| offset);
            closing.find(|offset| {
                let found = rest.get(offset + 2..offset + 2 + name.len());
                found.is_some_and(|found| found.eq_ignore_ascii_case(name))
            })
        })
    }

    /// Prepares for what follows a tag.
    fn enter(&mut self, token: &HtmlToken<'a>) {
        let TokenKind::Open(name) = &token.kind else { return };
        if token.source.ends_with("/>") {
            return;
        }
        if RAW.contains(&name.as_str()) {
            self.raw = Some(name.clone());
        } else if name == "math" {
            self.foreign = self.close_of(self.position, "math").map_or(0, |end| end + 1);
        }
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = HtmlToken<'a>;

    fn next(&mut self) -> Option<HtmlToken<'a>> {
        if let Some(tag) = self.next.take() {
            self.enter(&tag);
            return Some(tag);
        }
        if let Some(token) = self.raw.take().and_then(|name| self.raw_text(&name)) {
            return Some(token);
        }
        let start = self.position;
        let mut at = start;
        while let Some(found) = self.rest(at).find(self.beginnings()) {
            at += found;
            let Some(token) = self.markup(at) else {
                at += 1;
                continue;
            };
            self.position = at + token.source.len();
            if at > start {
                self.next = Some(token);
                return Some(self.token(start, at, TokenKind::Text));
            }
            self.enter(&token);
            return Some(token);
        }
        self.position = self.text.len();
        (start < self.text.len()).then(|| self.token(start, self.text.len(), TokenKind::Text))
    }
}

/// The length of the tag at the beginning of a text, if it is an opening tag of this element, or
/// its closing tag if the name has a `/`.
pub(in crate::read) fn tag_length(text: &str, name: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let found = inner.get(..name.len())?;
    if !found.eq_ignore_ascii_case(name) {
        return None;
    }
    let closed = Closed::default();
    let tag = Scanner::new(text, &closed, true).tag(0)?;
    let is_whole = match &tag.kind {
        TokenKind::Open(element) => element == name,
        TokenKind::Close(element) => name.strip_prefix('/') == Some(element),
        TokenKind::Text | TokenKind::Comment => false,
    };
    is_whole.then_some(tag.source.len())
}

/// The value of an attribute of an opening tag, without entities. A parameter of an address, as in
/// `?a=1&copy=2`, is not an entity.
pub(in crate::read) fn attribute<'a>(tag: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut rest = tag;
    while let Some(at) = rest.find('=') {
        let (before, value) = rest.split_at(at);
        let value = value.get(1..).unwrap_or_default().trim_start();
        let found = before
            .trim_end()
            .rsplit(|c: char| c.is_ascii_whitespace() || "\"'/}".contains(c))
            .next();
        let (value, after) = split_value(value);
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return Some(htmlize::unescape_attribute(value));
        }
        rest = after;
    }
    None
}

/// The value at the beginning of a text, and what follows.
fn split_value(text: &str) -> (&str, &str) {
    let quoted = |quote| text.strip_prefix(quote).and_then(|rest: &str| rest.split_once(quote));
    quoted('"').or_else(|| quoted('\'')).unwrap_or_else(|| {
        let is_end = |next: char| next.is_ascii_whitespace() || next == '>';
        text.split_at(text.find(is_end).unwrap_or(text.len()))
    })
}
