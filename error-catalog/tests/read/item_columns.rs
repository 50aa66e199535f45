//! Columns of lists: headings, labels and links below codes.

use error_catalog::{Format, Reader, Table};

use crate::items::{check, shown};

#[test]
fn headings_that_recur_below_codes_are_columns() {
    let document = "\
### 1001 One

Text.

#### Cause

A cause.

##### Details

- more

#### Solution

Do it.

### 1002 Two

#### Cause:

Another.

#### Solution

#### Example

```
x
```
";
    let reading = Table::read(document, Format::Markdown).unwrap();
    let table = &reading.table;
    assert_eq!(table.columns(), ["Cause", "Solution"]);
    let rows: Vec<_> =
        table.rows().iter().map(|row| [vec![row.description()], row.values()].concat()).collect();
    assert_eq!(
        rows,
        [["Text.", "A cause.\nDetails\nmore", "Do it."], ["Example\nx", "Another.", ""],]
    );
    // They have the message where the headings have the code alone.
    check(
        Format::Markdown,
        &[(
            "## 1001\n### Message\none\n### Solution\na\n## 1002\n### Message\ntwo\n### Solution\nb",
            "1 1001//one/a\n6 1002//two/b",
        )],
    );
}

#[test]
fn headings_of_most_rows_are_columns_in_each_section() {
    let document = "\
# A\n\n### 1001 a\n\n#### Cause\n\nb\n\n### 1002 c\n\n#### Cause\n\nd\n\n\
# B\n\n### 2001 e\n\n#### Cause\n\nf\n\n### 2002 g\n\nh\n\n### 2003 i\n\n\
# C\n\n### 3001\n\nj\n";
    let reading = Table::read(document, Format::Markdown).unwrap();
    let expected = "3 1001//a/\n9 1002//c/\n17 2001//e/\n23 2002//g/h\n27 2003//i/\n31 3001//j/";
    assert_eq!(shown(&reading), expected);
    let causes: Vec<_> = reading.table.rows().iter().map(|row| row.values().concat()).collect();
    assert_eq!(causes, ["b", "d", "f", "", "", ""]);
}

#[test]
fn labels_of_most_rows_are_columns() {
    let read = |document: &str, format| {
        let table = Table::read(document, format).unwrap().into_clean().unwrap();
        let rows = table.rows().iter().map(|row| {
            let texts = [row.code(), row.name(), row.message(), row.description()];
            texts.into_iter().chain(row.values()).collect::<Vec<_>>().join("|")
        });
        (table.columns().join("|"), rows.collect::<Vec<_>>())
    };
    let cases: [(Format, &str, &str, &[&str]); 8] = [
        (
            Format::Markdown,
            "**E1001**\nCause: a\n\n**E1002**\nCause: b\n",
            "",
            &["E1001||a|", "E1002||b|"],
        ),
        (
            Format::Html,
            "<ul><li><p>Error number: <code>1002</code>; Symbol: <code>ER_NO</code>; SQLSTATE: \
             <code>HY000</code></p><p>Message: NO</p><p>Used.</p></li><li><p>Error number: 1003; \
             Symbol: ER_YES; SQLSTATE: HY000</p><p>Message: YES: a</p></li></ul>",
            "SQLSTATE",
            &["1002|ER_NO|NO|Used.|HY000", "1003|ER_YES|YES: a||HY000"],
        ),
        (
            Format::Html,
            "<div>ORA-00001: a</div><div><b>Cause:</b> b</div><div>more</div><div><b>Action:</b> \
             c</div><div>ORA-00002: d</div><div><b>Cause:</b> e</div><div><b>Action:</b> f</div>",
            "Action",
            &["ORA-00001||a|b\nmore|c", "ORA-00002||d|e|f"],
        ),
        (
            Format::Markdown,
            "### E001: a\n**Cause**: b\n**Fix**:\n- c\n- d\n\n### E002: e: x\n**Cause**: f\ng\n**Fix**: h",
            "Fix",
            &["E001||a|b|c\nd", "E002||e: x|f g|h"],
        ),
        // Lists of one row each.
        (
            Format::Markdown,
            "- Error Code：**`0`**\n  **Symbol**：a\n  **描述**：b\n\n<a id=1></a>\n\n- Error Code：**1**\n  **Symbol**：c\n  **描述**：d",
            "",
            &["0||a|b", "1||c|d"],
        ),
        (
            Format::Markdown,
            "Error code: `1001`\n\nMessage: a\n\nError code: `1002`\n\nMessage: b",
            "",
            &["1001||a|", "1002||b|"],
        ),
        // Texts with colons.
        (
            Format::Markdown,
            "- `1001`: Bad request: a\n- `1002`: Bad request: b\n- `1003`: Error: c; cause: d",
            "",
            &["1001||Bad request: a|", "1002||Bad request: b|", "1003||Error: c; cause: d|"],
        ),
        (
            Format::Markdown,
            "- `1001`: a\n  See: b\n- `1002`: c\n  See: d",
            "",
            &["1001||a See: b|", "1002||c See: d|"],
        ),
    ];
    for (format, document, columns, rows) in cases {
        let (found_columns, found) = read(document, format);
        assert_eq!(
            (found_columns.as_str(), found.as_slice()),
            (columns, &*rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>()),
            "{document}"
        );
    }
}

#[test]
fn codes_below_headings_with_codes_are_no_rows() {
    check(
        Format::Markdown,
        &[
            (
                "### E1001\n\nStatus code: 404\n\nText a.\n\n### E1002\n\nStatus code: 404\n\nText b.\n",
                "1 E1001//Text a./\n7 E1002//Text b./",
            ),
            (
                "### E1001 a\n\nCode: 404\n\n### E1002 b\n\nCode: 405\n",
                "1 E1001//a/Code: 404\n5 E1002//b/Code: 405",
            ),
            (
                "### 1001 a\n\n#### Code\n\nONE\n\n### 1002 b\n\n#### Code\n\nTWO\n",
                "1 1001//a/Code\nONE\n7 1002//b/Code\nTWO",
            ),
            // Several below one, and those below statuses.
            (
                "## E1001\n\nError code: 1001\n\na\n\nError code: 1002\n\nb\n",
                "3 1001//a/\n7 1002//b/",
            ),
            (
                "## 404 a\n\nError code: 1001\n\nb\n\n## 405 c\n\nError code: 1002\n\nd\n",
                "3 1001//b/\n9 1002//d/",
            ),
        ],
    );
}

#[test]
fn links_of_items_are_columns_if_a_reader_asks() {
    let cases = [
        (Format::Markdown, "- [1001](a): one [x](b)\n- `1002` two <cc:d> [y](#e)"),
        (
            Format::Html,
            "<ul><li><a href=a>1001</a>: one <a href='b'>x</a><li>1002: two <a href='cc:d'>cc:d</a></ul>",
        ),
        (
            Format::Html,
            "<dl><dt><a href=a>1001</a><dd>one <a href=b>x</a><dt>1002<dd>two <a href=cc:d>cc:d</a></dl>",
        ),
        (Format::Markdown, "### [1001](a)\n\none [x](b)\n\n### 1002\n\n[two](cc:d)\n"),
    ];
    for (format, document) in cases {
        let reader = Reader::new().link("code_link", "Code").link("link", "Message");
        let reading = reader.read(document, format).unwrap();
        let links = reading.report.tables[0].columns.iter().map(|column| column.links);
        assert_eq!(links.collect::<Vec<_>>(), [1, 2], "{document}");
        let rows = reading.table.rows().iter();
        let rows: Vec<_> = rows.map(error_catalog::Row::values).collect();
        assert_eq!(rows, [["a", "b"], ["", "cc:d"]], "{document}");
    }
}
