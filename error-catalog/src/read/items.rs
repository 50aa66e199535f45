//! Reads the codes outside of tables: items of lists, headings, definitions and paragraphs
//! that begin with a code.
//!
//! Such items have no headings that say what they are. They count only in a whole list, or in a
//! run of headings of one level, if most of its items begin with a code of one pattern.

mod beginning;
mod block;
mod cells;
mod code_token;
mod group;
mod labels;
mod mentions;
mod name_token;
mod outline;
mod text_below;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::group::lists;
use self::outline::Outliner;
use super::error::ReadError;
use super::grid::{Document, Input};
use super::html::{Closed, Scanner, TokenKind, attribute};

/// The lists of codes of an HTML page.
pub(super) fn of_html<'a>(input: &Input<'a, '_>) -> Result<Document<'a>, ReadError> {
    let mut outline = Outliner::new(input.room);
    let closed = Closed::of(input.text);
    add_html(&mut outline, Scanner::new(input.text, &closed, false), &closed, 0);
    finish(outline, input)
}

/// The lists of codes of a document of Markdown.
pub(super) fn of_markdown<'a>(input: &Input<'a, '_>) -> Result<Document<'a>, ReadError> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut outline = Outliner::new(input.room);
    let closed = Closed::of(input.text);
    let mut is_left_out = false;
    for (event, range) in Parser::new_ext(input.text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let html = input.text.get(range.clone()).unwrap_or_default();
                add_html(&mut outline, Scanner::new(html, &closed, true), &closed, range.start);
                is_left_out = true;
            }
            Event::Start(Tag::Paragraph) if is_module(input.text.get(range.clone())) => {
                is_left_out = true;
            }
            Event::End(TagEnd::HtmlBlock | TagEnd::Paragraph) if is_left_out => is_left_out = false,
            _ if is_left_out => {}
            Event::Start(Tag::Item) => {
                outline.open("li", range.start);
                let item = input.text.get(range).unwrap_or_default();
                let number = item.find(|next: char| !next.is_ascii_digit()).unwrap_or(0);
                outline.number_item(item.get(..number).unwrap_or_default());
            }
            event => add_event(&mut outline, &event, &range, &closed),
        }
    }
    finish(outline, input)
}

fn finish<'a>(outline: Outliner<'_>, input: &Input<'a, '_>) -> Result<Document<'a>, ReadError> {
    let mut outline = outline.finish();
    input.room.check()?;
    let (lists, mentions) = lists(&outline, input);
    input.room.check()?;
    let seen = std::mem::take(&mut outline.seen).in_lines(|offset| input.lines.at(offset));
    Ok(Document { lists, mentions, seen, ..Document::default() })
}

fn add_html(outline: &mut Outliner<'_>, scanner: Scanner<'_>, closed: &Closed, start: usize) {
    for token in scanner {
        match &token.kind {
            TokenKind::Text => outline.push(&htmlize::unescape(token.source), start + token.offset),
            TokenKind::Comment => {}
            // What nobody closes has the rest of the page in it.
            TokenKind::Open(name)
                if matches!(name.as_str(), "nav" | "footer") && !closed.has(name) => {}
            TokenKind::Open(name) => {
                outline.open(name, start + token.offset);
                add_attributes(outline, name, token.source);
            }
            TokenKind::Close(name) => outline.close(name),
        }
    }
}

/// Whether a paragraph is code of MDX.
fn is_module(paragraph: Option<&str>) -> bool {
    let words = |keyword| paragraph?.strip_prefix(keyword)?.strip_prefix(' ').map(str::trim_start);
    let exported = ["const ", "let ", "var ", "function", "default ", "class ", "async ", "{", "*"];
    let is_quoted = |text: &str| text.trim_start().starts_with(['"', '\'']);
    words("export").is_some_and(|rest| exported.iter().any(|word| rest.starts_with(word)))
        || words("import").is_some_and(|rest| {
            is_quoted(rest) || rest.split_once(" from ").is_some_and(|(_, from)| is_quoted(from))
        })
}

/// What the attributes of a tag say about the element that it opened.
fn add_attributes(outline: &mut Outliner<'_>, name: &str, tag: &str) {
    let number = |name| attribute(tag, name).map(|number| number.trim().to_owned());
    match name {
        "a" => {
            let target = attribute(tag, "href").unwrap_or_default();
            outline.link(&target);
        }
        "ol" => {
            let is_word = |word: &str| word.trim_end_matches('>').eq_ignore_ascii_case("reversed");
            let is_reversed = tag.split_ascii_whitespace().any(is_word);
            let first = number("start").and_then(|first| first.parse().ok());
            // Without a start, a reversed list counts down to 1.
            if let Some(first) = first.or((!is_reversed).then_some(1)) {
                outline.number_list(first, if is_reversed { -1 } else { 1 });
            }
        }
        "li" => outline.number_item(&number("value").unwrap_or_default()),
        _ => {}
    }
}

fn add_event(outline: &mut Outliner<'_>, event: &Event<'_>, range: &Range<usize>, closed: &Closed) {
    match event {
        Event::Start(tag) => {
            if matches!(tag, Tag::Heading { .. }) {
                // An HTML table that is still open at a heading is never closed.
                outline.end_skipped();
            }
            if let Some(element) = element(tag.to_end()) {
                outline.open(element, range.start);
            }
            match tag {
                Tag::Link { dest_url, .. } => outline.link(dest_url),
                Tag::List(Some(first)) => {
                    outline.number_list(i64::try_from(*first).unwrap_or_default(), 1);
                }
                _ => {}
            }
        }
        Event::End(tag) => {
            if let Some(element) = element(*tag) {
                outline.close(element);
            }
        }
        Event::Text(text) => outline.push(text, range.start),
        Event::Code(code) => {
            outline.open("code", range.start);
            outline.push(code, range.start);
            outline.close("code");
        }
        Event::InlineHtml(html) | Event::Html(html) => {
            add_html(outline, Scanner::fragment(html, closed), closed, range.start);
        }
        Event::SoftBreak => outline.end_line(range.start),
        Event::HardBreak => outline.open("br", range.start),
        _ => {}
    }
}

/// The corresponding HTML element.
fn element(tag: TagEnd) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Heading(HeadingLevel::H1) => "h1",
        TagEnd::Heading(HeadingLevel::H2) => "h2",
        TagEnd::Heading(HeadingLevel::H3) => "h3",
        TagEnd::Heading(HeadingLevel::H4) => "h4",
        TagEnd::Heading(HeadingLevel::H5) => "h5",
        TagEnd::Heading(HeadingLevel::H6) => "h6",
        TagEnd::List(_) => "ul",
        TagEnd::Item => "li",
        TagEnd::DefinitionList => "dl",
        TagEnd::DefinitionListTitle => "dt",
        TagEnd::DefinitionListDefinition => "dd",
        TagEnd::Paragraph => "p",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::MetadataBlock(_) => "title",
        TagEnd::Table => "table",
        TagEnd::Strong => "strong",
        TagEnd::Strikethrough => "del",
        TagEnd::Image => "img",
        _ => return None,
    })
}
