//! `WebCode` against the vendor's document. The parser here is independent of the
//! crate.

use std::collections::BTreeMap;

use jmessage_codes::{Entry, WebCode};

/// The document, byte for byte as the vendor published it.
const DOCUMENT: &str = include_str!("data/jmessage-web-error-codes.md");

const README: &str = include_str!("../README.md");

/// The codes and messages that earlier versions of the document had.
const RETIRED: &str = include_str!("data/jmessage-web-retired.csv");

#[derive(Debug, PartialEq)]
struct Row {
    code: u32,
    message: String,
    description: String,
}

/// The rows of the document's table. Only row 0 may have an extra bar, which splits
/// its description.
fn document() -> Vec<Row> {
    let rows = DOCUMENT.lines().filter_map(|line| line.trim_end().strip_prefix('|'));
    let rows = rows.map(|line| line.strip_suffix('|').expect("a row ends with a bar"));
    let rows = rows.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let is_row = |cells: &Vec<&str>| cells[0] != "Code" && !cells[0].starts_with("---");
    let rows = rows.filter(is_row).map(|cells| {
        let code = cells[0].parse().expect("a row begins with its code");
        assert!(cells.len() == 3 || code == 0, "row {code} has {} cells", cells.len());
        Row { code, message: cells[1].to_owned(), description: cells[2..].join(" ") }
    });
    rows.collect()
}

/// The variants that are retired, or those that are not.
fn variants(is_retired: bool) -> Vec<WebCode> {
    let entries = WebCode::ENTRIES.iter().filter(|entry| entry.is_retired() == is_retired);
    entries.map(Entry::variant).collect()
}

#[test]
fn rows_and_variants_are_the_same() {
    let rows = variants(false).into_iter().map(|variant| Row {
        code: variant.code(),
        message: variant.message().to_owned(),
        description: variant.description().to_owned(),
    });
    assert_eq!(rows.collect::<Vec<_>>(), document());
}

#[test]
fn retired_variants_are_what_earlier_documents_listed() {
    let retired = RETIRED.lines().skip(1).map(|line| {
        let mut cells = line.split(',');
        let code = cells.next().and_then(|code| code.parse().ok()).expect("a row has a code");
        (code, cells.next().expect("a row has a message"))
    });
    let retired: Vec<(u32, &str)> = retired.collect();
    let variants = variants(true).into_iter().map(|variant| (variant.code(), variant.message()));
    assert_eq!(variants.collect::<Vec<_>>(), retired);
    // Together they are in the order of their codes.
    assert!(WebCode::ENTRIES.iter().map(Entry::code).is_sorted());
}

#[test]
fn the_readme_says_how_many() {
    let readme = README.split_whitespace().collect::<Vec<_>>().join(" ");
    let [listed, retired] = [false, true].map(|is_retired| variants(is_retired).len());
    for count in [format!("the {listed} codes of"), format!("{retired} retired codes")] {
        assert!(readme.contains(&count), "README.md lacks {count:?}");
    }
}

#[test]
fn only_row_0_is_malformed() {
    let malformed: Vec<&str> = DOCUMENT
        .lines()
        .filter(|line| line.starts_with('|') && line.matches('|').count() != 4)
        .collect();
    assert_eq!(malformed, ["| 0\t| success\t| Successful | request| "]);
    assert_eq!(WebCode::Success.description(), "Successful request");
}

#[test]
fn all_conversions_agree() {
    for (variant, row) in variants(false).into_iter().zip(document()) {
        assert_eq!(WebCode::from(row.code), variant);
        assert_eq!(WebCode::from_code(row.code), Some(variant));
        assert_eq!(row.code.to_string().parse(), Ok(variant));
        assert_eq!(u32::from(variant), row.code);
        assert_eq!(variant.code(), row.code);
        assert_eq!(variant.message(), row.message);
        assert_eq!(variant.description(), row.description);
        assert_eq!(variant.name(), format!("{variant:?}"));
        assert_eq!(variant.to_string(), format!("{} ({})", row.description, row.code));
        assert_eq!(variant.entry().map(Entry::code), Some(row.code));
        assert_eq!(variant.is_success(), row.code == 0);
    }
}

#[test]
fn from_message_returns_all_variants_with_it() {
    let mut by_message: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for row in document() {
        by_message.entry(row.message).or_default().push(row.code);
    }
    assert_eq!(by_message.values().filter(|codes| codes.len() == 2).count(), 3);
    for (message, codes) in by_message {
        let found = WebCode::from_message(&message).iter().map(WebCode::code);
        let found: Vec<u32> = found.filter(|code| codes.contains(code)).collect();
        assert_eq!(found, codes);
        assert!(WebCode::from_message(&message[1..]).is_empty());
        assert!(WebCode::from_message(&format!("{message} ")).is_empty());
    }
    assert!(WebCode::from_message("").is_empty());
}

/// Whoever looks a message up gets first the codes that the vendor sends today.
#[test]
fn from_message_returns_retired_variants_after_the_others() {
    let codes = |is_retired| variants(is_retired).into_iter().map(WebCode::code);
    let retired: Vec<u32> = codes(true).collect();
    let mut shared = 0;
    for message in variants(true).into_iter().map(WebCode::message) {
        let has_message = |code: &u32| WebCode::from(*code).message() == message;
        let expected: Vec<u32> = codes(false).chain(codes(true)).filter(has_message).collect();
        let found = WebCode::from_message(message).iter().map(WebCode::code);
        assert_eq!(found.collect::<Vec<_>>(), expected);
        shared += usize::from(!retired.contains(&expected[0]));
    }
    assert_eq!(shared, 13);
}

/// Compares the lookups of a number with the messages.
fn check(number: u32, messages: &BTreeMap<u32, String>) {
    let code = WebCode::from(number);
    assert_eq!(code.code(), number);
    if let Some(message) = messages.get(&number) {
        assert_eq!(code.message(), *message);
        assert_eq!(WebCode::from_code(number), Some(code));
    } else {
        assert!(matches!(code, WebCode::Other(unlisted) if unlisted == number));
        assert_eq!(WebCode::from_code(number), None);
    }
}

/// The messages of all codes, retired ones too.
fn by_code() -> BTreeMap<u32, String> {
    let retired = variants(true).into_iter().map(|code| (code.code(), code.message().to_owned()));
    document().into_iter().map(|row| (row.code, row.message)).chain(retired).collect()
}

#[test]
fn numbers_around_the_codes_and_a_sample_of_all() {
    let messages = by_code();
    let around = (0..1_000).chain(870_000..890_000).chain(u32::MAX - 1_000..=u32::MAX);
    // A stride coprime to 2^32 visits no number twice.
    let sample = (0..1_000_000_u32).map(|step| step.wrapping_mul(2_654_435_761));
    around.chain(sample).for_each(|number| check(number, &messages));
}

#[test]
#[ignore = "all 2^32 numbers; takes seconds with --release, minutes without"]
fn all_numbers() {
    let messages = by_code();
    (0..=u32::MAX).for_each(|number| {
        // The map is used only near the listed numbers, since it is slower than the
        // catalog.
        if number == 0 || (880_000..=882_999).contains(&number) {
            check(number, &messages);
        } else {
            assert!(WebCode::from_code(number).is_none());
            assert!(matches!(WebCode::from(number), WebCode::Other(kept) if kept == number));
        }
    });
}
