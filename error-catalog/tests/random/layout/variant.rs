//! Variants in any layout.

use super::{Fate, Row, Shape, Writer};

impl Writer<'_> {
    /// Writes the variants, and returns those that stay as they are.
    pub(super) fn variants(&mut self, rows: &[Row], shape: &Shape) -> Vec<String> {
        let mut unchanged = Vec::new();
        let rows: Vec<&Row> = rows.iter().filter(|row| row.is_in_enum()).collect();
        let separator = self.choices.of(&["\n    ", " ", "\n\n    ", "\n\t"]);
        let other = shape.has_other.then(|| {
            let is_last = self.choices.below(2) == 0;
            if is_last { rows.len() } else { self.choices.below(rows.len() + 1) }
        });
        let mut before = Some(-1);
        for (index, row) in rows.iter().enumerate() {
            if other == Some(index) {
                self.other(&rows, before, shape, separator);
                self.push(",");
                before = None;
            }
            self.trivia(separator);
            let start = self.source.len();
            self.variant(index, row, before, shape);
            before = Some(row.code);
            if row.fate == Fate::Same {
                unchanged.push(self.source[start..].to_owned());
            }
            self.trivia("");
            if other == Some(rows.len()) || index + 1 < rows.len() || self.choices.below(3) < 2 {
                self.push(",");
            }
        }
        if other == Some(rows.len()) {
            self.other(&rows, before, shape, separator);
            let comma = self.choices.of(&[",", ""]);
            self.push_free(comma);
        }
        self.trivia(if separator == " " { " " } else { "\n" });
        unchanged
    }

    fn other(&mut self, rows: &[&Row], before: Option<i32>, shape: &Shape, separator: &str) {
        self.trivia(separator);
        self.push("#[code(other, \"?\")] Other(jmessage_codes::Unlisted<Self>)");
        let is_taken = rows.iter().any(|row| before.is_none_or(|before| row.code == before + 1));
        if shape.has_discriminants && (is_taken || self.choices.once_in(3)) {
            self.push(" = 99");
        }
        self.trivia("");
    }

    /// A variant, which may be counted from the one with the code before.
    fn variant(&mut self, index: usize, row: &Row, before: Option<i32>, shape: &Shape) {
        let docs = ["", "", "/// By hand, } \"\n", "/** By hand. */", "/// Two\n    /// lines.\n"];
        // A doc comment is a description.
        let doc = if row.texts[1].is_empty() { "" } else { self.choices.of(&docs) };
        self.push(doc);
        let attributes = ["", "", "#[allow(dead_code)]", "#[doc(alias = \"}\")]", "#[cfg(all())]"];
        // The next may be counted from a variant, so it is there without a condition.
        let attribute = self.choices.of(&attributes[..if shape.has_discriminants { 4 } else { 5 }]);
        self.push(attribute);
        if !attribute.is_empty() {
            self.trivia("\n    ");
        }
        let (open, close) = match self.choices.below(6) {
            4 => ("#[cfg_attr(all(), code(", "))]"),
            5 => ("#[ code (", ")\n]"),
            _ => ("#[code(", ")]"),
        };
        self.push(open);
        self.arguments(row, shape);
        self.push(close);
        let usual = self.choices.of(&[" ", "\n    "]);
        self.trivia(usual);
        self.push(&row.name());
        if shape.has_data {
            // The first uses the parameters.
            let data = ["(&'a str, [T; N])", "", "{ x: fn(u8, u8) -> (u8, u8) }", "()"];
            let data = if index == 0 { data[0] } else { self.choices.of(&data) };
            self.push(data);
        }
        let is_next = before.is_some_and(|before| before + 1 == row.code);
        if !shape.has_discriminants || is_next && self.choices.below(2) == 0 {
            return;
        }
        self.trivia(" ");
        self.push("=");
        self.trivia(" ");
        self.discriminant(row.code);
    }

    fn discriminant(&mut self, code: i32) {
        let forms =
            ["@", "(@)", "{ @ }", "@ as i32", "@ - 2 + 2", "{ @i32 }", "@i64 as i32", "(@) as i32"];
        let form = self.choices.of(&forms);
        let form = if code >= 0 && self.choices.once_in(6) { "b'\\x#' as i32" } else { form };
        let form = form.replace('@', &code.to_string()).replace('#', &format!("{code:02x}"));
        self.push(&form);
    }

    /// With blanks and comments around each, and with a trailing comma or none.
    fn arguments(&mut self, row: &Row, shape: &Shape) {
        let has_lines = self.choices.once_in(3);
        let separator = if has_lines { "\n        " } else { "" };
        self.trivia(separator);
        self.codes(row, shape);
        let mut arguments: Vec<(String, bool)> = Vec::new();
        let changes = |index| row.is_reworded(index);
        arguments.push((self.literal(&row.texts[0]), changes(0)));
        let mut rest = Vec::new();
        if row.is_retired() {
            rest.push(("retired".to_owned(), row.is_listed()));
        }
        if !row.texts[2].is_empty() || self.choices.once_in(4) {
            rest.push((format!("zh = {}", self.literal(&row.texts[2])), changes(2)));
        }
        if self.choices.once_in(4) {
            rest.push(("kind = NotFound".to_owned(), false));
        }
        if !row.texts[1].is_empty() {
            let place = self.choices.once_in(5).then(|| self.choices.below(rest.len() + 1));
            rest.insert(place.unwrap_or(0), (self.literal(&row.texts[1]), changes(1)));
        }
        if self.choices.once_in(3) {
            rest.reverse();
        }
        arguments.extend(rest);
        let count = arguments.len();
        for (index, (argument, is_free)) in arguments.into_iter().enumerate() {
            if index == 0 {
                self.push(",");
            }
            self.trivia(if has_lines { separator } else { " " });
            if is_free {
                self.push_free(&argument);
            } else {
                self.push(&argument);
            }
            self.trivia("");
            if index + 1 < count || self.choices.once_in(3) {
                // One goes with what is removed.
                self.push_free(",");
            }
        }
        self.trivia(if has_lines { "\n    " } else { "" });
    }

    fn codes(&mut self, row: &Row, shape: &Shape) {
        for (index, code) in row.old_codes().iter().enumerate() {
            if index > 0 {
                self.trivia(" ");
                self.push("|");
                self.trivia(" ");
            }
            let is_hexadecimal = *code >= 0 && self.choices.once_in(4);
            let text = if is_hexadecimal { format!("{code:#x}") } else { code.to_string() };
            let text = if shape.has_text_codes { format!("\"{code}\"") } else { text };
            self.push(&text);
        }
        self.trivia("");
    }

    fn literal(&mut self, text: &str) -> String {
        if self.choices.once_in(4) { format!("r##\"{text}\"##") } else { format!("{text:?}") }
    }
}
