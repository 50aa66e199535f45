//! Looks up JMessage codes: by number, in a log line, or by words in their texts.
//!
//! ```sh
//! cargo run --example lookup -- 880203
//! cargo run --example lookup -- --help
//! ```

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

use jmessage_codes::{Entry, ErrorCatalog, Operation, WebCode};
use unicode_width::UnicodeWidthStr;

const HELP: &str = "\
Looks up the error codes of the JMessage Web SDK.

Usage: cargo run --example lookup -- [NUMBER | WORD]...

  880203           the entry of a code
  88020            the codes that begin with a part of a number
  login expired    the entries that contain all of these words, in English or Chinese
  -h, --help       this help

Without arguments, each line of the input is looked up, such as a line of a log:

  echo \"login failed: 880103\" | cargo run --example lookup

Without input, the whole table is shown. The exit code is 1 if something is not found.
";

type Rows = Vec<Entry<WebCode>>;

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "-h" || argument == "--help") {
        print(HELP)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(option) = arguments.iter().find(|argument| argument.starts_with('-')) {
        eprintln!("no such option: {option} (--help shows what there is)");
        return Ok(ExitCode::from(2));
    }
    look_up(&queries(arguments)?)
}

/// Prints what is found, and reports what is not.
fn look_up(queries: &[String]) -> io::Result<ExitCode> {
    let mut rows = Rows::new();
    let mut not_found = Vec::new();
    if queries.is_empty() {
        rows.extend(WebCode::ENTRIES);
    }
    for query in queries {
        let found = find(query);
        if found.is_empty() {
            not_found.push(query);
        }
        rows.extend(found);
    }
    match rows[..] {
        [entry] => print(&card(entry))?,
        _ => print(&table(&rows))?,
    }
    for query in &not_found {
        eprint!("{}", explain(query));
    }
    Ok(if not_found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What to look for: each number on the command line, and its other words as one
/// query. Without arguments, each line of the input.
fn queries(arguments: Vec<String>) -> io::Result<Vec<String>> {
    if arguments.is_empty() {
        let mut input = String::new();
        if !io::stdin().is_terminal() {
            io::stdin().read_to_string(&mut input)?;
        }
        let lines = input.lines().map(str::trim).filter(|line| !line.is_empty());
        return Ok(lines.map(str::to_owned).collect());
    }
    let (mut queries, words): (Vec<_>, Vec<_>) =
        arguments.into_iter().partition(|argument| argument.parse::<WebCode>().is_ok());
    if !words.is_empty() {
        queries.push(words.join(" "));
    }
    Ok(queries)
}

/// The entry of a number, or those that begin with it; the entries of the codes in a
/// line; or the entries that contain every word of the line.
fn find(query: &str) -> Rows {
    if let Ok(code) = query.parse::<WebCode>() {
        return match code.entry() {
            Some(entry) => vec![entry],
            None => beginning_with(query),
        };
    }
    let in_line = codes_in(query);
    if in_line.is_empty() { containing(query) } else { in_line }
}

fn beginning_with(digits: &str) -> Rows {
    let begins = |entry: &Entry<WebCode>| entry.code().to_string().starts_with(digits);
    WebCode::ENTRIES.iter().filter(begins).collect()
}

fn codes_in(line: &str) -> Rows {
    let numbers = line.split(|character: char| !character.is_ascii_digit());
    let codes = numbers.filter_map(|number| number.parse::<WebCode>().ok());
    // A zero in a log line is rarely the success code.
    codes.filter(|code| !code.is_success()).filter_map(WebCode::entry).collect()
}

fn containing(words: &str) -> Rows {
    let words = words.to_lowercase();
    let contains = |entry: &Entry<WebCode>| {
        let texts = cells(*entry).join(" ").to_lowercase();
        words.split_whitespace().all(|word| texts.contains(word))
    };
    WebCode::ENTRIES.iter().filter(contains).collect()
}

/// Why a query finds nothing. For a number, also the codes that it may have meant.
fn explain(query: &str) -> String {
    let Ok(code) = query.parse::<WebCode>() else {
        return format!("no listed code in {query:?}, and no entry contains all of these words\n");
    };
    // An unlisted code still has an operation.
    let operation = code.operation().map(|operation| format!(" ({})", both_names(operation)));
    let operation = operation.unwrap_or_default();
    let nearest = table(&nearest(&code.code().to_string()));
    format!("{} is not listed{operation}. The nearest codes are:\n{nearest}", code.code())
}

/// The three codes that fewest wrong digits turn into this number, and of those the
/// numbers beside it.
fn nearest(number: &str) -> Rows {
    let mut rows: Rows = WebCode::ENTRIES.iter().filter(|entry| entry.code() != 0).collect();
    rows.sort_by_cached_key(|entry| {
        let wrong_digits = strsim::osa_distance(number, &entry.code().to_string());
        (wrong_digits, number.parse().map_or(0, |number| entry.code().abs_diff(number)))
    });
    rows.truncate(3);
    rows
}

/// All of one entry.
fn card(entry: Entry<WebCode>) -> String {
    let code = entry.variant();
    let (operation, operation_zh) =
        code.operation().map_or(("", ""), |operation| (operation.name(), operation.name_zh()));
    let number = code.code().to_string();
    aligned(&[
        [number.as_str(), code.name(), ""],
        ["kind", code.kind().name(), ""],
        ["operation", operation, operation_zh],
        ["message", code.message(), ""],
        ["description", code.description(), code.description_zh()],
    ])
}

/// One line for each entry.
fn table(rows: &[Entry<WebCode>]) -> String {
    aligned(&rows.iter().map(|entry| cells(*entry)).collect::<Vec<_>>())
}

/// What a line of the table has, and what words are looked for in.
fn cells(entry: Entry<WebCode>) -> [String; 7] {
    let code = entry.variant();
    [
        format!("{:>6}", code.code()),
        code.name().to_owned(),
        code.kind().to_string(),
        code.operation().map(both_names).unwrap_or_default(),
        code.description_zh().to_owned(),
        code.message().to_owned(),
        code.description().to_owned(),
    ]
}

fn both_names(operation: Operation) -> String {
    format!("{} {}", operation.name(), operation.name_zh())
}

/// Lines of cells, with each column as wide as its widest cell.
fn aligned<Cell: AsRef<str>, const COLUMNS: usize>(lines: &[[Cell; COLUMNS]]) -> String {
    let mut widths = [0; COLUMNS];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = width_of(cell.as_ref()).max(*width);
        }
    }
    let mut text = String::new();
    for line in lines {
        let cells = line.iter().zip(widths).map(|(cell, width)| {
            let gap = width - width_of(cell.as_ref());
            format!("{}{:gap$}", cell.as_ref(), "")
        });
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text += "\n";
    }
    text
}

/// How many columns a terminal gives the text. A Chinese character takes two, so
/// `format!("{:width$}")`, which counts characters, would not align.
fn width_of(text: &str) -> usize {
    text.width()
}

fn print(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        // The reader of the output may stop early, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
