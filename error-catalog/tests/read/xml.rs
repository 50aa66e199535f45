//! XML is read as JSON is: attributes and elements are columns.

use std::error::Error;

use error_catalog::{Finding, Format, MaxSize, Reader, Row, Table};

/// Each row as `line code/name/message/description`, and the lines of findings.
fn rows(reader: &Reader, document: &str) -> Vec<String> {
    let reading = match reader.read(document, Format::Xml) {
        Ok(reading) => reading,
        Err(error) => panic!("{error}\n{document}"),
    };
    let findings = reading.report.findings.iter().map(|finding| format!("{}!", finding.line()));
    let rows = reading.table.rows().iter().map(|row| {
        let texts = [row.code(), row.name(), row.message(), row.description()];
        format!("{} {}", row.line().unwrap_or_default(), texts.join("/"))
    });
    rows.chain(findings).collect()
}

#[test]
fn attributes_and_elements_are_columns() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<errors>\n<error code=\"1\" message=\"a &amp; b\"/>\n<error\n code='0x2' message='c'/></errors>",
            &["2 1//a & b/", "3 0x2//c/"],
        ),
        (
            "<Errors>\n<Error><Code>NoKey</Code><Message>a</Message></Error>\n\
             <Error>\n<Message><![CDATA[b < c]]></Message><Code>NoDoor</Code></Error></Errors>",
            &["2 NoKey//a/", "3 NoDoor//b < c/"],
        ),
        // The text of an element.
        (
            "<e><error code='1'>\n a\n</error>\n<error code='2'>b &#65;</error></e>",
            &["1 1//a/", "4 2//b A/"],
        ),
        ("<e>\n<error code='1'>a</error></e>", &["2 1/error/a/"]),
        ("<e><x code='1' name='ONE'>a</x></e>", &["1 1/ONE/a/"]),
        ("<e><x code='1' message='a'/>\n<x code='2'>b</x></e>", &["1 1//a/", "2 2///", "2!"]),
        ("<e>\n<E1001>a</E1001>\n<E1002>b</E1002></e>", &["2 E1001//a/", "3 E1002//b/"]),
        // Wherever they are.
        (
            "<c><group name='a'>\n<error code='1' message='x'/></group>\n\
             <group name='b'>\n<error code='2' message='y'/>\n<error code='3' message='z'/></group></c>",
            &["2 1//x/", "4 2//y/", "5 3//z/"],
        ),
        (
            "<m><i><events><provider name='p'><events>\n<event value='1' symbol='A' message='a'/>\n\
             <event value='2' symbol='B' message='b'/></events></provider></events></i></m>",
            &["2 1/A/a/", "3 2/B/b/"],
        ),
        // Words of a text are not elements of their own.
        (
            "<e>\n<error code='1'><message>Press <b id='5'>OK</b> to\n go on</message></error>\n\
             <error code='2'><message>See <a href='x'>this</a></message></error></e>",
            &["2 1//Press OK to\n go on/", "4 2//See this/"],
        ),
        (
            "<e><text>Codes: <error code='1' message='a'/> <error code='2' message='b'/></text></e>",
            &["1 1//a/", "1 2//b/"],
        ),
        // The language of a text is beside it.
        (
            "<e><x code='1'><message lang='en'>a</message></x>\n<x code='2'><message>b</message></x></e>",
            &["1 1//a/", "2 2//b/"],
        ),
        ("<a:e xmlns:a='urn:a'><a:x a:code='1' a:message='a'/></a:e>", &["1 1/x/a/"]),
        (
            "<!DOCTYPE e [<!ENTITY app 'the app'>]>\n<e><x code='1'>&app; is <b>open</b></x>\n\
             <x code='2' >&app;</x></e>",
            &["2 1//the app is open/", "3 2//the app/"],
        ),
        (
            "<e><x code='1'><message lang='en'>a</message><message lang='de'>b</message></x>\n\
             <x code='2'><message lang='en'>c</message></x></e>",
            &["1 1//a/", "2 2//c/"],
        ),
        (
            "<e><f><faultcode>1</faultcode><faultstring lang='en'>a</faultstring><detail>d</detail></f>\n\
             <f><faultcode>2</faultcode><faultstring lang='en'>b</faultstring></f></e>",
            &["1 1//a/d", "2 2//b/"],
        ),
        ("<e><x code='1' message='a&#10;b\nc'/></e>", &["1 1/x/a\nb c/"]),
        // An element is what the others of its kind are.
        (
            "<e><E1 a='x'>a</E1>\n<E2>b</E2>\n<E3><message>c</message></E3></e>",
            &["1 E1//a/", "2 E2//b/", "3 E3//c/"],
        ),
        // An element that is not a row is a finding.
        (
            "<e><x code='1' message='a'/>\n<x code='1' message='b'/>\n<x>c</x></e>",
            &["1 1//a/", "2!", "3!"],
        ),
        ("<e><x code='1' code='2' message='a'/></e>", &["1!"]),
    ];
    for (document, expected) in cases {
        assert_eq!(rows(&Reader::new(), document), *expected, "{document}");
    }
}

#[test]
fn a_pointer_and_headings_choose_a_part() {
    let resource = "<root><head name='version'><value>2</value></head>\n\
                    <data name='E1' xml:space='preserve'><value>a</value></data>\n\
                    <data name='E2'><value>b</value></data></root>";
    let reader = Reader::new().pointer("/data").code("name").message("value");
    assert_eq!(rows(&reader, resource), ["2 E1//a/", "3 E2//b/"]);
    let strings =
        "<resources><string name='e1'>a</string>\n<string name='e2'>b</string></resources>";
    assert_eq!(rows(&Reader::new().code("name"), strings), ["1 e1//a/", "2 e2//b/"]);
    let others = "<resources><string name='e1'>a</string>\n<string name='e2'>b</string>\n\
                  <plurals name='n'><item n='1'>c</item><item n='2'>d</item></plurals>\n\
                  <array name='m'><item>c</item><item>d</item></array></resources>";
    let reader = || Reader::new().code("name");
    assert_eq!(rows(&reader().pointer("/string"), others), ["1 e1//a/", "2 e2//b/"]);
    assert_eq!(rows(&reader(), others)[..2], ["1 e1//a/", "2 e2//b/"]);
    let one = "<root><data name='E1'><value>a</value></data></root>";
    let reader = Reader::new().pointer("/data").code("name").message("value");
    assert_eq!(rows(&reader, one), ["1 E1//a/"]);
    let part = Reader::new().after("<!-- New -->").unwrap().before("</all>").unwrap();
    let document =
        "<all>\n<x code='1'>old</x>\n<!-- New -->\n<x code='1'>a</x>\n<x code='2'>b</x>\n</all>";
    assert_eq!(rows(&part, document), ["4 1//a/", "5 2//b/"]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let nested = format!("{}{}", "<a>".repeat(10_000), "</a>".repeat(10_000));
    let laughs =
        "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>\n<a>\n<x code='1'>&b;</x></a>";
    let text = "x".repeat(1_000);
    let long = format!("<!DOCTYPE a [<!ENTITY a '{text}'>]><a>{}</a>", "&a;".repeat(5_000));
    let attributes = format!("<a {}/>", "a='' ".repeat(100_000));
    let cases = [
        ("<a>\n<b>\n</a>", "line 3: ill-formed document: expected `</b>`"),
        (
            "<a>\n<b>\n",
            "line 2: `<b>` is not closed; fix the document, or read its lines with --regex",
        ),
        ("<a>\n</a></a>", "line 2: "),
        ("<a>\n<x code=1/></a>", "line 2: "),
        ("<a>\na & b</a>", "line 2: "),
        ("<a>\n<x y='a & b'/></a>", "line 2: `&` does not begin an entity; write `&amp;`"),
        ("<a>\n&nbsp;</a>", "line 2: the document does not say which text `&nbsp;` stands for"),
        ("<a/>\nb", "line 1: a text is outside of all elements"),
        ("<html><body/></html>", "the document is a page of HTML; pass --format html"),
        (
            "<!DOCTYPE html>\n<html><body>&nbsp;</body></html>",
            "the document is a page of HTML; pass --format html",
        ),
        (
            "<plist><dict>\n<key>1</key><string>a</string></dict></plist>",
            "the document is a property list; convert it to JSON",
        ),
        ("<Workbook><Row/></Workbook>", "the document is a workbook as XML; save it as XLSX"),
        (
            "<article><table><tgroup cols='2'>\n<tbody/></tgroup></table></article>",
            "the document is a table of DocBook or DITA; convert the document to HTML",
        ),
        (laughs, "line 3: the document does not say which text `&b;` stands for"),
        (&long, "the rows of the document take more than 1 MB"),
        (&nested, "line 1: elements are nested more than 100 deep"),
        (&attributes, "the rows of the document take more than 1 MB"),
        ("", "the document has no table"),
        ("<a/>", "the document has no table"),
        ("<a><b>c</b><b>d</b></a>", "the document has no table"),
    ];
    for (document, expected) in cases {
        let reader = Reader::new().max_size(MaxSize::new(1_000_000));
        let error = reader.read(document, Format::Xml).unwrap_err();
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        assert!(format!("{error}{source}").contains(expected), "{error}{source}");
    }
}

#[test]
fn xml_is_found_by_what_it_has() {
    let read = |document: &[u8]| {
        let reading = Reader::new().read_bytes(document, None).unwrap();
        (reading.report.read_as.unwrap().format, reading.table)
    };
    for document in [
        "<?xml version=\"1.0\"?>\n<errors><error code=\"1\">a</error></errors>\n",
        "<!-- Errors -->\n<errors><error code=\"1\">a</error></errors>",
        "<?xml version=\"1.0\"?><table name='errors'><row code='1' message='a'/></table>",
    ] {
        let (format, table) = read(document.as_bytes());
        assert_eq!((format, table.rows()[0].message()), (Format::Xml, "a"), "{document}");
    }
    let page = "<?xml version=\"1.0\"?>\n<html><table><tr><td>Code<td>Message<tr><td>1<td>a</table></html>";
    assert_eq!(read(page.as_bytes()).0, Format::Html);
    let latin = b"<?xml version='1.0' encoding='iso-8859-1'?><e><x code='1'>Gr\xf6\xdfe</x></e>";
    assert_eq!(read(latin).1.rows()[0].message(), "Größe");
}

#[test]
fn every_row_has_its_line() {
    let row = |number: usize| format!("<x code='{number}'>\n<message>m{number}</message>\n</x>\n");
    let document = format!("<e>\n{}</e>", (0..2_000).map(row).collect::<String>());
    let table = Table::read(&document, Format::Xml).unwrap().into_clean().unwrap();
    let lines: Vec<_> = table.rows().iter().filter_map(Row::line).collect();
    assert_eq!(lines, (0..2_000).map(|number| 2 + 3 * number).collect::<Vec<_>>());
    let findings: [Finding; 0] = [];
    assert_eq!(Table::read(&document, Format::Xml).unwrap().report.findings, findings);
}
