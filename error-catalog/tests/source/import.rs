//! Enums from tables: names, code types, and errors.

use error_catalog::{CodeType, Format, Import, Reader, SourceFile, Table};

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
    let lines = source.lines().filter(|line| line.contains("#[code("));
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
        ("6", "404 not found", "NotFound6"),
        ("7", "", "Code7"),
        ("-8", "用户不存在", "CodeMinus8"),
        ("9", "用户 user 不存在", "Code9"),
        ("10", "self", "Code10"),
        ("12", "match", "Match"),
        ("13", "utilisateur non trouvé", "UtilisateurNonTrouvé"),
        (
            "14",
            "user {id} of <group> has %d of ${most} and %-5.2f, 100% full",
            "UserOfHasOfAnd100Full",
        ),
        ("15", "the {a b} is 5 < 6", "TheABIs56"),
        (
            "16",
            "A_NAME_OF_THE_VENDOR_IS_NEVER_CUT_HOWEVER_LONG_IT_IS",
            "ANameOfTheVendorIsNeverCutHoweverLongItIs",
        ),
        ("17", "你不能 Post 的 Post 内容", "Code17"),
        ("23", "%(user)s is gone", "IsGone"),
        ("18", "a e\u{301}t\u{e9}", "AEté"),
        ("19", "nieznany błąd serwera", "NieznanyBłądSerwera"),
        ("20", "người dùng không tồn tại", "NgườiDùngKhôngTồnTại"),
        ("21", "İstek geçersiz, adresă nevalidă: ș", "IstekGeçersizAdresăNevalidăŞ"),
        ("22", "the request was not processed because of a conflict", "TheRequestWasNotProcessed"),
    ];
    let table = messages(&rows.map(|(code, message, _)| (code, message)));
    assert_eq!(names(&table), rows.map(|(_, _, name)| name));
    let table = read(&Reader::new().code_type(CodeType::Str), "A-11,...,,,\n");
    assert_eq!(names(&table), ["CodeA11"]);
    let table =
        Reader::new().variant("name").read("code,name,message\n5,请求 Post,x\n", Format::Csv);
    assert_eq!(names(&table.unwrap().table), ["Code5"]);
    let table = messages(&[("RATE_LIMITED", "slow down"), ("P0001", "raise exception")]);
    assert_eq!(names(&table), ["RateLimited", "RaiseException"]);
    let long = messages(&[("1", &"word ".repeat(2_000))]);
    assert_eq!(names(&long), ["Word".repeat(10)]);
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
fn the_code_type_is_the_smallest_that_lasts() {
    let codes: [(&[&str], &str); 13] = [
        (&["0", "255"], "u32"),
        (&["-1", "127"], "i32"),
        (&["-1", "4294967295"], "i64"),
        (&["4294967295"], "u32"),
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
        let code_type = attribute.and_then(|rest| rest.split([')', ',']).next());
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
    let table = messages(&[("NOT_FOUND", "gone"), ("MISSING", "gone")]);
    let merged = Import::new("E").merge_aliases().write(&table).unwrap();
    assert!(merged.contains("#[code(\"NOT_FOUND\" | \"MISSING\", \"gone\")] NotFound,"));
}

#[test]
fn columns_successes_and_a_variant_for_unlisted_codes() {
    let table = read_rows("0,ok,ok,,fine\n7,jammed,The door is jammed,oil it,mechanics\n");
    let import = Import::new("Door").column("hint").column("type").success("0").other("Other");
    let source = import.write(&table).unwrap();
    for line in [
        "#[catalog(column(hint: &str), column(r#type: &str))]",
        "    /// `0`: ok",
        "    #[doc(alias = \"0\")] #[code(0, \"ok\", success, hint = \"\", r#type = \"fine\")] Ok,",
        "    /// `7`: The door is jammed",
        "    #[doc(alias = \"7\")] #[code(7, \"jammed\", \"The door is jammed\", hint = \"oil it\", r#type = \"mechanics\")] Jammed,",
        "    /// A code that the table does not list",
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
            r#"no row has the code "2" of --success; write it as the document does"#,
        ),
        (
            door().code_type(CodeType::Str).other("Other"),
            "only integer codes can have a variant for unlisted codes; leave it out",
        ),
        (Import::new("a b"), r#"an enum cannot be called "a b": it is not an identifier"#),
        (Import::new("Self"), r#"an enum cannot be called "Self": it is a keyword"#),
        (
            Import::new("door_codes"),
            r#"an enum cannot be called "door_codes": Rust's types are in PascalCase; write DoorCodes"#,
        ),
        (
            Import::new("ErrorCatalog"),
            r#"an enum cannot be called "ErrorCatalog": the code of the enum uses this name"#,
        ),
        (
            door().code_type(CodeType::Str).column("hint").column("hint"),
            r#"the columns "hint" and "hint" would both have the method `hint`; rename one"#,
        ),
        (
            door().code_type(CodeType::Str).column("hint:f32"),
            r#"column "hint" cannot have the type "f32"; choose str, bool or an integer type"#,
        ),
        (
            door().code_type(CodeType::Str).column("hint:bool"),
            r#"line 2: "" in column "hint" is not bool"#,
        ),
        (
            door().code_type(CodeType::Str).column("code"),
            r#"a column cannot be called "code": the derive makes a method or reads a flag `code`"#,
        ),
        (
            door().code_type(CodeType::U16).other("1st"),
            r#"a variant cannot be called "1st": it is not an identifier"#,
        ),
    ];
    for (import, message) in errors {
        assert_eq!(import.write(&table).unwrap_err().to_string(), message);
    }
    let empty = door().write(&messages(&[])).unwrap_err();
    assert_eq!(empty.to_string(), "the table has no rows, and an enum needs at least one");
}

#[test]
fn a_large_table_does_not_derive_debug() {
    let rows: Vec<String> = (0..1_001).map(|code| format!("{code},m{code},,,\n")).collect();
    let table = read_rows(&rows.concat());
    let source = Import::new("Large").write(&table).unwrap();
    assert!(source.contains("#[derive(Clone, Copy, PartialEq, Eq, Hash, ErrorCatalog)]"));
    assert!(source.contains("impl core::fmt::Debug for Large {"));
    let source = Import::new("Large").other("Rest").write(&table).unwrap();
    assert!(source.contains("Self::Rest(code) => formatter.debug_tuple(\"Rest\")"));
    let source = Import::new("Large").no_other().write(&table).unwrap();
    assert!(source.contains("        formatter.write_str(self.name())\n"));
}

#[test]
fn a_doc_comment_has_no_markup() {
    for (code, message, comment) in [
        ("7", r"a*b [c] ~d `e \f", r": a\*b \[c] \~d \`e \\f"),
        ("7", "_a b_ c_d", r": \_a b\_ c_d"),
        ("7", "<b </b <!b <?b a<1", r": \<b \</b \<!b \<?b a<1"),
        ("7", "AT&T; a & b", r": AT\&T; a & b"),
        ("7", "https://a.example", r": https\://a.example"),
        ("7", "a\u{7}b\n\u{202e}c", ": a b c"),
        ("7", "", ""),
        ("a`b", "c", ": c"),
    ] {
        let source =
            format!("#[derive(ErrorCatalog)] enum Door {{ #[code({code:?}, {message:?})] A }}");
        let file = SourceFile::parse(&source).unwrap();
        let written = Import::new("Door").write(file.enums()[0].table()).unwrap();
        let line = format!("    /// `{}`{comment}\n", code.replace('`', "'"));
        assert!(written.contains(&line), "{line}{written}");
    }
}

/// rustdoc refuses the name and blanks.
#[test]
fn codes_that_rustdoc_accepts_are_aliases() {
    let source = r#"#[derive(ErrorCatalog)] enum Door {
        #[code("A1", "one")] First,
        #[code("Second", "two")] Second,
        #[code("no way", "three")] Third,
    }"#;
    let file = SourceFile::parse(source).unwrap();
    let written = Import::new("Door").write(file.enums()[0].table()).unwrap();
    let aliases: Vec<&str> = written.split("#[doc(").skip(1).collect();
    assert!(aliases.len() == 1 && aliases[0].starts_with("alias = \"A1\")]"), "{written}");
}

#[test]
fn integer_codes_have_a_variant_for_unlisted_ones() {
    let read = |document: &str| Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    let last = |import: Import, document: &str| {
        let source = import.write(&read(document)).unwrap();
        let last = source.lines().rfind(|line| line.contains("#[code(")).unwrap();
        last.rsplit(' ').next().unwrap().trim_end_matches(',').to_owned()
    };
    let import = Import::new("E");
    let table = [
        ("code,message\n1,one\n", "Other(jmessage_codes::Unlisted<Self>)"),
        // The rows have the first choice.
        ("code,message\n1,other\n", "Unlisted(jmessage_codes::Unlisted<Self>)"),
        ("code,message\n1,other\n2,unlisted\n", "UnlistedCode(jmessage_codes::Unlisted<Self>)"),
        // A string would have to be owned.
        ("code,message\nA1,one\nB2,two\n", "Two"),
    ];
    for (document, variant) in table {
        assert_eq!(last(import.clone(), document), variant, "{document}");
    }
    assert_eq!(last(import.clone().no_other(), "code,message\n1,one\n"), "One");
    // A chosen name is not a row's.
    let rest = import.clone().other("Rest").write(&read("code,message\n1,rest\n")).unwrap();
    assert!(
        rest.contains(" Rest1,\n") && rest.contains(" Rest(jmessage_codes::Unlisted<Self>),\n")
    );
    let both = import.other("Rest").no_other().write(&read("code,message\n1,one\n"));
    assert!(both.unwrap_err().to_string().ends_with("choose one"));
}

#[test]
fn columns_have_the_type_of_their_cells() {
    let rows = "1,a,,yes,10\n2,b,,No,-3\n";
    let table = read(&Reader::new(), rows);
    let write = |columns: &[&str]| {
        let import = columns.iter().fold(Import::new("E"), |import, column| import.column(*column));
        import.other("Other").write(&table).unwrap()
    };
    let source = write(&["hint", "type"]);
    for part in [
        "column(hint: bool), column(r#type: i32)",
        "hint = true, r#type = 10)]",
        "hint = false, r#type = -3)]",
        "hint = false, r#type = 0)] Other(",
    ] {
        assert!(source.contains(part), "{part}\n{source}");
    }
    assert!(write(&["hint:str", "type:i8"]).contains("column(hint: &str), column(r#type: i8)"));
    // An empty cell, and a leading zero, are texts.
    for rows in ["1,a,,yes,\n2,b,,,3\n", "1,a,,yes and no,01\n2,b,,no,2\n"] {
        let import = Import::new("E").column("hint").column("type");
        let source = import.write(&read(&Reader::new(), rows)).unwrap();
        assert!(source.contains("column(hint: &str), column(r#type: &str)"), "{source}");
    }
}

#[test]
fn kinds_come_from_statuses() {
    let kinds = |cells: &[&str]| {
        let rows =
            cells.iter().enumerate().map(|(code, cell)| format!("{code},m{code},,{cell},\n"));
        let source = Import::new("E")
            .kind("hint")
            .no_other()
            .write(&read_rows(&rows.collect::<String>()))?;
        let lines = source.lines().filter(|line| line.contains("#[code("));
        let kind = |line: &str| {
            let kind = line.split_once("kind = ").map_or("", |(_, kind)| kind);
            let kind = if line.contains(", success") { "success" } else { kind };
            kind.split(')').next().unwrap_or_default().to_owned()
        };
        Ok::<_, error_catalog::ImportError>(lines.map(kind).collect::<Vec<_>>())
    };
    assert_eq!(
        kinds(&["404", "503 Service Unavailable", "", "200", "409", "302"]).unwrap(),
        ["NotFound", "Unavailable", "", "", "AlreadyExists", ""]
    );
    assert_eq!(
        kinds(&["5", "14", "0", "NOT_FOUND", "Permission denied"]).unwrap(),
        ["NotFound", "Unavailable", "success", "NotFound", "PermissionDenied"]
    );
    assert_eq!(
        kinds(&["418", "520", "CANCELED"]).unwrap(),
        ["FailedPrecondition", "Internal", "Cancelled"]
    );
    for cells in [["404", "600"], ["404", "high"], ["17", "5"]] {
        let error = kinds(&cells).unwrap_err().to_string();
        assert!(error.contains("is not a kind"), "{error}");
    }
}

#[test]
fn hexadecimal_codes_make_a_hexadecimal_catalog() {
    let import = |code_type: Option<CodeType>, codes: &[&str]| {
        let rows: Vec<String> = codes.iter().map(|code| format!("{code},m{code},,,\n")).collect();
        let reader =
            code_type.map_or(Reader::new(), |code_type| Reader::new().code_type(code_type));
        Import::new("E").write(&read(&reader, &rows.concat())).unwrap()
    };
    let source = import(None, &["0xC0000005", "0X1F", "7"]);
    assert!(source.contains("#[catalog(hex)]"), "{source}");
    assert!(source.contains("#[code(0x1F, ") && source.contains("#[code(7, "), "{source}");
    let source = import(Some(CodeType::I32), &["0x80004005", "5", "6", "7"]);
    assert!(source.contains("#[catalog(code = i32, hex)]"), "{source}");
    assert!(source.contains(r#"#[error("{} ({:#010X})", self.description()"#), "{source}");
    assert!(!import(None, &["0x1F", "5"]).contains("hex)"));
    assert!(import(Some(CodeType::U32), &["007"]).contains("#[code(7, "));
}

#[test]
fn the_table_of_an_enum_is_written_as_that_enum() {
    let source = r#"
        #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
        #[non_exhaustive]
        #[catalog(code = i32, hex, column(retry: bool), column(hint: &str), column(tries: u8))]
        pub enum Door {
            #[code(0, "fine", "All fine", success, retry = false, hint = "yes", tries = 1)]
            Fine,
            #[code(0x80004005 | 7, "fail", kind = Internal, retry = true, hint = "no", tries = 2)]
            Failed,
            #[code(8, "old", retired, retry = true, hint = "no", tries = 3)]
            Old,
        }
    "#;
    let table = |source: &str| {
        let file = SourceFile::parse(source).unwrap();
        file.enums()[0].table().clone()
    };
    let import = Import::new("Door").column("retry").column("hint").column("tries").no_other();
    let written = import.write(&table(source)).unwrap();
    let head =
        "#[catalog(code = i32, hex, column(retry: bool), column(hint: &str), column(tries: u8))]";
    assert!(written.contains(head), "{written}");
    assert_eq!(table(&written).compare_to(&table(source)), []);
    assert!(written.contains(", success, "), "{written}");
}
