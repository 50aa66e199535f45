//! Where an update writes, and how: each case is all of a file or of an attribute.

use error_catalog::{Format, Import, Removed, SourceFile, Table, Update, Updated};

fn apply(source: &str, rows: &str, removed: Removed) -> Updated {
    let document = Table::read(rows, Format::Csv).unwrap().into_clean().unwrap();
    let update = Update::new(Import::new("E")).removed(removed);
    let apply = |source: &str| {
        let file = SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
        update.apply(&file, &file.enums()[0], &document).unwrap_or_else(|e| panic!("{e}\n{source}"))
    };
    let updated = apply(source);
    assert_eq!(apply(&updated.source).source, updated.source, "a second update changes nothing");
    updated
}

/// The findings with their reasons.
fn findings(updated: &Updated) -> Vec<String> {
    let line =
        |finding: &error_catalog::Note| format!("{}; {}", finding.difference.text(), finding.text);
    updated.findings.iter().map(line).collect()
}

const DERIVE: &str = "#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]\n";

/// The variants before, and those after the update.
fn check_enum(before: &str, rows: &str, after: &str) {
    let source = |variants: &str| format!("{DERIVE}pub enum E {variants}\n");
    let updated = apply(&source(before), rows, Removed::Retire);
    assert_eq!(findings(&updated), [""; 0], "{before}");
    assert_eq!(updated.source, source(after));
}

#[test]
fn a_new_variant_has_the_indentation_of_its_line() {
    let rows = "code,message\n1,one\n3,three\n4,four\n";
    // Others on the line of the last.
    check_enum(
        "{\n  #[cfg_attr(all(), code(1, \"one\"))] A, #[cfg_attr(all(), code(3, \"three\"))] C,\n}",
        rows,
        "{\n  #[cfg_attr(all(), code(1, \"one\"))] A, #[cfg_attr(all(), code(3, \"three\"))] C,\n  \
         #[code(4, \"four\")] Four,\n}",
    );
    // A comment before it.
    check_enum(
        "{\n\t#[code(1, \"one\")]\n\tA,\n\t/* why */ #[code(3, \"three\")]\n\tC\n}",
        rows,
        "{\n\t#[code(1, \"one\")]\n\tA,\n\t/* why */ #[code(3, \"three\")]\n\tC,\n\t\
         #[code(4, \"four\")]\n\tFour,\n}",
    );
    check_enum(
        "{\n    /* why\n     * not */ #[code(3, \"three\")] C, // tail\n    #[code(4, \"four\")] D }",
        rows,
        "{\n    #[code(1, \"one\")] One,\n    /* why\n     * not */ #[code(3, \"three\")] C, // tail\n    \
         #[code(4, \"four\")] D }",
    );
    // The brace before it.
    check_enum(
        "{ #[code(1, \"one\")] A, // tail\n}",
        rows,
        "{ #[code(1, \"one\")] A, // tail\n    #[code(3, \"three\")] Three,\n    \
         #[code(4, \"four\")] Four,\n}",
    );
    check_enum(
        "{#[code(3, \"three\")] C,\n#[code(4, \"four\")] D}",
        rows,
        "{ #[code(1, \"one\")] One, #[code(3, \"three\")] C,\n#[code(4, \"four\")] D}",
    );
    check_enum(
        "{ /* why */ #[code(3, \"three\")] C, /* and */ #[code(4, \"four\")] D }",
        rows,
        "{ #[code(1, \"one\")] One, /* why */ #[code(3, \"three\")] C, /* and */ #[code(4, \"four\")] D }",
    );
    // An attribute of several lines.
    let long = "b".repeat(90);
    check_enum(
        "{\n\t#[code(1, \"one\")]\n\tA,\n}",
        &format!("code,name,message\n1,A,one\n2,Long,{long}\n"),
        &format!(
            "{{\n\t#[code(1, \"one\")]\n\tA,\n\t#[code(\n\t\t2,\n\t\t\"{long}\"\n\t)]\n\tLong,\n}}"
        ),
    );
    // A comment of several lines after it.
    check_enum(
        "{\n    #[code(1, \"one\")] A, /* a\n    comment */\n    #[code(4, \"four\")] D, /* last\n*/ }",
        rows,
        "{\n    #[code(1, \"one\")] A, /* a\n    comment */\n    #[code(3, \"three\")] Three,\n    \
         #[code(4, \"four\")] D, /* last\n*/ }",
    );
    // Empty lines between the variants.
    check_enum(
        "{\n    #[code(1, \"one\")]\n    A,\n\n    #[code(3, \"three\")]\n    C,\n}",
        rows,
        "{\n    #[code(1, \"one\")]\n    A,\n\n    #[code(3, \"three\")]\n    C,\n\n    \
         #[code(4, \"four\")]\n    Four,\n}",
    );
    // Nothing but comments.
    check_enum(
        "{ /* none\n yet */ }",
        "code,message\n1,one\n",
        "{ /* none\n yet */\n    /// `1`: one\n    #[doc(alias = \"1\")] #[code(1, \"one\")] One,\n}",
    );
}

/// The arguments of the only variant before, the row of the document, and the arguments after.
fn check_arguments(before: &str, row: &str, after: &str) {
    let source = |arguments: &str| {
        format!(
            "{DERIVE}#[catalog(column(zh: &str = \"\"))] enum E {{\n    #[code({arguments})] A\n}}\n"
        )
    };
    let rows = if row.is_empty() {
        "code,message\n2,two\n".to_owned()
    } else {
        format!("code,message,description,zh\n{row}\n2,two,,\n")
    };
    let new = "\n    #[code(2, \"two\")] Two,";
    let updated = apply(&source(before), &rows, Removed::Retire);
    assert_eq!(findings(&updated), [""; 0], "{before}");
    assert_eq!(updated.source.replace(new, "").replace("A,", "A"), source(after));
}

#[test]
fn arguments_are_added_before_the_comments_of_others() {
    let cases = [
        ("1, \"one\" /* c */", "1, \"one\", retired /* c */"),
        ("1, \"one\" /* c */ , /* d */", "1, \"one\", retired /* c */ , /* d */"),
        ("1, \"one\" // c\n", "1, \"one\", retired // c\n"),
        ("1, // c\n \"one\"", "1, // c\n \"one\",\n retired"),
        ("\n  1,\n  \"one\" // c\n  // d\n", "\n  1,\n  \"one\", // c\n  retired\n  // d\n"),
        ("\n  1,\n  \"one\", // c\n", "\n  1,\n  \"one\", // c\n  retired,\n"),
        ("\n  1,\n  \"one\", /* c\n */\n", "\n  1,\n  \"one\", /* c\n */\n  retired,\n"),
        ("\n  1,\n  \"one\" /* c */,\n", "\n  1,\n  \"one\",\n  retired /* c */,\n"),
        ("\n\t1,\n\t\"one\",\n", "\n\t1,\n\t\"one\",\n\tretired,\n"),
    ];
    for (before, after) in cases {
        check_arguments(before, "", after);
    }
}

#[test]
fn an_argument_goes_with_one_comma() {
    let cases = [
        // Only `retired`.
        ("1, \"one\", retired", "1,one,,", "1, \"one\""),
        ("1, \"one\", retired,", "1,one,,", "1, \"one\","),
        (
            "1, \"one\", /* c */ retired /* d */, kind = Ok, success",
            "1,one,,",
            "1, \"one\", /* c */ /* d */ kind = Ok, success",
        ),
        ("1, \"one\" /* c */, retired /* d */", "1,one,,", "1, \"one\" /* c */, /* d */"),
        ("1, \"one\", // c\n  retired, // d\n", "1,one,,", "1, \"one\", // c\n   // d\n"),
        ("\n  1,\n  \"one\", // c\n  retired,\n", "1,one,,", "\n  1,\n  \"one\", // c\n"),
        ("\n  1,\n  \"one\", // c\n  retired\n", "1,one,,", "\n  1,\n  \"one\", // c\n"),
        ("\n  1,\n  \"one\",\n  retired, // d\n", "1,one,,", "\n  1,\n  \"one\", // d\n"),
        (
            "1, \"one\", // c\n  retired\n  , kind = Internal",
            "1,one,,",
            "1, \"one\", // c\n  \n   kind = Internal",
        ),
        // And the description.
        ("1, \"one\", /* c */ \"first\", retired", "1,one,,", "1, \"one\", /* c */"),
        ("1, \"one\", \"first\" /* c */, retired,", "1,one,,", "1, \"one\" /* c */,"),
        (
            "1, \"one\", /* c */ retired, /* d */ \"first\", zh = \"一\"",
            "1,one,,一",
            "1, \"one\", /* c */ /* d */ zh = \"一\"",
        ),
        ("1, \"one\", /* c */ \"first\", retired,", "1,one,,", "1, \"one\", /* c */"),
        // And a value is added.
        ("1, \"one\", /* c */ retired", "1,one,,一", "1, \"one\", /* c */ zh = \"一\","),
        (
            "1, \"one\", /* c */ retired /* d */,",
            "1,one,,一",
            "1, \"one\", /* c */ /* d */ zh = \"一\",",
        ),
        (
            "\n  1,\n  \"one\", // c\n  retired,\n",
            "1,one,,一",
            "\n  1,\n  \"one\", // c\n  zh = \"一\",\n",
        ),
        (
            "1, \"one\", /* c */ retired",
            "1,one,first,一",
            "1, \"one\", \"first\", /* c */ zh = \"一\",",
        ),
    ];
    for (before, row, after) in cases {
        check_arguments(before, row, after);
    }
}

#[test]
fn an_alias_goes_with_its_bar() {
    let cases = [
        ("1 | 3 | 4", "1 | 4"),
        ("1 /* a */ | /* b */ 3 /* c */", "1 /* a */  /* b */  /* c */"),
        ("1 // a\n | 3 // b\n | 4", "1 // a\n   // b\n | 4"),
    ];
    for (before, after) in cases {
        let source = |codes: &str| format!("{DERIVE}enum E {{ #[code({codes}, \"one\")] A }}\n");
        let rows = if after.contains('4') { "1,one\n4,one" } else { "1,one" };
        let updated = apply(&source(before), &format!("code,message\n{rows}\n"), Removed::Delete);
        assert_eq!(updated.source, source(after));
    }
}

#[test]
fn variants_go_without_the_comments_of_others() {
    let cases = [
        (
            "{\n    /* a */ #[code(1, \"one\")] A, // b\n    #[code(2, \"two\")] B,\n}",
            "{\n    /* a */ // b\n    #[code(2, \"two\")] B,\n}",
        ),
        (
            "{\n    #[code(2, \"two\")] B, #[code(1, \"one\")] A, // b\n}",
            "{\n    #[code(2, \"two\")] B, // b\n}",
        ),
        (
            "{\n    #[code(2, \"two\")] B, #[code(1, \"one\")] A,\n}",
            "{\n    #[code(2, \"two\")] B,\n}",
        ),
        (
            "{\n    #[code(1, \"one\")] A, #[code(3, \"three\")] C,\n    #[code(2, \"two\")] B,\n}",
            "{\n    \n    #[code(2, \"two\")] B,\n}",
        ),
        (
            "{ #[code(1, \"one\")] A,\n    #[code(2, \"two\")] B,\n}",
            "{\n    #[code(2, \"two\")] B,\n}",
        ),
        (
            "{\n    #[code(1, \"one\")] A, /* a\n    b */\n    #[code(2, \"two\")] B,\n}",
            "{\n    /* a\n    b */\n    #[code(2, \"two\")] B,\n}",
        ),
        // One of two empty lines is removed too.
        (
            "{\n\n    #[code(1, \"one\")] A,\n\n    #[code(2, \"two\")] B,\n}",
            "{\n\n    #[code(2, \"two\")] B,\n}",
        ),
        (
            "{\n\n    #[code(1, \"one\")] A,\n    #[code(2, \"two\")] B,\n}",
            "{\n\n    #[code(2, \"two\")] B,\n}",
        ),
    ];
    for (before, after) in cases {
        let source = |variants: &str| format!("{DERIVE}pub enum E {variants}\n");
        let updated = apply(&source(before), "code,message\n2,two\n", Removed::Delete);
        assert_eq!(updated.source, source(after));
    }
}

/// The variants of an enum with `#[repr(u8)]`, and what an update makes of them.
fn check_discriminants(before: &str, codes: &[u32], after: &str, expected: &[&str]) {
    let source = |variants: &str| format!("{DERIVE}#[repr(u8)] enum E {{ {variants} }}\n");
    let rows: Vec<String> = codes.iter().map(|code| format!("{code},C{code},m\n")).collect();
    let rows = format!("code,name,message\n{}", rows.concat());
    let updated = apply(&source(before), &rows, Removed::Keep);
    assert_eq!(findings(&updated), expected, "{before}");
    assert_eq!(updated.source, source(after));
}

#[test]
fn a_discriminant_that_can_be_computed_is_taken() {
    let expressions = [
        "5 as isize as u8",
        "b'\\x05'",
        "b'\\x05' as u8",
        "{ 5 }",
        "const { 2 + 3 }",
        "(5)",
        "((5u8))",
        "0x5",
        "1 + 4",
        "'\\x05' as u8",
        "261_u16 as u8",
        "-251_i16 as u8",
        "Self::A as u8 + 4",
        "(E::A as u8) * 5",
        "1 << 2 | 1",
        "(true as u8) + 4",
        "55 / 11",
    ];
    for expression in expressions {
        let before = format!(
            "#[code(1, \"m\")] A = 1, #[code(5, \"m\")] B = {expression}, #[code(8, \"m\")] C,"
        );
        let after = format!("{before} #[code(7, \"m\")] C7 = 7,");
        let reason = "6 is new: \"m\"; its code is the discriminant of `C`; change that";
        check_discriminants(&before, &[1, 5, 8, 6, 7], &after, &[reason]);
    }
}

#[test]
fn a_discriminant_that_only_rustc_knows_leaves_new_codes_to_a_person() {
    for expression in ["MOST", "u8::MAX", "five()", "if true { 5 } else { 6 }", "!0", "<u8>::MIN"] {
        let before = format!("#[code(1, \"m\")] A = 1, #[code(9, \"m\")] B = {expression}");
        let reason = "7 is new: \"m\"; its code may be the discriminant of `B`, which only rustc can \
                      compute; write a number there";
        check_discriminants(&before, &[1, 9, 7], &before, &[reason]);
    }
    let conditional =
        "#[code(1, \"m\")] A = 1, #[cfg(any())] #[code(9, \"m\")] B = 9, #[code(8, \"m\")] C";
    let reason = |code: u32| {
        format!("{code} is new: \"m\"; its code is the discriminant of `C`; change that")
    };
    check_discriminants(conditional, &[1, 9, 8, 2, 10], conditional, &[&reason(2), &reason(10)]);
}

#[test]
fn a_discriminant_fits_its_type() {
    let before = "#[code(1, \"m\")] A = 1";
    let reason = "256 is new: \"m\"; 256 does not fit #[repr(u8)]; change that";
    check_discriminants(before, &[1, 256], before, &[reason]);
}

#[test]
fn a_new_variant_stands_where_other_is_not_counted_to_its_number() {
    let other = "#[code(other, \"m\")] Other(Unlisted<Self>)";
    let new = |code: u32| format!("#[code({code}, \"m\")] C{code} = {code},");
    let old = |code: u32| format!("#[code({code}, \"m\")] A{code} = {code},");
    let would = |code: u32| {
        format!(
            "{code} is new: \"m\"; `Other` is counted from the variant before it, and would get \
             the number of another; write one there, as in `Other(…) = NUMBER`"
        )
    };
    // The codes of the enum, those of the document, the result, and the refused codes.
    let cases = [
        (vec![1], vec![1, 2], format!("{} {}", old(1), new(2)), vec![]),
        (vec![1], vec![1, 3, 2], format!("{} {} {}", old(1), new(2), new(3)), vec![]),
        (vec![1], vec![2, 1], format!("{} {}", old(1), new(2)), vec![]),
        (vec![3, 1], vec![3, 1, 2], format!("{} {}", old(3), old(1)), vec![2]),
        (
            vec![3, 1],
            vec![3, 1, 2, 4],
            format!("{} {} {} {}", old(3), old(1), new(2), new(4)),
            vec![],
        ),
        // A code that the document no longer has stays.
        (vec![3, 1], vec![3, 2], format!("{} {}", old(3), old(1)), vec![2]),
        (vec![1, 5, 3], vec![1, 5, 3, 4], format!("{} {} {}", old(1), old(5), old(3)), vec![4]),
        // Of several that can be the last one, the lowest of those after the variant before
        // `Other`, even if another place has a lower one,
        (
            vec![10, 20],
            vec![1, 10, 20, 50, 31, 30],
            format!("{} {} {} {} {} {}", new(1), old(10), old(20), new(50), new(30), new(31)),
            vec![],
        ),
        // and of the codes that are higher than that of the variant.
        (
            vec![20],
            vec![20, 5, 31, 30],
            format!("{} {} {} {}", old(20), new(5), new(30), new(31)),
            vec![],
        ),
    ];
    for (codes, document, after, refused) in cases {
        let before: Vec<String> = codes.iter().map(|code| old(*code)).collect();
        let refused: Vec<String> = refused.iter().map(|code| would(*code)).collect();
        let refused: Vec<&str> = refused.iter().map(String::as_str).collect();
        let before = format!("{} {other}", before.join(" "));
        check_discriminants(&before, &document, &format!("{after} {other}"), &refused);
    }
    // Away from `Other`, which would be 2 after it.
    check_discriminants(
        &format!("{} {} {other}", old(2), old(4)),
        &[2, 4, 1],
        &format!("{} {} {} {other}", old(2), new(1), old(4)),
        &[],
    );
    // Nothing is counted beyond the type.
    let most = format!("{} {other}", old(1));
    check_discriminants(
        &most,
        &[1, 255, 2],
        &format!("{} {} {} {other}", old(1), new(255), new(2)),
        &[],
    );
    // It has a number of its own.
    let written = format!("{} {other} = 2", old(1));
    let reason = "2 is new: \"m\"; its code is the discriminant of `Other`; change that";
    check_discriminants(&written, &[1, 2], &written, &[reason]);
}

#[test]
fn what_is_around_an_enum_does_not_matter() {
    let catalog = "#[derive(ErrorCatalog)] enum E { #[code(1, \"one\")] A }";
    let data = |generics: &str| {
        format!(
            "#[derive(ErrorCatalog)] #[catalog(code_enum = C)] enum E{generics} {{ #[code(1, \"one\")] A(T) }}"
        )
    };
    let sources = [
        format!("#!/usr/bin/env rust-script\n#![allow(dead_code)]\n{catalog}"),
        format!("#!//bin/sh [\n//! Docs.\n{catalog}"),
        format!("\u{feff}#! /bin/sh\r\n//! Docs.\r\n{catalog}"),
        format!("#![allow(dead_code)]\n{catalog}"),
        format!("#!\n// c\n/* d */[allow(dead_code)]\n{catalog}"),
        format!("#!/// doc\n{catalog}"),
        format!("fn f(a: bool) {{ if !a {{ {catalog} }} }}"),
        format!("fn f(a: bool) {{ while !{{ a }} {{ {catalog} }} }}"),
        format!(
            "macro_rules! m {{ ($a:ident) => {{ {catalog} }} }}\nmod a {{ pub mod b {{ {catalog} }} }}"
        ),
        format!("struct S<const N: usize = {{ 1 }}>;\n{catalog}"),
        format!(
            "{}\n{}",
            catalog.replace("E {", "E where u8: Copy, [u8; { 1 + 2 }]: Sized {"),
            "fn f() {}"
        ),
        data("<T: Fn(u8) -> [u8; { 1 }], const N: usize = { 1 + 2 }>"),
        data("<T, const N: usize = 3> where X<{ 1 + 2 }>: Into<Vec<Vec<T>>>"),
        data("<'a, T: for<'b> Fn(&'b u8) -> &'b u8, const B: bool = { 1 < 2 }>"),
    ];
    for source in sources {
        let updated = apply(&source, "code,message\n1,one!\n", Removed::Keep);
        let (start, end) = source.rsplit_once("\"one\"").unwrap();
        assert_eq!(updated.source, format!("{start}\"one!\"{end}"));
    }
}
