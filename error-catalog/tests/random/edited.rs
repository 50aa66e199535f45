//! Enums as people leave them, and documents as vendors change them.

use std::fmt::Write;

use error_catalog::{Format, Table};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A row of a document, and what became of it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: i32,
    pub(crate) texts: [String; 3],
    pub(crate) new: Fate,
    layout: Layout,
}

#[derive(Clone, Debug)]
pub(crate) enum Fate {
    Same,
    /// Other texts: what is put after each.
    Reworded([String; 3]),
    /// Other texts altogether.
    Changed([String; 3]),
    Removed,
    /// Only the new document has it.
    Added,
    /// The enum has it as retired, and the new document lists it.
    Again,
    /// The enum has it as retired, and the new document does not list it.
    Retired,
}

/// How the variant is written.
#[derive(Clone, Debug)]
struct Layout {
    /// On one line, as rustfmt does it, or with a line for each argument.
    lines: u8,
    comment: Option<&'static str>,
    /// None, by hand, by an import, or an import's with other words.
    doc: u8,
    parts: Vec<Part>,
}

/// What a variant may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Allow,
    Kind,
    Raw,
    TrailingComma,
    Space,
    /// A column with its default.
    Zh,
    /// A description that is the message.
    Description,
}

/// Pieces of texts that mean something in Rust.
const PIECES: &[&str] = &[
    "door", "jammed", " ", "\"", "\\", "\n", "\r\n", "\t", "\0", "*/", "/*", "//", "\u{202e}",
    "漢字", "🦀", "e\u{301}", "\"#", "{}", "'", "#", "]", ")", ",", "|", "}",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    vec(select(PIECES).prop_map(str::to_owned), 0..6).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = [String; 3]> {
    [text(), text(), text()]
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        4 => Just(Fate::Same),
        3 => texts().prop_map(Fate::Reworded),
        1 => texts().prop_map(Fate::Changed),
        2 => Just(Fate::Removed),
        3 => Just(Fate::Added),
        1 => Just(Fate::Again),
        1 => Just(Fate::Retired),
    ]
}

fn layout() -> impl Strategy<Value = Layout> {
    use Part::{Allow, Description, Kind, Raw, Space, TrailingComma, Zh};
    let comment = prop::option::of(select(&["by hand", "\"quoted\", #[code(", "} */ é"][..]));
    let parts = [Allow, Kind, Raw, TrailingComma, Space, Zh, Description].to_vec();
    (0..3_u8, comment, 0..4_u8, subsequence(parts, 0..=7))
        .prop_map(|(lines, comment, doc, parts)| Layout { lines, comment, doc, parts })
}

pub(crate) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (any::<i32>(), texts(), fate(), layout());
    vec(row.prop_map(|(code, texts, new, layout)| Row { code, texts, new, layout }), 1..9)
        .prop_map(|mut rows| {
            rows.sort_by_key(|row| row.code);
            rows.dedup_by_key(|row| row.code);
            // As documents are not always sorted.
            rows.sort_by_key(|row| row.code % 7);
            rows
        })
        .prop_filter("the document has a row", |rows| rows.iter().any(Row::is_listed))
        .prop_filter("the enum has a variant", |rows| rows.iter().any(Row::is_in_enum))
}

impl Row {
    pub(crate) fn is_in_enum(&self) -> bool {
        !matches!(self.new, Fate::Added)
    }

    pub(crate) fn is_listed(&self) -> bool {
        !matches!(self.new, Fate::Removed | Fate::Retired)
    }

    fn is_retired(&self) -> bool {
        matches!(self.new, Fate::Again | Fate::Retired)
    }

    /// Message, description and zh of the new document, as its reader trims them.
    pub(crate) fn new_texts(&self) -> [String; 3] {
        match &self.new {
            Fate::Reworded(more) => {
                std::array::from_fn(|index| format!("{}{}", self.texts[index], more[index]))
            }
            Fate::Changed(texts) => texts.clone(),
            _ => self.texts.clone(),
        }
    }

    pub(crate) fn name(&self) -> String {
        format!("Hand{}", self.code.unsigned_abs()) + if self.code < 0 { "Below" } else { "" }
    }

    fn has(&self, part: Part) -> bool {
        self.layout.parts.contains(&part)
    }

    /// The doc comment, as an import writes it for texts without markup.
    fn doc(&self) -> Option<String> {
        let Self { code, texts: [message, description, _], .. } = self;
        let text = if description.trim().is_empty() { message } else { description };
        let is_plain = text.chars().all(|each| each.is_alphanumeric() || each == ' ');
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.layout.doc {
            1 => Some(format!("Written by hand: {code}.")),
            2 if is_plain && !text.is_empty() => Some(format!("`{code}`: {text}")),
            3 => Some(format!("`{code}`: Written by hand: {code}.")),
            _ => None,
        }
    }

    /// The lines of source.
    fn write(&self, source: &mut String) {
        let Self { code, texts: [message, description, zh], layout, .. } = self;
        let literal = |text: &str| {
            let is_plain =
                text.chars().all(|c| !c.is_control() && c != '\u{202e}') && !text.contains("\"##");
            if self.has(Part::Raw) && is_plain {
                format!("r##\"{text}\"##")
            } else {
                format!("{text:?}")
            }
        };
        let mut arguments = vec![code.to_string(), literal(message)];
        if !description.trim().is_empty() && description.trim() != message.trim() {
            arguments.push(literal(description));
        } else if self.has(Part::Description) {
            arguments.push(literal(message));
        }
        if self.has(Part::Zh) || !zh.is_empty() {
            arguments.push(format!("zh = {}", literal(zh)));
        }
        if self.has(Part::Kind) {
            arguments.push("kind = NotFound".to_owned());
        }
        if self.is_retired() {
            arguments.push("retired".to_owned());
        }
        let comma = if self.has(Part::TrailingComma) { "," } else { "" };
        if self.has(Part::Space) {
            source.push('\n');
        }
        if let Some(comment) = layout.comment {
            let _ = writeln!(source, "    // {comment} {code}");
        }
        if let Some(doc) = self.doc() {
            let _ = writeln!(source, "    /// {doc}");
        }
        if self.has(Part::Allow) {
            let _ = writeln!(source, "    #[allow(dead_code)]");
        }
        let name = self.name();
        let (open, between, close) = match layout.lines {
            2 => ("\n        ", ",\n        ", "\n    "),
            _ => ("", ", ", ""),
        };
        let arguments = arguments.join(between);
        let space = if layout.lines == 0 { " " } else { "\n    " };
        let _ = writeln!(
            source,
            "    #[code({open}{arguments}{comma}{close})]{space}{name}, // {code}"
        );
    }
}

pub(crate) fn source(rows: &[Row], has_other: bool) -> String {
    let mut source =
        "// Kept.\n#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]\n\
                      #[catalog(code = i32, column(zh: &str = \"\"))]\n#[allow(missing_docs)]\n\
                      pub enum Imported {\n"
            .to_owned();
    rows.iter().filter(|row| row.is_in_enum()).for_each(|row| row.write(&mut source));
    if has_other {
        source.push_str("    #[code(other, \"?\")]\n    Other(jmessage_codes::Unlisted<Self>),\n");
    }
    source + "    // The end.\n}\n"
}

pub(crate) fn document(rows: &[Row]) -> Table {
    let object = |row: &Row| {
        let [message, description, zh] = row.new_texts();
        serde_json::json!({
            "code": row.code, "message": message, "description": description, "zh": zh,
        })
    };
    let rows = rows.iter().filter(|row| row.is_listed()).map(object);
    let document = rows.collect::<serde_json::Value>().to_string();
    Table::read(&document, Format::Json).unwrap().into_clean().unwrap()
}
