//! The derive and the tool refuse the same tables, as far as a table depends on it.

use std::fs;
use std::path::{Path, PathBuf};

use error_catalog::SourceFile;

use crate::kinds::KINDS;
use crate::table::{Random, Table};

/// The files of `tests/ui` that the tool reads, each with the reason.
const READ: [(&str, &[&str]); 5] = [
    (
        "there is no enum with the derive, and the tool says so when it looks for one",
        &[
            "derive-missing",
            "number-in-place-of-a-code",
            "rows-of-a-macro",
            "struct",
            "struct-unit",
            "trait-implemented-by-hand",
            "union",
            "unlisted-from-a-number",
        ],
    ),
    (
        "an update writes the first rows of such an enum",
        &["enum-empty", "other-alone", "uses-of-an-empty-enum"],
    ),
    (
        "types and expressions are for rustc and the derive",
        &[
            "code-enum-default-without-a-variant",
            "code-enum-repr-with-a-condition",
            "column-method-leads-to-its-declaration",
            "column-type-that-is-not-copy",
            "column-type-that-is-not-sync",
            "column-value-of-another-type",
            "missing-copy",
            "missing-copy-and-eq",
            "missing-eq",
            "value-of-a-hidden-name",
        ],
    ),
    (
        "each of the two tables is right",
        &[
            "disjoint-code-shared",
            "disjoint-code-types",
            "disjoint-hex-code-shared",
            "disjoint-negative-code-shared",
            "disjoint-second-and-third",
            "disjoint-string-shared",
            "disjoint-success-of-one",
        ],
    ),
    (
        "it depends on the facade, its features or its version",
        &[
            "box-without-the-feature",
            "facade-of-another-version",
            "schemars-without-the-feature",
            "serde-without-the-feature",
            "utoipa-without-the-feature",
        ],
    ),
];

/// The sources in folders of the workspace.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let entries = folders.iter().flat_map(|folder| fs::read_dir(workspace.join(folder)).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn what_the_derive_refuses_the_tool_refuses() {
    let ui = ["tests/ui", "tests/ui/worded-with-rustc"];
    let (mut read, mut refused) = (Vec::new(), 0);
    for (path, source) in sources(&ui) {
        match SourceFile::parse(source) {
            Ok(_) => read.push(path.file_stem().unwrap().to_str().unwrap().to_owned()),
            Err(error) => {
                refused += 1;
                assert!(error.mistakes().iter().all(|(line, text)| *line > 0 && text.len() > 5));
            }
        }
    }
    let mut expected: Vec<&str> = READ.iter().flat_map(|(_, names)| *names).copied().collect();
    expected.sort_unstable();
    read.sort_unstable();
    assert_eq!(read, expected);
    assert!(refused > 150, "{refused}");
}

#[test]
fn what_compiles_is_read() {
    let folders = [
        "tests",
        "examples",
        "jmessage-codes/src",
        "error-catalog/src",
        "error-catalog/src/update",
        "error-catalog/tests/check",
        "error-catalog/tests/random",
        "error-catalog/tests/read",
        "error-catalog/tests/source",
        "error-catalog/tests/update",
        "jmessage-codes-derive/src",
    ];
    let mut enums = 0;
    for (path, source) in sources(&folders) {
        match SourceFile::parse(source) {
            Ok(file) => enums += file.enums().len(),
            Err(error) => panic!("{}", error.in_file(path.display())),
        }
    }
    assert!(enums > 50, "{enums}");
}

#[test]
fn mistakes_in_random_tables_are_refused() {
    let mut random = Random::new(9);
    let rendered = |table: &Table| {
        let mut source = String::new();
        table.render(&mut source);
        source
    };
    for kind in KINDS.iter().filter(|kind| !kind.is_by_rustc) {
        let mut count = 0;
        while count < 5 {
            let mut table = Table::random(&mut random);
            let right = rendered(&table);
            SourceFile::parse(&*right).unwrap_or_else(|error| panic!("{error}\n{right}"));
            if (kind.make)(&mut table, &mut random).is_some() {
                let wrong = rendered(&table);
                assert!(SourceFile::parse(&*wrong).is_err(), "{}\n{wrong}", kind.name);
                count += 1;
            }
        }
    }
}
