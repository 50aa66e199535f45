//! Tables whose first row is not headings, and delimiter rows that are not valid.

use error_catalog::{Finding, Format, Problem, Reader, Table};

/// Each with its first row in line 1 or 2, and its codes in the column with this number.
const TABLES: [(Format, &str, usize); 5] = [
    (Format::Csv, "1,one\n2,two\n", 1),
    (Format::Csv, "Good,0x00000000,ok\nBad,0x80000000,no\n", 2),
    (Format::Markdown, "| E1001 | one |\n|---|---|\n| E1002 | two |\n", 1),
    (Format::Markdown, "<table><tr><td>1</td><td>one</td></tr>\n<tr><td>2<td>two</table>", 1),
    (Format::Html, "<table><tr><td>1</td><td>one</td></tr>\n<tr><td>2<td>two</table>", 1),
];

#[test]
fn the_first_row_of_a_table_without_headings_is_never_lost() {
    for (format, document, code) in TABLES {
        let error = Table::read(document, format).unwrap_err().to_string();
        let hint = format!("pass --no-headings, and --code {code} and the like");
        assert!(error.contains(&hint), "{error}\n{document}");

        let (code, message) = (code.to_string(), (code + 1).to_string());
        let numbered = Reader::new().code(&code).message(&message);
        let findings = numbered.read(document, format).unwrap().report.findings;
        let problems: Vec<_> = findings.iter().map(Finding::problem).collect();
        assert!(matches!(problems[..], [Problem::RowAsHeadings { .. }]), "{document}");
        assert_eq!(findings[0].line(), 1, "{document}");

        let table = numbered.no_headings().read(document, format).unwrap().into_clean().unwrap();
        let lines: Vec<_> = table.rows().iter().map(error_catalog::Row::line).collect();
        assert_eq!(lines[0], Some(1), "{document}");
        assert_eq!(lines.len(), 2, "{document}");
    }
}

#[test]
fn a_number_that_names_a_row_is_a_finding() {
    let count = |document: &str, format| {
        let reading = Reader::new().code("1").message("2").read(document, format).unwrap();
        let problems = reading.report.findings.iter().map(Finding::problem);
        problems.filter(|problem| matches!(problem, Problem::RowAsHeadings { .. })).count()
    };
    let rows = [
        ["invalid_request", "not_found"],
        ["ERR_A", "ERR_B"],
        ["E1A", "E2B"],
        ["1.1", "1.2"],
        ["10 01", "10 02"],
        ["1xx", "2xx"],
        ["**1001**", "**1002**"],
        ["`1001`", "`1002`"],
        ["timeout", "busy"],
        ["JAMMED", "OPEN"],
    ];
    for [one, two] in rows {
        let document = format!("{one},a\n{two},b\n{two}9,c\n{two},b\n");
        assert_eq!(count(&document, Format::Csv), 1, "{one}");
        let document = format!("| {one} | a |\n|---|---|\n| {two} | b |\n");
        assert_eq!(count(&document, Format::Markdown), 1, "{one}");
    }
    // A heading is known, or is not written as the codes.
    for headings in ["Code,Text", "Fehlernummer,Bedeutung", "Ticket,Message", "error_code,x"] {
        let document = format!("{headings}\nnot_found,a\nbad_request,b\n");
        assert_eq!(count(&document, Format::Csv), 0, "{headings}");
    }
}

#[test]
fn headings_of_codes_that_are_words_are_headings() {
    for heading in ["Code", "CODE", "Code 1", "错误码", "HTTP status code", "ERR_CODE"] {
        let document = format!("{heading},Text\nERR_A,one\nERR_B,two\n");
        let reader = Reader::new().code(heading).message("Text");
        let table = reader.read(&document, Format::Csv).unwrap().into_clean().unwrap();
        assert_eq!(table.rows().len(), 2, "{heading}");
    }
}

#[test]
fn a_blank_in_the_delimiter_row_is_one_finding() {
    let cases = [
        ("| Code | Message | Note |\n| :--- | :--- ---- |\n| 1 | one | x |\n| 2 | two | y |\n", 2),
        ("| Code | Message |\n| - - | -- |\n| 1 | one |\n", 1),
        ("Code | Message\n:-- --: | --\n1 | one\n", 1),
    ];
    for (document, rows) in cases {
        let reading = Table::read(document, Format::Markdown).unwrap();
        assert_eq!(reading.table.rows().len(), rows, "{document}");
        let problems: Vec<_> = reading.report.findings.iter().map(Finding::problem).collect();
        assert_eq!(problems, [&Problem::DelimiterCell], "{document}");
        assert_eq!(reading.report.findings[0].line(), 2);
    }
}
