//! How the time grows with the size of a document.

use std::fmt::Write;
use std::time::{Duration, Instant};

use error_catalog::{Format, Import, Table};

type Make = fn(usize) -> String;

fn lines(count: usize, head: &str, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(head.to_owned(), |mut text, number| {
        let _ = writeln!(text, "{}", line(number));
        text
    })
}

fn json(count: usize, row: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..count).map(row).collect::<Vec<_>>().join(",\n"))
}

/// A document of some size, and the size at which it is measured first.
const DOCUMENTS: [(&str, Format, usize, Make); 7] = [
    ("rows of CSV", Format::Csv, 2_000, |count| {
        lines(count, "code,message\n", |n| format!("{n},m{n}"))
    }),
    ("open quotes", Format::Csv, 2_000, |count| {
        lines(count, "code,message\n", |n| format!("{n},\"m{n}"))
    }),
    ("columns of CSV", Format::Csv, 2_500, |count| {
        let cells = (0..count).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
        format!("code,message,{cells}\n1,one,{cells}\n")
    }),
    ("columns without codes", Format::Csv, 2_000, |count| {
        let cells = |text: &str| vec![text; count].join(",");
        format!("{}\n{}\n", cells("text"), cells("1"))
    }),
    ("rows of JSON with a key each", Format::Json, 2_000, |count| {
        json(count, |n| format!(r#"{{"code": {n}, "message": "m", "k{n}": "x"}}"#))
    }),
    ("equal names", Format::Csv, 2_000, |count| {
        let code = |n: usize| format!("{}A{}", "-".repeat(n % 100), "_".repeat(n / 100));
        lines(count, "code,message\n", |n| format!("{},same", code(n)))
    }),
    ("nested arrays", Format::Json, 5_000, |count| "[".repeat(count) + &"]".repeat(count)),
];

fn time(document: &str, format: Format) -> Duration {
    let best = (0..3).map(|_| {
        let start = Instant::now();
        if let Ok(reading) = Table::read(document, format) {
            let _ = Import::new("Large").write(&reading.table);
        }
        start.elapsed()
    });
    best.min().unwrap_or_default()
}

/// `cargo test --release -p error-catalog --test read large -- --ignored --nocapture`
#[test]
#[ignore = "prints how time grows, and asserts nothing"]
fn how_time_grows() {
    for (name, format, size, make) in DOCUMENTS {
        let times = [1, 2, 4, 8].map(|factor| time(&make(factor * size), format));
        println!("{name}, {size} and twice, four and eight times as many: {times:?}");
    }
}
