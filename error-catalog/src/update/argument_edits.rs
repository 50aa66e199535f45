//! Changes of the arguments of one `#[code(…)]`.

use std::ops::Range;

use jmessage_codes::Kind;

use super::edits::Edits;
use crate::source::identifier::raw_identifier;
use crate::source::parse::code::{CodeAttribute, TextLiteral};
use crate::source::parse::source_text::{Edit, SourceText};
use crate::visible;

/// An attribute, and the changes of its file so far.
pub(super) struct ArgumentEdits<'a> {
    pub(super) text: &'a SourceText,
    pub(super) code: &'a CodeAttribute,
    pub(super) edits: &'a mut Edits,
}

impl ArgumentEdits<'_> {
    pub(super) fn set_message(&mut self, message: &str) {
        if let Some(literal) = self.code.texts.first() {
            self.replace(literal, message);
        }
    }

    pub(super) fn set_description(&mut self, description: &str) {
        match &self.code.texts[..] {
            [_, literal] => self.replace(literal, description),
            [message, ..] => {
                self.edits.add_after(self.code, &message.range, visible::literal(description));
            }
            [] => {}
        }
    }

    fn replace(&mut self, literal: &TextLiteral, text: &str) {
        let before = self.text.get(literal.range.clone());
        let edit = Edit { range: literal.range.clone(), text: in_form_of(before, text) };
        self.edits.push(edit);
    }

    /// Removes the description if there is one.
    pub(super) fn remove_description(&mut self) {
        if let Some(literal) = self.code.texts.get(1) {
            self.remove(&literal.range);
        }
    }

    /// Sets a column to a text, or to another expression. An existing expression whose value only
    /// rustc knows is left to a person.
    pub(super) fn set_value(
        &mut self,
        column: &str,
        expression: &str,
        text: Option<&str>,
    ) -> Result<(), String> {
        let Some(value) = self.code.values.iter().find(|value| value.name == column) else {
            self.add(&format!("{} = {expression}", raw_identifier(column)));
            return Ok(());
        };
        if !value.is_literal {
            return Err("its value is an expression, which only you can change".to_owned());
        }
        let before = self.text.get(value.range.clone());
        let expression = match text {
            Some(text) => in_form_of(before, text),
            None => expression.to_owned(),
        };
        self.edits.push(Edit { range: value.range.clone(), text: expression });
        Ok(())
    }

    /// Sets the kind; that of a success is the flag `success`.
    pub(super) fn set_kind(&mut self, kind: Kind) {
        let code = self.code;
        let argument = match kind {
            Kind::Ok => Some("success".to_owned()),
            Kind::Unknown => None,
            kind => Some(format!("kind = {kind:?}")),
        };
        let mut old = code.success.iter().chain(code.kind.as_ref().map(|(_, range)| range));
        match (old.next(), argument) {
            (Some(range), Some(text)) => self.edits.push(Edit { range: range.clone(), text }),
            (Some(range), None) => self.remove(range),
            (None, Some(argument)) => self.add(&argument),
            (None, None) => {}
        }
        for range in old {
            self.remove(range);
        }
    }

    /// Sets whether the same request may succeed later; `None` leaves it to the kind.
    pub(super) fn set_retryable(&mut self, retryable: Option<bool>) {
        let argument = retryable.map(|retryable| format!("retryable = {retryable}"));
        match (&self.code.retryable, argument) {
            (Some((_, range)), Some(text)) => self.edits.push(Edit { range: range.clone(), text }),
            (Some((_, range)), None) => self.remove(range),
            (None, Some(argument)) => self.add(&argument),
            (None, None) => {}
        }
    }

    pub(super) fn retire(&mut self) {
        if self.code.retired.is_none() {
            self.add("retired");
        }
    }

    pub(super) fn list_again(&mut self) {
        if let Some(retired) = &self.code.retired {
            self.remove(retired);
        }
    }

    /// Adds an alias.
    pub(super) fn add_code(&mut self, literal: &str) {
        if let Some(last) = self.code.codes.last() {
            self.edits.push(Edit::insert(last.range.end, format!(" | {literal}")));
        }
    }

    /// Removes the alias with this number, and the bar before it.
    pub(super) fn remove_alias(&mut self, index: usize) {
        let Some([before, alias]) = self.code.codes.get(index..index + 2) else { return };
        let Some(bar) = alias.bar else { return };
        if self.text.get(before.range.end..alias.range.start).trim() == "|" {
            return self.edits.push(Edit::delete(before.range.end..alias.range.end));
        }
        self.edits.push(Edit::delete(bar..bar + 1));
        self.edits.push(Edit::delete(alias.range.clone()));
    }

    /// Adds an argument at the end.
    fn add(&mut self, argument: &str) {
        self.edits.add(self.code, argument.to_owned());
    }

    /// Removes an argument.
    fn remove(&mut self, argument: &Range<usize>) {
        self.edits.remove(self.code, argument);
    }
}

/// The literal of a text: raw if the old literal was and a raw one can contain the text.
fn in_form_of(before: &str, text: &str) -> String {
    let Some(rest) = before.strip_prefix('r').filter(|_| fits_raw(text)) else {
        return visible::literal(text);
    };
    let mut hashes = rest.len() - rest.trim_start_matches('#').len();
    while text.contains(&format!("\"{}", "#".repeat(hashes))) {
        hashes += 1;
    }
    let hashes = "#".repeat(hashes);
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Whether every character can be in a raw literal, and a reader sees it there.
fn fits_raw(text: &str) -> bool {
    visible::characters(text).all(|(character, is_hidden)| !is_hidden || character == '\n')
}

#[cfg(test)]
mod tests {
    use super::{ArgumentEdits, Edits, in_form_of};
    use crate::source::SourceFile;

    /// Attributes with a description and `retired`, and comments between.
    const ATTRIBUTES: [&str; 9] = [
        "1, \"one\", \"first\", retired",
        "1, \"one\", \"first\", retired,",
        "1, \"one\", /* a */ \"first\", /* b */ retired /* c */",
        "1, \"one\", /* a */ \"first\" /* b */, retired /* c */, /* d */",
        "1, \"one\", retired, /* a */ \"first\" // b\n",
        "1, \"one\" // a\n, // b\n retired, // c\n \"first\" // d\n, // e\n",
        "\n  1,\n  \"one\", // a\n  \"first\", // b\n  retired, // c\n",
        "\n  1,\n  \"one\", // a\n  \"first\", // b\n  retired // c\n",
        "\n  1,\n  \"one\", // a\n  retired,\n  \"first\"\n",
    ];

    /// Changes in their order: the first character of each.
    fn changed(attribute: &str, changes: &str) -> String {
        let source = format!(
            "#[derive(ErrorCatalog)] #[catalog(column(zh: &str = \"\"), column(url: &str = \"\"))]\n\
             enum E {{ #[code({attribute})] A }}"
        );
        let file = SourceFile::parse(source).unwrap();
        let mut edits = Edits::default();
        for change in changes.chars() {
            let code = &file.enums()[0].variants[0].code;
            let mut arguments = ArgumentEdits { text: &file.text, code, edits: &mut edits };
            match change {
                'r' => arguments.list_again(),
                'd' => arguments.remove_description(),
                'z' => arguments.set_value("zh", "\"z\"", Some("z")).unwrap(),
                _ => arguments.set_value("url", "\"u\"", Some("u")).unwrap(),
            }
        }
        file.text.with(edits.finish(&file.text))
    }

    #[test]
    fn changes_of_one_attribute_can_come_in_any_order() {
        let orders = ["r", "d", "z", "rd", "dr", "rz", "zr", "dz", "zd", "zu", "rzu", "zru", "zur"];
        let more = ["rdz", "rzd", "drz", "dzr", "zrd", "zdr", "zurd", "rzdu", "dzru", "drzu"];
        for attribute in ATTRIBUTES {
            for order in orders.iter().chain(&more) {
                let source = changed(attribute, order);
                let file = SourceFile::parse(&*source)
                    .unwrap_or_else(|error| panic!("{error}\n{attribute} {order}\n{source}"));
                let row = &file.enums()[0].table().rows()[0];
                let has = |change| order.contains(change);
                assert_eq!(row.is_retired(), !has('r'), "{source}");
                assert_eq!(row.description() == "one", has('d'), "{source}");
                let values = [if has('z') { "z" } else { "" }, if has('u') { "u" } else { "" }];
                assert_eq!(row.values(), values, "{source}");
                let comments = |text: &str| text.matches(['/']).count();
                assert_eq!(comments(&source), comments(attribute), "{source}");
            }
        }
    }

    #[test]
    fn a_raw_literal_stays_raw_if_it_can() {
        let cases = [
            ("\"a\"", "b \"c\"", r#""b \"c\"""#),
            ("r\"a\"", "b\\c", r#"r"b\c""#),
            ("r\"a\"", "b \"c\"", "r#\"b \"c\"\"#"),
            ("r#\"a\"#", "b", r##"r#"b"#"##),
            ("r#\"a\"#", "b\"#c\"##", "r###\"b\"#c\"##\"###"),
            ("r\"a\"", "b\u{202e}", r#""b\u{202e}""#),
            ("r\"a\"", "b\r\n", r#""b\r\n""#),
            ("r\"a\"", "b\nc", "r\"b\nc\""),
        ];
        for (before, text, expected) in cases {
            assert_eq!(in_form_of(before, text), expected, "{before} {text:?}");
        }
    }
}
