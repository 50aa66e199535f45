//! What an update leaves to a person, and what a check says of it.

use error_catalog::{
    Change, Difference, Format, Import, Reader, Removed, SourceFile, Table, Update, UpdateError,
};

fn document(text: &str) -> Table {
    let reader = Reader::new().column("zh", "zh");
    let read = reader.read(text, Format::Csv).or_else(|_| Table::read(text, Format::Csv));
    read.unwrap().into_clean().unwrap()
}

/// The lines of a check, and what an update leaves and makes of the variants.
fn outcome(update: &Update, variants: &str, rows: &str) -> (Vec<String>, Vec<String>, String) {
    const HEAD: &str = "#[derive(ErrorCatalog)]\n#[catalog(column(zh: &str = \"\"))]\nenum E {\n";
    let file = SourceFile::parse(format!("{HEAD}{variants}}}\n")).unwrap();
    let (source, table) = (&file.enums()[0], document(rows));
    let lines = update.differences(source, &table).unwrap();
    let updated = update.apply(&file, source, &table).unwrap();
    let file = SourceFile::parse(updated.source.as_str()).unwrap();
    let again = update.apply(&file, &file.enums()[0], &table).unwrap();
    assert_eq!(again.source, updated.source, "a second update changes nothing");
    let left = updated.findings.iter().map(|note| note.difference.text());
    let variants = updated.source.strip_prefix(HEAD).unwrap().strip_suffix("}\n").unwrap();
    (lines.iter().map(Difference::text).collect(), left.collect(), variants.to_owned())
}

fn update() -> Update {
    Update::new(Import::new("E"))
}

/// What an update leaves to a person. Nothing is changed.
struct Case {
    variants: &'static str,
    document: &'static str,
    left: &'static [&'static str],
}

impl Case {
    fn check(&self) {
        for removed in [Removed::Retire, Removed::Delete] {
            let (lines, left, after) =
                outcome(&update().removed(removed), self.variants, self.document);
            assert_eq!(lines, self.left);
            assert_eq!(left, self.left);
            assert_eq!(after, self.variants);
        }
    }
}

cases![
    two_rows_with_one_message_exchange_their_numbers {
        variants: "    #[code(1, \"failed\", \"The disk is full\")] Disk,\n    \
             #[code(2, \"failed\", \"The network is down\")] Network,\n",
        document: "code,message,description\n1,failed,The network is down\n2,failed,The disk is full\n",
        left: &[
            "the meaning of 1 `Disk` seems to have changed: it is \"The network is down\" now, was \"The disk is full\"",
            "the meaning of 2 `Network` seems to have changed: it is \"The disk is full\" now, was \"The network is down\"",
        ],
    },
    a_column_tells_apart_what_is_exchanged {
        variants: "    #[code(1, \"failed\", zh = \"磁盘已满\")] Disk,\n    \
             #[code(2, \"failed\", zh = \"网络断开\")] Network,\n",
        document: "code,message,zh\n1,failed,网络断开\n2,failed,磁盘已满\n",
        left: &[
            "the meaning of 1 `Disk` seems to have changed: it is \"failed\" now, was \"failed\"",
            "the meaning of 2 `Network` seems to have changed: it is \"failed\" now, was \"failed\"",
        ],
    },
    three_rows_with_words_in_common_move_on {
        variants: "    #[code(1, \"user not found\")] A,\n    #[code(2, \"group not found\")] B,\n    \
             #[code(3, \"room not found\")] C,\n",
        document: "code,message\n1,group not found\n2,room not found\n3,user not found\n",
        left: &[
            "the meaning of 1 `A` seems to have changed: it is \"group not found\" now, was \"user not found\"",
            "the meaning of 2 `B` seems to have changed: it is \"room not found\" now, was \"group not found\"",
            "the meaning of 3 `C` seems to have changed: it is \"user not found\" now, was \"room not found\"",
        ],
    },
    a_row_that_is_gone_has_a_new_number {
        variants: "    #[code(1, \"door jammed\")] Jammed,\n    #[code(2, \"no door\", \"There is none\")] Missing,\n",
        document: "code,message,description\n1,door jammed,\n12,no door,There is none\n",
        left: &["2 `Missing` seems to be 12 now, which has its texts"],
    },
    one_code_of_two_is_another_row_now {
        variants: "    #[code(1 | 2, \"door jammed\")] Jammed,\n",
        document: "code,message\n1,door is jammed\n2,door jammed\n",
        left: &[
            "the message of 1 `Jammed` is \"door is jammed\" now, was \"door jammed\"",
            "2, a code of 1 `Jammed`, differs from it in its message now",
        ],
    },
    expressions_one_with_the_documents_text {
        variants: "    #[code(1, \"one\", zh = concat!(\"一\", \"号\"))] One,\n    #[code(2, \"two\", zh = ZH2)] Two,\n",
        document: "code,message,zh\n1,one,一号\n2,two,二\n",
        left: &[
            "the zh of 1 `One` is \"一号\" now, was `concat!(\"一\", \"号\")`",
            "the zh of 2 `Two` is \"二\" now, was `ZH2`",
        ],
    },
    the_text_of_an_expression_is_not_its_value {
        variants: "    #[code(1, \"one\", zh = ZH1)] One,\n",
        document: "code,message,zh\n1,one,ZH1\n",
        left: &["the zh of 1 `One` is \"ZH1\" now, was `ZH1`"],
    },
    the_first_code_has_the_texts_whichever_row_comes_first {
        variants: "    #[code(1 | 2, \"door jammed\")] Jammed,\n",
        document: "code,message\n2,door stuck\n1,door jammed\n",
        left: &["2, a code of 1 `Jammed`, differs from it in its message now"],
    },
    codes_of_one_variant_that_a_column_tells_apart_now {
        variants: "    #[code(1 | 2 | 3, \"door jammed\", zh = \"一\")] Jammed,\n",
        document: "code,message,zh\n1,door jammed,二\n2,door jammed,一\n3,door jammed,二\n",
        left: &[
            "the zh of 1 `Jammed` is \"二\" now, was \"一\"",
            "2, a code of 1 `Jammed`, differs from it in its zh now",
        ],
    },
    a_new_variant_would_need_a_text_of_thiserror {
        variants: "    #[error(\"one\")] #[code(1, \"one\")] One,\n",
        document: "code,message\n1,one\n2,two\n",
        left: &["2 is new: \"two\""],
    },
    descriptions_are_read_in_place_of_messages {
        variants: "    /// `1`: The first door\n    #[code(1, \"one door\", \"The first door\")] One,\n",
        document: "code,description\n1,The first door\n",
        left: &[
            "the column \"description\" is gone",
            "the message of 1 `One` is \"The first door\" now, was \"one door\"",
        ],
    },
    somebody_changed_one_of_two_descriptions {
        variants: "    /// `1`: The first door\n    #[code(1, \"one\", \"Another door\")] One,\n",
        document: "code,message,description\n1,one,Another door\n",
        left: &["the doc comment of 1 `One` is not its description"],
    },
    the_column_of_the_descriptions_is_gone {
        variants: "    /// `1`: The first door\n    #[code(1, \"one\", \"The first door\")] One,\n",
        document: "code,message,details of it\n1,one,The second door\n",
        left: &["the column \"description\" is gone"],
    },
];

#[test]
fn a_variant_whose_texts_another_code_has_now_is_not_deleted() {
    let variants = "    #[code(1, \"failed\", \"The disk is full\")] Disk,\n    \
                    #[code(2, \"failed\", \"The network is down\")] Network,\n";
    let rows = "code,message,description\n1,failed,The network is down\n";
    let meaning = "the meaning of 1 `Disk` seems to have changed: it is \"The network is down\" now, was \"The disk is full\"";
    let (_, left, after) = outcome(&update(), variants, rows);
    assert_eq!(left, [meaning]);
    assert_eq!(after, variants.replace("down\")", "down\", retired)"));
    let (_, left, after) = outcome(&update().removed(Removed::Delete), variants, rows);
    assert_eq!(left, [meaning, "2 `Network` is no longer listed"]);
    assert_eq!(after, variants);
}

#[test]
fn a_record_of_own_texts_that_nobody_can_read_is_a_mistake() {
    let source = |record: &str, trailing: &str| {
        format!(
            "#[derive(ErrorCatalog)] enum E {{\n    #[code(1, \"one\")] One,{trailing}\n    {record}\n    \
             #[code(2, \"two\")] Two,\n}}\n"
        )
    };
    let right = "// Own text instead of: message = \"2\"";
    assert!(SourceFile::parse(source(right, "")).is_ok());
    for record in [
        "// own text instead of: message = \"2\"",
        "/* Own text instead of: message = \"2\" */",
        "// Own text instead of: mesage = \"2\"",
        "// Own text instead of: message = 2",
    ] {
        let error = SourceFile::parse(source(record, "")).unwrap_err();
        assert!(error.to_string().starts_with("line 3: "), "{record}: {error}");
    }
    assert!(SourceFile::parse(source("", &format!(" {right}"))).is_err());
}

/// The variants, the document, and the variants after an update.
const WRITTEN: &[(&str, &str, &str)] = &[
    // The other row has the text too: it has taken over nothing.
    (
        "    #[code(1, \"bad name\")] Name,\n    #[code(2, \"bad value\")] Value,\n",
        "code,message\n1,bad value\n2,bad value\n",
        "    #[code(1, \"bad value\")] Name,\n    #[code(2, \"bad value\")] Value,\n",
    ),
    // A comment that continues after the description is a person's own.
    (
        "    /// `1`: The first door\n    /// Call the janitor.\n    #[code(1, \"one\", \"The first door\")] One,\n",
        "code,message,description\n1,one!,The first door\n",
        "    /// `1`: The first door\n    /// Call the janitor.\n    #[code(1, \"one!\", \"The first door\")] One,\n",
    ),
    // Several rows have the text, so nothing shows that one is renumbered.
    (
        "    #[code(1, \"failed\")] One,\n    #[code(2, \"failed\")] Two,\n",
        "code,message\n1,failed\n3,failed\n",
        "    #[code(1, \"failed\")] One,\n    #[code(3, \"failed\")] Failed,\n    #[code(2, \"failed\", retired)] Two,\n",
    ),
];

#[test]
fn what_a_document_says_is_written() {
    for (variants, rows, expected) in WRITTEN {
        let (_, left, after) = outcome(&update(), variants, rows);
        assert_eq!((left, after.as_str()), (Vec::new(), *expected), "{rows}");
    }
}

#[test]
fn kinds_are_written_where_an_option_says_where_they_come_from() {
    let variants = "    #[code(0, \"ok\", success)] Ok,\n    #[code(1, \"one\", kind = NotFound)] One,\n    \
                    #[code(2, \"two\")] Two,\n    #[code(3, \"three\", kind = Internal)] Three,\n";
    let rows = "code,message,grpc\n0,ok,INTERNAL\n1,one,401\n2,two,OK\n3,three,\n";
    let kinds = Update::new(Import::new("E").kind("grpc"));
    let (lines, left, after) = outcome(&kinds, variants, rows);
    let rows_with_words = rows.replace("401", "UNAUTHENTICATED").replace(",401", "");
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert_eq!(left, [""; 0]);
    let expected = "    #[code(0, \"ok\", kind = Internal)] Ok,\n    #[code(1, \"one\", kind = Unauthenticated)] One,\n    \
                    #[code(2, \"two\", success)] Two,\n    #[code(3, \"three\")] Three,\n";
    assert_eq!(after, expected, "{rows_with_words}");
    // A word that is not a kind is left to a person; without the option, all kinds are.
    let (lines, left, _) = outcome(&kinds, variants, &rows.replace("401", "wobbly"));
    assert_eq!(left, ["the kind of 1 `One` is \"wobbly\" now, was \"NotFound\""]);
    assert!(lines.contains(&left[0]));
    assert_eq!(outcome(&update(), variants, rows).0, [""; 0]);
    // Codes of one variant that their kinds tell apart now.
    let twins = "    #[code(1 | 2, \"gone\", kind = NotFound)] Gone,\n";
    let (lines, _, after) =
        outcome(&kinds, twins, "code,message,grpc\n1,gone,NOT_FOUND\n2,gone,INTERNAL\n");
    assert_eq!(lines, ["2, a code of 1 `Gone`, differs from it in its kind now"]);
    assert_eq!(after, twins);
    // A success that is recorded, and that somebody deleted.
    let success = Update::new(Import::new("E").success("00"));
    let deleted = variants.replace(", success", "");
    let (lines, _, after) = outcome(&success, &deleted, rows);
    assert_eq!(lines, ["the kind of 0 `Ok` is \"Ok\" now, was \"Unknown\""]);
    assert_eq!(after, variants);
    assert_eq!(outcome(&success, variants, rows).0, [""; 0]);
}

#[test]
fn a_column_that_is_gone_is_an_error() {
    let file =
        SourceFile::parse("#[derive(ErrorCatalog)] enum E { #[code(1, \"one\")] One }").unwrap();
    for import in [Import::new("E").kind("grpc"), Import::new("E").column("zh")] {
        let differences =
            Update::new(import).differences(&file.enums()[0], &document("code,message\n1,one\n"));
        assert!(differences.unwrap_err().to_string().starts_with("the table has no column"));
    }
    // The enum lost the recorded column.
    let update = Update::new(Import::new("E").column("zh"));
    let differences =
        update.differences(&file.enums()[0], &document("code,message,zh\n1,one,一\n")).unwrap();
    assert_eq!(differences[0].text(), "the column \"zh\" is new");
}

#[test]
fn a_document_that_lists_hardly_any_code_is_refused() {
    use std::fmt::Write;
    let source = |variants: usize| {
        let mut source = "#[derive(ErrorCatalog)] enum E {\n".to_owned();
        for code in 0..variants {
            let _ = writeln!(source, "    #[code({code}, \"text {code}\")] V{code},");
        }
        SourceFile::parse(source + "    #[code(900, \"old\", retired)] Old,\n}\n").unwrap()
    };
    let rows = |rows: usize| {
        let lines: Vec<String> = (0..rows).map(|code| format!("{code},text {code}")).collect();
        document(&format!("code,message\n{}\n", lines.join("\n")))
    };
    // The variants, the rows, and whether an update refuses.
    for (variants, listed, is_refused) in [
        (7, 1, true),
        (6, 1, false),
        (18, 12, false),
        (18, 11, true),
        (500, 9, true),
        (500, 400, false),
    ] {
        let file = source(variants);
        let (source, rows) = (&file.enums()[0], rows(listed));
        let removed = variants - listed;
        let apply = |update: Update| {
            update.apply(&file, source, &rows).map(|updated| updated.applied.len())
        };
        let refused = apply(update());
        assert_eq!(refused.is_err(), is_refused, "{listed} of {variants}");
        if let Err(error @ UpdateError::ManyRemoved(_)) = &refused {
            let text = format!("no longer lists {removed} of {variants} variants");
            assert!(error.to_string().contains(&text), "{error}");
        }
        assert_eq!(apply(update().removed(Removed::Delete)).is_err(), is_refused);
        assert_eq!(apply(update().max_removed(removed)).unwrap(), removed);
        assert_eq!(apply(update().max_removed(removed - 1)).is_err(), is_refused);
        assert_eq!(apply(update().removed(Removed::Keep)).unwrap(), 0);
    }
}

/// Such as another table of the document, which `--table 1` reads now.
#[test]
fn a_document_with_none_of_the_codes_is_refused() {
    let rows = document("code,message\n8,new one\n9,newer one\n");
    for (variants, is_refused) in [
        ("#[code(1, \"text\")] A", false),
        ("#[code(1, \"text\")] A, #[code(2, \"more\", retired)] B", false),
        ("#[code(1, \"text\")] A, #[code(2, \"more\")] B", true),
        ("#[code(1, \"text\")] A, #[code(2, \"more\")] B, #[code(8, \"new one\")] C", false),
    ] {
        let source = format!("#[derive(ErrorCatalog)] enum E {{ {variants} }}");
        let file = SourceFile::parse(source).unwrap();
        let refused = update().apply(&file, &file.enums()[0], &rows).is_err();
        assert_eq!(refused, is_refused, "{variants}");
    }
}

#[test]
fn own_texts_are_recorded_beside_the_variant() {
    let source = "\
#[derive(ErrorCatalog)]
#[catalog(column(zh: &str = \"\"))]
enum E {
    /// `1`: The door is stuck
    #[code(1, \"stuck\", \"The door is stuck, call us\", kind = Internal, zh = ZH)] Stuck, // one
    #[code(2, \"two\")] Two, #[code(0x3 | 30, \"drei\")] Three,
}
";
    let rows = "code,message,description,zh,grpc\n1,door jamed,,卡住,NOT_FOUND\n2,two,,,\n3,three,,,\n30,three,,,\n";
    let update = Update::new(Import::new("E").kind("grpc").column("zh").merge_aliases());
    let file = SourceFile::parse(source).unwrap();
    let table = document(rows);
    let (text, codes) =
        update.accept(&file, &file.enums()[0], &table, &["30", "1", "2", "7"]).unwrap();
    assert_eq!(codes, ["1", "30"]);
    let expected = source
        .replace(
            "    /// `1`",
            "    // Own text instead of: message = \"door jamed\", description = \"\", kind = \"NotFound\", \
             zh = \"卡住\"\n    /// `1`",
        )
        .replace("#[code(0x3", "\n// Own text instead of: message = \"three\"\n#[code(0x3");
    assert_eq!(text, expected);
    // Nothing differs any more, and nothing is changed.
    let file = SourceFile::parse(text.as_str()).unwrap();
    assert_eq!(update.differences(&file.enums()[0], &table).unwrap(), []);
    assert_eq!(update.apply(&file, &file.enums()[0], &table).unwrap().source, text);
    // The vendor changes an own text, and one beside it.
    let changed = document(&rows.replace("door jamed", "door jammed").replace("卡住", "夹住"));
    let updated = update.apply(&file, &file.enums()[0], &changed).unwrap();
    assert_eq!(updated.source, text);
    let left: Vec<String> = updated.findings.iter().map(|note| note.difference.text()).collect();
    assert_eq!(
        left,
        [
            "the message of 1 `Stuck` is \"door jammed\" now, was \"door jamed\"; the enum has its own",
            "the zh of 1 `Stuck` is \"夹住\" now, was \"卡住\"; the enum has its own",
        ]
    );
    let (accepted, _) = update.accept(&file, &file.enums()[0], &changed, &["1"]).unwrap();
    assert_eq!(accepted, text.replace("door jamed", "door jammed").replace("卡住", "夹住"));
    // A text that is not a person's own still changes.
    let table = document(&rows.replace("2,two", "2,two!"));
    let updated = update.apply(&file, &file.enums()[0], &table).unwrap();
    assert_eq!(updated.source, text.replace("\"two\"", "\"two!\""));
    assert!(matches!(&updated.applied[..], [one] if matches!(one.change, Change::Reworded { .. })));
    // A comment that cannot be read is a mistake at its line.
    let broken = text.replace("message = \"three\"", "message");
    let error = SourceFile::parse(broken).unwrap_err();
    assert!(
        error.to_string().starts_with("line 8: expected `// Own text instead of: NAME = \"TEXT\"`"),
        "{error}"
    );
}
