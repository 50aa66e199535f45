//! Writes TOML as JSON.

use std::ops::Range;

use toml_edit::{Document, Item, Key, TableLike, Value};

use super::error::ReadError;
use super::format::Format;
use super::grid::Input;
use super::written_json::{WrittenJson, with_prefix};

pub(super) fn to_json<'r>(input: &Input<'_, 'r>) -> Result<WrittenJson<'r>, ReadError> {
    let document = Document::parse(input.text);
    let document = document.map_err(|error| ReadError::malformed(Format::Toml, error))?;
    let mut writer = TomlWriter { input, written: WrittenJson::new(input.room) };
    writer.table(document.as_table(), 1)?;
    Ok(writer.written)
}

struct TomlWriter<'i, 't, 'r> {
    input: &'i Input<'t, 'r>,
    written: WrittenJson<'r>,
}

impl TomlWriter<'_, '_, '_> {
    fn line(&self, span: Option<Range<usize>>, above: usize) -> usize {
        span.map_or(above, |span| self.input.lines.at(span.start))
    }

    /// A table, whose line is that of its key or its heading.
    fn table(&mut self, table: &dyn TableLike, line: usize) -> Result<(), ReadError> {
        self.written.mark(line);
        self.written.open('{', line)?;
        for (name, item) in table.iter() {
            let line = self.line(table.key(name).and_then(Key::span), line);
            self.written.separate();
            self.written.mark(line);
            self.written.string(name);
            self.written.text.push(':');
            self.item(item, line)?;
        }
        self.written.close('}');
        Ok(())
    }

    fn item(&mut self, item: &Item, line: usize) -> Result<(), ReadError> {
        match item {
            Item::None => self.written.null(),
            Item::Value(value) => self.value(value, line)?,
            Item::Table(table) => self.table(table, line)?,
            Item::ArrayOfTables(tables) => {
                self.written.open('[', line)?;
                for table in tables {
                    self.written.separate();
                    self.table(table, self.line(table.span(), line))?;
                }
                self.written.close(']');
            }
        }
        Ok(())
    }

    fn value(&mut self, value: &Value, line: usize) -> Result<(), ReadError> {
        match value {
            Value::String(text) => self.written.string(text.value()),
            Value::Array(values) => {
                self.written.open('[', line)?;
                for value in values {
                    self.written.separate();
                    let line = self.line(value.span(), line);
                    self.written.mark(line);
                    self.value(value, line)?;
                }
                self.written.close(']');
            }
            Value::InlineTable(table) => self.table(table, line)?,
            value => {
                let source = value.span().and_then(|span| self.input.text.get(span));
                let source = source.unwrap_or_default().replace('_', "");
                let number =
                    with_prefix(&source, "0o", 8).or_else(|| with_prefix(&source, "0b", 2));
                let number = number.as_deref().or(source.strip_prefix('+')).unwrap_or(&source);
                self.written.plain(number);
            }
        }
        Ok(())
    }
}
