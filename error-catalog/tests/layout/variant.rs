//! Variants in any layout.

use super::{Fate, Row, Writer};

impl Writer<'_> {
    /// Writes the variants, and returns those that stay as they are.
    pub(super) fn variants(
        &mut self,
        rows: &[Row],
        has_discriminants: bool,
        has_other: bool,
    ) -> Vec<String> {
        let mut unchanged = Vec::new();
        let rows: Vec<&Row> = rows.iter().filter(|row| row.is_in_enum()).collect();
        let separators = ["\n    ", " ", "\n\n    ", "\n\t"];
        let separator = separators[self.choices.below(separators.len())];
        let mut before = -1;
        for (index, row) in rows.iter().enumerate() {
            self.trivia(separator);
            let start = self.source.len();
            self.variant(row, has_discriminants.then_some(before));
            before = row.code;
            if row.fate == Fate::Same {
                unchanged.push(self.source[start..].to_owned());
            }
            self.trivia("");
            if has_other || index + 1 < rows.len() || self.choices.below(3) < 2 {
                self.push(",");
            }
        }
        if has_other {
            self.trivia(separator);
            self.push("#[code(other, \"?\")] Other(jmessage_codes::Unlisted<Self>)");
            let is_taken = rows.iter().any(|row| row.code == before + 1);
            let is_written = has_discriminants && (is_taken || self.choices.once_in(3));
            self.push(if is_written { " = 99" } else { "" });
            self.trivia(",");
        }
        self.trivia(if separator == " " { " " } else { "\n" });
        unchanged
    }

    /// A variant, which is counted from the one with the code before.
    fn variant(&mut self, row: &Row, before: Option<i32>) {
        let docs = ["", "", "/// By hand, } \"\n", "/** By hand. */", "/// Two\n    /// lines.\n"];
        // A doc comment is a description.
        let doc = if row.texts[1].is_empty() { "" } else { self.choices.of(&docs) };
        self.push(doc);
        let attributes = ["", "", "#[allow(dead_code)]", "#[cfg(all())]", "#[doc(alias = \"}\")]"];
        let attribute = self.choices.of(&attributes);
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
        self.arguments(row);
        self.push(close);
        let usual = self.choices.of(&[" ", "\n    "]);
        self.trivia(usual);
        self.push(&row.name());
        let Some(before) = before else { return };
        if before + 1 == row.code && self.choices.below(2) == 0 {
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
    fn arguments(&mut self, row: &Row) {
        let has_lines = self.choices.once_in(3);
        let separator = if has_lines { "\n        " } else { "" };
        self.trivia(separator);
        self.codes(row);
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
            if is_free { self.push_free(&argument) } else { self.push(&argument) }
            self.trivia("");
            if index + 1 < count || self.choices.once_in(3) {
                // One goes with what is removed.
                self.push_free(",");
            }
        }
        self.trivia(if has_lines { "\n    " } else { "" });
    }

    fn codes(&mut self, row: &Row) {
        for (index, code) in row.old_codes().iter().enumerate() {
            if index > 0 {
                self.trivia(" ");
                self.push("|");
                self.trivia(" ");
            }
            let is_hexadecimal = *code >= 0 && self.choices.once_in(4);
            let text = if is_hexadecimal { format!("{code:#x}") } else { code.to_string() };
            self.push(&text);
        }
        self.trivia("");
    }

    fn literal(&mut self, text: &str) -> String {
        if self.choices.once_in(4) { format!("r##\"{text}\"##") } else { format!("{text:?}") }
    }
}
