//! The text of Markdown as a browser shows it.

use std::collections::HashMap;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::super::html::{Closed, Text, attribute, tag_length};
use super::super::jsx;

/// The names for links of the form `[text][name]`, with their addresses.
#[derive(Default)]
pub(super) struct Links(HashMap<String, String>);

impl Links {
    pub(super) fn of(document: &str) -> Self {
        let definitions = document.lines().filter_map(|line| {
            let rest = line.trim_start_matches([' ', '\t', '>']).strip_prefix('[')?;
            let (name, target) = rest.split_once("]:")?;
            let target = target.split_whitespace().next().unwrap_or_default();
            let target = target.trim_start_matches('<').trim_end_matches('>').to_owned();
            (!name.starts_with('^')).then(|| (normalize(name), target))
        });
        Self(definitions.collect())
    }

    fn resolve<'a>(&self, link: &BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
        let target = self.0.get(&normalize(&link.reference))?;
        Some((target.clone().into(), "".into()))
    }
}

fn normalize(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The text of a heading or of a cell of a pipe table, which is one line.
pub(super) fn line_text(line: &str, links: &Links) -> String {
    let line = line.trim();
    if !line.contains(['\\', '`', '*', '_', '[', '<', '&', '{', '\r']) {
        return line.to_owned();
    }
    // After a letter, nothing begins a block such as a list.
    let paragraph = format!("{LETTER}{line}");
    let mut text = Text::verbatim();
    let mut letter = LETTER;
    add(&paragraph, links, &mut |event, closed| match event {
        Event::Text(part) if !letter.is_empty() => {
            text.push(part.strip_prefix(letter).unwrap_or(&part));
            letter = "";
        }
        event => push(&mut text, &event, closed),
    });
    text.finish()
}

const LETTER: &str = "x ";

/// The address of the first link of a cell.
pub(super) fn target(cell: &str, links: &Links) -> Option<String> {
    if !cell.contains(['[', '<']) {
        return None;
    }
    let mut target = None;
    add(&format!("{LETTER}{}", cell.trim()), links, &mut |event, _| {
        let found = match event {
            Event::Start(Tag::Link { dest_url, .. }) => dest_url.into_string(),
            Event::InlineHtml(html) if tag_length(&html, "a").is_some() => {
                attribute(&html, "href").unwrap_or_default().into_owned()
            }
            _ => return,
        };
        if target.is_none() && !found.is_empty() {
            target = Some(found);
        }
    });
    target
}

/// The text of a cell of an HTML table that has Markdown in it.
pub(super) fn block_text(cell: &str, links: &Links) -> String {
    let mut text = Text::default();
    add(&without_indentation(cell), links, &mut |event, closed| push(&mut text, &event, closed));
    // A fenced code block ends with a line break.
    text.finish().trim_end().to_owned()
}

/// The lines of a cell, without the indentation of HTML that would make them a code block. A
/// fenced code block keeps its blanks.
fn without_indentation(cell: &str) -> String {
    let mut lines = Vec::new();
    let mut is_code = false;
    for line in cell.lines() {
        let trimmed = line.trim_start();
        is_code ^= trimmed.starts_with("```") || trimmed.starts_with("~~~");
        lines.push(if is_code { line } else { trimmed });
    }
    lines.join("\n")
}

fn add(markdown: &str, links: &Links, each: &mut dyn FnMut(Event<'_>, &Closed)) {
    let markdown = &*jsx::without(markdown);
    let closed = if markdown.contains('<') { Closed::of(markdown) } else { Closed::default() };
    let resolve = |link: BrokenLink<'_>| {
        links.resolve(&link).map(|(address, title)| (address.into_static(), title.into_static()))
    };
    for event in Parser::new_with_broken_link_callback(markdown, Options::empty(), Some(resolve)) {
        each(event, &closed);
    }
}

fn push(text: &mut Text, event: &Event<'_>, closed: &Closed) {
    match event {
        Event::Text(part) | Event::Code(part) => text.push(part),
        Event::Html(html) | Event::InlineHtml(html) => text.push_html(html, closed),
        Event::SoftBreak => text.push("\n"),
        Event::HardBreak => text.open("br"),
        Event::Start(tag) => match tag {
            Tag::CodeBlock(_) => text.open("pre"),
            Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::BlockQuote(_) => text.open("p"),
            _ => {}
        },
        Event::End(tag) => match tag {
            TagEnd::CodeBlock => text.close("pre"),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                text.close("p");
            }
            _ => {}
        },
        _ => {}
    }
}
