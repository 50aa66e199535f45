//! Which tags are markup, and which are text such as `Vec<u8>` and `<user>`.

use std::collections::HashSet;

/// Elements that nobody writes as a placeholder: their tags are always markup.
const ALWAYS: [&str; 76] = [
    "body",
    "br",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "img",
    "ins",
    "kbd",
    "li",
    "meta",
    "nav",
    "nobr",
    "noscript",
    "ol",
    "p",
    "pre",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "ul",
    "wbr",
    "abbr",
    "acronym",
    "article",
    "aside",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "cite",
    "dfn",
    "figcaption",
    "fieldset",
    "footer",
    "header",
    "hgroup",
    "main",
    "mark",
    "optgroup",
    "picture",
    "rp",
    "rt",
    "ruby",
    "section",
];

/// Elements whose names also occur as placeholders and as type parameters, as in
/// `missing <code>` and `Option<A>`: markup where the text closes them.
const WHERE_CLOSED: [&str; 56] = [
    "iframe", "script", "style", "svg", "textarea", "xmp", "a", "address", "applet", "area",
    "audio", "b", "base", "blink", "button", "canvas", "code", "data", "datalist", "dialog", "dir",
    "form", "frame", "frameset", "i", "input", "label", "legend", "link", "listing", "map",
    "marquee", "math", "menu", "meter", "noembed", "noframes", "object", "option", "output",
    "param", "progress", "q", "s", "search", "select", "slot", "source", "summary", "template",
    "time", "title", "track", "u", "var", "video",
];

/// Those of [`WHERE_CLOSED`] that are never closed: markup where they have an attribute.
const EMPTY: [&str; 7] = ["area", "base", "input", "link", "param", "source", "track"];

/// Whether HTML has an element of this name, and nobody uses the name as a placeholder.
pub(in crate::read) fn is_element(name: &str) -> bool {
    ALWAYS.contains(&&*name.to_ascii_lowercase())
}

/// The names of the elements that a text closes.
#[derive(Default)]
pub(in crate::read) struct Closed(HashSet<String>);

impl Closed {
    pub(in crate::read) fn of(text: &str) -> Self {
        let names = text.split("</").skip(1).map(|rest| {
            let end = rest.find(|next: char| next.is_ascii_whitespace() || "/><".contains(next));
            rest.get(..end.unwrap_or(rest.len()).min(LONGEST)).unwrap_or_default()
        });
        Self(names.map(str::to_ascii_lowercase).collect())
    }

    /// Whether the opening or closing tag of an element is markup. `name` is in
    /// lower case.
    pub(super) fn is_markup(&self, name: &str, has_attributes: bool) -> bool {
        if ALWAYS.contains(&name) {
            return true;
        }
        let is_known = WHERE_CLOSED.contains(&name) || is_custom(name);
        is_known && (self.0.contains(name) || has_attributes && EMPTY.contains(&name))
    }

    /// Whether the text closes an element.
    pub(in crate::read) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Whether a tag without a name is closed.
    pub(super) fn has_fragments(&self) -> bool {
        self.has("")
    }

    /// Whether a tag is that of a component of JSX, such as `Tooltip`, which the text closes, or
    /// which closes itself as `<Icon />` and `<Icon name="x"/>`. `<Item/>` is more likely text.
    pub(in crate::read) fn is_component(&self, tag: &str) -> bool {
        let inner = tag.trim_start_matches(['<', '/']);
        let end = inner.find(|next: char| next.is_ascii_whitespace() || "/><".contains(next));
        let name = inner.get(..end.unwrap_or(inner.len()).min(LONGEST)).unwrap_or_default();
        let is_closed = || self.0.contains(&name.to_ascii_lowercase());
        let closes_itself = || tag.ends_with("/>") && (tag.contains('=') || tag.ends_with(" />"));
        name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.contains(|letter: char| letter.is_ascii_lowercase())
            && (is_closed() || closes_itself())
    }
}

/// The relevant names are not longer.
const LONGEST: usize = 100;

/// Whether the name is that of a custom element or has a namespace, like `o:p`.
fn is_custom(name: &str) -> bool {
    name.contains(['-', ':'])
}
