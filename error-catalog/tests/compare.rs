//! Documents held against enums.

use error_catalog::{Format, Table};
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
    Other(i64),
}

fn differences(document: &str) -> Vec<String> {
    let table = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    table.compare::<Door>().iter().map(ToString::to_string).collect()
}

const SAME: &str = "\
code,message,description,zh
9,kept blanks,kept blanks,
0xc0000005,door hot,door hot,
-8,door open,door open,
17,door jammed,The door is jammed,卡住
";

#[test]
fn the_same_table_in_another_order_and_base() {
    assert_eq!(differences(SAME), [""; 0]);
    assert_eq!(
        differences(&SAME.replace("17,", "7,").replace("0xc0000005", "3221225477")),
        [""; 0]
    );
    Table::read(SAME, Format::Csv).unwrap().table.assert_matches::<Door>();
}

#[test]
fn every_difference_is_a_line_to_act_on() {
    let document = "\
code,message,description,zh
7,door stuck,The door is stuck,卡住了
8,door open,,
0x8,\"the \"\"new\"\" one\",Its text,
abc,door open,door open,
9,kept blanks,,
-8,door open,door open,
";
    assert_eq!(
        differences(document),
        [
            r#"line 2: the message of 7 `Jammed` is "door stuck" in the document, "door jammed" in the enum"#,
            r#"line 2: the description of 7 `Jammed` is "The door is stuck" in the document, "The door is jammed" in the enum"#,
            r#"line 2: the zh of 7 `Jammed` is "卡住了" in the document, "卡住" in the enum"#,
            r#"line 3: 8 is only in the document; add #[code(8, "door open", "")] DoorOpen,"#,
            r#"line 4: 0x8 is only in the document; add #[code(0x8, "the \"new\" one", "Its text")] TheNewOne,"#,
            r#"line 5: abc is only in the document; add #[code("abc", "door open")] DoorOpenabc,"#,
            r#"line 6: the description of 9 `Blanks` is "" in the document, " kept blanks\t" in the enum"#,
            "3221225477 `Hot` is only in the enum",
        ]
    );
}

#[test]
fn a_document_without_descriptions_says_nothing_of_them() {
    let document =
        "code,message\n7,door jammed\n-8,door open\n3221225477,door hot\n9,kept blanks\n";
    assert_eq!(differences(document), [""; 0]);
}

#[test]
#[should_panic(
    expected = "`Door` is not what the document says:\n  line 2: the message of -8 `Open` \
    is \"door shut\" in the document, \"door open\" in the enum\n  7 `Jammed` is only in the enum"
)]
fn assert_matches_tells_all() {
    let table = Table::read("code,message\n-8,door shut\n", Format::Csv).unwrap().table;
    table.assert_matches::<Door>();
}
