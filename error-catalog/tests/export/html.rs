//! The HTML page shows what the table has, and runs none of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use error_catalog::{Export, Format, Problem, Reader, Reading, Row, Table};
use hmac_sha256::Hash;
use jmessage_codes::{ErrorCatalog, Kind};
use proptest::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false), column(zh: &'static str = ""))]
enum Hostile {
    #[code("1" | "one" | "A B", "<script>alert(1)</script>", "</script></td></tr></table>")]
    Script,
    #[code("a b", "\"><img src=x onerror=alert(1)>", "'onclick='alert(1)'", retriable = true)]
    Attribute,
    #[code("100%", "&lt;b&gt; &amp;amp; &#60; &copy", "<!-- --> <![CDATA[ ]]> <?x?>")]
    Markup,
    #[code("'&\"<", "  leading", "trailing\t ")]
    Blanks,
    #[code("x  y", "\n\nlines\n", "\r\nreturns\r\r\n\u{c}")]
    Lines,
    #[code("错误", "\u{202e}gnp.exe", "\u{2066}المستخدم غير موجود", zh = "用户不存在，请先注册")]
    Bidi,
    #[code("😀", "👩‍👩‍👧‍👦\u{1}\u{7f}\u{fffe}\u{feff}", "\u{3000}wide\u{a0}\u{b}")]
    Odd,
    #[code("search", "", "* | ` \\ ${x} {{y}} */ \"#")]
    Empty,
}

/// The texts of a row, without its line.
fn texts(row: &Row) -> (&str, &[String], [&str; 3], Vec<&str>) {
    (row.code(), row.aliases(), [row.name(), row.message(), row.description()], row.values())
}

#[track_caller]
fn assert_reads_back(table: &Table) {
    let page = table.to_html();
    let back = Table::read(&page, Format::Html).unwrap().into_clean().unwrap();
    // A document has the kinds, and which rows are retired, in columns.
    let is_own = |name: &&String| !["Kind", "Retired"].contains(&name.as_str());
    let columns: Vec<&String> = back.columns().iter().filter(is_own).collect();
    assert_eq!(columns, table.columns().iter().collect::<Vec<_>>());
    let further = back.columns().len() - columns.len();
    assert_eq!(back.rows().len(), table.rows().len());
    // Successes come last.
    let (successes, errors): (Vec<&Row>, Vec<&Row>) =
        table.rows().iter().partition(|row| row.kind() == Some(Kind::Ok));
    for (back, row) in back.rows().iter().zip(errors.into_iter().chain(successes)) {
        let (code, aliases, names, values) = texts(back);
        assert_eq!((code, aliases, names, values[further..].to_vec()), texts(row));
    }
}

fn csv(rows: &[[&str; 6]]) -> String {
    let mut document = String::new();
    for row in rows {
        let cells = row.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        document.push_str(&cells.join(","));
        document.push('\n');
    }
    document
}

fn read_rows(rows: &[[&str; 6]]) -> Table {
    let headings = ["Code", "Aliases", "Name", "Message", "Description", "<i>\"a\"  &amp;\nb"];
    let rows: Vec<_> = std::iter::once(headings).chain(rows.iter().copied()).collect();
    let Reading { table, report, .. } = Table::read(&csv(&rows), Format::Csv).unwrap();
    // A text of several lines may have one that looks like a row.
    let is_text = |problem: &Problem| matches!(problem, Problem::HiddenRow { .. });
    assert!(report.findings.iter().all(|finding| is_text(finding.problem())), "{report:?}");
    table
}

#[test]
fn the_page_of_web_code_reads_back() {
    assert_reads_back(&Table::of::<jmessage_codes::WebCode>());
}

#[test]
fn hostile_texts_read_back() {
    assert_reads_back(&Table::of::<Hostile>());
    let long = "<b> ".repeat(2_500);
    let heading = &read_rows(&[["1", "2", "Name", &long, "x", &long]]);
    assert_eq!(heading.columns(), ["<i>\"a\"  &amp;\nb"]);
    assert_reads_back(heading);
}

#[test]
fn the_page_says_what_the_table_is_about() {
    let table = read_rows(&[["7", "", "A", "one", "x", "y"], ["9", "", "B", "two", "x", "z"]]);
    let page = Export::new(&table)
        .title("<Door>")
        .introduction("\"Why\" & what")
        .source("<a href=x>")
        .date("2026-11-25")
        .group_by(|row| format!("<{}>", row.values()[0]))
        .to_html();
    for part in [
        "<title>&lt;Door&gt;</title>",
        "<h1 dir=\"auto\">&lt;Door&gt;</h1>",
        "<p class=\"introduction\" dir=\"auto\">&quot;Why&quot; &amp; what</p>",
        "<p class=\"facts\">Source: &lt;a href=x&gt; · 2026-11-25</p>",
        "<table aria-label=\"&lt;Door&gt;\">",
        "<li><a href=\"#group:1\">&lt;z&gt;</a> <span>1</span></li>",
        "<tr class=\"group\" id=\"group:1\"><th scope=\"rowgroup\" colspan=\"5\" dir=\"auto\"><h2>&lt;z&gt;</h2></th></tr>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let linked = Export::new(&table).source("https://a.example/?b&c").to_html();
    let link =
        "<a href=\"https://a.example/?b&amp;c\" rel=\"noreferrer\">https://a.example/?b&amp;c</a>";
    assert!(linked.contains(&format!("Source: {link}</p>")), "{linked}");
    // The headings of groups are sections.
    let back = Reader::new().column("group", "SECTION").read(&page, Format::Html).unwrap();
    assert_eq!(back.into_clean().unwrap().rows()[1].values()[0], "<z>");
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(
    column(description_zh: &str = ""),
    column(retry_after: u8 = 0),
    column(level: Level = Level::Low),
    column(is_loud: bool = false),
    column(advice: &str = "")
)]
enum Door {
    #[code(0, "fine", success)]
    Fine,
    #[code(7, "jammed", kind = Unavailable, level = Level::High, is_loud = true, advice = "Push")]
    Jammed,
    #[code(9, "gone", kind = NotFound, retired)]
    Gone,
}

#[derive(Clone, Copy)]
enum Level {
    Low,
    High,
}

#[test]
fn the_page_says_what_to_do() {
    let _ = (Level::Low as u8, Door::Jammed.level() as u8);
    let page = Table::of::<Door>().to_html();
    for part in [
        "<button type=\"button\" class=\"later\" aria-pressed=\"false\" title=\"Try again later\" \
         data-kind=\"Unavailable\">Unavailable <span>1</span></button>",
        "<td class=\"kind\"><span class=\"request\" title=\"Create it, or name another\">Not found</span></td>",
        "<tr id=\"9\" class=\"old\">",
        "<td class=\"retired\"><span>retired</span></td>",
        "<span data-label=\"Description (Chinese)\">description_zh</span>",
        "<span data-label=\"Retry after\">retry_after</span>",
        "<td class=\"further\" data-label=\"Level\"><span hidden>Level::</span>High</td>",
        "<td class=\"further translated\" lang=\"zh\" data-label=\"Description (Chinese)\"></td>",
        "<td class=\"further\" data-label=\"Is loud\">true</td>",
        "<td class=\"further\" data-label=\"Is loud\" data-unset>false</td>",
        "<td class=\"advice\" data-label=\"Advice\">Push</td>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    // A success is of no use to somebody who looks for an error.
    assert!(page.find("<tr id=\"0\">") > page.find("<tr id=\"9\""));
    // What people do not see is there for a reader of the page.
    let back = Reader::new().column("level", "level").read(&page, Format::Html).unwrap();
    assert_eq!(back.into_clean().unwrap().rows()[0].values()[0], "Level::High");
    // Paths that differ say something.
    let paths = "code,message,path\n1,a,fs::Error\n2,b,io::Error\n";
    let page = Table::read(paths, Format::Csv).unwrap().table.to_html();
    assert!(page.contains(">fs::Error<") && page.contains(">io::Error<"), "{page}");
}

#[test]
fn an_empty_table_has_a_page() {
    let page = read_rows(&[]).to_html();
    assert!(page.contains(">0 codes</p>"));
    assert!(read_rows(&[["1", "", "", "", "", ""]]).to_html().contains(">1 code</p>"));
}

#[test]
fn what_html_cannot_express_becomes_the_replacement_character() {
    let page = read_rows(&[["1", "", "", "a\0b\u{80}\u{85}\u{9f}c", "", ""]]).to_html();
    assert!(!page.contains(|each: char| each.is_control() && each != '\n'));
    let back = Table::read(&page, Format::Html).unwrap().into_clean().unwrap();
    assert_eq!(back.rows()[0].message(), "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}c");
}

#[test]
fn texts_are_escaped() {
    let page = Table::of::<Hostile>().to_html();
    for element in ["<script>", "<style", "<table", "<!"] {
        assert_eq!(page.matches(element).count(), 1, "{element}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"));
    assert!(page.contains("&#39;onclick=&#39;alert(1)&#39;"));
    assert!(!page.contains("<img"));
}

#[test]
fn the_page_loads_nothing() {
    let page = Table::of::<Hostile>().to_html();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(page.contains("default-src 'none';"));
    // One of the texts looks like a reference.
    let page = page.replace("img src=x", "");
    for reference in ["http:", "https:", "//cdn", "url(", "@import", "src=", "fetch("] {
        assert!(!page.contains(reference), "{reference}");
    }
    assert_eq!(page.matches("href=\"").count(), page.matches("href=\"#").count() + 1);
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn only_codes_and_aliases_have_ids() {
    let page = Table::of::<Hostile>().to_html();
    for (id, text) in [
        ("1", "1"),
        ("a%20b", "a b"),
        ("100%25", "100%"),
        ("&#39;%26%22%3C", "&#39;&amp;&quot;&lt;"),
        ("%E9%94%99%E8%AF%AF", "错误"),
        ("search", "search"),
    ] {
        assert!(page.contains(&format!("<tr id=\"{id}\">")), "{id}");
        assert!(page.contains(&format!("<a href=\"#{id}\">{text}</a>")), "{id}");
    }
    assert!(page.contains("<span id=\"one\"><a href=\"#one\">one</a></span>"));
    assert!(page.contains("<span id=\"A%20B\"><a href=\"#A%20B\">A B</a></span>"));
    assert_eq!(page.matches(" id=\"").count(), 8 + 2);
}

#[test]
fn the_policy_has_the_hashes_of_script_and_style() {
    let page = Table::of::<Hostile>().to_html();
    for element in ["script", "style"] {
        let (_, rest) = page.split_once(&format!("<{element}>")).unwrap();
        let (content, _) = rest.split_once(&format!("</{element}>")).unwrap();
        // A browser reads it so, even if the files were checked out with CRLF.
        let content = content.replace("\r\n", "\n");
        let hash = STANDARD.encode(Hash::hash(content.as_bytes()));
        assert!(page.contains(&format!("{element}-src 'sha256-{hash}'")), "{element}: {hash}");
    }
}

proptest! {
    #[test]
    fn any_texts_read_back(rows in prop::collection::vec([text(), text(), text()], 1..4)) {
        let rows: Vec<[String; 6]> = rows
            .into_iter()
            .enumerate()
            .map(|(index, [code, message, value])| {
                // HTML cannot express these.
                let is_lost = |each: char| matches!(each, '\u{80}'..='\u{9f}');
                let [code, message, value] =
                    [code, message, value].map(|text| text.replace(is_lost, "\u{fffd}"));
                let alias = code.replace('\\', r"\\").replace(',', r"\,");
                let code = format!("{index}{code}.");
                let aliases = format!("{index}a{alias}., {index}b{alias}.");
                [code, aliases, message.clone(), value.clone(), message, value]
            })
            .collect();
        let rows: Vec<[&str; 6]> = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        assert_reads_back(&read_rows(&rows));
    }
}

/// Texts of fragments that mean something in HTML, and of any characters.
fn text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(vec![
        " ",
        "\t",
        "\n",
        "\r",
        "\u{b}",
        "\u{c}",
        "\u{a0}",
        "\u{3000}",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "&amp",
        "&#10;",
        "<pre>",
        "</pre>",
        "<td>",
        "</table>",
        "<br>",
        "</script>",
        "<!--",
        "aB",
    ]);
    let other = any::<char>().prop_filter("HTML cannot express NUL", |&other| other != '\0');
    let part = prop_oneof![hostile.prop_map(str::to_owned), other.prop_map(String::from)];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Limit {
    #[code(1, "too fast", kind = ResourceExhausted)]
    TooFast,
    #[code(2, "full", kind = ResourceExhausted, retryable = false)]
    Full,
    #[code(3, "locked", kind = Internal, retryable = true)]
    Locked,
}

#[test]
fn a_row_says_whether_to_try_again() {
    let page = Table::of::<Limit>().to_html();
    for (class, advice, label) in [
        ("later", "Try again later", "Resource exhausted"),
        ("request", "Change the state first", "Resource exhausted"),
        ("later", "Try again later", "Internal"),
    ] {
        let badge = format!("<span class=\"{class}\" title=\"{advice}\">{label}</span>");
        assert_eq!(page.matches(&badge).count(), 1, "{badge}");
    }
}
