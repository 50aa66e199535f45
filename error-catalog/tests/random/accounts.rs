//! Every row of a document is in the table or in the report, whatever is around it.
//!
//! Documents are made of known rows with noise of all kinds around and inside them. To
//! add a kind of noise, add a piece to the list of its format in `documents/`.

use error_catalog::{Format, Import, Reader, Reading};

use crate::documents::{
    Document, Random, csv, html, items, json, markdown, text, tree, without_headings, xml,
};
use crate::program::Program;

/// A kind of document.
struct Case {
    format: Format,
    make: fn(&mut Random) -> Document,
}

cases![
    csv { format: Format::Csv, make: csv::document },
    json { format: Format::Json, make: json::document },
    yaml { format: Format::Yaml, make: tree::yaml },
    toml { format: Format::Toml, make: tree::toml },
    xml { format: Format::Xml, make: xml::document },
    text { format: Format::Text, make: text::document },
    markdown { format: Format::Markdown, make: markdown::document },
    lists { format: Format::Markdown, make: items::document },
    tables_without_headings { format: Format::Markdown, make: without_headings },
    html { format: Format::Html, make: html::document },
];

impl Case {
    fn check(&self) {
        self.account(60);
    }

    /// Reads this many documents.
    fn account(&self, documents: u64) {
        for number in 0..documents {
            let _ = account(&(self.make)(&mut Random::new(number)), self.format);
        }
    }

    /// Adds the enum of a document.
    fn add(&self, program: &mut Program, name: &str, number: u64) {
        let document = (self.make)(&mut Random::new(number));
        let table = account(&document, self.format).table;
        let source = match Import::new("Imported").write(&table) {
            Ok(source) => source,
            Err(error) => panic!("{name}: {error}\n{}", document.text),
        };
        let rows = table.rows().iter().map(|row| {
            let description = Some(row.description()).filter(|text| !text.trim().is_empty());
            [row.code(), row.message(), description.unwrap_or(row.message())]
        });
        program.add(&format!("{name}_{number}"), &source, &rows.collect::<Vec<_>>());
    }
}

/// Fails if a row of the document is neither in the table nor in the report.
fn account(document: &Document, format: Format) -> Reading {
    let text = &document.text;
    let mut reader = Reader::new();
    if format == Format::Text {
        reader = reader.regex(text::EXPRESSION).unwrap();
    }
    if document.has_no_headings {
        reader = reader.no_headings().code("1").message("2");
    }
    let reading = match reader.read(text, format) {
        Ok(reading) => reading,
        Err(error) => panic!("{format}: {error}\n{text}"),
    };
    let report = &reading.report;
    for row in &document.rows {
        let is_read = reading.table.rows().iter().any(|read| {
            let line = read.line().unwrap_or_default();
            row.lines.contains(&line) && read.message().contains(&row.marker)
        });
        let is_found = report.findings.iter().any(|finding| row.lines.contains(&finding.line()));
        let is_left_out = report.tables.iter().any(|table| {
            let lines = table.line..=table.last_line;
            let is_section = table.sections.iter().any(|(line, _)| row.lines.contains(line));
            is_section || table.left_out.is_some() && lines.contains(row.lines.start())
        });
        let mut missed = report.missed.iter().flat_map(|missed| &missed.lines);
        let is_missed = missed.any(|line| row.lines.contains(line));
        assert!(
            is_read || is_missed || is_found || is_left_out,
            "{format}: row {} of lines {:?} is lost\n{text}\n{report}{:#?}",
            row.marker,
            row.lines,
            report.findings,
        );
    }
    reading
}

/// Compiles the enums of this many documents of each kind, and asks each for its rows.
fn compile(program_name: &str, documents: u64) {
    let mut program = Program::default();
    for (name, case) in CASES {
        for number in 0..documents {
            case.add(&mut program, name, number);
        }
    }
    program.run(program_name);
}

#[test]
fn the_enums_of_some_compile() {
    compile("accounts", 10);
}

#[test]
#[ignore = "25,000 documents take a minute"]
fn every_row_of_many_documents() {
    for (_, case) in CASES {
        case.account(2_500);
    }
    compile("many_accounts", 100);
}
