//! Codes of new rows, and those that an enum cannot have.

use error_catalog::{Import, Removed, Update};

use crate::applied::{apply, document, findings, parse, update, updated};

#[test]
fn a_code_with_another_meaning_is_a_finding() {
    let source = "#[derive(ErrorCatalog)] enum E {
    #[code(30, \"user not exist\")] UserNotExist,
    #[code(31, \"group not exist\")] GroupNotExist,
    #[code(32, \"消息过长\")] TooLong,
    #[code(33, \"message too long\", retired)] MessageTooLong,
    #[code(34, \"rate limit\", \"Too many requests\")] RateLimit,
}";
    let rows = "code,message
30,The user does not exist
31,The group is not there
32,该消息过长
33,message is too long
34,rate limit exceeded
";
    // Reworded, and so is everything.
    let updated = apply(&update(), source, rows);
    assert_eq!(findings(&updated), [""; 0]);
    assert_eq!(updated.applied.len(), 6);
    // Renumbered, reused, and in other words altogether.
    let rows = "code,message
30,group not exist
31,user not exist
32,用户未登录
33,permission denied
34,rate limit
";
    let updated = apply(&update(), source, rows);
    let advice = "if it has, give the code another variant; if it has not, write the new texts";
    let changed = |code: &str, name: &str, now: &str, was: &str| {
        format!(
            "the meaning of {code} `{name}` seems to have changed: it is {now:?} now, was {was:?}; \
             {advice}"
        )
    };
    assert_eq!(
        findings(&updated),
        [
            changed("30", "UserNotExist", "group not exist", "user not exist"),
            changed("31", "GroupNotExist", "user not exist", "group not exist"),
            changed("32", "TooLong", "用户未登录", "消息过长"),
            changed("33", "MessageTooLong", "permission denied", "message too long"),
        ]
    );
    assert_eq!(updated.source, source);
}

#[test]
fn codes_are_written_as_the_enum_writes_them() {
    // Hexadecimal, as the bits of a signed type.
    let source = "#[derive(ErrorCatalog)] #[catalog(code = i32, hex)] enum E {
    #[code(0x80004005, \"fail\")] Fail,
    #[code(-1, \"all\")] All,
}";
    let rows = "code,message\n0x80004005,fail\n0x8000400A,abort\n-2,two\n0xFFFFFFFF,all\n";
    let expected = source.replace(
        "Fail,\n",
        "Fail,\n    #[code(0x8000400A, \"abort\")] Abort,\n    #[code(0xFFFFFFFE, \"two\")] Two,\n",
    );
    assert_eq!(updated(source, rows), expected);
    let decimal = source.replace(", hex", "").replace("0x80004005", "-2147467259");
    let expected = decimal.replace(
        "Fail,\n",
        "Fail,\n    #[code(-2147467254, \"abort\")] Abort,\n    #[code(-2, \"two\")] Two,\n",
    );
    assert_eq!(updated(&decimal, rows), expected);
    // Texts.
    let source = "#[derive(ErrorCatalog)] enum E {
    #[code(\"01\" | \"1\", \"one\")] One,
    #[code(r\"\\02\", \"two\")] Two,
}";
    let rows = "code,aliases,message\n01,\"1, 0x1\",one\n01A,,other\n\\02,,two\n";
    let expected = source.replace(
        "\"1\", \"one\")] One,\n",
        "\"1\" | \"0x1\", \"one\")] One,\n    #[code(\"01A\", \"other\")] Other,\n",
    );
    assert_eq!(updated(source, rows), expected);
}

#[test]
fn codes_that_are_discriminants_stay() {
    let rows = "code,message\n1,one\n2,two\n5,five\n6,six\n9,nine\n";
    let variants = [
        // Counted from the first: a new variant cannot be between them.
        (
            "#[code(1, \"one\")] One = 1, #[code(_, \"two\")] Two, #[code(9, \"nine\")] Nine",
            "#[code(1, \"one\")] One = 1, #[code(_, \"two\")] Two, #[code(9, \"nine\")] Nine, \
             #[code(5, \"five\")] Five = 5, #[code(6, \"six\")] Six = 6,",
        ),
        (
            "#[code(0, \"zero\", retired)] Zero, #[code(_, \"one\")] One, #[code(_, \"two\")] Two, \
             #[code(9, \"nine\")] Nine",
            "#[code(0, \"zero\", retired)] Zero, #[code(_, \"one\")] One, #[code(_, \"two\")] Two, \
             #[code(5, \"five\")] Five, #[code(6, \"six\")] Six, #[code(9, \"nine\")] Nine",
        ),
        (
            "#[code(_, \"one\")] One = 0x1, #[code(_, \"nine\")] Nine = 9,",
            "#[code(_, \"one\")] One = 0x1, #[code(2, \"two\")] Two = 2, #[code(5, \"five\")] \
             Five = 5, #[code(6, \"six\")] Six = 6, #[code(_, \"nine\")] Nine = 9,",
        ),
    ];
    for (before, after) in &variants {
        let source = |variants: &str| format!("#[derive(ErrorCatalog)] enum E {{ {variants} }}");
        assert_eq!(updated(&source(before), rows), source(after));
    }
    // Counted from `Two`, `Nine` is 3.
    let source = format!("#[derive(ErrorCatalog)] enum E {{ {} }}", variants[0].0);
    let rows = format!("{rows}3,three\n");
    let updated = apply(&update(), &source, &rows);
    assert_eq!(
        findings(&updated),
        ["3 is new: \"three\"; its code is the discriminant of `Nine`; change that"]
    );
    // The next code is counted from a variant that would go.
    let source =
        "#[derive(ErrorCatalog)] enum E { #[code(1, \"one\")] One = 1, #[code(_, \"two\")] Two }";
    let update = update().removed(Removed::Delete);
    let updated = apply(&update, source, "code,message\n2,two\n");
    assert_eq!(updated.source, source);
    assert_eq!(
        findings(&updated),
        ["1 `One` is no longer listed; the code of the next variant is counted from it; retire it"]
    );
}

#[test]
fn rows_that_the_enum_cannot_have_are_findings() {
    let rows = "code,message,retry\n1,one,\n300,three hundred,\n150,in between,perhaps\n2,two,\n";
    let source = |catalog: &str| {
        format!(
            "#[derive(ErrorCatalog)] #[catalog({catalog})] enum E {{ #[code(1, \"one\")] One }}"
        )
    };
    let cases = [
        (
            "code = u8, range = 0..=100",
            &[
                "300 is new: \"three hundred\"; its code does not fit u8; change #[catalog(code = TYPE)]",
                "150 is new: \"in between\"; its code is outside #[catalog(range = 0..=100)]; extend the range",
            ][..],
        ),
        (
            "column(retry: bool = true)",
            &[
                "150 is new: \"in between\"; \"perhaps\" is not a value of its column retry; write its variant with a value of your own, and accept it",
            ],
        ),
    ];
    for (catalog, expected) in cases {
        let updated = apply(&update(), &source(catalog), rows);
        assert_eq!(findings(&updated), expected, "{catalog}");
        assert!(updated.source.contains("#[code(2, \"two\")] Two"), "{}", updated.source);
    }
    // A text that only a person knows.
    let required = source("column(zh: &str), column(advice: &str), column(retry: bool)");
    let source_with =
        required.replace("\"one\"", "\"one\", zh = \"\", advice = \"\", retry = true");
    let updated = apply(&update(), &source_with, "code,message,retry\n1,one,yes\n2,two,no\n");
    let variant = "#[code(2, \"two\", zh = \"\", advice = \"\", retry = false)] Two";
    assert!(updated.source.contains(variant), "{}", updated.source);
    assert_eq!(updated.notes.len(), 1);
    assert_eq!(updated.notes[0].text, "fill in its zh and its advice");
    let updated = apply(&update(), &source_with, "code,message\n1,one\n2,two\n");
    assert_eq!(
        findings(&updated),
        ["2 is new: \"two\"; \"\" is not a value of its column retry; give the column a default"]
    );
    // Variants with data: texts are updated.
    let source = "#[derive(ErrorCatalog)] #[catalog(code_enum = Code)] enum E {
    #[code(1, \"one?\")] One { data: u8 },
}";
    let updated = apply(&update(), source, "code,message\n1,one\n2,two\n");
    assert_eq!(updated.source, source.replace("one?", "one"));
    assert_eq!(
        findings(&updated),
        ["2 is new: \"two\"; its variant needs data; add #[code(2, \"two\")] Two,"]
    );
}

#[test]
fn rows_that_differ_only_in_their_code_become_one_variant() {
    let source = "#[derive(ErrorCatalog)] enum E {\n    #[code(1 | 2, \"one\")] One,\n}\n";
    let update = Update::new(Import::new("E").merge_aliases());
    let rows = "code,message\n2,one\n1,one\n3,one\n4,four\n5,four\n";
    let updated = apply(&update, source, rows);
    assert_eq!(findings(&updated), [""; 0]);
    let expected = "#[derive(ErrorCatalog)] enum E {\n    #[code(1 | 2 | 3, \"one\")] One,\n    \
                    #[code(4 | 5, \"four\")] Four,\n}\n";
    assert_eq!(updated.source, expected);
    // A code with texts of its own, and one that is another row's.
    let source = expected;
    let rows = "code,message\n1,one\n2,one more\n3,one\n4,four\n5,one\n";
    let updated = apply(&update, source, rows);
    assert_eq!(updated.source, source);
    assert_eq!(
        findings(&updated),
        [
            "5 means the same as 1 `One` now, but was `Four`; move the code to the other variant, or give it one",
            "2, a code of 1 `One`, differs from it in its message now; give the code a variant",
        ]
    );
}

#[test]
fn the_doc_comment_and_the_alias_of_a_renumbered_variant_get_its_code() {
    let source = |rows: &str| format!("#[derive(ErrorCatalog)] enum E {{\n{rows}}}");
    let rows = "code,message\n7,one\n2,two\n3,three\n";
    let imported = source(
        "    /// `1`: one
    #[doc(alias = \"1\")] #[code(1, \"one\")] One,
    /// `2`: two
    #[doc(alias = \"2\")] #[code(2, \"two\")] Two,
    /// `3`: three
    #[doc(alias(\"3\", \"third\"))] #[code(3, \"three\")] Three,
",
    );
    let advice = "change the code of its variant, or give the new code one";
    let renumbered = apply(&update(), &imported, rows);
    assert_eq!(
        findings(&renumbered),
        [format!("1 `One` seems to be 7 now, which has its texts; {advice}")]
    );
    let mended = imported.replace("`1`", "`7`").replace("\"1\"", "\"7\"").replace("(1", "(7");
    assert_eq!(updated(&imported.replace("code(1", "code(7"), rows), mended);
    // Together with a text that changed, to that of the comment or away from it.
    let rows = "code,message\n7,this one\n2,two\n30,three\n";
    let expected =
        mended.replace("one", "this one").replace("`3`", "`30`").replace("\"3\"", "\"30\"");
    let expected = expected.replace("code(3", "code(30");
    let edited = imported.replace("code(1", "code(7").replace("code(3", "code(30");
    assert_eq!(updated(&edited, rows), expected);
    assert_eq!(updated(&edited.replace("`1`: one", "`1`: this one"), rows), expected);
    // With a description, and without an alias.
    let rows = "code,message,description\n7,one,The first\n0xA,two,The second\n";
    let edited = source(
        "    /// `1`: The first
    #[code(7, \"one\", \"The first\")] One,
    /// `0xB`: The second
    #[code(0xA, \"two\", \"The second\")] Two,
",
    );
    assert_eq!(updated(&edited, rows), edited.replace("`1`", "`7`").replace("`0xB`", "`0xA`"));
    // Of strings, and of discriminants.
    let edited = source(
        "    /// `E_ONE`: one
    #[doc(alias = \"E_ONE\")] #[code(\"E_FIRST\", \"one\")] One,
    /// `two`: the second
    #[code(\"E_TWO\", \"two\")] Two,
",
    );
    let rows = "code,message\nE_FIRST,one\nE_TWO,two\n";
    assert_eq!(updated(&edited, rows), edited.replace("E_ONE", "E_FIRST"));
    let raw = edited.replace("(\"E_FIRST", "(r\"E_FIRST");
    assert_eq!(updated(&raw, rows), raw.replace("E_ONE", "E_FIRST"));
    let edited = source("    /// `1`: one\n    #[code(_, \"one\")] One = 7,\n");
    assert_eq!(updated(&edited, "code,message\n7,one\n"), edited.replace("`1`", "`7`"));
}

#[test]
fn a_persons_comment_with_another_code_is_a_finding() {
    let source = "#[derive(ErrorCatalog)] enum E {
    /// `404`: what a browser shows
    #[doc(alias = \"404\")] #[code(7, \"one\")] One,
    #[doc = \"`1`: two\"] #[code(2, \"two\")] Two,
    /// `2`: two
    /// The second.
    #[code(3, \"two\", \"Two\")] Three,
    /// `+4` and `0x4` are the same.
    #[code(4, \"four\")] Four,
    /// `5`: five
    #[cfg_attr(all(), code(5, \"five\"))] #[cfg_attr(not(all()), code(6, \"five\"))] Five,
    /// `1`: eight
    #[code(8, \"eight\")] Eight,
}";
    let rows = "code,message\n7,one\n2,two\n3,two\n4,four\n5,five\n6,five\n";
    let advice = "write its own code there, or another comment";
    let line = |code: &str, name: &str, other: &str| {
        let text = format!("the doc comment of {code} `{name}` begins with another code");
        format!("{text}, `{other}`; {advice}")
    };
    let delete = update().removed(Removed::Delete);
    let updated = apply(&delete, source, rows);
    let expected = [line("7", "One", "404"), line("2", "Two", "1"), line("3", "Three", "2")];
    assert_eq!(findings(&updated), expected);
    let kept = source.replace("    /// `1`: eight\n    #[code(8, \"eight\")] Eight,\n", "");
    assert_eq!(updated.source, kept);
    // One that is accepted is left alone.
    let file = parse(&kept);
    let rows = document(rows);
    let accepted = delete.accept(&file, &file.enums()[0], &rows, &["7", "2", "3"]).unwrap().0;
    let file = parse(&accepted);
    assert_eq!(delete.differences(&file.enums()[0], &rows).unwrap(), []);
}

#[test]
fn a_value_that_the_column_cannot_have_is_written_and_accepted() {
    let source = "#[derive(ErrorCatalog)] #[catalog(column(retry: bool = false))] enum E {
    #[code(1, \"one\", retry = true)] One,
}";
    let rows = "code,message,retry\n1,one,true\n2,two,maybe\n";
    let first = apply(&update(), source, rows);
    let advice = "write its variant with a value of your own, and accept it";
    let line = "2 is new: \"two\"; \"maybe\" is not a value of its column retry";
    assert_eq!(findings(&first), [format!("{line}; {advice}")]);
    let written = source.replace("One,\n", "One,\n    #[code(2, \"two\", retry = true)] Two,\n");
    let file = parse(&written);
    let document = document(rows);
    let accepted = update().accept(&file, &file.enums()[0], &document, &["2"]).unwrap().0;
    assert_eq!(updated(&accepted, rows), accepted);
}

#[test]
fn one_code_of_several_that_is_gone_gets_a_retired_variant_or_goes() {
    let update = Update::new(Import::new("E").merge_aliases());
    let source = "#[derive(ErrorCatalog)] enum E {
    #[code(1 | 2, \"one\")] One,
    #[code(3, \"three\")] Three,
}";
    let rows = "code,message\n2,one\n3,three\n";
    let updated = apply(&update, source, rows);
    let advice =
        "one code of several cannot be retired: remove it, or give it a variant with `retired`";
    let line = "1, a code of 1 `One`, is no longer listed";
    assert_eq!(findings(&updated), [format!("{line}; {advice}")]);
    // Both do.
    let removed = source.replace("1 | 2", "2");
    let retired = removed.replace("Three,\n", "Three,\n#[code(1, \"one\", retired)] Former,\n");
    for source in [removed, retired] {
        let updated = apply(&update, &source, rows);
        assert_eq!((findings(&updated), updated.source), (vec![], source));
    }
}
