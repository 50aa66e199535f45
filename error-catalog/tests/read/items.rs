//! Codes in lists, headings, definitions and paragraphs.

use error_catalog::{Format, LeftOut, ReadError, Reading, Table};

/// Each row as `line code/name/message/description`, then each finding as `line!`.
pub(crate) fn shown(reading: &Reading) -> String {
    let rows = reading.table.rows().iter().map(|row| {
        let texts = [row.code(), row.name(), row.message(), row.description()];
        format!("{} {}", row.line().unwrap_or_default(), texts.join("/"))
    });
    let findings = reading.report.findings.iter().map(|finding| format!("{}!", finding.line()));
    rows.chain(findings).collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub(crate) fn check(format: Format, cases: &[(&str, &str)]) {
    for (document, expected) in cases {
        let found = match Table::read(document, format) {
            Ok(reading) => shown(&reading),
            Err(error) => error.to_string(),
        };
        assert_eq!(found, *expected, "in the document\n{document}");
    }
}

#[test]
fn items_that_begin_with_a_code_are_rows() {
    check(
        Format::Markdown,
        &[
            // Lists.
            ("- `1001`: one\n- `1002`: two", "1 1001//one/\n2 1002//two/"),
            ("* **1001** – one\n* **1002:** two", "1 1001//one/\n2 1002//two/"),
            ("+ 1001: one\n+ 1002 - two", "1 1001//one/\n2 1002//two/"),
            ("- [1001](#a) One\n- [`1002`](#b) two", "1 1001//One/\n2 1002//two/"),
            ("- -1: one\n- 0x1F: two", "1 -1//one/\n2 0x1F//two/"),
            ("- E1001: one\n- `E1002` two", "1 E1001//one/\n2 E1002//two/"),
            ("- ERR-101: one\n- ERR-102: two", "1 ERR-101//one/\n2 ERR-102//two/"),
            ("- 42P01: one\n- 08006: two", "1 42P01//one/\n2 08006//two/"),
            ("- Error 7: one\n- Error code 8 two", "1 7//one/\n2 8//two/"),
            ("- 错误码 1001：一\n- 1002：二", "1 1001//一/\n2 1002//二/"),
            ("- `E_OK` (0): one\n- `E_NO` (1)", "1 0/E_OK/one/\n2 1/E_NO/E_NO/"),
            ("- 1 (`E_NO`): one", "1 1/E_NO/one/"),
            ("- 31 (0x1F): one\n- 32 (0x20) two\n- 33 (0x1): a", "1 31//one/\n2 32//two/\n3!"),
            ("1. `1001`: one\n2. `1002`: two", "1 1001//one/\n2 1002//two/"),
            ("- `1001`: one &amp; *two*\n  three", "1 1001//one & two three/"),
            ("1001. One\n1002. Two", "1 1001//One/\n2 1002//Two/"),
            ("- [ ] 1001: one\n- [x] 1002: two", "1 1001//one/\n2 1002//two/"),
            ("- 1001、一\n- 1002 二", "1 1001//一/\n2 1002//二/"),
            // What is below an item is its description; a list of codes is not.
            (
                "- `1001`: one\n  - Cause: a\n  - Fix: b\n\n  More.\n- `1002`: two",
                "1 1001//one/Cause: a\nFix: b\nMore.\n6 1002//two/",
            ),
            ("- Tokens\n  - `1001`: one\n- Doors\n  - `1002`: two", "2 1001//one/\n4 1002//two/"),
            ("- `1000`: one\n  - `1001`: two", "1 1000//one/\n2 1001//two/"),
            // Codes that might be years, but not beside the others.
            (
                "# A\n\n- 1001: a\n- 1002: b\n\n# B\n\n- 2001: c\n- 2002: d\n\n# C\n\n- 2011: e\n- 3001: f",
                "3 1001//a/\n4 1002//b/\n8 2001//c/\n9 2002//d/\n13 2011//e/\n14 3001//f/",
            ),
            (
                "- 1001: a\n- 1002: b\n\nC\n\n- 2009: c\n\nD\n\n- 2011: d\n\nE\n\n- 2023: e\n- 2024: f",
                "1 1001//a/\n2 1002//b/\n6 2009//c/\n10 2011//d/",
            ),
            ("- 1001: a\n- 1002: b\n\n# History\n\n- 2001: c", "1 1001//a/\n2 1002//b/"),
            // A list that is left out belongs to the row above it.
            (
                "## 1001 a\n\nx\n\n- 2021: b\n- 2022: c\n\n## 1002 d\n\n- `no_key`: e\n- `bad_key`: f",
                "1 1001//a/x\n2021: b\n2022: c\n8 1002//d/no_key: e\nbad_key: f",
            ),
            // Headings.
            (
                "# Errors\n\n### 10001 Title\n\nText.\n\n### 10002 Other\n\nOne.\n\nTwo.",
                "3 10001//Title/Text.\n7 10002//Other/One.\nTwo.",
            ),
            ("#### CURLE_OK (0)\n\nFine.\n", "1 0/CURLE_OK/CURLE_OK/Fine."),
            ("## (5) E_BUSY {#busy}\n\nText.", "1 5//E_BUSY/Text."),
            ("###### <a name=\"x\"></a>`E1001`\nText.\n\nMore.", "1 E1001//Text./More."),
            ("1001 One\n---\nText.\n\n1002 Two\n---\n", "1 1001//One/Text.\n5 1002//Two/"),
            ("## 0 Success\n## 1 Failure", "1 0//Success/\n2 1//Failure/"),
            ("## Intro\n## 1001 One\n## See also\n", "2 1001//One/"),
            // The text ends at the next heading of the level. A table in it has its own rows.
            (
                "## 1001 One\nText.\n\n```\ncode {\n  more\n}\n```\n\nMore.\n\n### Details\n\n- a\n- b\n\n## End\n\nNo.",
                "1 1001//One/Text.\ncode {\n  more\n}\nMore.\nDetails\na\nb",
            ),
            (
                "## 1001 One\nText.\n\n| P | Q |\n| - | - |\n| a | b |\n\nMore.",
                "1 1001//One/Text.\nMore.",
            ),
            ("## 1001 One\n\n- Do:\n\n      code\n", "1 1001//One/Do:\ncode"),
            // Definitions and paragraphs.
            (
                "<dl><dt>1001</dt><dd>one</dd>\n<dt>1002<dd>two<dd>three</dl>",
                "1 1001//one/\n2 1002//two/three",
            ),
            ("1001\n: one\n\n1002\n: two", "1 1001//one/\n4 1002//two/"),
            ("**E1001**\nOne.\n\n**E1002**\n\nTwo.", "1 E1001//One./\n4 E1002//Two./"),
            ("E_OK (0)\n\nFine.\n\nE_NO (1)\n\nNot.", "1 0/E_OK/E_OK/Fine.\n5 1/E_NO/E_NO/Not."),
            ("**E1001: One.** Two.\n\nThree.", "1 E1001//One. Two./Three."),
            // A list of contents says nothing new.
            (
                "- [1001 One](#a)\n- [1002 Two](#b)\n\n## 1001 One\nText.\n## 1002 Two\nText.",
                "4 1001//One/Text.\n6 1002//Two/Text.",
            ),
            // Every row is still there.
            ("- `1001`: one\n- `1002`: two\n- Other: three", "1 1001//one/\n2 1002//two/\n3!"),
            ("- `1001`: one\n- 1002-1009: two\n- 1010: c", "1 1001//one/\n3 1010//c/\n2!"),
            (
                "- 1001–1009: one\n- 1011, 1012: two\n- 1013: c\n- 1014: d\n- 1015: e",
                "3 1013//c/\n4 1014//d/\n5 1015//e/\n1!\n2!",
            ),
            ("- `1001`: one\n- ~~1002~~: two\n- 1010: c", "1 1001//one/\n3 1010//c/\n2!"),
        ],
    );
}

#[test]
fn items_of_html_that_begin_with_a_code_are_rows() {
    check(
        Format::Html,
        &[
            (
                "<ul><li><code>1001</code>: one<li><b>1002</b> &ndash; two</ul>",
                "1 1001//one/\n1 1002//two/",
            ),
            ("<ol>\n<li><p>1001: one</p><p>two</p></li>\n</ol>", "2 1001//one/two"),
            (
                "<h2>E</h2>\n<h3 id=a>1001 One<a href=#a>¶</a></h3>\n<p>Text.</p>\n<h3>1002 Two</h3>",
                "2 1001//One/Text.\n4 1002//Two/",
            ),
            (
                "<h4>(5) E_BUSY</h4><p>Text.</p><pre>a\n  b\n</pre><p>More.</p><h5>So:</h5><ul><li>c</ul>",
                "1 5//E_BUSY/Text.\na\n  b\nMore.\nSo:\nc",
            ),
            (
                "<section><h3>1001 One</h3><p>a</p></section><section><h3>1002 Two</h3></section><p>b</p>",
                "1 1001//One/a\n1 1002//Two/",
            ),
            ("<h3>1001 One</h3><p>a</p><footer>b</footer>", "1 1001//One/a"),
            ("<nav><ul><li>1000: none</ul></nav><ul><li>1001: one</ul>", "1 1001//one/"),
            ("<nav><footer><ul><li>1001: one</ul>", "1 1001//one/"),
            (
                "<dl>\n<dt>1001<dd>one\n<dt><a id=x></a>E_NO (1002)</dt><dd>two</dd></dl>",
                "2 1001//one/\n3 1002/E_NO/E_NO/two",
            ),
            (
                "<p><strong>E1001</strong></p><p>One.</p><p><b>E1002</b><br>Two.</p>",
                "1 E1001//One./\n1 E1002//Two./",
            ),
            ("<dl><dt>1001<dt>1002<dd>one</dl>", "1 1001//one/\n1 1002//one/"),
            (
                "<dl><div><dt>1001</dt><dd>one</dd></div>\n<div class=a><dt>1002</dt><div><dd>two<dd>three</div></div></dl>",
                "1 1001//one/\n2 1002//two/three",
            ),
            (
                "<ul><li>1001: one<ul><li>Cause: a</ul><li>1002: two</ul>",
                "1 1001//one/Cause: a\n1 1002//two/",
            ),
        ],
    );
}

#[test]
fn numbers_of_lists_that_are_no_count_are_codes() {
    check(
        Format::Html,
        &[
            ("<ol start=1001><li>one<li>two</ol>", "1 1001//one/\n1 1002//two/"),
            (
                "<ol start='1001'><li>one<li value=1005>two<li>three</ol>",
                "1 1001//one/\n1 1005//two/\n1 1006//three/",
            ),
            ("<ol><li value=1003>one<p>two</p></ol>", "1 1003//one/two"),
            ("<ol><li>none<li value=1001>one</ol>", "1 1//none/\n1 1001//one/"),
            ("<ol reversed start=-1001><li>one<li>two</ol>", "1 -1001//one/\n1 -1002//two/"),
            // The items have codes of their own.
            ("<ol start=101><li><b>2001</b>: one<li>2002: two</ol>", "1 2001//one/\n1 2002//two/"),
        ],
    );
    check(
        Format::Markdown,
        &[
            ("1001. one\n1005. two\n1003. three", "1 1001//one/\n2 1005//two/\n3 1003//three/"),
            ("1001) one\n1002) two", "1 1001//one/\n2 1002//two/"),
            ("0. none\n1. one\n1001. two", "1 0//none/\n2 1//one/\n3 1001//two/"),
        ],
    );
    let steps: Vec<String> = (1..=150).map(|number| format!("{number}. Do it\n")).collect();
    let steps = steps.concat();
    let cases = [
        (Format::Markdown, steps.as_str(), 0),
        (Format::Markdown, "1. a\n1. b\n", 0),
        (Format::Markdown, "4. a\n5. b\n", 0),
        (Format::Html, "<ol start=4><li>a<li>b</ol>", 0),
        (Format::Html, "<ol reversed><li>a<li>b<li>c</ol>", 0),
        // The report names what may be codes.
        (Format::Markdown, "0. a\n1. b\n", 1),
        (Format::Html, "<ol start=10><li>a<li>b</ol>", 1),
    ];
    for (format, document, lists) in cases {
        let error = Table::read(document, format).unwrap_err();
        let tables = &error.report().unwrap().tables;
        let reasons: Vec<_> = tables.iter().filter_map(|table| table.left_out.clone()).collect();
        assert_eq!(reasons, vec![LeftOut::MaybeSteps; lists], "{document}");
    }
}

#[test]
fn paragraphs_and_lines_that_begin_with_codes_are_rows() {
    check(
        Format::Markdown,
        &[
            (
                "1001: one\n\n1002 - two\n\n1003 – three",
                "1 1001//one/\n3 1002//two/\n5 1003//three/",
            ),
            ("Codes:\n1001: one\ngoes on\n1002: *two*\n", "2 1001//one goes on/\n4 1002//two/"),
            ("`1001`: one\n**1002** – two\n", "1 1001//one/\n2 1002//two/"),
            ("E1001: one\n\nMore.\n\nE1002: two", "1 E1001//one/More.\n5 E1002//two/"),
            (
                "1001: one\\\n1002: [two](a)  \n1003: three",
                "1 1001//one/\n2 1002//two/\n3 1003//three/",
            ),
        ],
    );
    check(
        Format::Html,
        &[
            (
                "<p>1001: one<br>1002: two<br/>\n1003: <b>three</b></p>",
                "1 1001//one/\n1 1002//two/\n2 1003//three/",
            ),
            ("<div>1001: one</div>\n<div>1002: two</div>", "1 1001//one/\n2 1002//two/"),
        ],
    );
}

#[test]
fn items_with_several_codes_or_struck_codes_are_findings() {
    check(
        Format::Markdown,
        &[
            (
                "- 1001: a\n- 1002 to 1003: b\n- 1004 bis 1005: c\n- 1006 至 1007: d\n- 1008至1009: e\n- 1010: f",
                "1 1001//a/\n6 1010//f/\n2!\n3!\n4!\n5!",
            ),
            (
                "- 1001: a\n- 1002 and 1003: b\n- 1004 & 1005: c\n- 1006+1007: d\n- 1008；1009: e\n- 1010: f",
                "1 1001//a/\n6 1010//f/\n2!\n3!\n4!\n5!",
            ),
            (
                "- [1001] a\n- [1002] to [1003] b\n- [1004](#x)-[1005](#y): c\n- (1006) and (1007) d\n- \"1008\", \"1009\": e\n- [1010] (see [1011]) f",
                "1 1001//a/\n6 1010//(see [1011]) f/\n2!\n3!\n4!\n5!",
            ),
            (
                "- 1001: a\n- 1002 … 1003: b\n- 1004..1005: c\n- 1006 ... 1007: d\n- 1008 — 1009: e\n- 1010 — 1000 doors",
                "1 1001//a/\n6 1010//1000 doors/\n2!\n3!\n4!\n5!",
            ),
            (
                "## 1001 a\n\n## 1002 to 1003: b\n\n## 1004 c\n\n## 1005 d",
                "1 1001//a/\n5 1004//c/\n7 1005//d/\n3!",
            ),
            (
                "1001: a\n\n1002 or 1003: b\n\n1004: c\n\n1005 together: d\n\n1006: e",
                "1 1001//a/\n5 1004//c/1005 together: d\n9 1006//e/\n3!",
            ),
            ("- E1001 to E1002: b\n- E1003..E1004: c\n- E1005: d", "3 E1005//d/\n1!\n2!"),
            // Struck out, alone or with the text.
            (
                "- ~~1001~~: a\n- ~~1002: b~~\n- ~~**1003** c~~\n- 1004: d\n- 1005: e\n- 1006: f\n- 1007: g",
                "4 1004//d/\n5 1005//e/\n6 1006//f/\n7 1007//g/\n1!\n2!\n3!",
            ),
            ("## 1001 a\n\n## ~~1002 b~~\n\n## 1003 c", "1 1001//a/\n5 1003//c/\n3!"),
            (
                "1001: a\n\n~~1002: b~~\n\n~~**1003** c~~\n\n1004: d\n\n1005: e",
                "1 1001//a/\n7 1004//d/\n9 1005//e/\n3!\n5!",
            ),
            // A code that is a string is struck out, too.
            ("- E1001: a\n- ~~E1002: b~~ gone", "1 E1001//a/\n2!"),
        ],
    );
    check(
        Format::Html,
        &[("<ul><li><s>1001: a</s><li>1002: b<li>1003: c</ul>", "1 1002//b/\n1 1003//c/\n1!")],
    );
}

#[test]
fn codes_that_are_written_in_other_ways_are_rows_or_findings() {
    check(
        Format::Markdown,
        &[
            ("- E1, E2: b\n- E4: c", "2 E4//c/\n1!"),
            ("- ERR-101, ERR-102: b\n- ERR-103: c", "2 ERR-103//c/\n1!"),
            ("- ERR-101-ERR-102: b\n- ERR-103 - ERR-104: c\n- ERR-105: d", "3 ERR-105//d/\n1!\n2!"),
            ("- ERR_1/ERR_2: b\n- ERR_3: c", "2 ERR_3//c/\n1!"),
            (
                "- E1001: a\n- E1002/E1003: b\n- E1004 – E1005: c\n- E1006-E1007: d\n- `E1008`: a-b",
                "1 E1001//a/\n5 E1008//a-b/\n2!\n3!\n4!",
            ),
            (
                "- E1001 - E1002 is wrong\n- E1003, E is wrong",
                "1 E1001//E1002 is wrong/\n2 E1003//E is wrong/",
            ),
            (
                "- 1001: a\n- 1002 - 1003: b\n- `1004` - `1005`: c\n- 1006: d\n- 1007 - 1008 doors\n- 1009: e",
                "1 1001//a/\n4 1006//d/\n5 1007//1008 doors/\n6 1009//e/\n2!\n3!",
            ),
            // In quotes, after a sign, and before other marks.
            (
                "- \"1001\": a\n- '1002': b\n- 「1003」 c\n- `\"1004\"` – d",
                "1 1001//a/\n2 1002//b/\n3 1003//c/\n4 1004//d/",
            ),
            ("- ❌ 1001: a\n- ⚠️ 1002: b\n- • 1003: c", "1 1001//a/\n2 1002//b/\n3 1003//c/"),
            ("- 1001, a\n- 1002；b\n- 1003 (c)", "1 1001//a/\n2 1002//b/\n3 1003//(c)/"),
            ("- E1001 a\n- E1002 b", "1 E1001//a/\n2 E1002//b/"),
            ("- 0x101 a\n- -102 b", "1 0x101//a/\n2 -102//b/"),
            ("- err 1001: a\n- Exception 1002: b", "1 1001//a/\n2 1002//b/"),
            ("- 【1001】a\n- (1002)b", "1 1001//a/\n2 1002//b/"),
            (
                "<details>\n<summary>1001</summary>\n\na\n</details>\n\n<details><summary>1002: b</summary>\nc\n</details>",
                "2 1001//a/\n7 1002//b/c",
            ),
            // HTTP statuses that have the codes below them.
            (
                "### 400 Bad Request\n\n- 1001: a\n\n### 401 Unauthorized\n\n- 1002: b",
                "3 1001//a/\n7 1002//b/",
            ),
            ("- 400: a\n  - 1001: b\n- 401: c", "2 1001//b/"),
            (
                "- 400: a\n  - 1: b\n- 401: c\n- 1001: d",
                "1 400//a/\n3 401//c/\n4 1001//d/\n2 1//b/",
            ),
            ("- 400: a\n- 401: b\n\nText.\n\n- 1001: c", "1 400//a/\n2 401//b/\n6 1001//c/"),
            // Marks of containers and templates belong to no text.
            (
                ":::note\n- 1001: a\n- 1002: b\n:::\n\n{% x %}\n- 1003: c\n{% endx %}\n{{< /y >}}",
                "2 1001//a/\n3 1002//b/\n7 1003//c/",
            ),
            (
                "### 1001 A\n\n:::tip\na\n:::\n\n```\n:::\n```\n\n::: tip 2\n{: .b}",
                "1 1001//A/a\n:::\n::: tip 2",
            ),
            // Codes of several letters.
            ("- A0001: a\n- B0001: b", "1 A0001//a/\n2 B0001//b/"),
            (
                "- 00000: ok\n- A0001: a\n- B0001: b\n- C0002: c",
                "1 00000//ok/\n2 A0001//a/\n3 B0001//b/\n4 C0002//c/",
            ),
            // Codes in bold with a text beside them.
            ("**1005** foo\n\n**1006** Title\n\nbar", "1 1005//foo/\n3 1006//Title/bar"),
            (
                "**1006 Title**\n\nfoo\n\n**1007 More**\n\nbar",
                "1 1006//Title/foo\n5 1007//More/bar",
            ),
            // The ends of a run of headings.
            (
                "### 1003-1005 C\n\n### 1001 A\n\n### 1002 B\n\n### See also",
                "3 1001//A/\n5 1002//B/\n1!",
            ),
            ("### 1001 A\n\n### 1002 B\n\n### 1003-1005 C\n\ntext", "1 1001//A/\n3 1002//B/\n5!"),
            (
                "#### E_OK (0)\n\n#### E_NO (1)\n\nbad\n\n#### Obsolete error (2)\n\nx",
                "1 0/E_OK/E_OK/\n3 1/E_NO/E_NO/bad\n7!",
            ),
            (
                "E_OK (0)\n\nFine.\n\nOld error (1)\n\nNo.\n\nE_NO (2)\n\nBad.\n\nOld (3)\n\nNo.",
                "1 0/E_OK/E_OK/Fine.\n9 2/E_NO/E_NO/Bad.\n5!\n13!",
            ),
            ("### 1003-1005\n\nfoo\n\n### 1006: x", "5 1006//x/\n1!"),
            ("## 2024-01-02\n\nx\n\n## 404 page", "5 404//page/"),
            ("### 1001 A\n\n### 1002 B\n\n### Part (2)", "1 1001//A/\n3 1002//B/"),
        ],
    );
}

#[test]
fn numbers_in_prose_are_no_codes() {
    let table = "# Errors\n\n| Code | Message |\n| --- | --- |\n| 404 | one |\n| 1001 | two |\n\n";
    let prose = [
        "1. Open the console\n2. Click\n\n1) One\n2) Two",
        "- 2019-05-01: released\n- 1.2.3: mended\n- 10:30 lunch\n- 50% off\n- 1,000 users",
        "- 3 retries\n- 100 requests per minute\n- 5 MB",
        "In 2019 we had 404 errors.\n\n**404** is returned if it is gone.\n\n**500** too.",
        "- 2019: founded\n- 2020: sold\n",
        "- 2019–2020: founded\n- 2020/2021: sold\n\n2021. One\n2022. Two\n",
        "- 24/7: open\n- 1/2: half",
        "**2019** was good.\n\n**2020 Results** were too.\n\n**2021** more",
        "**1000 users** more\n\n**1000** users",
        "**Note** (2): an E_OK (0) is none.\n\n`timeout` (3000) in ms",
        "## 2024\n\nText.\n\n## 2023\n\nText.",
        "## 1 Introduction\n\n## 2 Usage\n\n## 3. More\n",
        "## 2 Factor Authentication\n\n### 3.1 Usage\n\n### 8-bit codes",
        "### 0. Preface\n\n### 1. Usage\n\n### 2. End",
        "### 1、概述\n\n### 2、用法\n\n### 4、其他",
        "### Q1: Why?\n\nSo.\n\n### Q2: How?\n\nSo.",
        "- example.com: a\n- index.html: b\n- Node.js: c",
        "- [1](#a)\n- [2](#b)\n- [99](#c)",
        "- `timeout`: 1000\n- `int32`: a number\n- `int64`: a number",
        "- HTTP2: fast\n\n- S3: far\n\n### UTF-8",
        "```\n- 1005: one\n```\n\n<!--\n- 1006: two\n-->\n",
        "- 1 apple\n- Two\n- Three\n- 1007: four",
        "1: Open it.\n\n2: Close it.\n\n3: Go.",
        "1001: one alone",
        "It has\n1000 users or\n2000 more.\n\n5 - 10 minutes\n\n5 - 20 minutes",
        "At 10:30 we met.\n\n10:30 tea\n\n11:30 lunch",
        "Q1: Why?\n\nA1: So.\n\nQ2: How?\n\nA2: So.",
        "- **Note**: a\n- **Tip**: b\n\n**NOTE**: a\n\n**Cause:** b\n\n**Built-in**: c",
    ];
    for prose in prose {
        let alone = Table::read(prose, Format::Markdown).unwrap_err();
        let is_none =
            matches!(alone, ReadError::NoTable { .. } | ReadError::NoTableButLists { .. });
        assert!(is_none, "{alone}\n{prose}");
        let document = format!("{table}{prose}\n");
        let table = Table::read(&document, Format::Markdown).unwrap().into_clean();
        assert_eq!(table.unwrap().rows().len(), 2, "{prose}");
    }
}

#[test]
fn lists_of_numbers_of_things_are_left_out() {
    for document in ["- 1000 users\n- 2000 more", "1. 1000 users\n2. **5000** users\n3. 2000 more"]
    {
        let error = Table::read(document, Format::Markdown).unwrap_err();
        let reasons = error.report().unwrap().tables.iter().map(|table| table.left_out.clone());
        assert_eq!(reasons.collect::<Vec<_>>(), [Some(LeftOut::MaybeCounts)], "{document}");
    }
}

#[test]
fn the_text_of_a_finding_has_the_markup_in_front_of_the_code() {
    let markdown = "1001: a\n\n**1002, 1003**: b\n\n[`1004`–`1005`](x) c\n\n1006: d\n";
    let html = "<p>1001: a<p class=x><b>1002</b>, 1003: b\n<p>1004: c";
    let cases: [(_, _, &[&str]); 2] = [
        (Format::Markdown, markdown, &["**1002, 1003**: b", "[`1004`–`1005`](x) c"]),
        (Format::Html, html, &["<p class=x><b>1002</b>, 1003: b"]),
    ];
    for (format, document, expected) in cases {
        let reading = Table::read(document, format).unwrap();
        let texts = reading.report.findings.iter().map(error_catalog::Finding::text);
        assert_eq!(texts.collect::<Vec<_>>(), expected);
    }
}
