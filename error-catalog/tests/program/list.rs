//! The catalogs of a team, with the program as in a shell.

use crate::folder::Folder;
use error_catalog::Listing;
use proptest::prelude::*;
use serde_json::{Value, json};

const APP: &str = "\
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16, range = 1000..=1999)]
pub enum AppError {
    #[code(1001 | 1010, \"read failed\")]
    Read { path: String },
    #[code(1011, \"old\", retired)]
    Old,
}
";

const STORAGE: &str = "\
mod storage {
    #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    #[catalog(code = u16, range = 1900..=2999)]
    pub enum AppStorage {
        #[code(1900, \"full\")]
        Full,
        #[code(2000, \"gone\")]
        Gone,
    }
}
";

/// A folder with `src/app.rs`, which has an enum with these attributes and codes.
fn with(name: &str, attributes: &str, codes: &str) -> Folder {
    let folder = Folder::new(&format!("list-{name}"));
    let variants = codes.split_whitespace().enumerate().map(|(index, code)| {
        let codes = code.replace('|', " | ");
        format!("#[code({codes}, \"m\")] V{index}")
    });
    let variants = variants.collect::<Vec<_>>().join(", ");
    let source =
        format!("#[derive(ErrorCatalog)] #[catalog({attributes})] enum App {{ {variants} }}");
    folder.write("src/app.rs", &source);
    folder
}

#[test]
fn catalogs_are_listed_with_what_is_free_and_what_clashes() {
    let folder = Folder::new("list");
    folder.write("src/app.rs", APP);
    folder.write("src/lib.rs", "// No catalog.\n");
    let app = "src/app.rs:3: AppError: 3 codes, 1 retired, u16 in 1000..=1999, next 1012\n";
    assert_eq!(folder.run("list src"), (Some(0), app.to_owned()));
    assert_eq!(folder.run("list src/app.rs src"), (Some(0), app.to_owned()), "each file once");

    folder.write("src/storage.rs", &STORAGE.replace("1900, \"full\"", "1901, \"full\""));
    let (status, stdout) = folder.run("list src");
    let storage = "src/storage.rs:4: AppStorage: 2 codes, u16 in 1900..=2999, next 2001\n";
    let ranges = "src/storage.rs:4: 1900..=1999 clashes: the range of `AppStorage` has it, and the \
                  range of `AppError` in src/app.rs:3\n";
    assert_eq!((status, stdout), (Some(1), format!("{app}{storage}{ranges}")));

    folder.write("src/storage.rs", &STORAGE.replace("range = 1900..=2999", "range = 1000..=2999"));
    folder.write("src/app.rs", &APP.replace("1010", "1900"));
    let (status, json) = folder.run("list src --output-format json");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, &json["version"]), (Some(1), &json!(1)));
    assert_eq!(
        json["catalogs"][0],
        json!({
            "file": "src/app.rs",
            "line": 3,
            "enum": "AppError",
            "code_enum": "AppCode",
            "code_type": "u16",
            "codes": 3,
            "variants": 2,
            "retired": 1,
            "range": { "first": "1000", "last": "1999" },
            "next": "1901",
        })
    );
    let place = |file: &str, line: u32, catalog: &str, name: Option<&str>| json!({ "file": file, "line": line, "enum": catalog, "name": name });
    assert_eq!(
        json["clashes"],
        json!([
            {
                "code": "1900",
                "at": place("src/storage.rs", 6, "AppStorage", Some("Full")),
                "other": place("src/app.rs", 5, "AppError", Some("Read")),
            },
            {
                "code": "1000..=1999",
                "at": place("src/storage.rs", 4, "AppStorage", None),
                "other": place("src/app.rs", 3, "AppError", None),
            },
        ])
    );
    assert_eq!(json["errors"], json!([]));
}

/// Codes are of one team if the types and the first words are the same, or if somebody says so.
#[test]
fn catalogs_share_codes_by_their_types_and_names_or_if_they_are_named() {
    let door = |name: &str, attributes: &str, code: &str| {
        format!(
            "#[derive(ErrorCatalog)] #[catalog({attributes})] enum {name} {{ #[code({code}, \"m\")] A }}\n"
        )
    };
    let cases = [
        ("AppDoor", "code = u16", "7", "AppWindow", "code = u16", "7", [1, 1]),
        ("AppDoor", "code = u16", "7", "AppWindow", "code = u16", "8", [0, 0]),
        ("AppDoor", "code = u16", "7", "AppWindow", "code = u32", "7", [0, 1]),
        ("AppDoor", "code = u16", "7", "Window", "code = u16", "7", [0, 1]),
        ("AppDoor", "hex, code = i32", "0x80004005", "App", "code = i32", "-2147467259", [1, 1]),
        ("AppDoor", "code_enum = D", "\"E1\"", "AppWindow", "code_enum = W", "\"E1\"", [1, 1]),
        ("AppDoor", "code_enum = D", "\"7\"", "AppWindow", "code_enum = W", "7", [0, 0]),
        // A success code can be in both.
        (
            "AppDoor",
            "code = u16",
            "0, \"m\", success",
            "AppWindow",
            "code = u16",
            "0, \"m\", success",
            [0, 0],
        ),
        ("AppDoor", "code = u16", "0, \"m\", success", "AppWindow", "code = u16", "0", [1, 1]),
        ("AppDoor", "code = u16", "0, \"m\", retired", "AppWindow", "code = u16", "0", [1, 1]),
    ];
    for (one, attributes, code, two, other_attributes, other_code, statuses) in cases {
        let source = door(one, attributes, code) + &door(two, other_attributes, other_code);
        let source = source.replace(", \"m\", success, \"m\"", ", \"m\", success");
        let source = source.replace(", \"m\", retired, \"m\"", ", \"m\", retired");
        let folder = Folder::new("list-groups");
        folder.write("src/doors.rs", &source);
        let found = ["list src".to_owned(), format!("list src --name {one} --name {two}")]
            .map(|command| folder.run(&command).0);
        assert_eq!(found, statuses.map(Some), "{source}");
    }
    // Conditions compile one of two.
    let folder = Folder::new("list-groups");
    let both = format!("#[cfg(a)] {0} #[cfg(not(a))] {0}", door("Door", "code = u8", "7"));
    folder.write("src/doors.rs", &both);
    assert_eq!(folder.run("list src").0, Some(0));
}

#[test]
fn the_next_code_is_free_and_in_the_range() {
    let cases = [
        ("code = u16, range = 1000..=1999", "1001 1003", "1004"),
        ("code = u16, range = 1000..=1999", "", "1000"),
        // Whatever the order and the base.
        ("code = u16, range = 1000..=1999", "0x3EB 1001|1_002", "1004"),
        // What comes after the highest is in the range or somewhere else.
        ("code = u16, range = 1000..=1003", "1003 1000", "1001"),
        ("code = u16, range = 1000..=1003", "1003 1002", "1000"),
        ("code = u16, range = 1000..=1001", "1001 1000", ""),
        ("code = i16, range = -5..=-1", "-5 -4", "-3"),
        ("code = u8", "254", "255"),
        ("code = u8", "1 2 255", "3"),
        ("code = u8", "", "0"),
        ("code = i8", "-7 -1", "-8"),
        ("code = i8", "-128 -127", "-126"),
        ("code = i8", "-1 5", "6"),
        ("code = u128", "340282366920938463463374607431768211455", "0"),
        ("code = i32, hex", "0x80004005", "0x80004006"),
        ("code = u16, hex", "0x1F", "0x0020"),
        ("code_enum = Code", "\"E1001\" \"E1003\"", "E1004"),
        ("code_enum = Code", "\"01\" \"09\"", "10"),
        ("code_enum = Code", "\"E9\" \"E10\"", "E11"),
        ("code_enum = Code", "\"a-099\"", "a-100"),
        ("code_enum = Code", "\"A1\" \"B1\"", ""),
        ("code_enum = Code", "\"not-found\"", ""),
        ("code_enum = Code", "\"08\" \"123\"", ""),
    ];
    for (number, (attributes, codes, expected)) in cases.iter().enumerate() {
        let folder = with(&format!("next-{number}"), attributes, codes);
        let (status, stdout, stderr) = folder.run_all("list src --next App");
        let shown = format!("{attributes}: {codes}: {stderr}");
        if expected.is_empty() {
            assert_eq!((status, stdout.as_str()), (Some(1), ""), "{shown}");
            assert!(stderr.starts_with("error: `App` has no next code: "), "{shown}");
        } else {
            assert_eq!((status, stdout), (Some(0), format!("{expected}\n")), "{shown}");
        }
    }
    let folder = Folder::new("list-next");
    folder.write("src/app.rs", APP);
    folder.write(
        "src/storage.rs",
        &STORAGE
            .replace("1900", "1012")
            .replace("2000", "1013")
            .replace("range = 1012", "range = 1000"),
    );
    assert_eq!(folder.run("list src --next AppCode"), (Some(0), "1014\n".to_owned()));
    assert_eq!(folder.run("list src/app.rs --next AppError"), (Some(0), "1012\n".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_code_is_next_if_any_is_free(
        codes in prop::collection::btree_set(20..32_u8, 0..13),
        first in 16..21_u8,
        last in 31..36_u8,
    ) {
        let listed: String = codes.iter().rev().map(|code| code.to_string() + " ").collect();
        let folder = with("random", &format!("code = u8, range = {first}..={last}"), &listed);
        let next = Listing::read(&[folder.path().to_owned()]).next("App");
        let is_free = |code: &u8| (first..=last).contains(code) && !codes.contains(code);
        let beyond = codes.last().map_or(first, |highest| highest + 1);
        match next {
            Ok(next) if is_free(&beyond) => prop_assert_eq!(next, beyond.to_string()),
            Ok(next) => prop_assert!(is_free(&next.parse().unwrap())),
            Err(_) => prop_assert_eq!((first..=last).filter(is_free).count(), 0),
        }
    }
}

#[test]
fn what_cannot_be_listed_is_an_error() {
    let folder = Folder::new("list-errors");
    folder.write("src/app.rs", APP);
    folder.write("src/again.rs", APP);
    folder.write("none/lib.rs", "fn main() {}\n");
    folder.write("broken/app.rs", &APP.replace("1011", "1010"));
    let cases = [
        ("none", "there is no enum that derives ErrorCatalog in these files"),
        ("none/lib.rs", "there is no enum that derives ErrorCatalog in these files"),
        ("gone", "gone: No such file"),
        ("src/app.rs --name Door", "no enum called `Door` derives ErrorCatalog in these files"),
        ("src/app.rs --next Door", "there is no catalog `Door`; there is `AppError`"),
        (
            "src --next AppError",
            "there are several catalogs `AppError`, in src/again.rs, src/app.rs; name one of the files",
        ),
        (
            "broken/app.rs --next AppError",
            "broken/app.rs:6: duplicate code 1010: `Read` already has it",
        ),
    ];
    for (arguments, expected) in cases {
        let (status, stdout, stderr) = folder.run_all(&format!("list {arguments}"));
        assert_eq!((status, stdout.as_str()), (Some(2), ""), "{arguments}: {stderr}");
        assert!(stderr.starts_with(&format!("error: {expected}")), "{arguments}: {stderr}");
    }
    // The others are listed.
    let (status, stdout, stderr) = folder.run_all("list broken src/app.rs");
    assert_eq!((status, stdout.lines().count(), stderr.lines().count()), (Some(2), 1, 1));
    let (_, json) = folder.run("list broken src/app.rs --output-format json");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["errors"],
        json!(["broken/app.rs:6: duplicate code 1010: `Read` already has it"])
    );
}
