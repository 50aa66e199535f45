//! The variants that an update writes, changes, retires and deletes.

use error_catalog::Removed;

use crate::applied::{apply, update, updated};

/// The source of an enum with these variants, and the one with those.
fn check(before: &str, rows: &str, after: &str) {
    const HEAD: &str = "\
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, column(zh: &str = \"\"), column(retry: bool = false))]
pub enum E ";
    assert_eq!(updated(&format!("{HEAD}{before}"), rows), format!("{HEAD}{after}"), "{rows}");
}

#[test]
fn new_rows_go_after_the_variant_of_the_row_before() {
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
        "{\n\t/// Four.\n\t#[code(4, \"four\")]\n\tFour, // The fourth.\n\t/// `1`: one\n\t\
         #[code(1, \"one\")]\n\tOne,\n\n\t// At last:\n\t#[code(2, \"two\")]\n\tTwo, /* and no comma */\n\t\
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
    // As rustfmt writes a long one.
    let long = "a text that is so long that rustfmt would give each argument a line";
    check(
        "{\n    #[code(1, \"one\")]\n    One,\n}\n",
        &format!("code,name,message\n1,One,one\n2,Two,{long}\n"),
        &format!(
            "{{\n    #[code(1, \"one\")]\n    One,\n    #[code(\n        2,\n        \"{long}\"\n    )]\n    \
             Two,\n}}\n"
        ),
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
    let all = "
    /// `1`: one
    #[doc(alias = \"1\")] #[code(1, \"one\")] One,
    /// `2`: two
    #[doc(alias = \"2\")] #[code(2, \"two\")] Two,
    /// `3`: three
    #[doc(alias = \"3\")] #[code(3, \"three\")] Three,
    /// `4`: four
    #[doc(alias = \"4\")] #[code(4, \"four\")] Four,
";
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
#[allow(clippy::needless_raw_string_hashes, reason = "the strings have as many inside")]
fn texts_and_columns_change_where_they_are() {
    let before = r##"{
    // Kept.
    #[code(
        1, // The first.
        "one",
        r"its text",
        kind = NotFound,
        retryable = true,
        retry = false,
    )]
    First,
    #[code(2, r#"the "second""#, zh = "二", /* always */ retry = true)]
    #[allow(dead_code)]
    Second,
    /// By hand.
    #[code(3, "three", retryable = false, retired)] r#Third,
    #[code(4 | 0x40, "four", "its text")] Fourth,
}"##;
    let rows = r##"code,aliases,message,description,zh,retry
1,,one!,its text!,一,yes
2,,"the ""#second""","new",,false
3,,three,described,三,
4,"0x40, 400","four ""4""",,,no
"##;
    let after = r###"{
    // Kept.
    #[code(
        1, // The first.
        "one!",
        r"its text!",
        kind = NotFound,
        retryable = true,
        retry = true,
        zh = "一",
    )]
    First,
    #[code(2, r##"the "#second""##, "new", zh = "", /* always */ retry = false)]
    #[allow(dead_code)]
    Second,
    /// By hand.
    #[code(3, "three", "described", retryable = false, zh = "三")] r#Third,
    #[code(4 | 0x40 | 400, "four \"4\"")] Fourth,
}"###;
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
    let removed = |removed| apply(&update().removed(removed), &source, rows);
    assert_eq!(removed(Removed::Keep).source, source);
    let retired = removed(Removed::Retire);
    let after = source
        .replace("\"one\"", "\"one\", retired")
        .replace("\"three\"", "\"three\", retired")
        .replace("\"four\"", "\"four\", retired");
    assert_eq!(retired.source, after);
    let findings: Vec<String> =
        retired.findings.iter().map(|finding| finding.difference.text()).collect();
    assert_eq!(findings, ["20, a code of 2 `Two`, is no longer listed"]);
    let deleted = removed(Removed::Delete);
    let after = "#[derive(ErrorCatalog)] enum E {\n\n    // A comment.\n    #[code(\n        2 | \
                 0xC8,\n        \"two\",\n    )]\n    Two,\n\n}\n";
    assert_eq!(deleted.source, after);
    // All new.
    let delete = update().removed(Removed::Delete).max_removed(2);
    for (before, after) in [
        (
            "{ #[code(1, \"one\")] One, #[code(2, \"two\")] Two }",
            "{ #[code(7, \"seven\")] Seven, }",
        ),
        (
            "{\n\n    #[code(1, \"one\")]\n    One,\n\n    #[code(2, \"two\")]\n    Two\n\n}",
            "{\n\n    #[code(7, \"seven\")]\n    Seven,\n\n}",
        ),
    ] {
        let source = |variants| format!("#[derive(ErrorCatalog)] enum E {variants}");
        let updated = apply(&delete, &source(before), "code,message\n7,seven\n");
        assert_eq!(updated.source, source(after));
    }
    // Listed again.
    let all = "code,message\n1,one\n2,two\n20,two\n200,two\n3,three\n4,four\n";
    assert_eq!(updated(&retired.source, all), source);
}

#[test]
fn only_what_the_document_says_changes() {
    // A description by hand of a row that has none, and the alternatives of a condition.
    let source = "#!/usr/bin/env run
#[derive(ErrorCatalog)] enum E {
    /// `1`: By hand.
    #[code(1, \"one\")] One,
    /// By hand.
    #[cfg(unix)] #[code(2, \"two\")] Two,
    #[cfg(windows)] #[code(2, \"two\")] Two,
    #[cfg_attr(all(), code(3, \"three\", retired))] r#Three,
    #[code(8, \"eight\", \"no longer described\")] Eight,
    #[code(4, \"four\", retired)] #[deprecated] Five,
}
fn function() { #[derive(ErrorCatalog)] enum E { #[code(1, \"one\")] One } }
";
    let rows =
        "code,message,description\n1,one,\n2,two!,second\n3,three,third\n5,five,\n8,eight,\n";
    let expected = source
        .replace(", \"no longer described\"", "")
        .replace("\"two\"", "\"two!\", \"second\"")
        .replace("\"three\", retired", "\"three\", \"third\"")
        .replace("r#Three,\n", "r#Three,\n    #[code(5, \"five\")] Five5,\n");
    assert_eq!(updated(source, rows), expected);
}

#[test]
fn a_doc_comment_changes_if_import_wrote_it() {
    let before = r#"{
    /// `1`: one
    #[code(1, "one")] One,
    /// `2`: two
    /// It is even.
    #[code(2, "two")] Two,
    /// `3`: three, I think
    #[code(3, "three")] Three,
    /// four
    #[code(4, "four")] Four,
    /// `5`: Five of \[them]
    #[code(5, "five", "Five of [them]")] Five,
    /// `6`: six
    #[doc(alias = "6")]
    #[code(6, "six")]
    Six,
}
"#;
    let after = r#"{
    /// `1`: one more
    #[code(1, "one more")] One,
    /// `2`: two
    /// It is even.
    #[code(2, "two more")] Two,
    /// `3`: three, I think
    #[code(3, "three more")] Three,
    /// four
    #[code(4, "four more")] Four,
    /// `5`: Five \*of\* \[them]
    #[code(5, "five", "Five *of* [them]")] Five,
    /// `6`: six \[x]
    #[doc(alias = "6")]
    #[code(6, "six [x]", "six [x]")]
    Six,
    /// `7`: seven
    #[doc(alias = "7")]
    #[code(7, "seven")]
    Seven,
}
"#;
    let rows = "code,message,description\n1,one more,\n2,two more,\n3,three more,\n4,four more,\n\
                5,five,Five *of* [them]\n6,six [x],\n7,seven,\n";
    check(before, rows, after);
}

#[test]
fn comments_and_odd_layouts_stay() {
    let rows = "code,message,description\n1,one,first\n2,two,\n3,three,\n";
    let cases = [
        (
            "{ #[code(1, \"one\" /* b */, /* c */ retired /* d */)] A /* e */ , /* f */ #[code(3 , \
             \"three\" )] C /* g */ }",
            "{ #[code(1, \"one\", \"first\" /* b */, /* c */ /* d */)] A /* e */ , #[code(2, \
             \"two\")] Two, /* f */ #[code(3 , \"three\" )] C /* g */ }",
        ),
        (
            "{
    #[code( // The code:
        1, \"one\" // and the text.
    )] // }
    #[rustfmt::skip] A /* nothing */ = 1, // The \"first\"
    #[code(3, \"three!\" ,)] C = 3\n\n    // The end.\n}",
            "{
    #[code( // The code:
        1, \"one\", \"first\" // and the text.
    )] // }
    #[rustfmt::skip] A /* nothing */ = 1, // The \"first\"
    #[code(2, \"two\")]
    Two = 2,
    #[code(3, \"three\" ,)] C = 3\n\n    // The end.\n}",
        ),
        (
            "{ // first\n    // above\n    /** Block. */\n    #[code(2, \"two\")] B, #[code(3, \
             \"three\")] C,\n}",
            "{ // first\n    #[code(1, \"one\", \"first\")] One,\n    // above\n    /** Block. \
             */\n    #[code(2, \"two\")] B, #[code(3, \"three\")] C,\n}",
        ),
        (
            "{\n    #[code(1, \"one\", \"first\")] A, /// Three.\n    #[code(3, \"three\")] C\n}",
            "{\n    #[code(1, \"one\", \"first\")] A,\n    #[code(2, \"two\")] Two, /// Three.\n    \
             #[code(3, \"three\")] C\n}",
        ),
        (
            "{\n    #[code(3, \"three\")] C }",
            "{\n    #[code(1, \"one\", \"first\")] One,\n    #[code(2, \"two\")] Two,\n    \
             #[code(3, \"three\")] C }",
        ),
        (
            "{\n    #[code(1, \"one\", \"first\")] A }",
            "{\n    #[code(1, \"one\", \"first\")] A,\n    #[code(2, \"two\")] Two,\n    \
             #[code(3, \"three\")] Three, }",
        ),
    ];
    for (before, after) in cases {
        let source =
            |variants| format!("mod m {{ #[derive(ErrorCatalog)] #[repr(u8)] enum E {variants} }}");
        assert_eq!(updated(&source(before), rows), source(after));
    }
}
