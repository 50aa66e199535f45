//! The page of a table says what the table says, and runs nothing of it.

use error_catalog::{Format, Row, Table};
use jmessage_codes::ErrorCatalog;
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
    #[code("😀", "👩‍👩‍👧‍👦\u{1}\u{7f}\u{85}\u{9f}\u{fffe}\u{feff}", "\u{3000}wide\u{a0}\u{b}")]
    Odd,
    #[code("search", "", "* | ` \\ ${x} {{y}} */ \"#")]
    Empty,
}

/// The texts of a row, in which no line is.
fn texts(row: &Row) -> (&str, &[String], [&str; 3], &[String]) {
    let texts = [row.name(), row.message(), row.description()];
    (row.code(), row.aliases(), texts, row.values())
}

#[track_caller]
fn assert_reads_back(table: &Table) {
    let page = table.to_html();
    let back = Table::read(&page, Format::Html).unwrap().into_clean().unwrap();
    assert_eq!(back.columns(), table.columns());
    assert_eq!(back.rows().len(), table.rows().len());
    for (back, row) in back.rows().iter().zip(table.rows()) {
        assert_eq!(texts(back), texts(row));
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

fn table(rows: &[[&str; 6]]) -> Table {
    let headings = ["Code", "Aliases", "Name", "Message", "Description", "<i>\"a\"  &amp;\nb"];
    let rows: Vec<_> = std::iter::once(headings).chain(rows.iter().copied()).collect();
    Table::read(&csv(&rows), Format::Csv).unwrap().into_clean().unwrap()
}

#[test]
fn the_page_of_the_web_codes_reads_back() {
    let table = Table::of::<jmessage_codes::WebCode>();
    assert_eq!(table.rows().len(), 76);
    assert_reads_back(&table);
}

#[test]
fn hostile_texts_read_back() {
    assert_reads_back(&Table::of::<Hostile>());
    let long = "<b> ".repeat(2_500);
    let heading = &table(&[["1", "2", "Name", &long, "x", &long]]);
    assert_eq!(heading.columns(), ["<i>\"a\"  &amp;\nb"]);
    assert_reads_back(heading);
}

#[test]
fn an_empty_table_has_a_page() {
    let page = table(&[]).to_html();
    assert!(page.contains(">0 codes</p>"));
    assert!(table(&[["1", "", "", "", "", ""]]).to_html().contains(">1 code</p>"));
}

#[test]
fn nul_becomes_the_replacement_character() {
    let page = table(&[["1", "", "", "a\0b", "", ""]]).to_html();
    assert!(!page.contains('\0'));
    let back = Table::read(&page, Format::Html).unwrap().into_clean().unwrap();
    assert_eq!(back.rows()[0].message(), "a\u{fffd}b");
}

#[test]
fn texts_stay_texts() {
    let page = Table::of::<Hostile>().to_html();
    for element in ["<script", "<style", "<table", "<!"] {
        assert_eq!(page.matches(element).count(), 1, "{element}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"));
    assert!(page.contains("&#39;onclick=&#39;alert(1)&#39;"));
    assert!(!page.contains("<img"));
}

#[test]
fn the_page_asks_for_nothing() {
    let page = Table::of::<Hostile>().to_html();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(page.contains("default-src 'none';"));
    // In the texts there is one that looks like it.
    let page = page.replace("img src=x", "");
    for reference in ["http:", "https:", "//cdn", "url(", "@import", "src=", "fetch("] {
        assert!(!page.contains(reference), "{reference}");
    }
    assert_eq!(page.matches("href=\"").count(), page.matches("href=\"#").count() + 1);
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn codes_and_aliases_and_nothing_else_have_ids() {
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
        // As a browser reads it, wherever the files were checked out.
        let content = content.replace("\r\n", "\n");
        let hash = base64(&sha256(content.as_bytes()));
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
                // A list of aliases has no other commas than its own.
                let alias = code.replace(',', "");
                let code = format!("{index}{code}.");
                let aliases = format!("{index}a{alias}., {index}b{alias}.");
                [code, aliases, message.clone(), value.clone(), message, value]
            })
            .collect();
        let rows: Vec<[&str; 6]> = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        assert_reads_back(&table(&rows));
    }
}

/// Texts of what could go wrong, and of anything else.
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
    let other = any::<char>().prop_filter("no page can hold it", |&other| other != '\0');
    let part = prop_oneof![hostile.prop_map(str::to_owned), other.prop_map(String::from)];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// SHA-256 by its definition; the primes' roots are taken in integers.
fn sha256(message: &[u8]) -> Vec<u8> {
    let primes: Vec<u128> =
        (2_u128..).filter(|&n| (2..n).all(|divisor| n % divisor != 0)).take(64).collect();
    let mut state: Vec<u32> = primes[..8].iter().map(|&prime| root(prime, 2)).collect();
    let constants: Vec<u32> = primes.iter().map(|&prime| root(prime, 3)).collect();
    let mut padded = message.to_vec();
    padded.push(0x80);
    padded.resize((message.len() + 9).next_multiple_of(64) - 8, 0);
    padded.extend((message.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks(64) {
        let mixed = compress(&state, &constants, block);
        state.iter_mut().zip(mixed).for_each(|(word, mixed)| *word = word.wrapping_add(mixed));
    }
    state.into_iter().flat_map(u32::to_be_bytes).collect()
}

/// The first 32 bits of the fraction of a root.
fn root(radicand: u128, degree: u32) -> u32 {
    let scaled = radicand << (32 * degree);
    let (mut low, mut high) = (0_u128, 1 << 38);
    while high - low > 1 {
        let middle = u128::midpoint(low, high);
        if middle.pow(degree) <= scaled { low = middle } else { high = middle }
    }
    u32::try_from(low & 0xffff_ffff).unwrap()
}

fn compress(state: &[u32], constants: &[u32], block: &[u8]) -> Vec<u32> {
    let word = |bytes: &[u8]| u32::from_be_bytes(bytes.try_into().unwrap());
    let mut words: Vec<u32> = block.chunks(4).map(word).collect();
    for i in 16..64 {
        let (x, y) = (words[i - 15], words[i - 2]);
        let x = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
        let y = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
        words.push(words[i - 16].wrapping_add(x).wrapping_add(words[i - 7]).wrapping_add(y));
    }
    let mut s = state.to_vec();
    for (word, constant) in words.iter().zip(constants) {
        let (a, e) = (s[0], s[4]);
        let big = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & s[5]) ^ (!e & s[6]);
        let first = [s[7], big, choice, *constant, *word].into_iter().fold(0, u32::wrapping_add);
        let small = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]);
        s.rotate_right(1);
        s[0] = first.wrapping_add(small).wrapping_add(majority);
        s[4] = s[4].wrapping_add(first);
    }
    s
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | usize::from(*chunk.get(i).unwrap_or(&0)));
        for i in 0..4 {
            let digit = DIGITS[bits >> (18 - 6 * i) & 63];
            text.push(if i > chunk.len() { '=' } else { digit.into() });
        }
    }
    text
}
