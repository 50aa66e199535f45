//! The enums of source files, compared with an older version of themselves.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use error_catalog::{Against, Check, Checked, Class, Difference, Located, Row, SourceFile, Table};
use proptest::prelude::*;

/// An enum with this head and this body.
fn source(head: &str, body: &str) -> String {
    format!("#[derive(Debug, ErrorCatalog)]\n{head}\npub enum Door {{\n{body}\n}}\n")
}

/// The files `new.rs` and `old.rs`, in a folder of their own.
fn files(name: &str, old: &str, new: &str) -> [PathBuf; 2] {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("against").join(name);
    fs::create_dir_all(&folder).unwrap();
    let paths = ["new.rs", "old.rs"].map(|file| folder.join(file));
    fs::write(&paths[0], new).unwrap();
    fs::write(&paths[1], old).unwrap();
    paths
}

fn lines(checked: &Checked) -> Vec<String> {
    let differences = checked.differences.iter().chain(&checked.allowed);
    differences.map(Located::text).collect()
}

const NON_EXHAUSTIVE: &str = "#[non_exhaustive]";
const BODY: &str = r#"#[code(1, "stuck", kind = Internal)] Stuck,
#[code(2 | 20, "no door")] Missing,"#;

/// The lines about an enum that had another head or body.
fn compared(old: &str, new: &str) -> String {
    let thread = std::thread::current();
    let (_, test) = thread.name().unwrap().rsplit_once("::").unwrap();
    let [path, older] = files(test, old, new);
    let checked = Against::new(older.to_str().unwrap()).run(&[path]).unwrap();
    let lines = lines(&checked);
    let is_breaking = lines.iter().any(|line| line.starts_with("breaking"));
    assert_eq!(!checked.differences.is_empty(), is_breaking, "{lines:?}");
    lines.join("\n")
}

/// A part of the body, what it becomes, and the lines about it.
const ROWS: &[(&str, &str, &str)] = &[
    (
        r#""stuck""#,
        r#""is stuck""#,
        r#"text: the message of 1 `Stuck` is "is stuck" now, was "stuck""#,
    ),
    (
        r#""stuck""#,
        r#""stuck", "It is""#,
        r#"text: the description of 1 `Stuck` is "It is" now, was "stuck""#,
    ),
    (
        r#"1, "stuck", kind = Internal)] Stuck,
#[code(2 | 20, "no door""#,
        r#"1, "no door", kind = Internal)] Stuck,
#[code(2 | 20, "stuck""#,
        r#"breaking: the meaning of 1 `Stuck` seems to have changed: it is "no door" now, was "stuck"
breaking: the meaning of 2 `Missing` seems to have changed: it is "stuck" now, was "no door""#,
    ),
    (
        r#""stuck""#,
        r#""jammed", "stuck""#,
        r#"text: the message of 1 `Stuck` is "jammed" now, was "stuck""#,
    ),
    ("Missing,", r#"Missing, #[code(3, "open")] Open,"#, r#"additive: 3 is new: "open""#),
    ("20", "20 | 21", "additive: 21 is a new code of 2 `Missing`"),
    ("door\"", "door\", retired", "additive: 2 `Missing` is retired now"),
    ("2 | 20", "20", "breaking: 2, a code of 2 `Missing`, is no longer listed"),
    ("2 | 20", "2", "breaking: 20, a code of 2 `Missing`, is no longer listed"),
    ("2 | 20", "20 | 2", r#"breaking: the code of 2 `Missing` is "20" now, was "2""#),
    (
        r#"#[code(2 | 20, "no door")] Missing,"#,
        "",
        "breaking: 2 `Missing` is no longer listed; keep the variant, with `retired`",
    ),
    (
        "Stuck,",
        "Jammed,",
        r#"breaking for Rust code only: the name of 1 `Stuck` is "Jammed" now, was "Stuck""#,
    ),
    (
        r#""stuck", kind = Internal)] Stuck,"#,
        r#""stuck again", kind = Internal)] Jammed,"#,
        r#"breaking: the name of 1 `Stuck` is "Jammed" now, was "Stuck"
text: the message of 1 `Stuck` is "stuck again" now, was "stuck""#,
    ),
    (
        r#""stuck", kind = Internal)] Stuck,"#,
        r#""out of oil")] Dry,"#,
        r#"breaking: the meaning of 1 `Stuck` seems to have changed: it is "out of oil" now, was "stuck""#,
    ),
    (
        "kind = Internal",
        "kind = Aborted",
        r#"breaking: the kind of 1 `Stuck` is "Aborted" now, was "Internal""#,
    ),
    (
        "kind = Internal",
        "success",
        r#"breaking: the kind of 1 `Stuck` is "Ok" now, was "Internal""#,
    ),
    (
        "Internal",
        "Internal, retryable = true",
        r#"breaking: the retryable of 1 `Stuck` is "true" now, was "false""#,
    ),
    ("Internal", "Internal, retryable = false", ""),
    ("code(1,", "code(7,", "breaking: 1 `Stuck` is 7 now"),
    (
        r#"code(1, "stuck", kind = Internal)] Stuck"#,
        r#"code(7, "stuck", kind = Internal)] Jammed"#,
        "breaking: 1 `Stuck` seems to be 7 `Jammed` now, which has its texts",
    ),
    (
        r#"Stuck,
#[code(2 | 20, "no door")] Missing,"#,
        r#"Missing,
#[code(2 | 20, "no door")] Stuck,"#,
        r#"breaking: 2 `Missing` is 1 now, which was `Stuck`
breaking: the kind of 2 `Missing` is "Internal" now, was "Unknown"
breaking: 1 `Stuck` is 2 now, which was `Missing`
breaking: 20 means the same as 1 `Stuck` now, but was `Missing`
breaking: the kind of 1 `Stuck` is "Unknown" now, was "Internal"
text: the message of 2 `Missing` is "stuck" now, was "no door"
text: the message of 1 `Stuck` is "no door" now, was "stuck""#,
    ),
    (
        r#"1, "stuck", kind = Internal)] Stuck,
#[code(2 | 20,"#,
        r#"1 | 20, "stuck", kind = Internal)] Stuck,
#[code(2,"#,
        "breaking: 20 means the same as 1 `Stuck` now, but was `Missing`",
    ),
    (
        r#"#[code(2 | 20, "no door")] Missing,"#,
        r#"#[code(2, "no door")] Missing, #[code(20, "no door")] Gone,"#,
        "breaking: 20, a code of 2 `Missing`, differs from it in its name now",
    ),
];

#[test]
fn what_changes_in_a_row_has_a_class() {
    for (from, to, expected) in ROWS {
        assert!(BODY.contains(from), "{from}");
        let new = source(NON_EXHAUSTIVE, &BODY.replace(from, to));
        assert_eq!(compared(&source(NON_EXHAUSTIVE, BODY), &new), *expected, "{from} => {to}");
    }
    let retired = source(NON_EXHAUSTIVE, &BODY.replace("door\"", "door\", retired"));
    let again = source(NON_EXHAUSTIVE, &BODY.replace("Missing", "Gone"));
    assert_eq!(
        compared(&retired, &again),
        "breaking: the meaning of 2 `Missing` seems to have changed: it is `Gone` now, was `Missing`"
    );
    let other = source(NON_EXHAUSTIVE, &BODY.replace("no door", "out of paper"));
    assert_eq!(
        compared(&retired, &other),
        r#"breaking: the meaning of 2 `Missing` seems to have changed: it is "out of paper" now, was "no door""#
    );
    let again = source(NON_EXHAUSTIVE, BODY);
    assert_eq!(compared(&retired, &again), "additive: 2 `Missing` is retired, but listed again");
    let new = r#"3 is new: "open", and the enum is not #[non_exhaustive], so a `match` on it no longer compiles"#;
    let more = source("", &format!("{BODY} #[code(3, \"open\")] Open,"));
    assert_eq!(compared(&source("", BODY), &more), format!("breaking for Rust code only: {new}"));
}

/// The arguments of `#[catalog(…)]` before and after, and the line about them.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "code = u8", "breaking: the type of the codes is `u8` now, was `u32`"),
    ("", "code = u32", ""),
    ("", "hex", "breaking: the argument `hex` is new"),
    ("hex", "", "breaking: the argument `hex` is gone"),
    ("range = 1..=99", "range = 1..=999", ""),
    ("skip(From, FromStr)", "skip(FromStr, From)", ""),
    (
        "skip(FromStr)",
        "skip(From)",
        "breaking for Rust code only: the argument is `skip(From)` now, was `skip(FromStr)`",
    ),
    ("", "serde", "additive: the argument `serde` is new"),
    ("serde", "serde(string)", "breaking: the argument is `serde(string)` now, was `serde`"),
    ("url = \"a\"", "url = \"b\"", "text: the argument is `url = \"b\"` now, was `url = \"a\"`"),
    ("utoipa", "", "breaking for Rust code only: the argument `utoipa` is gone"),
    (
        "code_enum = A",
        "code_enum = B",
        "breaking for Rust code only: the argument is `code_enum = B` now, was `code_enum = A`",
    ),
    ("", "column(zh: &str = \"\")", "additive: the column \"zh\" is new"),
    ("column(zh: &str = \"\")", "", "breaking for Rust code only: the column \"zh\" is gone"),
    (
        "column(n: u8 = 1)",
        "column(n: u16 = 1)",
        "breaking for Rust code only: the type of the column n is `u16` now, was `u8`",
    ),
    (
        "column(n: Option<u8> = None)",
        "column(n: Option<u16> = None)",
        "breaking for Rust code only: the type of the column n is `Option<u16>` now, was \
         `Option<u8>`",
    ),
    (
        "column(n: u8 = 1)",
        "column(n: u8 = 2)",
        "text: the n of 1 `Stuck` is \"2\" now, was \"1\"\n\
         text: the n of 2 `Missing` is \"2\" now, was \"1\"",
    ),
    // Only the text of an expression is known.
    ("column(n: u8 = ONE)", "column(n: u8 = ONE)", ""),
    (
        "column(n: &str = ONE)",
        "column(n: &str = \"ONE\")",
        "text: the n of 1 `Stuck` is \"ONE\" now, was `ONE`\n\
         text: the n of 2 `Missing` is \"ONE\" now, was `ONE`",
    ),
];

#[test]
fn what_an_enum_declares_has_a_class() {
    for (old, new, expected) in ARGUMENTS {
        let [old_source, new_source] = [old, new]
            .map(|arguments| source(&format!("{NON_EXHAUSTIVE} #[catalog({arguments})]"), BODY));
        assert_eq!(compared(&old_source, &new_source), *expected, "{old} => {new}");
    }
    let (open, closed) = (source(NON_EXHAUSTIVE, BODY), source("", BODY));
    assert_eq!(
        compared(&closed, &open),
        "breaking for Rust code only: the attribute `#[non_exhaustive]` is new"
    );
    assert_eq!(compared(&open, &closed), "additive: the attribute `#[non_exhaustive]` is gone");
}

#[test]
fn the_variant_for_unlisted_codes_is_compared() {
    let other = |text: &str| {
        source(NON_EXHAUSTIVE, &format!("{BODY} #[code(other, \"{text}\")] Other(Unlisted<Self>)"))
    };
    let old = other("unlisted");
    assert_eq!(
        compared(&old, &other("unknown")),
        "text: the message of other `Other` is \"unknown\" now, was \"unlisted\""
    );
    assert_eq!(
        compared(&old, &old.replace("Other(", "Rest(")),
        "breaking for Rust code only: the variant for unlisted codes is `Rest` now, was `Other`"
    );
}

#[test]
fn a_reworded_variant_for_unlisted_codes_has_both_rows() {
    let other = |text: &str| {
        let body = format!("{BODY}\n#[code(other, \"{text}\")] Other(Unlisted<Self>)");
        let file = SourceFile::parse(source(NON_EXHAUSTIVE, &body)).unwrap();
        file.enums()[0].table().clone()
    };
    let differences = other("unknown").compare_to(&other("unlisted"));
    let [reworded] = &differences[..] else { panic!("{differences:?}") };
    let message = |row: &Option<Row>| row.as_ref().map(|row| row.message().to_owned());
    assert_eq!(message(&reworded.old).as_deref(), Some("unlisted"));
    assert_eq!(message(&reworded.new).as_deref(), Some("unknown"));
    assert_eq!((reworded.code(), reworded.name()), ("other", "Other"));
}

/// Codes that are counted change their numbers when a variant is inserted.
#[test]
fn an_inserted_variant_renumbers_those_behind_it() {
    let old = "#[code(_, \"a\")] A = 0, #[code(_, \"b\")] B,";
    let new = "#[code(_, \"new\")] New = 0, #[code(_, \"a\")] A, #[code(_, \"b\")] B,";
    assert_eq!(
        compared(&source(NON_EXHAUSTIVE, old), &source(NON_EXHAUSTIVE, new)),
        "breaking: the meaning of 0 `A` seems to have changed: it is \"new\" now, was \"a\"\n\
         breaking: 0 `A` is 1 now, which was `B`\n\
         breaking: 1 `B` is 2 now"
    );
}

/// Conditions compile one of several variants, or one of several attributes.
#[test]
fn alternatives_are_compared_in_order() {
    let old = r#"#[cfg(a)] #[code(1, "one")] A, #[cfg(not(a))] #[code(1, "eins")] A,
#[cfg_attr(a, code(2, "two"))] #[cfg_attr(not(a), code(3, "three"))] B,"#;
    let old_source = source(NON_EXHAUSTIVE, old);
    assert_eq!(compared(&old_source, &old_source), "");
    assert_eq!(
        compared(&old_source, &source(NON_EXHAUSTIVE, &old.replace("eins", "uno"))),
        "text: the message of 1 `A` is \"uno\" now, was \"eins\""
    );
    assert_eq!(
        compared(&old_source, &source(NON_EXHAUSTIVE, &old.replace("code(3", "code(4"))),
        "breaking: 3 `B` is 4 now"
    );
}

/// In whatever order, module or file they are.
#[test]
fn enums_are_known_by_their_names() {
    let door = source(NON_EXHAUSTIVE, BODY);
    let state = "#[derive(ErrorCatalog)] enum State { #[code(\"01\", \"one\")] One }\n";
    let old = format!("{door}mod a {{ {state} }} mod b {{ {} }}\n", state.replace("01", "02"));
    let new = format!("mod b {{ {} }} mod c {{ {state} }} {door}", state.replace("01", "02"));
    assert_eq!(compared(&old, &new), "");
    assert_eq!(
        compared(&old, &new.replace("Door", "Gate")),
        "breaking: the enum `Door` is gone\nadditive: the enum `Gate` is new"
    );
    let [path, older] = files("names", &old, &new.replace("Door", "Gate"));
    let against = Against::new(older.to_str().unwrap());
    let sources = [path];
    assert!(lines(&against.clone().name("State").run(&sources).unwrap()).is_empty());
    let none = against.name("Window").run(&sources).unwrap_err();
    let text = "there is no enum `Window` that derives ErrorCatalog; there is ";
    assert!(none.to_string().starts_with(text), "{none}");
}

#[test]
fn a_test_says_which_differences_it_allows() {
    let new = BODY.replace("\"no door\"", "\"no doors\"").replace("Internal", "Aborted");
    let [path, older] =
        files("allowed", &source(NON_EXHAUSTIVE, BODY), &source(NON_EXHAUSTIVE, &new));
    let check = Check::new(&path).against(older.to_str().unwrap());
    let kind = "the kind of 1 `Stuck` is \"Aborted\" now, was \"Internal\"";
    let found = check.run().unwrap();
    assert_eq!((found.differences.len(), found.allowed.len()), (1, 1));
    check.clone().allow(Class::Breaking).assert();
    check.clone().intended("1", "kind").assert();
    let found = check.clone().intended("1", "kind").deny(Class::Text).run().unwrap();
    assert_eq!((found.differences.len(), found.allowed.len()), (1, 0));
    let panic = std::panic::catch_unwind(|| check.assert()).unwrap_err();
    let panic = panic.downcast::<String>().unwrap();
    let (path, older) = (path.display(), older.display());
    assert_eq!(
        *panic,
        format!("{path} is not what it was in {older}:\n  {path}:4: breaking: {kind}"),
    );
}

/// An enum is compared with its document and with its older version separately.
#[test]
fn an_enum_with_a_document_is_held_against_both() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("against/both");
    let record = "// Made by: error-catalog import errors.csv --name Door\n";
    let old = source(NON_EXHAUSTIVE, "#[code(1, \"stuck\")] Stuck,");
    let new = source(NON_EXHAUSTIVE, "#[code(1, \"stuck\")] Jammed,");
    let [path, older] = files("both", &(record.to_owned() + &old), &(record.to_owned() + &new));
    fs::write(folder.join("errors.csv"), "code,message\n1,stuck\n2,open\n").unwrap();
    let found = Check::new(&path).against(older.to_str().unwrap()).run().unwrap();
    assert_eq!(
        lines(&found),
        [
            "2 is new: \"open\"",
            "breaking for Rust code only: the name of 1 `Stuck` is \"Jammed\" now, was \"Stuck\"",
        ]
    );
}

#[derive(Clone, Debug, PartialEq)]
struct Variant {
    codes: Vec<u8>,
    message: u8,
    kind: bool,
    is_retired: bool,
}

/// Some of five variants, each by its name, with some of eight codes.
fn variants() -> impl Strategy<Value = Vec<(char, Variant)>> {
    let variant = (0..8_u8, 0..2_u8, 0..3_u8, any::<bool>(), any::<bool>());
    prop::collection::vec(prop::option::of(variant), 5).prop_map(|all| {
        let mut taken = Vec::new();
        let mut variants = Vec::new();
        for (name, found) in ('A'..).zip(all) {
            let Some((first, aliases, message, kind, is_retired)) = found else { continue };
            let codes = (first..8).filter(|code| !taken.contains(code));
            let codes: Vec<u8> = codes.take(usize::from(aliases) + 1).collect();
            if codes.is_empty() {
                continue;
            }
            taken.extend(&codes);
            variants.push((name, Variant { codes, message, kind, is_retired }));
        }
        variants
    })
}

fn table(variants: &[(char, Variant)], is_non_exhaustive: bool) -> Table {
    let mut body = String::new();
    for (name, Variant { codes, message, kind, is_retired }) in variants {
        let codes = codes.iter().map(u8::to_string).collect::<Vec<_>>().join(" | ");
        let kind = if *kind { ", kind = NotFound" } else { "" };
        let retired = if *is_retired { ", retired" } else { "" };
        let message = ["jammed", "jammed again", "no key"][usize::from(*message)];
        writeln!(body, "#[code({codes}, \"{message}\"{kind}{retired})] {name},").unwrap();
    }
    let head = if is_non_exhaustive { NON_EXHAUSTIVE } else { "" };
    SourceFile::parse(source(head, &body)).unwrap().enums()[0].table().clone()
}

/// What code that knows the older enum relies on.
fn breaks(old: &[(char, Variant)], new: &[(char, Variant)], is_non_exhaustive: bool) -> bool {
    let is_kept = |(name, old): &(char, Variant)| {
        new.iter().any(|(other, new)| {
            let has = |code: &u8| new.codes.contains(code);
            other == name
                && new.kind == old.kind
                && new.codes[0] == old.codes[0]
                && old.codes.iter().all(has)
        })
    };
    // Some that exchanged their texts, and a retired one that says something else.
    let texts = |name: &char| {
        let message = |all: &[(char, Variant)]| {
            all.iter().find(|(other, _)| other == name).map(|(_, each)| each.message)
        };
        message(old).zip(message(new)).filter(|(old, new)| old != new)
    };
    let moved: Vec<(u8, u8)> = old.iter().filter_map(|(name, _)| texts(name)).collect();
    let is_exchanged = moved.iter().any(|(old, new)| {
        moved.iter().any(|other| other.0 == *new) && moved.iter().any(|other| other.1 == *old)
    });
    let is_revived = |(name, old): &(char, Variant)| {
        let is_listed = new.iter().any(|(other, new)| other == name && !new.is_retired);
        let is_other = |(old, new): (u8, u8)| old == 2 || new == 2;
        old.is_retired && is_listed && texts(name).is_some_and(is_other)
    };
    if is_exchanged || old.iter().any(is_revived) {
        return true;
    }
    let is_new = |(name, _): &(char, Variant)| old.iter().all(|(other, _)| other != name);
    !old.iter().all(is_kept) || !is_non_exhaustive && new.iter().any(is_new)
}

proptest! {
    #[test]
    fn a_difference_is_breaking_if_someone_relies_on_what_changed(
        old in variants(),
        new in variants(),
        is_non_exhaustive: bool,
    ) {
        let tables = [&old, &new].map(|variants| table(variants, is_non_exhaustive));
        let found = tables[1].compare_to(&tables[0]);
        let lines: Vec<String> = found.iter().map(Difference::classified).collect();
        let is_breaking = found.iter().any(|each| each.class() == Class::Breaking);
        prop_assert_eq!(is_breaking, breaks(&old, &new, is_non_exhaustive), "{:?}", lines);
        prop_assert_eq!(found.is_empty(), old == new, "{:?}", lines);
        let once: std::collections::HashSet<&String> = lines.iter().collect();
        prop_assert_eq!(once.len(), lines.len(), "{:?}", lines);
    }
}
