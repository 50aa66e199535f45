//! Enums in any layout, updated to documents with any changes.

use error_catalog::{Import, Removed, SourceFile, Table, Update, UpdateError, Updated};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::layout::{Choices, Layout, Shape, Wanted, document, layout, wanted};
use crate::program::Program;

fn parse(source: &str) -> SourceFile {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

fn update(source: &str, document: &Table, removed: Removed) -> Result<Updated, UpdateError> {
    let file = parse(source);
    let found = file.find(Some("Imported")).unwrap()[0];
    let update = Update::new(Import::new("Imported")).removed(removed).max_removed(usize::MAX);
    update.apply(&file, found, document)
}

fn apply(source: &str, document: &Table, removed: Removed) -> Updated {
    update(source, document, removed).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// The rows of the enum, as [`wanted`] has them.
fn found(source: &str) -> Wanted {
    let file = parse(source);
    let table = file.find(Some("Imported")).unwrap()[0].table();
    let number = |code: &str| code.parse::<i32>().unwrap();
    let row = |row: &error_catalog::Row| {
        let codes = [row.code()].into_iter().chain(row.aliases().iter().map(|code| &**code));
        let description = if row.description() == row.message() { "" } else { row.description() };
        let texts = [row.message(), description, row.values()[0]].map(str::to_owned);
        (number(row.code()), (codes.map(number).collect(), texts, row.is_retired()))
    };
    table.rows().iter().map(row).collect()
}

/// The codes that an enum cannot have, because `other` is counted or variants need data.
fn refused(updated: &Updated, shape: &Shape, source: &str) -> Vec<i32> {
    let code = |note: &error_catalog::Note| {
        let has_other = shape.has_other && note.text.contains("`Other`");
        assert!(
            has_other || shape.has_data && note.text.contains("needs data"),
            "{note:?}\n{source}"
        );
        note.difference.code().parse().unwrap()
    };
    updated.findings.iter().map(code).collect()
}

/// Whether the characters of the first text are in the second one, in order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|character| rest.any(|each| each == character))
}

fn check(layout: &Layout) {
    let Layout { source, rows, .. } = layout;
    let document = document(rows);
    let updated = apply(source, &document, Removed::Retire);
    let after = &updated.source;
    let mut expected = wanted(rows);
    for code in refused(&updated, &layout.shape, source) {
        expected.remove(&code);
    }
    let mut found = found(after);
    for (code, (_, texts, _)) in &mut found {
        // A doc comment is the description of a row that has none.
        let is_doc = texts[1].starts_with("By hand") || texts[1].starts_with("Two");
        if is_doc && expected.get(code).is_some_and(|row| row.1[1].is_empty()) {
            texts[1].clear();
        }
    }
    assert_eq!(found, expected, "\n{source}\n---\n{after}");
    let again = apply(after, &document, Removed::Retire);
    assert_eq!(&again.source, after, "a second update changes nothing");
    assert!(again.applied.is_empty(), "{:?}\n{after}", again.applied);
    let [before, behind] = &layout.around;
    assert!(after.starts_with(before) && after.ends_with(behind), "\n{source}\n---\n{after}");
    assert!(is_within(&layout.fixed, after), "\n{source}\n---\n{after}");
    for part in layout.comments.iter().chain(&layout.unchanged) {
        let count = |text: &str| text.matches(&**part).count();
        assert_eq!(count(after), count(source), "{part}\n{source}\n---\n{after}");
    }
}

/// Variants that the document does not list are removed, and those that it lists stay.
fn check_deletion(layout: &Layout) {
    let Layout { source, rows, .. } = layout;
    let document = document(rows);
    let updated = match update(source, &document, Removed::Delete) {
        // `other` is counted from a variant that would go.
        Err(UpdateError::Mistake(mistake)) if layout.shape.has_other => {
            assert!(mistake.to_string().contains("duplicate discriminant"), "{mistake}");
            return;
        }
        updated => updated.unwrap_or_else(|error| panic!("{error}\n{source}")),
    };
    let mut expected = wanted(rows);
    let left: Vec<String> =
        updated.findings.iter().map(|note| note.difference.code().to_owned()).collect();
    expected.retain(|code, (_, _, is_retired)| {
        let was_retired = rows.iter().any(|row| row.code == *code && row.is_retired());
        (!*is_retired || was_retired) && !left.contains(&code.to_string())
    });
    let mut found = found(&updated.source);
    found.retain(|code, _| !left.contains(&code.to_string()));
    let sorted = |rows: Wanted| rows.into_keys().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(sorted(found), sorted(expected), "\n{source}\n---\n{}", updated.source);
    let [before, behind] = &layout.around;
    assert!(updated.source.starts_with(before) && updated.source.ends_with(behind));
    for part in &layout.unchanged {
        assert!(updated.source.contains(part), "{part}\n{source}\n---\n{}", updated.source);
    }
    // What is counted from a variant may go first.
    if left.is_empty() {
        let again = apply(&updated.source, &document, Removed::Delete);
        assert_eq!(again.source, updated.source);
    }
}

fn choices() -> impl Strategy<Value = Vec<u16>> {
    proptest::collection::vec(any::<u16>(), 0..700)
}

fn run(cases: u32) {
    let config = ProptestConfig {
        max_shrink_iters: 20_000,
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    };
    let result = TestRunner::new(config).run(&choices(), |numbers| {
        let layout = layout(&mut Choices::new(numbers), false);
        check(&layout);
        check_deletion(&layout);
        Ok(())
    });
    result.unwrap();
}

#[test]
fn any_layout_survives_an_update() {
    run(100);
}

#[test]
#[ignore = "takes a minute"]
fn very_many_layouts_survive_an_update() {
    run(4_000);
}

/// A program with this many updated enums.
fn program(enums: usize) -> Program {
    let mut program = Program::default();
    let mut runner = TestRunner::deterministic();
    for number in 0..enums {
        let numbers = choices().new_tree(&mut runner).unwrap().current();
        let layout = layout(&mut Choices::new(numbers), true);
        let updated = apply(&layout.source, &document(&layout.rows), Removed::Retire);
        if layout.shape.has_data {
            // The catalog is another enum.
            let module = format!("/// An enum.\npub mod data_{number} {{\n{}}}\n", updated.source);
            program.items.push_str(&module);
            continue;
        }
        let file = parse(&updated.source);
        let read = file.find(Some("Imported")).unwrap()[0].table().rows().iter();
        let read: Vec<[&str; 3]> =
            read.map(|row| [row.code(), row.message(), row.description()]).collect();
        let is_text = layout.shape.has_text_codes;
        program.add_codes(&format!("updated_{number}"), &updated.source, &read, is_text);
    }
    program
}

#[test]
fn updated_layouts_compile() {
    program(20).run("updated-layouts");
}

#[test]
#[ignore = "takes a minute"]
fn many_updated_layouts_compile() {
    program(600).run("many-updated-layouts");
}
