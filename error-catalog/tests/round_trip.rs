//! Written documents read back unchanged, whatever the texts contain.

mod hostile;

use error_catalog::{Format, Problem, Reading, Table};
use proptest::prelude::*;

use self::hostile::{Texts, rows, table};

/// Reads a written document and compares it with the rows that it was made of.
fn check(rows: &Texts, document: &str, format: Format) {
    let Reading { table, report, .. } = Table::read(document, format).unwrap();
    // A text of several lines may have one that looks like a row of CSV.
    let is_text = |problem: &Problem| matches!(problem, Problem::HiddenRow { .. });
    assert!(report.findings.iter().all(|finding| is_text(finding.problem())), "{report:?}");
    let found = table.rows().iter().map(|row| {
        assert_eq!(row.values().len(), 1);
        [row.code(), row.message(), row.description(), row.values()[0]].map(str::to_owned)
    });
    let expected = rows.iter().map(|(code, [message, description, zh])| {
        [code.to_string(), message.clone(), description.clone(), zh.clone()]
    });
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{document}");
}

proptest! {
    #[test]
    fn markdown(rows in rows()) {
        check(&rows, &table(&rows).to_markdown(), Format::Markdown);
    }

    #[test]
    fn csv(rows in rows()) {
        check(&rows, &table(&rows).to_csv(), Format::Csv);
    }

    #[test]
    fn json(rows in rows()) {
        check(&rows, &table(&rows).to_json(), Format::Json);
    }
}
