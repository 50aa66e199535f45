//! Files with an enum in any layout: between any two tokens there can be any blanks and
//! comments.

mod row;
mod variant;

use std::collections::HashMap;

use error_catalog::{Format, Table};

pub(crate) use self::row::{Fate, Row};

/// Random choices; the first of each once there are no more, which makes the layout plain.
pub(crate) struct Choices {
    numbers: std::vec::IntoIter<u16>,
}

impl Choices {
    pub(crate) fn new(numbers: Vec<u16>) -> Self {
        Self { numbers: numbers.into_iter() }
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.numbers.next().unwrap_or(0)) % end
    }

    /// True once in this many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    pub(crate) fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }
}

/// A file, and what is known of it.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) source: String,
    /// The parts that no update may change, in order.
    pub(crate) fixed: String,
    pub(crate) comments: Vec<String>,
    /// What is before the variants, and what is after them.
    pub(crate) around: [String; 2],
    /// The variants that stay as they are, each with all of its attributes.
    pub(crate) unchanged: Vec<String>,
    pub(crate) rows: Vec<Row>,
    pub(crate) shape: Shape,
}

/// What the enum has.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Shape {
    pub(crate) has_other: bool,
    /// Whether its variants have data, so that no update adds one.
    pub(crate) has_data: bool,
    /// Whether its codes are strings.
    pub(crate) has_text_codes: bool,
    has_discriminants: bool,
    has_repr: bool,
}

impl Shape {
    fn new(choices: &mut Choices) -> Self {
        let has_text_codes = choices.once_in(6);
        let has_discriminants = !has_text_codes && choices.once_in(3);
        let has_data = choices.once_in(8);
        Self {
            has_other: !has_data && !has_text_codes && choices.once_in(3),
            has_data,
            has_text_codes,
            has_discriminants,
            has_repr: has_discriminants || choices.once_in(5),
        }
    }
}

/// Writes a file piece by piece.
struct Writer<'a> {
    choices: &'a mut Choices,
    source: String,
    fixed: String,
    comments: Vec<String>,
    /// The probability of a comment between two tokens is one in this many.
    rarity: usize,
    line_end: &'static str,
    has_mixed_ends: bool,
}

impl Writer<'_> {
    fn push(&mut self, text: &str) {
        let text = self.with_ends(text);
        self.source.push_str(&text);
        self.fixed.push_str(&text);
    }

    /// Something that an update may change.
    fn push_free(&mut self, text: &str) {
        let text = self.with_ends(text);
        self.source.push_str(&text);
    }

    fn with_ends(&mut self, text: &str) -> String {
        if self.has_mixed_ends && self.choices.below(2) == 0 {
            return text.replace('\n', "\r\n");
        }
        text.replace('\n', self.line_end)
    }

    /// Anything that can be between two tokens.
    fn trivia(&mut self, usual: &str) {
        if !self.choices.once_in(self.rarity) {
            let blanks = ["", "", " ", "\n    ", "\n\n\t", "  ", " \n", "\u{200e}", "\t"];
            let is_usual = self.choices.below(4) < 3;
            let blank = if is_usual { usual } else { self.choices.of(&blanks) };
            return self.push_free(blank);
        }
        for _ in 0..=self.choices.below(3) {
            self.comment();
        }
    }

    /// As [`trivia`](Self::trivia) between two words.
    fn space(&mut self) {
        self.push_free(" ");
        self.trivia("");
    }

    fn comment(&mut self) {
        let number = self.comments.len();
        let forms = [
            " /* c@ */ ",
            " // c@\n",
            "\n    // c@\n    ",
            "\n/* c@,\n * more */",
            " /* c@ /* #[code(1, \"x\")] A, */ don't */ ",
            "\n\n\t//// c@ }, \"\n\n",
            "/*** c@ */",
            "\n    /* c@ { */ ",
            " // c@ ( \\ é 漢字\n        ",
        ];
        let form = self.choices.of(&forms).replace('@', &format!("{number}@"));
        let comment = form.trim().to_owned();
        let (before, after) = form.split_once(&comment).unwrap_or_default();
        self.push_free(before);
        let start = self.source.len();
        self.push(&comment);
        self.comments.push(self.source[start..].to_owned());
        self.push_free(after);
    }
}

/// A file with an enum `Imported`. In a `program` it can be a module.
pub(crate) fn layout(choices: &mut Choices, is_program: bool) -> Layout {
    let rows = row::rows(choices);
    let rarity = [1_000, 30, 8, 3][choices.below(4)];
    let line_end = ["\n", "\n", "\r\n"][choices.below(3)];
    let has_mixed_ends = choices.once_in(8);
    let mut writer = Writer {
        choices,
        source: String::new(),
        fixed: String::new(),
        comments: Vec::new(),
        rarity,
        line_end,
        has_mixed_ends,
    };
    let end = writer.head(is_program);
    let shape = Shape::new(writer.choices);
    writer.attributes(&shape);
    let before = writer.source.len();
    let unchanged = writer.variants(&rows, &shape);
    let after = writer.source.len();
    writer.push("}");
    writer.push(end);
    let around = [writer.source[..before].to_owned(), writer.source[after..].to_owned()];
    let Writer { source, fixed, comments, .. } = writer;
    Layout { source, fixed, comments, around, unchanged, rows, shape }
}

impl Writer<'_> {
    /// What is before the enum. Returns what is after it.
    fn head(&mut self, is_program: bool) -> &'static str {
        if is_program {
            self.push("#![allow(warnings, missing_docs, unexpected_cfgs)]\n");
        } else {
            let heads = [
                "",
                "",
                "\u{feff}",
                "#!/usr/bin/env rust-script\n",
                "\u{feff}#! /bin/sh\n#![allow(dead_code)]\n",
                "#!/* no shebang\n */[allow(dead_code)]\n",
                "#![allow(unused)]\n//! Docs.\n",
            ];
            let head = self.choices.of(&heads);
            self.push(head);
        }
        self.trivia("");
        self.push("use jmessage_codes::ErrorCatalog;\n");
        let others = [
            "",
            "const TEXT: &str = r##\"enum Imported { #[code(1, \"x\")] A \"##;\n",
            "macro_rules! make { ($name:ident) => { #[derive(ErrorCatalog)] enum $name { A } } }\n",
            "enum Plain { A, B }\nstruct Braces<const N: usize = { 1 + 2 }>([u8; N]);\n",
            "fn not(a: bool) { if !a { enum Local { A } } }\n",
            "#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)] enum Before { #[code(1, \"x\")] A }\n",
        ];
        let other = self.choices.of(&others);
        self.push(other);
        let nests = [
            ("", "\n"),
            ("", ""),
            ("mod inner {\n    ", "\n}\n"),
            ("fn function() { loop {\n\t\t", " } }\n"),
            ("#[cfg(all())] pub(crate) mod a { mod b { ", "}}"),
        ];
        let nest = if is_program { 0 } else { self.choices.below(nests.len()) };
        self.push(nests[nest].0);
        nests[nest].1
    }

    /// The attributes of the enum, and its brace.
    fn attributes(&mut self, shape: &Shape) {
        let derives = [
            "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]",
            "#[derive(Clone, Copy, PartialEq, Eq)] #[derive(ErrorCatalog)]",
            "#[cfg_attr(all(), derive(Clone, Copy, PartialEq, Eq, ErrorCatalog))]",
        ];
        let catalogs = [
            "#[catalog(code = i32, column(zh: &str = \"\"))]",
            "#[catalog(code = i32)]\n#[catalog(column(zh: &'static str = r#\"\"#,),)]",
            "#[cfg_attr(all(), catalog(code = core::primitive::i32, column(zh: &str = \"\")))]",
        ];
        let derive = self.choices.of(&derives);
        self.push(derive);
        self.trivia("\n");
        let mut catalog = self.choices.of(&catalogs).to_owned();
        if shape.has_text_codes {
            for code in ["code = i32, ", "#[catalog(code = i32)]", "code = core::primitive::i32, "]
            {
                catalog = catalog.replace(code, "");
            }
        }
        self.push(&catalog);
        self.trivia("\n");
        if shape.has_data {
            self.push("#[catalog(code_enum = Codes)]");
            self.trivia("\n");
        }
        if shape.has_repr {
            self.push("#[repr(i32)]");
            self.trivia("\n");
        }
        self.push("pub");
        self.space();
        self.push("enum");
        self.space();
        self.push("Imported");
        self.trivia(if shape.has_data { "" } else { " " });
        if shape.has_data {
            let generics = [
                "<'a, T, const N: usize = { 1 + 2 }>",
                "<'a, T: Iterator<Item = u8> = std::vec::IntoIter<u8>, const N: usize = 3> where T: Clone,",
                "<'a, T, const N: usize> where [T; N]: Sized, for<'b> fn(&'b T) -> &'b T: Copy",
                "<'a, T, const N: usize = { { 3 } }> where T: Into<Vec<Vec<u8>>>",
            ];
            let generics = self.choices.of(&generics);
            self.push(generics);
            self.trivia(" ");
        }
        self.push("{");
    }
}

/// The document that the file is updated to.
pub(crate) fn document(rows: &[Row]) -> Table {
    let mut listed: Vec<&Row> = rows.iter().filter(|row| row.is_listed()).collect();
    // As documents are not always in the enum's order.
    listed.sort_by_key(|row| row.place);
    let object = |row: &&Row| {
        let [message, description, zh] = row.new_texts();
        let aliases = row.new_codes()[1..].iter().map(ToString::to_string).collect::<Vec<_>>();
        serde_json::json!({
            "code": row.code, "message": message, "description": description, "zh": zh,
            "aliases": aliases.join(", "),
        })
    };
    let document = listed.iter().map(object).collect::<serde_json::Value>().to_string();
    Table::read(&document, Format::Json).unwrap().into_clean().unwrap()
}

/// The rows of the updated enum by code, each with its texts and whether it is retired.
pub(crate) type Wanted = HashMap<i32, (Vec<i32>, [String; 3], bool)>;

pub(crate) fn wanted(rows: &[Row]) -> Wanted {
    let row = |row: &Row| (row.code, (row.new_codes(), row.new_texts(), !row.is_listed()));
    rows.iter().map(row).collect()
}
