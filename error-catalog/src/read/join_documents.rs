//! Documents joined by their codes.

use std::collections::HashMap;
use std::mem;

use super::finding::Finding;
use super::problem::Problem;
use super::reading::Reading;
use crate::code_type::{CodeKey, CodeType};
use crate::table::{Row, Table};

impl Reading {
    /// Adds columns of another document to the rows with the same codes. A code that only one of
    /// the documents has is a finding. An existing column of the name is used.
    ///
    /// ```
    /// use error_catalog::{Format, Reader, Table};
    ///
    /// let english = Table::read("code,message\n7,door jammed\n8,door open\n", Format::Csv)?;
    /// let reader = Reader::new().message("文本").column("zh", "文本");
    /// let chinese = reader.read("错误码,文本\n7,卡住\n9,无门\n", Format::Csv)?;
    /// let joined = english.join(chinese, "zh.csv", &["zh"]);
    /// assert_eq!(joined.table.rows()[0].values(), ["卡住"]);
    /// let findings: Vec<String> =
    ///     joined.report.findings.iter().map(|finding| finding.in_file("en.csv")).collect();
    /// assert_eq!(findings, [
    ///     r#"en.csv:3: zh.csv does not have this code, so its columns are empty: "8""#,
    ///     r#"zh.csv:3: no other document has this code; this row is left out: "9""#,
    /// ]);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    pub fn join(mut self, other: Self, document: &str, columns: &[&str]) -> Self {
        let Self { table: other, mut report, .. } = other;
        let findings = mem::take(&mut report.findings).into_iter();
        self.report.findings.extend(findings.map(|each| each.in_document(document)));
        self.joined.push((document.to_owned(), report));
        let place = |name: &str| other.columns.iter().position(|column| column == name);
        let places =
            columns.iter().filter_map(|name| Some((self.table.column_of(name), place(name)?)));
        let columns = places.collect();
        let joined = Joined::new(&other, document, columns, self.table.code_type);
        let codes = joined.fill(&mut self.table.rows, &mut self.report.findings);
        self.report.findings.extend(joined.rest(&codes));
        self
    }
}

/// The other document.
struct Joined<'a> {
    other: &'a Table,
    document: &'a str,
    /// The place of each column in the first document and in this one.
    columns: Vec<(usize, usize)>,
    code_type: CodeType,
    by_code: HashMap<CodeKey, &'a Row>,
}

/// The codes of the first document, each with the row that its columns came from.
type CodesOfFirst<'a> = HashMap<CodeKey, Option<&'a Row>>;

impl<'a> Joined<'a> {
    fn new(
        other: &'a Table,
        document: &'a str,
        columns: Vec<(usize, usize)>,
        code_type: CodeType,
    ) -> Self {
        let mut joined = Self { other, document, columns, code_type, by_code: HashMap::new() };
        for row in &other.rows {
            for code in row.codes() {
                joined.by_code.entry(joined.key(code)).or_insert(row);
            }
        }
        joined
    }

    fn key(&self, code: &str) -> CodeKey {
        CodeKey::new(code, Some(self.code_type))
    }

    /// Gives the rows of the first document their columns.
    fn fill(&self, rows: &mut [Row], findings: &mut Vec<Finding>) -> CodesOfFirst<'a> {
        let mut codes = CodesOfFirst::new();
        for row in rows {
            let from = row.codes().find_map(|code| self.by_code.get(&self.key(code))).copied();
            for (to, column) in &self.columns {
                row.set_value(*to, from.map_or("", |from| from.value(*column)));
            }
            codes.extend(row.codes().map(|code| (self.key(code), from)));
            if from.is_none() {
                let problem = Problem::NotJoined { document: self.document.to_owned() };
                findings.push(Finding::new(row.line().unwrap_or_default(), row.code(), problem));
            }
        }
        codes
    }

    /// The rows that do not belong to a row of the first document.
    fn rest(&self, codes: &CodesOfFirst<'_>) -> Vec<Finding> {
        let finding = |row: &Row| {
            let from = row.codes().find_map(|code| codes.get(&self.key(code)).copied().flatten());
            let problem = match from {
                None => Problem::OnlyHere,
                // It can say the same about another of the codes.
                Some(from) if self.says_the_same(from, row) => return None,
                Some(from) => Problem::CodeTwice {
                    code: row.code().to_owned(),
                    first_code: from.code().to_owned(),
                    first_line: from.line().unwrap_or_default(),
                },
            };
            let finding = Finding::new(row.line().unwrap_or_default(), row.code(), problem);
            Some(finding.in_document(self.document))
        };
        self.other.rows.iter().filter_map(finding).collect()
    }

    fn says_the_same(&self, one: &Row, two: &Row) -> bool {
        self.columns.iter().all(|(_, column)| one.value(*column) == two.value(*column))
    }
}
