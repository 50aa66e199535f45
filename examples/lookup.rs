//! Looks up JMessage codes: by number, in a log line, or by words in their texts.
//!
//! ```sh
//! cargo run --example lookup -- 880203
//! cargo run --example lookup -- blacklist
//! echo "login failed: 880103" | cargo run --example lookup
//! cargo run --example lookup
//! ```

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Read, Write as _};
use std::process::ExitCode;

use jmessage_codes::{Entry, ErrorCatalog, WebCode};

type Rows = Vec<&'static Entry<WebCode>>;

fn main() -> io::Result<ExitCode> {
    let queries = queries()?;
    let mut rows = Rows::new();
    let mut not_found = Vec::new();
    if queries.is_empty() {
        rows.extend(WebCode::ENTRIES);
    }
    for query in &queries {
        let found = find(query);
        if found.is_empty() {
            not_found.push(query);
        }
        rows.extend(found);
    }
    match io::stdout().write_all(aligned(&rows).as_bytes()) {
        // The reader of the output may stop early, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => {}
    }
    for query in &not_found {
        match query.parse::<WebCode>() {
            Ok(code) => eprintln!("code {} is not listed", code.code()),
            Err(_) => {
                eprintln!("no listed code in {query:?}, and no entry contains all of these words");
            }
        }
    }
    Ok(if not_found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What to look for: each number on the command line, and its other words as one
/// query. Without arguments, each line of the input.
fn queries() -> io::Result<Vec<String>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
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

/// The entry of a number, or the entries of the codes in a line, or the entries
/// whose texts contain every word of the line.
fn find(query: &str) -> Rows {
    if let Ok(code) = query.parse::<WebCode>() {
        return code.entry().into_iter().collect();
    }
    let in_line = codes_in(query);
    if in_line.is_empty() { containing(query) } else { in_line }
}

fn codes_in(line: &str) -> Rows {
    let numbers = line.split(|character: char| !character.is_ascii_digit());
    let codes = numbers.filter_map(|number| number.parse::<WebCode>().ok());
    // A zero in a log line is rarely the success code.
    codes.filter(|code| !code.is_success()).filter_map(WebCode::entry).collect()
}

fn containing(words: &str) -> Rows {
    let words = words.to_lowercase();
    let contains = |entry: &&Entry<WebCode>| {
        let texts = [entry.name(), entry.message(), entry.description()].join(" ").to_lowercase();
        words.split_whitespace().all(|word| texts.contains(word))
    };
    WebCode::ENTRIES.iter().filter(contains).collect()
}

fn aligned(rows: &[&Entry<WebCode>]) -> String {
    let width = |text: fn(&Entry<WebCode>) -> &'static str| {
        rows.iter().map(|entry| width_of(text(entry))).max().unwrap_or(0)
    };
    let (name_width, message_width) = (width(Entry::name), width(Entry::message));
    let mut lines = String::new();
    for entry in rows {
        let (name, message) = (entry.name(), entry.message());
        let _ = writeln!(
            lines,
            "{:>6}  {name}{:name_gap$}  {message}{:message_gap$}  {}",
            entry.code(),
            "",
            "",
            entry.description(),
            name_gap = name_width - width_of(name),
            message_gap = message_width - width_of(message),
        );
    }
    lines
}

/// How many columns a terminal gives the text: two for full-width characters.
fn width_of(text: &str) -> usize {
    text.chars()
        .map(|character| if ('\u{ff00}'..'\u{ff61}').contains(&character) { 2 } else { 1 })
        .sum()
}
