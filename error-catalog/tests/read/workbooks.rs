//! Workbooks of Excel, made here by hand.

use std::io::{Cursor, Write};

use error_catalog::{Format, MaxSize, ReadError, Reader, Reading};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet: its name, its attributes in the workbook, and its XML between `<worksheet>`.
type Sheet<'a> = (&'a str, &'a str, String);

/// The XML of rows, each a row number and its cells: a reference, and the XML of the cell.
fn rows(rows: &[(usize, &[(&str, &str)])]) -> String {
    let row = |(number, cells): &(usize, &[(&str, &str)])| {
        let cell = |(column, xml): &(&str, &str)| match xml.strip_prefix('=') {
            Some(attributes) => format!("<c r=\"{column}{number}\" {attributes}</c>"),
            None => {
                format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{xml}</t></is></c>")
            }
        };
        let cells: Vec<String> = cells.iter().map(cell).collect();
        format!("<row r=\"{number}\">{}</row>", cells.concat())
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    format!("<sheetData>{}</sheetData>", rows.concat())
}

fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    const TYPE: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    let numbered = || (1..).zip(sheets);
    let name = |(number, (name, attributes, _)): (usize, &Sheet<'_>)| {
        format!("<sheet name=\"{name}\" sheetId=\"{number}\" {attributes} r:id=\"r{number}\"/>")
    };
    let target = |(number, _): (usize, _)| {
        let path = format!("worksheets/sheet{number}.xml");
        format!("<Relationship Id=\"r{number}\" Type=\"{TYPE}\" Target=\"{path}\"/>")
    };
    let sheet = |(number, (_, _, xml)): (usize, &Sheet<'_>)| {
        let path = format!("xl/worksheets/sheet{number}.xml");
        (path, format!("<worksheet {MAIN}>{xml}</worksheet>"))
    };
    let names = numbered().map(name).collect::<Vec<_>>().concat();
    let targets = numbered().map(target).collect::<Vec<_>>().concat();
    let mut files: Vec<_> = numbered().map(sheet).collect();
    let strings = "<si><t>ja</t></si><si><r><t>ja</t></r><r><t>mmed</t></r></si>";
    let dates = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let root = "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/\
                2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>";
    files.extend([
        ("_rels/.rels".into(), format!("<Relationships {relations}>{root}</Relationships>")),
        ("xl/workbook.xml".into(), format!("<workbook {MAIN}><sheets>{names}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels".into(),
            format!("<Relationships {relations}>{targets}</Relationships>"),
        ),
        ("xl/sharedStrings.xml".into(), format!("<sst {MAIN}>{strings}</sst>")),
        ("xl/styles.xml".into(), format!("<styleSheet {MAIN}>{dates}</styleSheet>")),
    ]);
    zip(&files)
}

/// An archive without compression.
fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = u32::try_from(archive.len()).unwrap();
        let length = u32::try_from(text.len()).unwrap();
        let mut header = [0_u16, 0, 0, 0].map(u16::to_le_bytes).concat();
        header.extend([crc32(text.as_bytes()), length, length].map(u32::to_le_bytes).concat());
        header.extend([u16::try_from(name.len()).unwrap(), 0].map(u16::to_le_bytes).concat());
        archive.extend(b"PK\x03\x04\x14\0");
        archive.extend(&header);
        archive.extend(name.bytes().chain(text.bytes()));
        directory.extend(b"PK\x01\x02\x14\0\x14\0");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.bytes());
    }
    let start = u32::try_from(archive.len()).unwrap();
    let count = u16::try_from(files.len()).unwrap();
    let length = u32::try_from(directory.len()).unwrap();
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].map(u16::to_le_bytes).concat());
    archive.extend([length, start].map(u32::to_le_bytes).concat());
    archive.extend([0, 0]);
    archive
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        let shift = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        (0..8).fold(crc ^ u32::from(*byte), shift)
    };
    !bytes.iter().fold(!0, step)
}

/// Two sheets of errors, one that is hidden, and one that is empty.
fn document() -> Vec<u8> {
    let server = rows(&[
        (2, &[("B", "Errors of the server")]),
        (4, &[("B", "Code"), ("C", "Message"), ("D", "Since"), ("E", "Retry")]),
        (5, &[("B", "Doors")]),
        (
            6,
            &[
                ("B", "=><v>10003.0</v>"),
                ("C", "=t=\"s\"><v>1</v>"),
                ("D", "=s=\"1\"><v>45000</v>"),
                ("E", "=t=\"b\"><v>1</v>"),
            ],
        ),
        (7, &[("B", "=><v>1.0004E4</v>"), ("C", "ajar"), ("D", "=><v>1.5</v>")]),
        // Rows 8 and 9 are empty; the message of row 10 is that of row 7 too.
        (10, &[("B", "10005"), ("G", "a remark")]),
        (11, &[("B", "10003"), ("C", "again")]),
        (12, &[("C", "no code")]),
    ]);
    let merged = "<mergeCells count=\"2\"><mergeCell ref=\"B5:E5\"/><mergeCell ref=\"C7:C10\"/></mergeCells>";
    let client =
        rows(&[(1, &[("A", "错误码"), ("B", "描述")]), (2, &[("A", "=><v>7</v>"), ("B", "门")])]);
    let old = rows(&[(1, &[("A", "Code"), ("B", "Text")]), (2, &[("A", "1"), ("B", "old")])]);
    workbook(&[
        ("Server", "", server + merged),
        ("客户端", "", client),
        ("Old", "state=\"hidden\"", old),
        ("Empty", "", "<sheetData/>".to_owned()),
    ])
}

fn texts(reading: &Reading) -> Vec<(usize, &str, &str)> {
    let rows = reading.table.rows().iter();
    rows.map(|row| (row.line().unwrap(), row.code(), row.message())).collect()
}

#[test]
fn every_sheet_is_read() {
    let reading = Reader::new().column("section", "SECTION").read_bytes(&document(), None).unwrap();
    assert_eq!(
        texts(&reading),
        [(6, "10003", "jammed"), (7, "10004", "ajar"), (10, "10005", "ajar"), (2, "7", "门")]
    );
    let values: Vec<_> = reading.table.rows().iter().map(error_catalog::Row::values).collect();
    assert_eq!(reading.table.columns(), ["section", "Since", "Retry"]);
    assert_eq!(
        values,
        [
            ["Doors", "2023-03-15", "true"],
            ["Doors", "1.5", ""],
            ["Doors", "", " a remark"],
            ["", "", ""]
        ]
    );
    let findings: Vec<_> = reading.report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            r#"line 10: 5 cells under 4 headings, the surplus is appended to the last cell: "10005 | ajar |  |  | a remark""#,
            r#"line 11: line 6 already has code "10003" as "jammed", here it is "again"; this row is left out: "10003 | again |  | ""#,
            r#"line 12: the row has no code and is left out: " | no code |  | ""#,
        ]
    );
    let report = reading.report.to_string();
    for line in [
        "read as xlsx: it is a zip file\n",
        "table 1, lines 4 to 12, under \"Server\": 5 rows\n",
        "table 2, lines 1 to 2, under \"客户端\": 1 row\n",
        "table 3, lines 1 to 2, under \"Old\": 1 row, left out: it is in a code block, a comment or a hidden sheet\n",
    ] {
        assert!(report.contains(line), "{report}");
    }
}

#[test]
fn sheets_can_be_chosen() {
    let read = |name| Reader::new().sheet(name).read_bytes(&document(), Some(Format::Xlsx));
    assert_eq!(texts(&read("客户端").unwrap()), [(2, "7", "门")]);
    let error = read("Client").unwrap_err().to_string();
    let expected =
        "the document has no table in a sheet \"Client\"; its tables are numbered 1 to 3";
    assert_eq!(error, expected);
}

#[test]
fn what_is_not_a_workbook_is_an_error() {
    let whole = document();
    let cut = whole.get(..whole.len() / 2).unwrap();
    for bytes in [&b"PK\x03\x04"[..], b"code,message\n", b"", cut] {
        let error = Reader::new().read_bytes(bytes, Some(Format::Xlsx)).unwrap_err();
        assert!(matches!(error, ReadError::Malformed { format: Format::Xlsx, .. }), "{error}");
    }
}

/// Small workbooks whose cells take much memory, each in another way.
#[test]
fn a_workbook_has_a_limit() {
    let max_size = MaxSize::new(1_000_000);
    let head = (1, &[("A", "Code"), ("B", "Message")][..]);
    let numbers: Vec<usize> = (2..8_000).collect();
    let few: Vec<_> = numbers.iter().map(|number| (*number, &[("A", "7")][..])).collect();
    let rows_of = |cells: &[(usize, &[(&str, &str)])]| rows(&[&[head], cells].concat());
    let wide = (1, &[("A", "Code"), ("B", "Message"), ("XFD", "Note")][..]);
    let merged = "<mergeCell ref=\"B2:B2000\"/>".repeat(20);
    let long = "x".repeat(900);
    let texts = [("A", "7"), ("B", long.as_str())];
    let sheets = [
        ("unpacked", format!("<sheetData>{}</sheetData>", " ".repeat(1_000_000))),
        ("rows", rows_of(&few)),
        ("wide", rows(&[&[wide], &few[..100]].concat())),
        ("texts", rows_of(&numbers[..300].iter().map(|n| (*n, &texts[..])).collect::<Vec<_>>())),
        (
            "merged",
            rows_of(&[&[(2, &texts[..])], &few[1..2_000]].concat())
                + &format!("<mergeCells>{merged}</mergeCells>"),
        ),
    ];
    for (name, sheet) in sheets {
        let bytes = workbook(&[(name, "", sheet)]);
        let error = Reader::new().max_size(max_size).read_bytes(&bytes, None).unwrap_err();
        assert!(matches!(error, ReadError::TooMuch { .. }), "{name}: {error}");
        let with_default = Reader::new().read_bytes(&bytes, None);
        assert!(!matches!(with_default, Err(ReadError::TooMuch { .. })), "{name}");
    }
}

/// A small archive that unpacks to a large one, and that declares a small size.
#[test]
fn a_workbook_is_as_large_as_it_unpacks() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 30_000_000]).unwrap();
    let honest = archive.finish().unwrap().into_inner();
    assert!(honest.len() < 100_000);
    let mut lying = honest.clone();
    for (header, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let at = lying.windows(4).position(|part| part == header).unwrap() + size;
        lying.splice(at..at + 4, 9_u32.to_le_bytes());
    }
    let read =
        |bytes: &[u8]| Reader::new().max_size(MaxSize::new(20_000_000)).read_bytes(bytes, None);
    let error = read(&honest).unwrap_err();
    assert!(matches!(error, ReadError::TooMuch { .. }), "{error}");
    let error = read(&lying).unwrap_err();
    assert!(matches!(error, ReadError::Malformed { .. }), "{error}");
}
