//! A source and a document of comma-separated rows, and the source that an update makes.

use error_catalog::{Format, Import, Note, Reader, SourceFile, Table, Update, Updated};

pub(crate) fn document(text: &str) -> Table {
    let reader = Reader::new().column("zh", "zh").column("retry", "retry");
    let read = reader.read(text, Format::Csv).or_else(|_| Table::read(text, Format::Csv));
    read.unwrap().into_clean().unwrap()
}

pub(crate) fn parse(source: &str) -> SourceFile {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

pub(crate) fn update() -> Update {
    Update::new(Import::new("E"))
}

pub(crate) fn apply(update: &Update, source: &str, rows: &str) -> Updated {
    let file = parse(source);
    let updated = update.apply(&file, &file.enums()[0], &document(rows)).unwrap();
    let again = parse(&updated.source);
    let second = update.apply(&again, &again.enums()[0], &document(rows)).unwrap();
    assert_eq!(second.source, updated.source, "a second update changes nothing");
    assert!(second.applied.is_empty(), "{:?}", second.applied);
    assert_eq!(second.findings.len(), updated.findings.len());
    updated
}

pub(crate) fn updated(source: &str, rows: &str) -> String {
    let updated = apply(&update(), source, rows);
    assert!(updated.findings.is_empty(), "{:?}", updated.findings);
    updated.source
}

/// The findings with their reasons.
pub(crate) fn findings(updated: &Updated) -> Vec<String> {
    let line = |finding: &Note| format!("{}; {}", finding.difference.text(), finding.text);
    updated.findings.iter().map(line).collect()
}
