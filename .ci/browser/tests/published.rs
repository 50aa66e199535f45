//! The HTML page that `error-catalog` publishes.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use browser::{Browser, key};
use error_catalog::{Export, Format, Row, Table};
use jmessage_codes::{ErrorCatalog, Kind, WebCode};
use serde_json::{Value, json};

mod counts;

use counts::{count, of_kind};

/// Writes the page of a table to a file.
fn publish(name: &str, table: &Table) -> PathBuf {
    write(name, &table.to_html())
}

fn write(name: &str, page: &str) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    fs::write(&file, page).expect("the page can be written");
    file
}

fn web_code(name: &str, fragment: &str) -> Browser {
    let browser = Browser::start();
    browser.open(&publish(name, &Table::of::<WebCode>()), fragment);
    browser
}

/// The code that has the focus, or the type of the field.
fn focused(browser: &Browser) -> String {
    let script = "const element = document.activeElement; return element.type || element.innerText";
    browser.run(script).as_str().unwrap_or_default().to_owned()
}

#[test]
fn search() {
    let browser = web_code("search", "");
    let not_found = of_kind(Kind::NotFound);
    for (words, rows) in [
        ("", WebCode::ENTRIES.len()),
        ("880203", 1),
        // What is pasted: a code with what was around it, also in a line of a log.
        ("880103,", 1),
        ("\"880103\"", 1),
        ("code=880103", 1),
        ("error 880103", 1),
        ("[880104] then 880103", 2),
        // A kind, as programs write it and as the page does.
        ("NOT_FOUND", not_found),
        ("NotFound", not_found),
        ("not found", not_found),
        ("GROUP limit", 7),
        ("不存在", 16),
        ("nothing like it", 0),
    ] {
        browser.type_into("input", words);
        browser.wait_for_frame();
        assert_eq!(browser.text(".count"), count(rows), "{words}");
        assert_eq!(browser.visible("tbody tr"), rows as u64, "{words}");
    }
    assert_eq!(browser.text(".none"), "Nothing matches “nothing like it”.");
    browser.type_into("input", "targetUSERnot");
    browser.wait_for_frame();
    let marked = browser.run("return Array.from(CSS.highlights.get('match'), String)");
    assert_eq!(marked, json!(vec!["TargetUserNot"; 5]));
    assert_eq!(browser.errors(), [""; 0]);
}

/// What a search shows first, and that the address of a search can be sent to others.
#[test]
fn a_pasted_code_is_first_and_the_search_is_in_the_address() {
    let browser = Browser::start();
    let table = numbered();
    let tens = |row: &Row| row.code().parse::<u32>().map_or(0, |code| code / 10).to_string();
    let file = write("first", &Export::new(&table).group_by(tens).to_html());
    browser.open(&file, "");
    browser.type_into("input", "7");
    browser.wait_for_frame();
    let first = "return document.querySelector('tbody tr:not(.group):not([hidden]) a').innerText";
    assert_eq!(browser.run(first), "7");
    assert_eq!(browser.text(".count"), "19 of 100 codes");
    // The first ten have no other that matches.
    assert_eq!(browser.visible(".group"), 9);
    assert_eq!(browser.run("return CSS.highlights.get('match').size"), 20 * 2);
    assert_eq!(browser.run("return location.search"), "?q=7");
    // Every row is back in its place.
    browser.press(key::ESCAPE);
    let codes = "return Array.from(document.querySelectorAll('tbody .code a'), (a) => a.innerText)";
    let expected: Value = (0..100).map(|code| code.to_string()).collect();
    assert_eq!(browser.run(codes), expected);
    assert_eq!(browser.run("return location.search"), "");
    browser.open(&file, "?q=message+42");
    assert_eq!(browser.text(".count"), "1 of 100 codes");
    assert_eq!(browser.errors(), [""; 0]);
}

/// A search for a group finds its rows, and the counts of the groups and of the kinds count what is
/// found.
#[test]
fn groups_are_headings_and_counts_follow_the_search() {
    let browser = Browser::start();
    let table = Table::of::<WebCode>();
    let operation = |row: &Row| {
        let code = row.code().parse::<u32>().ok().and_then(|code| WebCode::from(code).operation());
        code.map_or_else(String::new, |code| {
            format!("{} · {}", code.description(), code.description_zh())
        })
    };
    let file = write("groups", &Export::new(&table).group_by(operation).to_html());
    browser.open(&file, "");
    let groups = browser.visible("h2");
    assert_eq!(browser.visible("nav li"), groups);
    for words in ["登录", "login"] {
        browser.type_into("input", words);
        browser.wait_for_frame();
        assert_eq!(browser.text("nav li:nth-child(2)"), "login · 登录 9", "{words}");
    }
    browser.type_into("input", "登录 NOT_FOUND");
    browser.wait_for_frame();
    assert_eq!(browser.text(".count"), count(1));
    assert_eq!((browser.visible("h2"), browser.visible("nav li")), (1, 1));
    assert_eq!(browser.text("nav li:not([hidden])"), "login · 登录 1");
    assert_eq!(browser.text("button[data-kind='Not found']"), "Not found 1");
    assert_eq!(browser.text("button[data-kind='Internal']"), "Internal 0");
    // A kind that is not chosen still says how many it would add.
    browser.type_into("input", "881508 880209");
    browser.click("button[data-kind='Not found']");
    browser.wait_for_frame();
    assert_eq!(browser.text(".count"), count(0));
    assert_eq!(browser.text("button[data-kind='Resource exhausted']"), "Resource exhausted 2");
    browser.press(key::ESCAPE);
    assert_eq!((browser.visible("h2"), browser.visible("nav li")), (groups, groups));
    let not_found = format!("Not found {}", of_kind(Kind::NotFound));
    assert_eq!(browser.text("button[data-kind='Not found']"), not_found);
    assert_eq!(browser.text("tr[id='880103'] .advice"), "Register the user and log in again.");
    assert_eq!(browser.errors(), [""; 0]);
}

/// A hundred rows in the order of their codes.
fn numbered() -> Table {
    let rows: String = (0..100).map(|code| format!("{code},message {code}\n")).collect();
    let reading = Table::read(&format!("code,message\n{rows}"), Format::Csv);
    reading.expect("the document has a table").table
}

#[test]
fn kinds_filter_and_codes_are_copied() {
    let browser = web_code("kinds", "");
    browser.click("button[data-kind='Aborted']");
    assert_eq!(browser.text(".count"), count(1));
    browser.click("button[data-kind='Resource exhausted']");
    let rows = of_kind(Kind::Aborted) + of_kind(Kind::ResourceExhausted);
    assert_eq!(browser.text(".count"), count(rows));
    assert_eq!(browser.visible("tbody tr"), rows as u64);
    let address = "?kind=Resource+exhausted&kind=Aborted";
    assert_eq!(browser.run("return location.search"), address);
    browser.type_into("input", "server internal");
    browser.wait_for_frame();
    assert!(browser.text(".none").ends_with("of kind Resource exhausted or Aborted."));
    browser.press(key::ESCAPE);
    assert_eq!(browser.text(".count"), count(WebCode::ENTRIES.len()));
    let height = browser.run("return document.body.scrollHeight");
    browser.press(key::DOWN);
    browser.click("input");
    browser.press(key::DOWN);
    assert_eq!(browser.text(".copy"), "Copy");
    assert_eq!(browser.run("return document.body.scrollHeight"), height);
    // As without a server: the page has to select what it copies.
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.addEventListener('copy', () => { window.copied = String(getSelection()); })",
    );
    browser.click(".copy");
    browser.wait_for_frame();
    assert_eq!(browser.text(".copy"), "Copied");
    let code = browser
        .run("return document.querySelector('.copy').parentNode.querySelector('a').textContent");
    assert_eq!(browser.run("return window.copied"), code);
    browser.run("document.execCommand = () => false");
    browser.click(".copy");
    browser.wait_for_frame();
    assert_eq!(browser.text(".copy"), "Not copied");
    assert_eq!(browser.errors(), [""; 0]);
}

#[test]
fn keys() {
    let browser = web_code("keys", "");
    for (keys, focus) in [
        ("/", "search"),
        ("UserInBlacklist", "search"),
        (key::DOWN, "880207"),
        (key::DOWN, "880207"),
        (key::UP, "search"),
        (key::ENTER, "880207"),
        (key::ESCAPE, "880207"),
        (key::UP, "880206"),
        (key::DOWN, "880207"),
        ("/", "search"),
    ] {
        browser.press(keys);
        assert_eq!(focused(&browser), focus, "{keys:?}");
    }
    assert_eq!(browser.text(".count"), count(WebCode::ENTRIES.len()));
}

#[test]
fn a_fragment_shows_its_row_even_if_hidden() {
    let browser = web_code("fragment", "#881701");
    let is_in_view = "const row = document.querySelector('.marked').getBoundingClientRect();
        return row.top >= 0 && row.bottom <= innerHeight;";
    assert_eq!(browser.run(is_in_view), true);
    browser.type_into("input", "blacklist");
    browser.wait_for_frame();
    browser.run("location.hash = '880404'");
    browser.wait_for_frame();
    assert_eq!(browser.text(".count"), count(WebCode::ENTRIES.len()));
    assert_eq!(browser.text(".marked .code"), "880404");
    assert_eq!(browser.visible(".marked"), 1);
    // The page scrolls for some frames.
    for _ in 0..10 {
        browser.wait_for_frame();
    }
    assert_eq!(browser.run(is_in_view), true);
}

/// Texts that would set `hacked` if anything ran them.
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: &str))]
enum Hostile {
    #[code("<script>hacked = 1</script>", "<script>hacked = 1</script>", zh = "</td></table>")]
    Script,
    #[code("\" onmouseover=\"hacked = 1", "\"><img src=x onerror='hacked = 1'>", zh = "'")]
    Attribute,
    #[code("javascript:hacked=1", "</script><script>hacked = 1</script>", zh = "<!--")]
    Address,
    #[code("a\u{202e}b", "</style><svg onload=\"hacked = 1\">", zh = "<base href=//x>")]
    Style,
}

#[test]
fn hostile_texts_run_nothing() {
    let browser = Browser::start();
    browser.open(&publish("hostile", &Table::of::<Hostile>()), "#javascript:hacked=1");
    for words in ["<script>hacked = 1</script>", "<img src=x onerror=hacked=1>"] {
        browser.type_into("input", words);
        browser.wait_for_frame();
    }
    browser.press(key::ESCAPE);
    for row in 1..=Hostile::ENTRIES.len() {
        browser.click(&format!("tbody tr:nth-child({row}) a"));
    }
    assert_eq!(browser.run("return typeof hacked"), "undefined");
    assert_eq!(browser.visible("img, svg, base, td script"), 0);
    let messages = browser.run(
        "return Array.from(document.querySelectorAll('tbody .message'), (cell) => cell.textContent)",
    );
    let expected: Value = Hostile::ENTRIES.iter().map(|entry| entry.message()).collect();
    assert_eq!(messages, expected);
    assert_eq!(browser.errors(), [""; 0]);
}

#[test]
fn no_sideways_scrolling_in_light_and_dark() {
    let browser = web_code("width", "");
    for (scheme, background) in [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 27)")] {
        browser.set_color_scheme(scheme);
        let color = browser.run("return getComputedStyle(document.body).backgroundColor");
        assert_eq!(color, background);
        for width in [320, 390, 1280] {
            browser.set_width(width);
            let beyond = "const page = document.documentElement;
                return [innerWidth, page.scrollWidth - page.clientWidth];";
            assert_eq!(browser.run(beyond), json!([width, 0]), "{scheme}");
        }
    }
}

/// Prints how long each key takes, from the key to the frame with its result.
#[test]
fn a_search_in_20_000_rows() {
    const KEYS: &str = "group 19";
    let browser = Browser::start();
    browser.open(&publish("large", &large(20_000)), "");
    println!("milliseconds for each key of {KEYS:?}: {:.0?}", times(&browser, KEYS));
    let count = browser.text(".count");
    assert!(count.ends_with(" of 20,000 codes") && !count.starts_with("20,000 "), "{count}");
}

/// Types the keys into the search, and returns how many milliseconds each took.
fn times(browser: &Browser, keys: &str) -> Vec<f64> {
    browser.press("/");
    browser.run(
        "window.times = [];
        document.querySelector('input').addEventListener('keydown', () => {
            const start = performance.now();
            const end = () => times.push(performance.now() - start);
            requestAnimationFrame(() => requestAnimationFrame(end));
        });",
    );
    for key in keys.chars() {
        browser.press(&key.to_string());
    }
    let times = browser.run("return times");
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(times.len(), keys.len());
    times
}

fn large(rows: u32) -> Table {
    let mut document = "Code,Message,Description\n".to_owned();
    for row in 0..rows {
        let _ = writeln!(document, "{row},group {row} not found,There is no such group as {row}");
    }
    let reading = Table::read(&document, Format::Csv).expect("the document has a table");
    reading.into_clean().expect("no row is malformed")
}
