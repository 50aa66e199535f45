//! Documents compared with enums.

use error_catalog::{CodeType, Difference, Format, Reader, SourceFile, Table};
use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i64, column(zh: &str = ""))]
enum Door {
    #[code(7 | 17, "door jammed", "The door is jammed", zh = "卡住")]
    Jammed,
    #[code(-8, "door open")]
    Open,
    #[code(0xC000_0005, "door hot")]
    Hot,
    #[code(9, " kept blanks\t")]
    Blanks,
    #[code(other, "other")]
    Other(jmessage_codes::Unlisted<Self>),
}

fn differences(document: &str) -> Vec<String> {
    let table = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    table.compare_to(&Table::of::<Door>()).iter().map(ToString::to_string).collect()
}

const SAME: &str = "\
code,message,description,zh
9,kept blanks,kept blanks,
0xc0000005,door hot,door hot,
-8,door open,door open,
17,door jammed,The door is jammed,卡住
7,door jammed,The door is jammed,卡住
";

#[test]
fn order_and_base_do_not_matter() {
    assert_eq!(differences(SAME), [""; 0]);
    let other_base = SAME.replace("17,", "0x11,").replace("0xc0000005", "3221225477");
    assert_eq!(differences(&other_base), [""; 0]);
    let table = Table::read(SAME, Format::Csv).unwrap().table;
    assert_eq!(table.compare_to(&Table::of::<Door>()), []);
    // The enum says what its codes are, whichever is the older.
    let reader = Reader::new().code_type(CodeType::Str);
    let strings = reader.read(SAME, Format::Csv).unwrap().table;
    assert_eq!(strings.compare_to(&Table::of::<Door>()), []);
    assert_eq!(Table::of::<Door>().compare_to(&strings), []);
}

#[test]
fn every_difference_is_a_line_to_act_on() {
    let document = "\
code,aliases,message,description,zh
7,17,door stuck,The door is stuck,卡住了
8,,door open,,
0x1F,,\"the \"\"new\"\" one\",Its text,
9,,kept blanks,,
-8,,door open,door open,
";
    assert_eq!(
        differences(document),
        [
            r#"line 2: the message of 7 `Jammed` is "door stuck" now, was "door jammed""#,
            r#"line 2: the description of 7 `Jammed` is "The door is stuck" now, was "The door is jammed""#,
            r#"line 2: the zh of 7 `Jammed` is "卡住了" now, was "卡住""#,
            r#"line 3: 8 is new; add #[code(8, "door open", zh = "")] DoorOpen,"#,
            r#"line 4: 0x1F is new; add #[code(0x1F, "the \"new\" one", "Its text", zh = "")] TheNewOne,"#,
            "3221225477 `Hot` is no longer listed",
        ]
    );
}

#[test]
fn a_document_without_descriptions_is_compared_without_them() {
    let document = "code,aliases,message\n7,17,door jammed\n-8,,door open\n3221225477,,door hot\n9,,kept blanks\n";
    assert_eq!(differences(document), [""; 0]);
}

#[test]
fn a_newer_document_may_have_no_descriptions() {
    let read = |document| Table::read(document, Format::Csv).unwrap().table;
    let with = read("code,message,description\n1,one,first\n");
    let without = read("code,message\n1,one\n");
    let lines = |new: &Table, old: &Table| -> Vec<String> {
        new.compare_to(old).iter().map(ToString::to_string).collect()
    };
    assert_eq!(lines(&without, &with), [r#"the column "description" is gone"#]);
    assert_eq!(lines(&with, &with), [""; 0]);
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16, column(zh: &str), column(r#type: &str), column(retriable: bool = false))]
enum Window {
    #[code(1 | 2, "gone", zh = "没有", r#type = "a")]
    Gone,
    #[code(3, "shut", zh = "关", r#type = "b", retriable = true)]
    Shut,
}

fn window_differences(document: &str) -> Vec<String> {
    let table = Reader::new().column("zh", "Chinese").read(document, Format::Csv).unwrap().table;
    table.compare_to(&Table::of::<Window>()).iter().map(ToString::to_string).collect()
}

#[test]
fn the_offered_line_has_every_alias_and_every_required_column() {
    let document = "\
code,aliases,message,Chinese
1,2,gone,没有
3,,shut,关
8,\"9, 0x0a, 10\",open,开
0X1F,,,
";
    assert_eq!(
        window_differences(document),
        [
            r#"line 4: 8 is new; add #[code(8 | 9 | 0x0a, "open", zh = "开", r#type = "")] Open,"#,
            r#"line 5: 0X1F is new; add #[code(0x1F, "", zh = "", r#type = "")] Code0X1F,"#,
        ]
    );
}

#[test]
fn aliases_are_compared() {
    let rest = "3,,shut,关\n";
    let cases: [(&str, &[&str]); 11] = [
        ("1,2,gone,没有", &[]),
        // The order of codes, another base, and one row for each code.
        ("2,1,gone,没有", &[]),
        ("0x2,0x01,gone,没有", &[]),
        ("2,,gone,没有\n1,,gone,没有", &[]),
        // Of these rows, that of the first code has the texts.
        (
            "2,,lost,没有\n1,,left,没有",
            &[
                "line 2: 2, a code of 1 `Gone`, differs from it in its message now; give it a variant",
                r#"line 3: the meaning of 1 `Gone` seems to have changed: it is "left" now, was "gone""#,
            ],
        ),
        (
            "1,,left,没有\n2,,lost,没有",
            &[
                r#"line 2: the meaning of 1 `Gone` seems to have changed: it is "left" now, was "gone""#,
                "line 3: 2, a code of 1 `Gone`, differs from it in its message now; give it a variant",
            ],
        ),
        // One code less, more, or in the wrong row.
        ("1,,gone,没有", &["2, a code of 1 `Gone`, is no longer listed"]),
        ("2,,gone,没有", &["1, a code of 1 `Gone`, is no longer listed"]),
        (
            "1,\"2, 9, 0x9\",gone,没有",
            &["line 2: 9 is a new code of 1 `Gone`; add `| 9` to its codes"],
        ),
        ("9,\"2, 1\",gone,没有", &["line 2: 9 is a new code of 1 `Gone`; add `| 9` to its codes"]),
        (
            "2,,gone,没有\n0x3,0x1,shut,关",
            &["line 3: 0x1 means the same as 3 `Shut` now, but was `Gone`"],
        ),
    ];
    for (rows, expected) in cases {
        let rest = if rows.contains("shut") { "" } else { rest };
        let document = format!("code,aliases,message,Chinese\n{rows}\n{rest}");
        assert_eq!(window_differences(&document), expected, "{rows}");
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("01" | "1F", "one")]
    One,
}

#[test]
fn codes_that_are_strings_are_compared_as_text() {
    let document = "code,aliases,message\n01,\"1F, 1f\",one\n1,,one\n0x1,,one\n";
    let reader = Reader::new().code_type(CodeType::Str);
    let table = reader.read(document, Format::Csv).unwrap().into_clean().unwrap();
    let found = table.compare_to(&Table::of::<State>());
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            r#"line 2: 1f is a new code of 01 `One`; add `| "1f"` to its codes"#,
            r#"line 3: 1 is new; add #[code("1", "one")] One1,"#,
            r#"line 4: 0x1 is new; add #[code("0x1", "one")] One0x1,"#,
        ]
    );
}

#[test]
fn the_table_of_a_catalog_equals_itself() {
    let table = Table::of::<Door>();
    assert_eq!(table.compare_to(&table), []);
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum Status {
    #[code(0x8000_4005, "failed")]
    Failed,
}

#[test]
fn hexadecimal_codes_are_the_bits_of_the_type() {
    for code in ["0x80004005", "0X80004005", "-2147467259"] {
        let table = Table::read(&format!("code,message\n{code},failed\n"), Format::Csv).unwrap();
        assert_eq!(table.table.compare_to(&Table::of::<Status>()), []);
    }
}

/// The classified differences of two sources with one enum.
fn classified(old: &str, new: &str) -> Vec<String> {
    let [old, new] = [old, new].map(|source| SourceFile::parse(source).unwrap());
    let differences = new.enums()[0].table().compare_to(old.enums()[0].table());
    differences.iter().map(Difference::classified).collect()
}

#[test]
fn what_hides_an_enum_or_a_variant_breaks_rust_code() {
    let closed = "#[derive(ErrorCatalog)] pub enum E { #[code(1, \"one\")] One }";
    let open = &format!("#[non_exhaustive] {closed}");
    let private = &open.replace("pub enum", "enum");
    let gone = ["breaking for Rust code only: the visibility `pub` is gone"];
    assert_eq!(classified(open, private), gone);
    assert_eq!(classified(open, &open.replace("pub", "pub(crate)")), gone);
    assert_eq!(classified(private, open), ["additive: the visibility `pub` is new"]);
    assert_eq!(classified(private, &open.replace("pub", "pub(crate)")), [""; 0]);

    let condition = "#[cfg(feature = \"x\")]";
    let hide = |source: &str| source.replace("#[code", &format!("{condition} #[code"));
    let hidden = &hide(open);
    let changed = |class: &str, now: &str, was: &str| {
        [format!("{class}: the #[cfg] of 1 `One` is {now:?} now, was {was:?}")]
    };
    let breaking = "breaking for Rust code only";
    assert_eq!(classified(open, hidden), changed(breaking, condition, ""));
    let other = hidden.replace("\"x\"", "\"y\"");
    let expected = changed(breaking, "#[cfg(feature = \"y\")]", condition);
    assert_eq!(classified(hidden, &other), expected);
    assert_eq!(classified(hidden, &hidden.replace(" = ", "=")), [""; 0]);
    assert_eq!(classified(hidden, open), changed("additive", "", condition));
    let enum_hidden = &format!("{condition} {open}");
    let is_new = format!("{breaking}: the condition `{condition}` is new");
    assert_eq!(classified(open, enum_hidden), [is_new]);
    let is_gone = format!("additive: the condition `{condition}` is gone");
    assert_eq!(classified(enum_hidden, open), [is_gone]);
    // A `match` has to know the variant now.
    assert_eq!(classified(&hide(closed), closed), changed(breaking, "", condition));
}
