//! Every row of a document is in the table or in the report, whatever is around it.
//!
//! Documents are made of known rows with noise of all kinds around and inside them. To
//! add a kind of noise, add a piece to the list of its format in `documents/`.

mod documents;
mod program;

use error_catalog::{Format, Import, Reader, Reading};

use self::documents::{
    Document, Random, csv, html, items, json, markdown, text, tree, without_headings, xml,
};
use self::program::Program;

type Make = fn(&mut Random) -> Document;

const FORMATS: [(Format, Make); 10] = [
    (Format::Csv, csv::document),
    (Format::Json, json::document),
    (Format::Yaml, tree::yaml),
    (Format::Toml, tree::toml),
    (Format::Xml, xml::document),
    (Format::Text, text::document),
    (Format::Markdown, markdown::document),
    (Format::Markdown, items::document),
    (Format::Markdown, without_headings),
    (Format::Html, html::document),
];

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

/// Reads this many documents of each format, and compiles the enum of every so many in a
/// program of this name.
fn account_for(program_name: &str, documents: u64, every: u64, formats: &[(Format, Make)]) {
    let mut program = Program::default();
    for number in 0..documents {
        for (index, (format, make)) in formats.iter().enumerate() {
            let document = make(&mut Random::new(number));
            let reading = account(&document, *format);
            if number % every != 0 {
                continue;
            }
            let source = match Import::new("Imported").write(&reading.table) {
                Ok(source) => source,
                Err(error) => panic!("{format}: {error}\n{}", document.text),
            };
            let rows = reading.table.rows().iter().map(|row| {
                let description = Some(row.description()).filter(|text| !text.trim().is_empty());
                [row.code(), row.message(), description.unwrap_or(row.message())]
            });
            program.add(&format!("{format}{index}_{number}"), &source, &rows.collect::<Vec<_>>());
        }
    }
    program.run(program_name);
}

#[test]
fn every_row_of_data_and_texts() {
    account_for("data_accounts", 60, 2, &FORMATS[..6]);
}

#[test]
fn every_row_of_markdown_and_html() {
    account_for("markup_accounts", 60, 2, &FORMATS[6..]);
}

#[test]
#[ignore = "50,000 documents take some minutes"]
fn every_row_of_many_documents() {
    account_for("accounts", 5_000, 50, &FORMATS);
}
