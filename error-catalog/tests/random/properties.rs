//! Enums that people edited, updated to documents with any changes.

use error_catalog::{Change, CodeType, Import, Removed, SourceFile, Table, Update, Updated};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::edited::{self, Row, document, rows, source};
use crate::hostile;
use crate::program::Program;

fn apply(source: &str, document: &Table) -> Updated {
    let file = SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
    let update = Update::new(Import::new("Imported")).max_removed(usize::MAX);
    update
        .apply(&file, &file.enums()[0], document)
        .unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// The codes whose meaning seems to have changed.
fn changed(updated: &Updated) -> Vec<String> {
    let findings = updated.findings.iter().map(|finding| &finding.difference);
    let findings = findings.filter(|each| each.change != Change::CommentDiffers);
    findings
        .map(|difference| {
            assert_eq!(difference.change, Change::MeaningChanged, "{difference:?}");
            difference.code().to_owned()
        })
        .collect()
}

/// Message and description of each row of the document, and of each other variant.
fn expected(rows: &[Row], updated: &Updated) -> Vec<[String; 3]> {
    let changed = changed(updated);
    rows.iter()
        .map(|row| {
            let is_applied = row.is_listed() && !changed.contains(&row.code.to_string());
            let [message, description, _] =
                if is_applied { row.new_texts() } else { row.texts.clone() };
            let description =
                if description.trim().is_empty() { message.clone() } else { description };
            [row.code.to_string(), message, description]
        })
        .collect()
}

fn trimmed(rows: Vec<[String; 3]>) -> Vec<[String; 3]> {
    let mut rows: Vec<[String; 3]> =
        rows.into_iter().map(|row| row.map(|text| text.trim().to_owned())).collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_updated_enum_has_the_rows_of_the_document(rows in rows(), has_other in any::<bool>()) {
        let before = source(&rows, has_other);
        let table = document(&rows);
        let updated = apply(&before, &table);
        let again = apply(&updated.source, &table);
        prop_assert_eq!(&again.source, &updated.source);
        prop_assert!(again.applied.is_empty(), "{:?}", again.applied);

        let file = SourceFile::parse(updated.source.as_str()).unwrap();
        let read = file.enums()[0].table().rows();
        let found = read.iter().map(|row| {
            let is_comment = row.description() == format!("Written by hand: {}.", row.code());
            let description = if is_comment { row.message() } else { row.description() };
            [row.code(), row.message(), description].map(str::to_owned)
        });
        prop_assert_eq!(trimmed(found.collect()), trimmed(expected(&rows, &updated)), "{}", updated.source);
        for row in &rows {
            let read = read.iter().find(|each| each.code() == row.code.to_string()).unwrap();
            let is_changed = changed(&updated).contains(&row.code.to_string());
            prop_assert!(read.is_retired() != row.is_listed() || is_changed);
        }
        check_handwork(&before, &updated.source, &rows)?;
    }

    #[test]
    fn an_enum_can_lose_what_the_document_does_not_list(rows in rows(), has_other in any::<bool>()) {
        let before = source(&rows, has_other);
        let table = document(&rows);
        let file = SourceFile::parse(before).unwrap();
        let update = Update::new(Import::new("Imported")).removed(Removed::Delete);
        let update = update.max_removed(usize::MAX);
        let updated = update.apply(&file, &file.enums()[0], &table).unwrap();
        let file = SourceFile::parse(updated.source.as_str()).unwrap();
        // Nothing is deleted whose texts seem to be another row's now.
        let held = updated.findings.iter().filter(|note| note.difference.change == Change::Removed);
        let held: Vec<&str> = held.map(|note| note.difference.code()).collect();
        let is_left = |row: &&Row| {
            !matches!(row.new, edited::Fate::Removed) || held.contains(&row.code.to_string().as_str())
        };
        let left = rows.iter().filter(is_left).map(|row| row.code.to_string());
        let read = file.enums()[0].table().rows().iter().map(|row| row.code().to_owned());
        let sorted = |codes: Vec<String>| std::collections::BTreeSet::from_iter(codes);
        prop_assert_eq!(sorted(read.collect()), sorted(left.collect()), "{}", updated.source);
        prop_assert_eq!(updated.source.matches("// The end.").count(), 1);
    }

    #[test]
    fn an_import_is_up_to_date_and_can_be_updated(old in hostile::rows(), new in hostile::rows()) {
        let import = Import::new("Imported").code_type(CodeType::I64).column("zh:str").other("Other");
        let table = hostile::table(&old);
        let source = import.write(&table).unwrap();
        let unchanged = apply(&source, &table);
        prop_assert_eq!(&unchanged.source, &source);
        prop_assert!(unchanged.findings.is_empty() && unchanged.applied.is_empty());
        // The same codes with other texts, and other codes.
        let texts = new.iter().map(|(_, texts)| texts.clone());
        let mut rows: Vec<_> = old.iter().map(|(code, _)| *code).zip(texts).collect();
        rows.extend(new.iter().skip(1).cloned());
        rows.sort();
        rows.dedup_by_key(|row| row.0);
        let table = hostile::table(&rows);
        let updated = apply(&source, &table);
        changed(&updated);
        let again = apply(&updated.source, &table);
        prop_assert_eq!(again.source, updated.source);
        prop_assert!(again.applied.is_empty(), "{:?}", again.applied);
        prop_assert_eq!(again.findings.len(), updated.findings.len());
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_stay(rows in rows()) {
        let before = source(&rows, false);
        let table = document(&rows);
        let after = apply(&before, &table).source;
        let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        // A line break in a raw literal is one of the file's.
        prop_assert_eq!(apply(&crlf(&before), &table).source, crlf(&after));
    }
}

/// Every line that is neither a `#[code(…)]` nor a doc comment of an import is still there, in the
/// same order; so is every line of a variant that did not change.
fn check_handwork(before: &str, after: &str, rows: &[Row]) -> Result<(), TestCaseError> {
    let is_kept = |line: &&str| {
        let is_argument = line.starts_with("        ") || line.starts_with("    #[code");
        let is_imported = line.starts_with("    /// `") && !line.contains("Written by hand");
        !is_argument && !is_imported && !line.trim().is_empty() && *line != "    )]"
    };
    let mut lines = after.lines();
    for line in before.lines().filter(is_kept) {
        prop_assert!(lines.any(|each| each == line), "{line}\n{before}\n{after}");
    }
    for row in rows.iter().filter(|row| matches!(row.new, edited::Fate::Same)) {
        let alone = source(std::slice::from_ref(row), false);
        let variant =
            alone.split_once("Imported {\n").unwrap().1.split_once("    // The end").unwrap().0;
        prop_assert!(after.contains(variant.trim_start_matches('\n')), "{variant}\n{after}");
    }
    Ok(())
}

/// A program with this many updated enums.
fn program(enums: usize) -> Program {
    let mut program = Program::default();
    let mut runner = TestRunner::deterministic();
    for number in 0..enums {
        let rows = rows().new_tree(&mut runner).unwrap().current();
        let updated = apply(&source(&rows, number % 2 == 0), &document(&rows));
        let file = SourceFile::parse(updated.source.as_str()).unwrap();
        let read = file.enums()[0].table().rows().iter();
        let read: Vec<[&str; 3]> =
            read.map(|row| [row.code(), row.message(), row.description()]).collect();
        program.add(&format!("updated_{number}"), &updated.source, &read);
    }
    program
}

#[test]
fn updated_enums_compile() {
    program(8).run("updated");
}

#[test]
#[ignore = "takes a minute"]
fn many_updated_enums_compile() {
    program(300).run("many-updated");
}
