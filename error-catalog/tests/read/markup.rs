//! Documents of Markdown and HTML: each row is in the table or in a finding.
//!
//! A case has the document, its rows as `line: code | message | description`, and its
//! findings as `line: text`.

use std::fmt::Write;
use std::time::Instant;

use error_catalog::{Format, Table};

use Format::{Html, Markdown};

struct Case {
    document: &'static str,
    rows: &'static [&'static str],
    findings: &'static [&'static str],
}

const fn case(
    document: &'static str,
    rows: &'static [&'static str],
    findings: &'static [&'static str],
) -> Case {
    Case { document, rows, findings }
}

#[track_caller]
fn check(format: Format, cases: &[Case]) {
    let mut failures = String::new();
    for Case { document, rows, findings } in cases {
        let (found_rows, found_findings) = match Table::read(document, format) {
            Ok(reading) => {
                let rows = reading.table.rows().iter().map(|row| {
                    let [code, message, description] =
                        [row.code(), row.message(), row.description()];
                    let text =
                        format!("{}: {code} | {message} | {description}", row.line().unwrap());
                    text.trim_end_matches([' ', '|']).to_owned()
                });
                let findings = reading.report.findings.iter();
                let findings = findings.map(|found| format!("{}: {}", found.line(), found.text()));
                (rows.collect::<Vec<_>>(), findings.collect::<Vec<_>>())
            }
            Err(error) => (vec![error.to_string()], Vec::new()),
        };
        if found_rows != *rows || found_findings != *findings {
            let _ = writeln!(
                failures,
                "{document}\nrows     {found_rows:?}\nexpected {rows:?}\nfindings {found_findings:?}\nexpected {findings:?}\n",
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn html_tables_in_markdown() {
    let cases = [
        // After an empty line CommonMark takes an indented row for a code block.
        case(
            "<table>\n  <tr><th>Code</th><th>Message</th></tr>\n\n    <tr><td>1</td><td>a</td></tr>\n\n    <tr><td>2</td><td>b</td></tr>\n</table>\n",
            &["4: 1 | a", "6: 2 | b"],
            &[],
        ),
        case("<br/>\n## More\n| Code | Message |\n|--|--|\n| 1 | a |\n", &["5: 1 | a"], &[]),
        case(
            "- Item\n\n  <table><tr><th>Code<th>Message\n\n  <tr><td>1<td>a</table>\n\n- | Code | Message |\n  |--|--|\n  | 2 | b |\n",
            &["5: 1 | a", "9: 2 | b"],
            &[],
        ),
        case(
            "> <table>\n> <tr><th>Code</th><th>Message</th></tr>\n>\n>     <tr><td>1</td><td>a</td></tr>\n> </table>\n\n> > | Code | Message |\n> > |--|--|\n> > | 2 | b |\n",
            &["4: 1 | a", "9: 2 | b"],
            &[],
        ),
        case(
            "import { Vg } from './vg'\n\n<Tabs>\n  <Tab name=\"x\">\n\n    | Code | Message |\n    |--|--|\n    | 1 | a <Vg k=\"X\" /> |\n  </Tab>\n</Tabs>\n\n<table style={{ width: '10%' }} onClick={() => a > b}>\n{/* <tr><td>0</td></tr> */}\n<tr><th>Code</th><th>Message</th></tr>\n<tr><td colSpan={1}>2</td><td>**b** <Vg k=\"Y\" /></td></tr>\n</table>\n",
            &["8: 1 | a", "15: 2 | b"],
            &[],
        ),
        // Markdown between empty lines.
        case(
            "<table>\n<tr>\n<td>\n\nCode\n\n</td>\n<td>Message</td>\n</tr>\n<tr>\n<td>\n\n`1`\n\n</td>\n<td>*a*</td>\n<td>\n\n  - *x*\n  - y\n\n</td>\n</tr>\n</table>\n",
            &["10: 1 | *a* x\ny"],
            &["10: 1 | *a* | x\ny"],
        ),
        // A table that is a cell of another.
        case(
            "<table><tr><td>\n\n| Code | Message |\n|--|--|\n| 1 | a |\n\n</td><td>\n\n| Code | Message |\n|--|--|\n| 2 | b |\n\n</td></tr></table>\n",
            &["5: 1 | a", "11: 2 | b"],
            &[],
        ),
        case(
            "<table><tr><th>Code<th>Message<tr><td>1\n<td>\n\na\n<table><tr><td>x</table>\n</table>\n",
            &["1: 1 | a"],
            &[],
        ),
        // Nothing closes the first table.
        case(
            "<table><tr><th>Code<th>Message<tr><td>1<td>a\n\n# More\n\n| Code | Message |\n|--|--|\n| 2 | b |\n",
            &["1: 1 | a", "7: 2 | b"],
            &[],
        ),
        case("<Table>\n\n| Code | Message |\n|--|--|\n| 1 | a |\n\n</Table>\n", &["5: 1 | a"], &[]),
        case(
            "| Code | Message |\n|--|--|\n| 1 | <table><tr><td>a</td></tr></table> |\n\n<tr><td>2</td><td>b</td></tr>\n",
            &["3: 1 | a"],
            &["5: <tr><td>2</td><td>b</td></tr>"],
        ),
    ];
    check(Markdown, &cases);
}

#[test]
fn rows_of_markdown_outside_of_tables() {
    let cases = [
        case(
            "| Code | Message |\n|--|--|\n| 1 | a |\n\n    | Code | Message |\n    |--|--|\n    | 2 | b |\n",
            &["3: 1 | a", "7: 2 | b"],
            &[],
        ),
        case("| Code | Message |\n|--|--|--|\n| 1 | a |\n", &["3: 1 | a"], &["2: |--|--|--|"]),
        case(
            "Code | Message\n--|--\n1 | a\n\n2 | b\nE | c\n\nText\n\nE | c\n\n-3 | d | e\n",
            &["3: 1 | a"],
            &["5: 2 | b", "6: E | c", "12: -3 | d | e"],
        ),
        case(
            "| 0 | x |\n\n| Code | Message |\n|--|--|\n| 1 | a |\n> | 2 | b |\n- | 3 | c |\n",
            &["5: 1 | a"],
            &["1: | 0 | x |", "6: | 2 | b |", "7: | 3 | c |"],
        ),
        case(
            "| Code | Message |\n|--|--|\n| 1 | a |\n## More\n| 2 | b |\n| 3 | c |\n",
            &["3: 1 | a"],
            &["5: | 2 | b |", "6: | 3 | c |"],
        ),
        case(
            "Text | with | bars\n\n`a | b`\n\n| Code | Message |\n|--|--|\n| 1 | a |\n{: .class }\nText\n",
            &["7: 1 | a"],
            &[],
        ),
        case(
            "| Code | Message |\n|--|--|\n| 1 | a |\n|--|--|\n| Code | Message |\n| 2 | b |\n| Code | Message |\n|--|--|\n| 3 | c |\n",
            &["3: 1 | a", "6: 2 | b", "9: 3 | c"],
            &[],
        ),
        case(
            "| Code | Message |\r\n|--|--|\r\n| 1 | a |\r\n\r\n| 2 | b |\r\n",
            &["3: 1 | a"],
            &["5: | 2 | b |"],
        ),
        // Nothing closes the code block.
        case("```\n| Code | Message |\n|--|--|\n| 1 | a |\n", &["4: 1 | a"], &[]),
        case("| | |\n|--|--|\n| Code | Message |\n| 1 | a |\n", &["4: 1 | a"], &[]),
        case("Text\n| Code | Message |\n|:--|--:|\n|1|a\n2|b|\n", &["4: 1 | a", "5: 2 | b"], &[]),
    ];
    check(Markdown, &cases);
}

#[test]
fn cells_of_markdown() {
    // The message, and its text.
    let cells = [
        ("<code>NO<wbr/>_ERROR</code>", "NO_ERROR"),
        ("<ul><li>a</li><li>b <b>c</b></li></ul>", "a\nb c"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("Vec<u8> and Map<K, V>", "Vec<u8> and Map<K, V>"),
        ("a < b > c", "a < b > c"),
        ("no <user> or <user-id>", "no <user> or <user-id>"),
        ("missing <code>", "missing <code>"),
        ("~~1002~~ <del>x</del>", "~~1002~~ ~~x~~"),
        ("1005 [^1]", "1005 [^1]"),
        ("[a](b) [c][ref] ![d](e) <https://x.y>", "a c d https://x.y"),
        (r"a \| b `c\|d` \\", r"a | b c|d \"),
        ("&lt;a&gt; &amp;amp; &#124; &nbsp", "<a> &amp; | &nbsp"),
        ("*a* **b** _c_ d_e_f `*`", "a b c d_e_f *"),
        ("<!-- x -->a<span class=\"x\">b</span>", "ab"),
        ("<svg><title>x</title></svg>a <img alt=\"b &amp; c\">", "a b & c"),
        ("- a", "- a"),
        ("# a  b", "# a  b"),
        ("<my-x>a</my-x><script>x</script>", "a"),
        ("a<?x y=\"1\" ?> b<!X>", "a b"),
    ];
    for (cell, text) in cells {
        let document = format!("|Code|Message|\n|-|-|\n|1|{cell}|\n\n[ref]: x\n");
        let reading = Table::read(&document, Markdown).unwrap();
        assert_eq!(reading.table.rows()[0].message(), text, "{cell}");
        assert!(reading.report.findings.is_empty(), "{cell}");
    }
}

#[test]
fn codes_and_what_follows_tables_of_markdown() {
    let cases = [
        // The number of a footnote is not part of a number.
        case(
            "| Code | Message |\n|--|--|\n| 1001<sup>1</sup> | a<sup>2</sup> 10<sup>6</sup> 1<sup>st</sup> x<sub>1</sub> |\n| 1002 | b |",
            &["4: 1002 | b"],
            &[
                "3: | 1001<sup>1</sup> | a<sup>2</sup> 10<sup>6</sup> 1<sup>st</sup> x<sub>1</sub> |",
            ],
        ),
        case(
            "| Code | Message |\n|--|--|\n| 1001 | a<sup>2</sup> 10<sup>6</sup> 10<sub>2</sub> 1<sup>st</sup> 1<sup></sup>2 |",
            &["3: 1001 | a2 10^6 10_2 1st 12"],
            &[],
        ),
        // Several codes in a cell, one of two that are not integers, and what ends a table.
        case(
            "| Code | Message |\n|--|--|\n| 1001<br>1002 | a |\n| 1003, 1004 | b |\n| 1005/1006 | c |",
            &[],
            &["3: | 1001<br>1002 | a |", "4: | 1003, 1004 | b |", "5: | 1005/1006 | c |"],
        ),
        case(
            "| Code | Message |\n|--|--|\n| E1, E2 | a |\n| E3 | b |\n| 1/2 | c |",
            &["4: E3 | b", "5: 1/2 | c"],
            &["3: | E1, E2 | a |"],
        ),
        case(
            "| Code | Message |\n|--|--|\n| 1001 | a |\n| Other | b |",
            &["3: 1001 | a"],
            &["4: | Other | b |"],
        ),
        case(
            "| Code | Message |\n|--|--|\n| 1001 | a |\n| P0001 | b |",
            &["3: 1001 | a", "4: P0001 | b"],
            &[],
        ),
        case("| Code | Message |\n|--|--|\n| 1001 | a |\n:::", &["3: 1001 | a"], &[]),
        case("| Code | Message |\n|--|--|\n| 1001 | a |\n{% endtab %}", &["3: 1001 | a"], &[]),
    ];
    check(Markdown, &cases);
}

#[test]
fn cells_of_html() {
    let cells = [
        ("<code>NO<wbr/>_ERROR</code>", "NO_ERROR"),
        ("<ul>\n <li>a</li>\n <li>b\n c</li>\n</ul>", "a\nb c"),
        ("<p>a</p><p>b</p>c <br> d", "a\nb\nc\nd"),
        ("Vec<u8> and Map<K, V>", "Vec<u8> and Map<K, V>"),
        ("a < b > c <", "a < b > c <"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("a <b", "a <b"),
        ("a <p b", "a <p b"),
        ("<p>a</p><br>b<input type=x>", "a\n\nb"),
        ("&lt;a&gt; &copy &notit; &#x80;", "<a> © ¬it; €"),
        ("<o:p></o:p>a<!-- <td>x</td> --><style>x</style>", "a"),
        ("<a title='>'>x</a> <a title=\">y", "x y"),
        ("<del>x</del><math><mi>y</mi></math>", "~~x~~y"),
        ("a<table><tr><td>nested</table>b", "a\nb"),
        ("<![if !supportLists]>a<![endif]><?xml:namespace prefix = o ns = \"urn:x\" />b", "ab"),
        ("<! x <b>a</b> <?y", "<! x a <?y"),
        ("<![CDATA[a]]>", "<![CDATA[a]]>"),
        ("<img alt='a&copy=b &copy; &lt;c&gt;'>", "a&copy=b © <c>"),
    ];
    for (cell, text) in cells {
        let document = format!("<table><tr><th>Code<th>Message<tr><td>1<td>{cell}</td></table>");
        let reading = Table::read(&document, Html).unwrap();
        assert_eq!(reading.table.rows()[0].message(), text, "{cell}");
        assert!(reading.report.findings.is_empty(), "{cell}");
    }
}

#[test]
fn rows_of_html() {
    let cases = [
        // Cells outside of tables.
        case(
            "<table><tr><th>Code<th>Message<tr><td>1<td>a</table>\n</table>\n<tr><td>2</td><td>b</td></tr>\n<p>Text\n<td>0<table></table><td>3\n",
            &["1: 1 | a"],
            &["3: 2 | b", "5: 0", "5: 3"],
        ),
        // Text between cells.
        case(
            "<table>\n<tr><th>Code<th>Message</tr>\n<tr><td>1</td>x<td>a</td></tr></table>\n",
            &["3: 1 | a"],
            &["3: x"],
        ),
        // A cell over several rows, and one over the whole row.
        case(
            "<table><tr><th>Code<th>Message<th>Description\n<tr><td>1<td rowspan=2>a<td>x\n<tr><td>2<td>y\n<tr><td>3<td colspan=2>b\n</table>",
            &["2: 1 | a | x", "3: 2 | a | y", "4: 3 | b | b"],
            &[],
        ),
        // So many cells would not fit into memory.
        case(
            "<table><tr><th>Code<th>Message<tr><td rowspan=0 colspan=1000>1<td rowspan=0 colspan=1000>2<td>3<tr><td>4<tr><td>5",
            &[
                "line 1: cells that span rows and columns make the tables more than 32 times as large as the document; write smaller spans",
            ],
            &[],
        ),
        // Each row has a line, even where a tag has several.
        case(
            "<TABLE>\n<TR><TH>Code</TH><TH>Message</TH></TR>\n\n<TR\n  class=\"a\nb\"><TD>1</TD>\n<TD>a</TD></TR><TR>\n<TD>2<TD>b</TABLE>\n",
            &["4: 1 | a", "7: 2 | b"],
            &[],
        ),
        case(
            "<table><tr><td><table><tr><th>Code<th>Message<tr><td>1<td>a</table></table>",
            &["1: 1 | a"],
            &[],
        ),
    ];
    check(Html, &cases);
}

#[test]
fn short_rows_of_a_wide_table_are_rows_and_findings() {
    let mut document = format!("| Code | Message {}|\n{}|\n", "| x ".repeat(98), "|-".repeat(100));
    for code in 0..4_000 {
        let _ = writeln!(document, "| {code} | a |");
    }
    let reading = Table::read(&document, Markdown).unwrap();
    assert_eq!(reading.table.rows().len(), 4_000);
    assert_eq!(reading.report.findings.len(), 4_000);
}

/// The time for documents of one, two and four times a size. Twice the size should
/// take twice the time: run with `--release --ignored --nocapture`.
#[test]
#[ignore = "prints how time grows, and asserts nothing"]
fn time_grows_with_the_document() {
    let hostile = [
        "<",
        "</",
        "<!--",
        "<table>",
        "<table>\n",
        "</table>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "<a b=\"",
        "<a b='<a c=\"",
        "<td a={",
        "{/*",
        "<script>",
        "<svg>",
        "<math>",
        "<pre>",
        "<td rowspan=0>x",
        "<td colspan=1000>",
        "<tr><td rowspan=0 colspan=2>",
        "<ul><li>",
        "<div>",
        "<b>",
        "<x-y>",
        "`",
        "``` ",
        "`a``",
        "[",
        "![",
        "[a](",
        "[a][b]",
        "*a_",
        "**a ",
        "_*",
        "&",
        "&#",
        "\\",
        "|",
        "|-",
        "|-\n",
        "| a |\n",
        "a | b\n",
        "> ",
        ">\n",
        "- ",
        "1. a\n",
        "-\n",
        "```\n",
        "~~~\n<!--\n",
        "<!--\n",
        "# a\n",
        "#",
        "\n\n",
        "    a\n",
        "[a]: b\n",
        "<?",
        "<!a",
        "<![CDATA[",
        "<a ",
        "<tr><td>\n\n",
        "<td>\n\n> ",
        "<td>\n\n```\n",
        "<table><tr><td>\n\n",
        "<caption>",
        "<h1>",
        "&amp",
        "<img alt=",
        "<></>",
        "<A b={",
        "<Ab c={d} />",
        "- 1001: a\n",
        "1001: a\n",
        "1001. a\n",
        "`a_b`: [c](d)\\\n",
        "## 1001\n### a\n",
        "## 1001\n\nCause: a\n\n",
        "<dt>1001<dd>Cause: a",
        "<section><h2>1001</h2>",
        "<ol start=1001><li>",
        "<div><dt>1001</dt>",
    ];
    let mut kinds: Vec<(String, Format, [String; 3])> = Vec::new();
    let table = "<table><tr><th>Code<th>Message";
    for part in hostile {
        let parts = ["|Code|Message|\n|-|-|\n|1|", part, ""];
        kinds.push((format!("cell of {part:?}"), Markdown, parts.map(str::to_owned)));
        let parts = ["|Code|Message|\n|-|-|\n|1|a|\n", part, ""];
        kinds.push((format!("rows of {part:?}"), Markdown, parts.map(str::to_owned)));
        for format in [Markdown, Html] {
            let parts = ["<table><tr><th>Code<th>Message<tr><td>1<td>\n\n", part, "</table>"];
            kinds.push((format!("table of {part:?}"), format, parts.map(str::to_owned)));
        }
    }
    for (kind, format, [before, part, after]) in &kinds {
        let times = [1, 2, 4].map(|factor| {
            let document = format!("{before}{}{after}", part.repeat(factor * 500_000 / part.len()));
            time(&document, *format).1
        });
        let is_slow = times[2] > 3 * times[1].max(20) || times[2] > 3_000;
        if is_slow {
            println!("{format} {kind}: {times:?} ms");
        }
    }
    let row = |code: usize| format!("| {code} | ERROR_{code} | a `b` *c* <br> d |\n");
    let html_row = |code: usize| format!("<tr><td>{code}<td>a <code>b</code><td>c</tr>\n");
    for factor in [1, 2, 4] {
        let count = factor * 125_000;
        let rows: String = (0..count).map(row).collect();
        let document = format!("|Code|Message|Description|\n|-|-|-|\n{rows}");
        println!("{count} rows of Markdown: {:?}", time(&document, Markdown));
        let rows: String = (0..count).map(html_row).collect();
        let document = format!("{table}<th>Description{rows}</table>");
        println!("{count} rows of HTML: {:?}", time(&document, Html));
        println!("{count} rows of HTML in Markdown: {:?}", time(&document, Markdown));
        let count = factor * 2_000;
        let tables = |row: fn(usize) -> String| (0..count).map(row).collect::<String>();
        let document = tables(|code| {
            format!("# A\n<table><tr><th>Code<th>Message<tr><td>{code}<td>a</table>\n\n")
        });
        println!("{count} tables of HTML: {:?}", time(&document, Html));
        println!("{count} tables of HTML in Markdown: {:?}", time(&document, Markdown));
        let document = tables(|code| format!("# A\n|Code|Message|\n|-|-|\n|{code}|a|\n\n"));
        println!("{count} tables of Markdown: {:?}", time(&document, Markdown));
    }
}

/// The number of rows and of findings, and the milliseconds.
fn time(document: &str, format: Format) -> ((usize, usize), u128) {
    let start = Instant::now();
    let reading = Table::read(document, format);
    let time = start.elapsed().as_millis();
    (
        reading
            .map_or((0, 0), |reading| (reading.table.rows().len(), reading.report.findings.len())),
        time,
    )
}
