//! Enums from tables: names, code types, and errors.

use error_catalog::{CodeType, Format, Import, Reader, Table};

fn read(reader: &Reader, rows: &str) -> Table {
    let document = format!("code,message,description,hint,type\n{rows}");
    reader.read(&document, Format::Csv).unwrap().table
}

fn read_rows(rows: &str) -> Table {
    read(&Reader::new(), rows)
}

/// A table of codes and messages.
fn messages(rows: &[(&str, &str)]) -> Table {
    let rows = rows.iter().map(|(code, message)| format!("{code},\"{message}\",,,\n"));
    read_rows(&rows.collect::<String>())
}

/// The names of the variants that a table gets.
fn names(table: &Table) -> Vec<String> {
    let source = Import::new("E").code_type(CodeType::Str).write(table).unwrap();
    let lines = source.lines().filter(|line| line.starts_with("    #[code("));
    let name = |line: &str| line.rsplit(' ').next().unwrap().trim_end_matches(',').to_owned();
    lines.map(name).collect()
}

#[test]
fn variants_are_named_by_their_texts() {
    let rows = [
        ("1", "target user not exist", "TargetUserNotExist"),
        ("2", "already login,please login out", "AlreadyLoginPleaseLoginOut"),
        ("3", "msg_id isn't valid (HTTP 404)!", "MsgIdIsntValidHttp404"),
        ("4", "ERR_NOT_FOUND", "ErrNotFound"),
        ("5", "NotFound", "NotFound"),
        ("6", "404 not found", "Code6"),
        ("7", "", "Code7"),
        ("-8", "用户不存在", "CodeMinus8"),
        ("9", "用户 user 不存在", "User"),
        ("10", "self", "Code10"),
        ("12", "match", "Match"),
    ];
    let table = messages(&rows.map(|(code, message, _)| (code, message)));
    assert_eq!(names(&table), rows.map(|(_, _, name)| name));
    let table = read(&Reader::new().code_type(CodeType::Str), "A-11,...,,,\n");
    assert_eq!(names(&table), ["CodeA11"]);
    let long = messages(&[("1", &"word ".repeat(2_000))]);
    assert_eq!(names(&long), ["Word".repeat(15)]);
}

#[test]
fn names_are_unique_and_stay_when_rows_are_added() {
    let mut rows = vec![
        ("1", "invalid parameter"),
        ("2", "invalid parameter"),
        ("3", "Invalid-Parameter!"),
        ("4", "invalid parameter2"),
        ("5", ""),
        ("6", "code5"),
    ];
    let before = names(&messages(&rows));
    assert_eq!(
        before,
        [
            "InvalidParameter",
            "InvalidParameter2",
            "InvalidParameter3",
            "InvalidParameter24",
            "Code5",
            "Code56",
        ]
    );
    rows.extend([("7", "invalid parameter"), ("8", "code5"), ("9", "invalid parameter3")]);
    let after = names(&messages(&rows));
    assert_eq!(after[..before.len()], before);
    assert_eq!(after[before.len()..], ["InvalidParameter7", "Code58", "InvalidParameter39"]);
}

#[test]
fn the_code_type_is_the_smallest() {
    let codes: [(&[&str], &str); 13] = [
        (&["0", "255"], "u8"),
        (&["-1", "127"], "i8"),
        (&["-1", "128"], "i16"),
        (&["256"], "u16"),
        (&["-32769"], "i32"),
        (&["880203"], "u32"),
        (&["0xC0000005", "5"], "u32"),
        (&["4294967296"], "u64"),
        (&["-9223372036854775808", "9223372036854775808"], "i128"),
        (&["18446744073709551616"], "u128"),
        (&["00000", "23505"], "str"),
        (&["7", "P0001"], "str"),
        (&["340282366920938463463374607431768211456"], "str"),
    ];
    for (codes, expected) in codes {
        let rows: Vec<(&str, &str)> = codes.iter().map(|code| (*code, "m")).collect();
        let source = Import::new("E").write(&messages(&rows)).unwrap();
        let attribute = source.split_once("#[catalog(code = ").map(|(_, rest)| rest);
        let code_type = attribute.and_then(|rest| rest.split(')').next());
        let is_text = source.contains(&format!("#[code({:?}, ", codes[0]));
        let found = code_type.unwrap_or(if is_text { "str" } else { "u32" });
        assert_eq!(found, expected, "{codes:?}");
    }
}

#[test]
fn codes_stay_in_the_base_of_the_document() {
    let table = messages(&[("0x1f", "a"), ("0XAB", "b"), ("7", "c")]);
    let source = Import::new("E").write(&table).unwrap();
    for line in ["#[code(0x1f, \"a\"", "#[code(0xAB, \"b\"", "#[code(7, \"c\""] {
        assert!(source.contains(line), "{line}\n{source}");
    }
}

#[test]
fn rows_become_aliases_only_when_asked() {
    let table = read_rows("1,gone,It is gone,,\n2,gone,It is gone,,\n3,gone,Another text,,\n");
    let import = Import::new("E");
    assert!(import.write(&table).unwrap().contains("#[code(2, \"gone\", \"It is gone\")] Gone2,"));
    let merged = import.merge_aliases().write(&table).unwrap();
    assert!(merged.contains("#[code(1 | 2, \"gone\", \"It is gone\")] Gone,"));
    assert!(merged.contains("#[code(3, \"gone\", \"Another text\")] Gone3,"));
}

#[test]
fn columns_successes_and_a_variant_for_unlisted_codes() {
    let table = read_rows("0,ok,ok,,fine\n7,jammed,The door is jammed,oil it,mechanics\n");
    let import = Import::new("Door").column("hint").column("type").success("0").other("Other");
    let source = import.write(&table).unwrap();
    for line in [
        "#[catalog(code = u8)]",
        "#[catalog(column(hint: &str), column(r#type: &str))]",
        "    #[code(0, \"ok\", success, hint = \"\", r#type = \"fine\")] Ok,",
        "    #[code(7, \"jammed\", \"The door is jammed\", hint = \"oil it\", r#type = \"mechanics\")] Jammed,",
        "    #[code(other, \"unlisted\", \"A code that the table does not list\", hint = \"\", r#type = \"\")] Other(jmessage_codes::Unlisted<Self>),",
    ] {
        assert!(source.lines().any(|each| each == line), "{line}\n{source}");
    }
}

#[test]
fn errors_say_what_to_do() {
    let rows = "1,one,,,\n300,three hundred,,,\n0x1,one again,,,\n";
    let table = read(&Reader::new().code_type(CodeType::Str), rows);
    let door = || Import::new("Door");
    let errors = [
        (
            door().code_type(CodeType::U8),
            r#"line 3: code "300" does not fit u8; choose another type"#,
        ),
        (
            door().code_type(CodeType::U16),
            r#"line 4: code "0x1" is the same number as "1"; remove one of them"#,
        ),
        (
            door().code_type(CodeType::Str).column("zh"),
            r#"the table has no column "zh"; its further columns are hint, type"#,
        ),
        (
            door().code_type(CodeType::Str).success("2"),
            r#"no row has the code "2"; name a success as the document writes it"#,
        ),
        (
            door().code_type(CodeType::Str).other("Other"),
            "only integer codes can have a variant for unlisted codes; leave it out",
        ),
        (
            Import::new("a b"),
            r#""a b" cannot be the name of an enum, a variant or a column; choose another"#,
        ),
        (
            Import::new("Self"),
            r#""Self" cannot be the name of an enum, a variant or a column; choose another"#,
        ),
        (
            door().code_type(CodeType::U16).other("1st"),
            r#""1st" cannot be the name of an enum, a variant or a column; choose another"#,
        ),
    ];
    for (import, message) in errors {
        assert_eq!(import.write(&table).unwrap_err().to_string(), message);
    }
    let empty = door().write(&messages(&[])).unwrap_err();
    assert_eq!(empty.to_string(), "the table has no row, and an enum needs at least one");
}

#[test]
fn a_large_table_does_not_derive_debug() {
    let rows: Vec<String> = (0..1_001).map(|code| format!("{code},m{code},,,\n")).collect();
    let source = Import::new("Large").write(&read_rows(&rows.concat())).unwrap();
    assert!(source.contains("#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]"));
    assert!(source.contains("impl core::fmt::Debug for Large {"));
}
