//! Writes XML as JSON: an element is an object of its attributes and of the elements in it, and
//! those of one name are an array. An element with a text alone is that text.

mod tree;

use std::collections::{HashMap, HashSet};

use self::tree::Element;
pub(super) use self::tree::is_xml;
use super::error::ReadError;
use super::grid::Input;
use super::headings;
use super::written_json::WrittenJson;

/// The key of the text of an element that has attributes or other elements too.
const TEXT: &str = "message";
/// The key instead, if one of these elements has a `message` already.
const OTHER_TEXT: &str = "text";

pub(super) fn to_json<'r>(input: &Input<'_, 'r>) -> Result<WrittenJson<'r>, ReadError> {
    let document = tree::read(input)?;
    let mut writer = XmlWriter { written: WrittenJson::new(input.room), paths: HashMap::new() };
    let mut elements = 0;
    writer.find_paths(&document, 0, &mut elements);
    let roots: Vec<&Element> = document.elements().collect();
    match roots.as_slice() {
        [root] => writer.value(root, writer.path(0, &root.name))?,
        _ => writer.value(&document, ElementPath::default())?,
    }
    Ok(writer.written)
}

struct XmlWriter<'t, 'r> {
    written: WrittenJson<'r>,
    /// The paths from the root, each by that of the element around it.
    paths: HashMap<(usize, &'t str), ElementPath>,
}

/// The texts of elements that differ in their language, each with its heading.
fn by_language(name: &str, elements: &[&Element]) -> Option<Vec<(String, String)>> {
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    for element in elements {
        let heading = match element.attributes.as_slice() {
            [] => name.to_owned(),
            [(attribute, language)] if attribute == "lang" => format!("{name}.{language}"),
            _ => return None,
        };
        if element.has_elements() || !seen.insert(heading.clone()) {
            return None;
        }
        texts.push((heading, element.text()));
    }
    seen.iter().any(|heading| heading != name).then_some(texts)
}

/// The elements that have the same names on the way from the root.
#[derive(Clone, Copy, Default)]
struct ElementPath {
    id: usize,
    /// The number of the last element around one of these.
    last_parent: usize,
    /// Whether an element has several of these. Then they are an array everywhere.
    is_repeated: bool,
    /// Whether an element has an attribute or an element called as its text would be.
    has_message: bool,
}

impl<'t> XmlWriter<'t, '_> {
    fn find_paths(&mut self, element: &'t Element, path: usize, elements: &mut usize) {
        *elements += 1;
        let parent = *elements;
        for child in element.elements() {
            let next = self.paths.len() + 1;
            let place = self.paths.entry((path, &child.name));
            let child_path = place.or_insert(ElementPath { id: next, ..ElementPath::default() });
            child_path.is_repeated |= child_path.last_parent == parent;
            child_path.last_parent = parent;
            child_path.has_message |= child.has(TEXT);
            let id = child_path.id;
            self.find_paths(child, id, elements);
        }
    }

    fn path(&self, parent: usize, name: &'t str) -> ElementPath {
        self.paths.get(&(parent, name)).copied().unwrap_or_default()
    }

    fn value(&mut self, element: &'t Element, path: ElementPath) -> Result<(), ReadError> {
        self.written.mark(element.line);
        if element.attributes.is_empty() && !element.has_elements() {
            self.written.plain(&element.text());
            return Ok(());
        }
        self.written.open('{', element.line)?;
        self.attributes(element, "");
        let text = element.text();
        if !text.is_empty() {
            self.member(if path.has_message { OTHER_TEXT } else { TEXT }, &text);
        }
        if element.has_elements() {
            for (name, elements) in element.by_name() {
                self.members(name, &elements, self.path(path.id, name))?;
            }
        }
        self.written.close('}');
        Ok(())
    }

    fn attributes(&mut self, element: &Element, prefix: &str) {
        for (name, value) in &element.attributes {
            self.member(&format!("{prefix}{name}"), value);
        }
    }

    fn member(&mut self, name: &str, value: &str) {
        self.key(name);
        self.written.plain(value);
    }

    fn key(&mut self, name: &str) {
        self.written.separate();
        self.written.string(name);
        self.written.text.push(':');
    }

    /// The elements of one name in another.
    fn members(
        &mut self,
        name: &'t str,
        elements: &[&'t Element],
        path: ElementPath,
    ) -> Result<(), ReadError> {
        let Some(first) = elements.first() else { return Ok(()) };
        self.written.separate();
        self.written.mark(first.line);
        // The attributes of a text, such as its language, are beside it.
        if !path.is_repeated && headings::is_any(name) && first.is_text_with_attributes() {
            self.member(name, &first.text());
            self.attributes(first, &format!("{name}."));
            return Ok(());
        }
        if let Some(texts) = by_language(name, elements).filter(|_| headings::is_text(name)) {
            for (heading, text) in texts {
                self.member(&heading, &text);
            }
            return Ok(());
        }
        self.key(name);
        if !path.is_repeated {
            return self.value(first, path);
        }
        self.written.open('[', first.line)?;
        for element in elements {
            self.written.separate();
            self.value(element, path)?;
        }
        self.written.close(']');
        Ok(())
    }
}
