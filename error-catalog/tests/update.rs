//! Enums that are brought up to date in their source file.

use error_catalog::{Format, Import, Reader, Removed, SourceFile, Table, Update, Updated};

fn document(text: &str) -> Table {
    let reader = Reader::new().column("zh", "zh").column("retry", "retry");
    let read = reader.read(text, Format::Csv).or_else(|_| Table::read(text, Format::Csv));
    read.unwrap().into_clean().unwrap()
}

fn parse(source: &str) -> SourceFile {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

fn apply(update: &Update, source: &str, rows: &str) -> Updated {
    let file = parse(source);
    let updated = update.apply(&file, &file.enums()[0], &document(rows)).unwrap();
    let again = parse(&updated.source);
    let second = update.apply(&again, &again.enums()[0], &document(rows)).unwrap();
    assert_eq!(second.source, updated.source, "a second update changes nothing");
    assert!(second.applied.is_empty(), "{:?}", second.applied);
    assert_eq!(second.findings.len(), updated.findings.len());
    updated
}

fn updated(source: &str, rows: &str) -> String {
    let updated = apply(&Update::new(Import::new("E")), source, rows);
    assert!(updated.findings.is_empty(), "{:?}", updated.findings);
    updated.source
}

/// The source of an enum with these variants, and the one with those.
fn check(before: &str, rows: &str, after: &str) {
    const HEAD: &str = "\
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, column(zh: &str = \"\"), column(retry: bool = false))]
pub enum E ";
    assert_eq!(updated(&format!("{HEAD}{before}"), rows), format!("{HEAD}{after}"), "{rows}");
}

#[test]
fn new_rows_go_behind_the_variant_of_the_row_before() {
    let rows = "code,message\n1,one\n2,two\n3,three\n4,four\n";
    check(
        "{\n    #[code(1, \"one\")] One,\n    #[code(4, \"four\")] Four,\n}\n",
        rows,
        "{\n    #[code(1, \"one\")] One,\n    #[code(2, \"two\")] Two,\n    \
         #[code(3, \"three\")] Three,\n    #[code(4, \"four\")] Four,\n}\n",
    );
    // By rustfmt, with comments, without a comma.
    check(
        "{\n\t/// Four.\n\t#[code(4, \"four\")]\n\tFour, // The fourth.\n\n\t// At last:\n\t#[code(2, \
         \"two\")]\n\tTwo /* and no comma */\n}\n",
        rows,
        "{\n\t/// Four.\n\t#[code(4, \"four\")]\n\tFour, // The fourth.\n\t#[code(1, \"one\")]\n\t\
         One,\n\n\t// At last:\n\t#[code(2, \"two\")]\n\tTwo, /* and no comma */\n\t\
         #[code(3, \"three\")]\n\tThree,\n}\n",
    );
    // With empty lines between the variants.
    check(
        "{\n    #[code(1, \"one\")]\n    One,\n\n    #[code(3, \"three\")]\n    Three,\n\n    \
         #[code(4, \"four\")]\n    Four,\n}\n",
        rows,
        "{\n    #[code(1, \"one\")]\n    One,\n\n    #[code(2, \"two\")]\n    Two,\n\n    \
         #[code(3, \"three\")]\n    Three,\n\n    #[code(4, \"four\")]\n    Four,\n}\n",
    );
    // On one line.
    check(
        "{ #[code(1, \"one\")] One, #[code(4, \"four\")] Four }\n",
        rows,
        "{ #[code(1, \"one\")] One, #[code(2, \"two\")] Two, #[code(3, \"three\")] Three, \
         #[code(4, \"four\")] Four }\n",
    );
    check(
        "{ #[code(4, \"four\")] Four }\n",
        rows,
        "{ #[code(1, \"one\")] One, #[code(2, \"two\")] Two, #[code(3, \"three\")] Three, \
         #[code(4, \"four\")] Four }\n",
    );
    // In an empty enum.
    let all = "\n    #[code(1, \"one\")] One,\n    #[code(2, \"two\")] Two,\n    \
               #[code(3, \"three\")] Three,\n    #[code(4, \"four\")] Four,\n";
    for before in ["{}", "{ }", "{\n}"] {
        check(before, rows, &format!("{{{all}}}"));
    }
    check("{\n    // Nothing yet.\n}", rows, &format!("{{\n    // Nothing yet.{all}}}"));
    // Before the variant for unlisted codes.
    check(
        "{\n    #[code(other, \"?\")] Two(Unlisted<Self>),\n}",
        "code,message\n2,two\n",
        "{\n    #[code(2, \"two\")] Two2,\n    #[code(other, \"?\")] Two(Unlisted<Self>),\n}",
    );
    check(
        "{\n    #[code(1, \"one\")] One,\n    #[code(other, \"?\")] Other(Unlisted<Self>),\n}",
        "code,message\n2,two\n1,one\n3,three\n",
        "{\n    #[code(2, \"two\")] Two,\n    #[code(1, \"one\")] One,\n    #[code(3, \"three\")] \
         Three,\n    #[code(other, \"?\")] Other(Unlisted<Self>),\n}",
    );
}

#[test]
fn texts_and_columns_change_where_they_are() {
    let before = r####"{
    // Kept.
    #[code(
        1, // The first.
        "one",
        r"its text",
        kind = NotFound,
        retry = false,
    )]
    First,
    #[code(2, r#"the "second""#, zh = "二", /* always */ retry = true)]
    #[allow(dead_code)]
    Second,
    /// By hand.
    #[code(3, "three", retired)] r#Third,
    #[code(4 | 0x40, "four", "its text")] Fourth,
}"####;
    let rows = r##"code,aliases,message,description,zh,retry
1,,one!,its text!,一,yes
2,,"the ""#second""","new",,false
3,,three,described,三,
4,"0x40, 400","four ""4""",,,no
"##;
    let after = r####"{
    // Kept.
    #[code(
        1, // The first.
        "one!",
        r"its text!",
        kind = NotFound,
        retry = true,
        zh = "一",
    )]
    First,
    #[code(2, r##"the "#second""##, "new", zh = "", /* always */ retry = false)]
    #[allow(dead_code)]
    Second,
    /// By hand.
    #[code(3, "three", "described", zh = "三")] r#Third,
    #[code(4 | 0x40 | 400, "four \"4\"")] Fourth,
}"####;
    check(before, rows, after);
}

#[test]
fn rows_that_are_no_longer_listed_are_kept_retired_or_deleted() {
    let before = "\
{
    #[code(1, \"one\")] One, // The first.

    // A comment.
    #[code(
        2 | 20 | 0xC8,
        \"two\",
    )]
    Two, #[code(3, \"three\")] Three,

    /// The last.
    #[code(4, \"four\")]
    #[doc(hidden)]
    Four // no comma
}
";
    let rows = "code,message\n2,two\n0xC8,two\n";
    let source = format!("#[derive(ErrorCatalog)] enum E {before}");
    let apply = |removed| apply(&Update::new(Import::new("E")).removed(removed), &source, rows);
    assert_eq!(apply(Removed::Keep).source, source);
    let retired = apply(Removed::Retire);
    let after = source
        .replace("\"one\"", "\"one\", retired")
        .replace("\"three\"", "\"three\", retired")
        .replace("\"four\"", "\"four\", retired");
    assert_eq!(retired.source, after);
    let findings: Vec<String> =
        retired.findings.iter().map(|finding| finding.difference.text()).collect();
    assert_eq!(findings, ["20, a code of 2 `Two`, is no longer listed"]);
    let deleted = apply(Removed::Delete);
    let after = "#[derive(ErrorCatalog)] enum E {\n\n    // A comment.\n    #[code(\n        2 | \
                 0xC8,\n        \"two\",\n    )]\n    Two,\n\n}\n";
    assert_eq!(deleted.source, after);
    // Listed again.
    let all = "code,message\n1,one\n2,two\n20,two\n200,two\n3,three\n4,four\n";
    assert_eq!(updated(&retired.source, all), source);
}
