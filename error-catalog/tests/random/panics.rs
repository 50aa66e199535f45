//! No document makes a reader panic, or anything that is done with its table.

use std::sync::LazyLock;

use error_catalog::{CodeType, Format, Import, ReadError, Reader, Reading, Table};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::hostile::{rows, table};

/// Fragments that mean something in one of the formats, whole and cut off.
const FRAGMENTS: [&[&str]; 8] = [
    // Markdown.
    &[
        "| Code | Message |\n|---|---|\n",
        "| Code | Aliases | Message | Description |\n|:-|-:|:-:|-|\n",
        "| 1 | one |\n",
        "| 1 | one | more | and more |\n",
        "|",
        "||\n",
        "| \\| |",
        "|-|",
        "\n\n",
        "# Codes\n",
        "> ",
        "- ",
        "    ",
        "```\n",
        "`",
        "[a]: b\n",
        "[^1]",
        "![](",
        "<!--",
        "\\",
    ],
    // HTML.
    &[
        "<table>",
        "<table><tr><th>Code</th><th>Message</th></tr>",
        "<tr><td>1</td><td>one</td></tr>",
        "</table>",
        "<thead>",
        "<tbody>",
        "<tr>",
        "</tr>",
        "<td>",
        "<TD\n",
        "<td rowspan=2>",
        "<td colspan='1'>",
        "<th/>",
        "</td>",
        "<pre>",
        "</pre>",
        "<br>",
        "<script>",
        "</script>",
        "<template>",
        "<style>",
        "<svg><td>",
        "<!DOCTYPE html>",
        "<td data-source-line=99999999999999999999999>",
        "<",
        "&#x110000;",
        "&amp",
        "<![CDATA[",
    ],
    // CSV and TSV.
    &[
        "code,message\n",
        "Code\tAliases\tMessage\n",
        "code,aliases,name,message,description,code\n",
        "1,one\n",
        "0x1,\"1, 01\",one\n",
        ",",
        ",,,,\n",
        "\t",
        "\"",
        "\"\"",
        "\r",
        "\r\n",
        "\n",
    ],
    // JSON.
    &[
        "[",
        "]",
        "{",
        "}",
        "[{\"code\": 1, \"message\": \"one\"},",
        "{\"code\": 1, \"code\": 2}",
        "{\"1\": {\"message\": \"one\"}, ",
        "{\"1\": \"one\"}",
        "\"code\"",
        "\"message\"",
        ":",
        ",",
        "null",
        "true",
        "1e999",
        "-",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ],
    // XML.
    &[
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE e [<!ENTITY a \"b\">]>",
        "<!ENTITY",
        "<errors>",
        "</errors>",
        "<error code=\"1\" message=\"one\"/>",
        "<error code='2'>",
        "</error>",
        "<a:code xmlns:a='b'>",
        "<message>",
        "one <b>two</b>\n",
        "&a;",
        "&#0;",
        "&",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
    ],
    // Source code.
    &[
        "#define E_JAMMED 7\n",
        "JAMMED(7, \"jam\\\"med\" +\n",
        "\"one\" + ",
        "\"one\"\n\\",
        "\\\"",
        "\\u",
        "\\u{1f980}",
        "\\ud83e\\udd80",
        "\\x",
        "`",
        "'",
        "@\"",
        "E_",
        "0xC0000007",
        "//",
    ],
    // Codes and names.
    &[
        "0",
        "-0",
        "007",
        "+7",
        "0x",
        "0X1F",
        "0x-1",
        "340282366920938463463374607431768211456",
        "-170141183460469231731687303715884105729",
        "code",
        "错误码",
        "描述",
        "Self",
        "self",
        "other",
        "self::Self",
    ],
    // Characters of several bytes, invisible ones, and controls.
    &[
        "\u{feff}", "\0", "\u{1}", "\u{202e}", "\u{2028}", "é", "e\u{301}", "漢字", "🦀", "ß", "İ",
        "\u{a0}",
    ],
];

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(FRAGMENTS.concat()).prop_map(str::to_owned),
        1 => "[ -~]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ]
}

/// Fragments, most of them of one format.
fn fragments() -> impl Strategy<Value = String> {
    let of_one_format = select(&FRAGMENTS[..]).prop_flat_map(|format| {
        let of_format = select(format).prop_map(str::to_owned);
        vec(prop_oneof![3 => of_format, 1 => fragment()], 0..24)
    });
    prop_oneof![3 => of_one_format, 1 => vec(fragment(), 0..24)].prop_map(|parts| parts.concat())
}

/// A document as the exporters write it, with some places overwritten.
fn damaged() -> impl Strategy<Value = String> {
    let writers = [Table::to_markdown, Table::to_html, Table::to_csv, Table::to_json];
    let damage = (any::<Index>(), 0..8_usize, fragment());
    (rows(), select(writers.to_vec()), vec(damage, 0..6)).prop_map(|(rows, write, damages)| {
        let mut characters: Vec<char> = write(&table(&rows)).chars().collect();
        for (place, length, fragment) in damages {
            let start = place.index(characters.len());
            let end = characters.len().min(start + length);
            characters.splice(start..end, fragment.chars());
        }
        characters.into_iter().collect()
    })
}

fn document() -> impl Strategy<Value = String> {
    prop_oneof![fragments(), damaged()]
}

/// Readers of texts.
static TEXTS: LazyLock<[Reader; 2]> = LazyLock::new(|| {
    let expressions = [
        r#"(?<variant>\w*)\W(?<code>\w*)|"(?<message>[^"]*)"?"#,
        r"(?s)(?<code>-?[0-9a-fx]+)(?<message>.{0,9})(?<zh>`.*`)?",
    ];
    expressions.map(|expression| Reader::new().regex(expression).unwrap())
});

/// Reads the document in every format, and does everything with what comes out.
fn use_document(document: &str) {
    let readers = [Reader::new(), Reader::new().code("1").message("one").column("zh", "code")];
    for (reader, format) in readers.iter().flat_map(|reader| Format::ALL.map(|f| (reader, f))) {
        use_result(reader.read(document, format));
    }
}

fn use_result(result: Result<Reading, ReadError>) {
    match result {
        Ok(reading) => {
            assert!(!reading.report.to_string().is_empty());
            for finding in &reading.report.findings {
                assert!(!finding.to_string().is_empty());
            }
            use_table(&reading.table);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads bytes in the encoding and format that they may have, and in chosen ones.
fn use_bytes(document: &[u8]) {
    let readers = [None, Some("gbk"), Some("utf-16"), Some("shift_jis")];
    for label in readers {
        let reader = label.map_or(Reader::new(), |label| Reader::new().encoding(label).unwrap());
        for format in [None, Some(Format::Html)] {
            use_result(reader.read_bytes(document, format));
        }
    }
}

fn use_table(table: &Table) {
    let mut import =
        Import::new("Imported").merge_aliases().other("Other").code_type(CodeType::Str);
    for settings in [Import::new("Imported"), import.clone().code_type(CodeType::I8)] {
        let _ = settings.write(table).map_err(|error| error.to_string());
    }
    for column in table.columns() {
        import = import.column(column);
    }
    let _ = import.write(table).map_err(|error| error.to_string());
    let _ = [table.to_markdown(), table.to_html(), table.to_csv(), table.to_json()];
    for difference in table.compare_to(&Table::of::<jmessage_codes::WebCode>()) {
        assert!(!difference.to_string().is_empty());
    }
    let _ = table.compare_to(table);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn hostile_bytes(document in document(), cut in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = document.into_bytes();
        bytes.insert(cut.index(bytes.len() + 1), byte);
        use_bytes(&bytes);
    }

    #[test]
    fn hostile_documents(document in document()) {
        use_document(&document);
    }
}

proptest! {
    // A regular expression finds many rows, and each of them takes its time.
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn hostile_texts(document in document()) {
        for reader in &*TEXTS {
            use_result(reader.read(&document, Format::Text));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]
    #[test]
    #[ignore = "4,000 documents take a minute"]
    fn many_hostile_documents(document in document()) {
        use_document(&document);
        use_bytes(document.as_bytes());
    }
}
