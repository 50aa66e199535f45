//! Reads the codes outside of tables: items of lists, headings, definitions and paragraphs
//! that begin with a code.
//!
//! Such items have no headings that say what they are. They count only in a whole list, or in a
//! run of headings of one level, if most of its items begin with a code of one pattern.

mod beginning;
mod group;
mod outline;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::group::lists;
use self::outline::Outliner;
use super::error::ReadError;
use super::grid::{Input, Listed};
use super::html::{Closed, Kind, Scanner};

/// A numbered list that begins with a lower number only counts its items.
const FIRST_CODE: u64 = 100;

/// The lists of codes of an HTML page.
pub(super) fn of_html<'a>(input: &Input<'a, '_>) -> Result<Vec<Listed<'a>>, ReadError> {
    let mut outline = Outliner::new(input.room);
    let closed = Closed::of(input.text);
    add_html(&mut outline, Scanner::new(input.text, &closed, false), 0);
    finish(outline, input)
}

/// The lists of codes of a document of Markdown.
pub(super) fn of_markdown<'a>(input: &Input<'a, '_>) -> Result<Vec<Listed<'a>>, ReadError> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut outline = Outliner::new(input.room);
    let closed = Closed::of(input.text);
    let mut is_html = false;
    // Whether the numbers of each open list may be codes.
    let mut numbers = Vec::new();
    for (event, range) in Parser::new_ext(input.text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let html = input.text.get(range.clone()).unwrap_or_default();
                add_html(&mut outline, Scanner::new(html, &closed, true), range.start);
                is_html = true;
            }
            Event::End(TagEnd::HtmlBlock) => is_html = false,
            _ if is_html => {}
            event => {
                add_event(&mut outline, &event, &range, &closed);
                match event {
                    Event::Start(Tag::List(first)) => {
                        numbers.push(first.is_some_and(|first| first >= FIRST_CODE));
                    }
                    Event::End(TagEnd::List(_)) => numbers.truncate(numbers.len() - 1),
                    Event::Start(Tag::Item) if numbers.last() == Some(&true) => {
                        let item = input.text.get(range.clone()).unwrap_or_default();
                        let number = item.find(|next: char| !next.is_ascii_digit()).unwrap_or(0);
                        let number = item.get(..number).unwrap_or_default();
                        outline.push(&format!("{number}. "), range.start);
                    }
                    _ => {}
                }
            }
        }
    }
    finish(outline, input)
}

fn finish<'a>(outline: Outliner<'_>, input: &Input<'a, '_>) -> Result<Vec<Listed<'a>>, ReadError> {
    let outline = outline.finish();
    input.room.check()?;
    let lists = lists(&outline, input);
    input.room.check()?;
    Ok(lists)
}

fn add_html(outline: &mut Outliner<'_>, scanner: Scanner<'_>, start: usize) {
    for token in scanner {
        match &token.kind {
            Kind::Text => outline.push(&htmlize::unescape(token.source), start + token.offset),
            Kind::Comment => {}
            Kind::Open(name) => outline.open(name, start + token.offset),
            Kind::Close(name) => outline.close(name),
        }
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
            add_html(outline, Scanner::fragment(html, closed), range.start);
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
        TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => "pre",
        TagEnd::Table => "table",
        TagEnd::Strong => "strong",
        TagEnd::Strikethrough => "del",
        _ => return None,
    })
}
