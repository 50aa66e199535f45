//! Documents joined by their codes.

use std::collections::BTreeMap;
use std::fmt::Write;

use error_catalog::{Format, Reader, Reading, SourceFile, Table};
use proptest::prelude::*;

use crate::folder::Folder;

const ENGLISH: &str = "\
| Code | Message     | Description        |
| ---- | ----------- | ------------------ |
| 7    | door jammed | The door is jammed |
| 8    | door open   | The door is open   |
";

const CHINESE: &str = "\
| 错误码 | 描述     | 备注 |
| ------ | -------- | ---- |
| 8      | 门开着   |      |
| 7      | 门卡住了 | 推   |
";

/// A folder with both documents.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(&format!("joined-{name}"));
    folder.write("docs/en.md", ENGLISH);
    folder.write("docs/zh.md", CHINESE);
    folder
}

const IMPORT: &str =
    "import docs/en.md -q --name Door --join docs/zh.md --column zh=zh.md:描述 -o src/door.rs";

/// The rows of the enum in `src/door.rs`: each code with its columns.
fn rows(folder: &Folder) -> Vec<String> {
    let file = SourceFile::parse(folder.read("src/door.rs")).unwrap();
    let rows = file.enums()[0].table().rows().iter();
    rows.map(|row| format!("{} {}", row.code(), row.values().join("|"))).collect()
}

#[test]
fn a_language_is_a_column_of_another_document() {
    let folder = folder("life");
    assert_eq!(
        folder.run_all(IMPORT),
        (Some(0), String::new(), "wrote src/door.rs: 2 variants\n".to_owned())
    );
    assert_eq!(rows(&folder), ["7 门卡住了", "8 门开着"]);
    let record = "\n// Made by: error-catalog import ../docs/en.md --name Door --join \
                  ../docs/zh.md --column 'zh=../docs/zh.md:描述'\n";
    assert!(folder.read("src/door.rs").contains(record), "{}", folder.read("src/door.rs"));
    for command in ["check src/door.rs", "check src", "update src --dry-run"] {
        assert_eq!(folder.run(command), (Some(0), String::new()), "{command}");
    }
    folder.write("docs/zh.md", &CHINESE.replace("门卡住了", "门被卡住了"));
    let line = "docs/en.md:3: the zh of 7 `DoorJammed` is \"门被卡住了\" now, was \"门卡住了\"\n";
    assert_eq!(folder.run("check src/door.rs"), (Some(1), line.to_owned()));
    let done = format!("{line}src/door.rs: 1 reworded\n");
    assert_eq!(folder.run("update src/door.rs"), (Some(0), done));
    assert_eq!(rows(&folder), ["7 门被卡住了", "8 门开着"]);
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));
    // A new code comes from both.
    folder.write("docs/en.md", &format!("{ENGLISH}| 9 | no door | There is none |\n"));
    folder.write("docs/zh.md", &format!("{CHINESE}| 9 | 没有门 | |\n").replace("门卡", "门被卡"));
    assert_eq!(folder.run("update src/door.rs").0, Some(0));
    assert_eq!(rows(&folder), ["7 门被卡住了", "8 门开着", "9 没有门"]);
    // Another document is named together with its columns.
    folder.write("new/zh.csv", "编号,描述\n7,推\n8,拉\n9,无\n");
    let command = "check src/door.rs --join new/zh.csv --column zh=zh.csv:描述";
    assert_eq!(folder.run(command).1.lines().count(), 3);
}

#[test]
fn a_code_in_one_document_only_is_a_finding() {
    let folder = folder("findings");
    folder.write("docs/zh.md", &CHINESE.replace("| 8 ", "| 9 "));
    let findings = "docs/en.md:4: docs/zh.md does not have this code, so its columns are empty: \
                    \"8\"\ndocs/zh.md:3: no other document has this code; this row is left out: \
                    \"9\"\n";
    let (status, stdout, stderr) = folder.run_all(IMPORT);
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    let error = "error: docs/en.md: the document and those joined to it have 2 findings; fix them, \
                 or pass --accept-findings 2\n";
    assert_eq!(stderr, format!("{findings}{error}"));
    let accepted = format!("{IMPORT} --accept-findings 2");
    assert_eq!(folder.run(&accepted).0, Some(0));
    assert_eq!(rows(&folder), ["7 门卡住了", "8 "]);
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));
    // They are counted with those of the other documents.
    folder.write("docs/zh.md", &format!("{}| | 空 | |\n", CHINESE.replace("| 8 ", "| 9 ")));
    let (status, _, stderr) = folder.run_all("check src/door.rs");
    assert_eq!(status, Some(1));
    let line = "\n  docs/zh.md:5: the row has no code and is left out: \"| | 空 | |\"\n";
    assert!(stderr.contains("joined to it have 3 findings, and 2 are accepted"), "{stderr}");
    let options =
        "; the options are in src/door.rs:3; if the document is right, change them there\n";
    assert!(stderr.contains(options), "{stderr}");
    assert!(stderr.contains(line), "{stderr}");
}

#[test]
fn the_report_says_where_the_type_of_the_codes_comes_from() {
    let folder = folder("report");
    let (status, _, stderr) = folder.run_all(&IMPORT.replace(" -q", ""));
    assert_eq!(status, Some(0));
    let (first, joined) = stderr.split_once("joined docs/zh.md\n").unwrap();
    assert!(first.contains("codes are u32: the smallest type"), "{stderr}");
    assert!(joined.contains("codes are u32: as in the first document\n"), "{stderr}");
}

#[test]
fn the_report_names_the_columns_that_are_joined() {
    let folder = folder("columns");
    let left_out = IMPORT.replace(" -q", " --leave-out zh.md:备注");
    for import in [&IMPORT.replace(" -q", ""), &left_out.replace("src/door.rs", "src/two.rs")] {
        let (status, _, stderr) = folder.run_all(import);
        let columns = "\"错误码\" is code, \"描述\" is column zh, \"备注\"* (* not in the enum";
        assert!(status == Some(0) && stderr.contains(columns), "{import}: {stderr}");
    }
}

#[test]
fn codes_in_the_text_of_each_document_are_mentioned() {
    let folder = folder("mentions");
    let codes = |document: &str| document.replace("| 7 ", "| 1007 ").replace("| 8 ", "| 1008 ");
    folder.write("docs/en.md", &format!("{}\n### Window (1001)\n", codes(ENGLISH)));
    folder.write("docs/zh.md", &format!("{}\n### 窗 (1002)\n", codes(CHINESE)));
    assert_eq!(folder.run(IMPORT).0, Some(0));
    let lines = ["docs/en.md:6: \"1001\" is in the text", "docs/zh.md:6: \"1002\" is in the text"];
    for command in ["check src", "update src"] {
        let (status, _, stderr) = folder.run_all(command);
        assert_eq!(status, Some(0));
        let found: Vec<&str> = stderr.lines().collect();
        assert!(found.len() == 2 && (0..2).all(|it| found[it].starts_with(lines[it])), "{stderr}");
    }
}

/// How each of several documents is read, with names that end alike.
#[test]
fn options_say_how_a_joined_document_is_read() {
    let folder = folder("options");
    folder.write("docs/zh/errors.txt", "说明;号;类\n卡住;7;a\n开着;8;b\n");
    folder.write("docs/ja/errors.txt", "8 = '開'\n7 = '閉'\n");
    folder.write(
        "docs/fr.json",
        r#"{"fr": {"7": "coincée", "8": "ouverte"}, "old": {"7": "x", "8": "y"}}"#,
    );
    let options = [
        "--join docs/zh/errors.txt --column zh=zh/errors.txt:说明 --column class:str=zh/errors.txt:类",
        "--format zh/errors.txt:csv --delimiter zh/errors.txt:; --code zh/errors.txt:号",
        "--join docs/ja/errors.txt --column ja=./ja/errors.txt:message",
        "--regex ja/errors.txt:(?<code>\\d+)\\s=\\s'(?<message>.)'",
        "--join docs/fr.json --column fr=fr.json:message --pointer fr.json:/fr",
    ];
    let import =
        format!("import docs/en.md -q --name Door {} -o src/door.rs", options[..2].join(" "));
    let (status, _, stderr) = folder.run_all(&import);
    assert_eq!(
        (status, rows(&folder)),
        (Some(0), vec!["7 卡住|a".to_owned(), "8 开着|b".to_owned()]),
        "{stderr}"
    );
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));
    let import =
        format!("import docs/en.md -q --name Door {} -o src/door.rs --force", options.join(" "));
    let (status, _, stderr) = folder.run_all(&import);
    assert_eq!(
        (status, rows(&folder)),
        (Some(0), vec!["7 卡住|a|閉|coincée".to_owned(), "8 开着|b|開|ouverte".to_owned()]),
        "{stderr}"
    );
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));
}

#[test]
fn what_cannot_be_joined_is_an_error() {
    let folder = folder("errors");
    folder.write("docs/zh/zh.md", CHINESE);
    let cases = [
        ("--join docs/none.md", "docs/none.md: "),
        ("--join -", "--join FILE: name a file"),
        ("--join docs/zh.md --join docs/zh.md", "--join FILE: this document is already joined"),
        (
            "--join docs/zh.md --column zh=zh.md:",
            "--column NAME:TYPE=HEADING: expected a heading after the joined document",
        ),
        (
            "--join docs/zh.md --column zh=zh.md:中文",
            "docs/zh.md: no table of codes has the heading \"中文\"",
        ),
        ("--join docs/zh.md --table zh.md:x", "--table N: \"x\" is not a number"),
        (
            "--join docs/zh.md --delimiter zh.md:;",
            "docs/zh.md: --delimiter CHARACTER is for csv and tsv, not for markdown; remove it",
        ),
        (
            "--join docs/zh.md --join docs/zh/zh.md --column zh=zh.md:描述",
            "--column NAME:TYPE=HEADING: several joined documents end with zh.md; write more of it",
        ),
        ("--column zh=zh.md:描述", "docs/en.md: no table of codes has the heading \"zh.md:描述\""),
        (
            "--join docs/zh.md --column zh=zh.md:描述 --leave-out zh.md:备柱",
            "docs/en.md: --leave-out HEADING: no table of docs/zh.md has the heading \"备柱\"",
        ),
        (
            "--column zh=Description --join docs/zh.md --column zh=zh.md:描述",
            "docs/en.md: the columns \"zh\" and \"zh\" would both have the method `zh`; rename one",
        ),
        (
            "--join docs/zh.md --column zh=zh.md:描述 -o docs/zh.md --force",
            "docs/zh.md is the input; choose another file to write",
        ),
    ];
    for (options, expected) in cases {
        let (status, stdout, stderr) =
            folder.run_all(&format!("import docs/en.md -q --name Door {options}"));
        assert_eq!((status, stdout.as_str()), (Some(2), ""), "{options}: {stderr}");
        assert!(stderr.starts_with(&format!("error: {expected}")), "{options}: {stderr}");
    }
    assert_eq!(folder.run("diff docs/en.md docs/zh.md --join docs/zh.md").0, Some(2));
    // What only a comment names is in the repository.
    assert_eq!(folder.run(IMPORT).0, Some(0));
    let source = folder.read("src/door.rs").replace("../docs/zh.md", "/etc/hostname");
    folder.write("src/door.rs", &source);
    let (status, _, stderr) = folder.run_all("check src/door.rs");
    assert!(
        stderr.contains("the comment above the enum names this document, but it is outside"),
        "{stderr}"
    );
    assert_eq!(status, Some(2));
}

#[test]
fn a_joined_document_is_protected() {
    let folder = folder("protected");
    assert_eq!(folder.run(IMPORT).0, Some(0));
    let (status, _, stderr) = folder.run_all("export src/door.rs --to markdown -o docs/zh.md");
    assert_eq!(status, Some(2), "{stderr}");
    assert_eq!(folder.read("docs/zh.md"), CHINESE);
}

fn reading(heading: &str, texts: &BTreeMap<u8, u8>) -> Reading {
    let mut document = format!("code,{heading}\n");
    for (code, text) in texts {
        writeln!(document, "{code},t{text}").unwrap();
    }
    let reader = Reader::new().message(heading);
    reader.read(&document, Format::Csv).unwrap()
}

fn texts() -> impl Strategy<Value = BTreeMap<u8, u8>> {
    prop::collection::btree_map(0..20_u8, 0..5_u8, 1..15)
}

proptest! {
    #[test]
    fn every_row_is_joined_or_a_finding(first in texts(), other in texts(), has_column: bool) {
        let document = |texts: &BTreeMap<u8, u8>, zeros: &str, zh: &str| {
            let mut document = "code,a,zh\n".to_owned();
            for (code, text) in texts.iter().rev() {
                writeln!(document, "{zeros}{code},t{text},{zh}{text}").unwrap();
            }
            document
        };
        let read = |document: &str| {
            let reader = Reader::new().message("a").code_type("u32".parse().unwrap());
            reader.read(document, Format::Csv).unwrap()
        };
        // A column of this name gives way.
        let reader = if has_column { read(&document(&first, "", "x")) } else { reading("a", &first) };
        let second = read(&document(&other, "0", "z"));
        let joined = reader.join(second, "zh.csv", &["zh"]);
        let expected = first.keys().map(|code| {
            let text = other.get(code).map_or(String::new(), |text| format!("z{text}"));
            (code.to_string(), text)
        });
        let expected: BTreeMap<String, String> = expected.collect();
        let rows = joined.table.rows().iter();
        let found = rows.map(|row| (row.code().to_owned(), row.values()[0].to_owned()));
        let found: BTreeMap<String, String> = found.collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(joined.table.columns(), ["zh"]);
        let missing = first.keys().filter(|code| !other.contains_key(code)).count();
        let only = other.keys().filter(|code| !first.contains_key(code)).count();
        let in_other = joined.report.findings.iter().filter(|each| each.document().is_some());
        prop_assert_eq!(in_other.count(), only);
        prop_assert_eq!(joined.report.findings.len(), missing + only);
    }
}

/// A row with several codes has the columns of any of them.
#[test]
fn aliases_are_joined_too() {
    let table = |text| Table::read(text, Format::Csv).unwrap();
    let first = || table("code,aliases,message\n7,\"8, 9\",a\n5,,b\n");
    let joined = first().join(table("code,message,zh\n8,m,x\n5,m,y\n9,m,x\n"), "zh.csv", &["zh"]);
    assert_eq!(joined.table.rows()[0].values(), ["x"]);
    assert!(joined.report.findings.is_empty(), "the second says the same");
    let joined = first().join(table("code,message,zh\n8,m,x\n5,m,y\n9,m,z\n"), "zh.csv", &["zh"]);
    let finding =
        "zh.csv:4: line 2 already has code \"9\", written \"8\"; this row is left out: \"9\"";
    assert_eq!(joined.report.findings[0].in_file("en.csv"), finding);
}
