//! The rows that an import writes.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use jmessage_codes::Kind;

use super::columns::EnumColumn;
use super::error::ImportError;
use super::import::Import;
use super::kind_columns::KindColumns;
use super::parse::SourceEnum;
use crate::code_type::{CodeKey, CodeType};
use crate::table::{Field, Origin, Row, Table, Values};

/// The enum that an import writes.
pub(crate) struct Plan {
    /// The rows with their facts; its columns are those of the enum.
    pub(crate) table: Table,
    pub(super) columns: Vec<EnumColumn>,
}

impl Import {
    /// The table of the enum that an import of this document would write today. An existing enum
    /// decides the types of its columns, and the columns that it has are compared.
    ///
    /// [`write`](Self::write) prints these rows, and `check` and `update` compare them with those
    /// of the enum, so that nothing that an import uses is missing from a comparison.
    pub(crate) fn plan(
        &self,
        document: &Table,
        older: Option<&SourceEnum>,
    ) -> Result<Plan, ImportError> {
        let columns = EnumColumn::find(&self.columns, document, older)?;
        let facts = KindColumns::find(self.kind.as_deref(), self.retryable.as_deref(), document)?;
        let code_type = self.code_type.unwrap_or(document.code_type);
        let code_type = older.map_or(code_type, SourceEnum::code_type);
        let rows = document.rows.iter().map(|row| {
            let values = columns.iter().map(|column| column.cell(row).to_owned());
            let values = Values::new(columns.len(), values.enumerate().collect::<Vec<_>>());
            Ok(Row { values, ..facts.set(row.clone())? })
        });
        let mut rows: Vec<Row> = rows.collect::<Result<_, ImportError>>()?;
        if self.merges_aliases {
            rows = merged(rows, &columns);
        }
        let olds = older.iter().flat_map(|older| &older.table().rows);
        self.require_successes(rows.iter().chain(olds), code_type)?;
        self.mark_successes(&mut rows, code_type);
        let table = Table {
            title: self.name.clone(),
            origin: Origin::Import,
            code_type,
            fields: Field::list(
                |field| document.has(field) || field == Field::Retryable && facts.says_retryable(),
                columns.len(),
            ),
            columns: columns.iter().map(EnumColumn::name).collect(),
            column_types: columns.iter().map(|column| column.value_type).collect(),
            rows,
            declaration: None,
        };
        Ok(Plan { table, columns })
    }

    /// A success can be a row that only the enum has, since the document may no longer list it.
    fn require_successes<'r>(
        &self,
        rows: impl Iterator<Item = &'r Row>,
        code_type: CodeType,
    ) -> Result<(), ImportError> {
        let key = |code: &str| CodeKey::new(code, Some(code_type));
        let all: HashSet<CodeKey> = rows.flat_map(Row::codes).map(key).collect();
        match self.successes.iter().find(|success| !all.contains(&key(success))) {
            Some(success) => Err(ImportError::NoSuchCode(success.clone())),
            None => Ok(()),
        }
    }

    fn mark_successes(&self, rows: &mut [Row], code_type: CodeType) {
        let key = |code: &str| CodeKey::new(code, Some(code_type));
        let successes: HashSet<CodeKey> = self.successes.iter().map(|code| key(code)).collect();
        for row in rows {
            if row.codes().any(|code| successes.contains(&key(code))) {
                (row.kind, row.unknown_kind) = (Some(Kind::Ok), None);
            }
        }
    }
}

/// The rows; those that differ only in their code are merged into one.
fn merged(rows: Vec<Row>, columns: &[EnumColumn]) -> Vec<Row> {
    let mut merged: Vec<Row> = Vec::new();
    let mut places = HashMap::new();
    for row in rows {
        let texts = [row.name.trim(), &row.message, &row.description].map(str::to_owned);
        let values = columns.iter().enumerate();
        let values = values.map(|(index, column)| column.value_type.value(row.value(index)));
        let values: Vec<String> = values.map(Cow::into_owned).collect();
        let kind = (row.kind, row.unknown_kind.clone(), row.is_retryable());
        let facts = (texts, values, kind, row.is_retired);
        let place = *places.entry(facts).or_insert(merged.len());
        match merged.get_mut(place) {
            Some(first) => {
                let lines = row.codes().map(|code| (code.to_owned(), row.line));
                first.alias_lines.extend(lines);
                first.aliases.extend(row.codes().map(str::to_owned));
            }
            None => merged.push(row),
        }
    }
    merged
}
