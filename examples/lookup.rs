//! Looks up JMessage codes: by number, by words in their texts, or in the lines of a log.
//!
//! ```sh
//! cargo run --example lookup -- 880203
//! cargo run --example lookup -- --help
//! ```

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::process::ExitCode;

use jmessage_codes::{Entry, Operation, WebCode};

const HELP: &str = "\
Looks up the error codes of the JMessage Web SDK.

Usage: cargo run --example lookup -- [--json] [--all | NUMBER | WORD...]

  880203           everything about a code
  88020            the codes that begin with these digits
  user not exist   the codes with this name or text, in English or Chinese; if there are
                   none, those whose texts have words that begin with all of these
  --all            the whole table
  --json           one JSON object for each code, one per line

Without words, it finds the codes in the lines of the input, such as a log:

  echo \"login failed: 880103\" | cargo run --example lookup

The exit code is 1 if something is not found.
";

/// How many bytes of a line are read at once.
const PIECE: usize = 65_536;

/// Writes codes as text or as JSON. Those of the input have a line, with its number.
type Show = fn(&[WebCode], Option<(usize, &str)>) -> String;

fn main() -> io::Result<ExitCode> {
    let (mut show, mut shows_all, mut words): (Show, _, _) = (text, false, Vec::new());
    for argument in std::env::args_os().skip(1) {
        match &*argument.to_string_lossy() {
            "-h" | "--help" => return print(HELP).map(|()| ExitCode::SUCCESS),
            "--all" => shows_all = true,
            "--json" => show = json,
            option if option.starts_with("--") => {
                eprintln!("no such option: {option} (--help shows what there is)");
                return Ok(ExitCode::from(2));
            }
            word => words.push(word.to_owned()),
        }
    }
    let is_found = match words[..] {
        _ if shows_all => print(&show(&codes().collect::<Vec<_>>(), None)).map(|()| true),
        [] if io::stdin().is_terminal() => print(HELP).map(|()| true),
        [] => look_up_lines(&mut io::stdin().lock(), show),
        _ => look_up(&words.join(" "), show),
    };
    match is_found {
        // The reader of the output may stop early, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        is_found => Ok(ExitCode::from(u8::from(!is_found?))),
    }
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())
}

fn codes() -> impl Iterator<Item = WebCode> {
    WebCode::ENTRIES.iter().map(Entry::variant)
}

/// Prints the codes of each line as soon as it is read.
fn look_up_lines(input: &mut impl BufRead, show: Show) -> io::Result<bool> {
    let (mut is_found, mut number, mut line) = (false, 1, Vec::new());
    loop {
        let read = input.by_ref().take(PIECE as u64).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(is_found);
        }
        // A longer line is read in pieces, which end between two words.
        let is_whole = line.ends_with(b"\n") || read < PIECE;
        let gap = line.iter().rposition(|&byte| byte.is_ascii() && !is_of_number(byte.into()));
        let end = gap.filter(|_| !is_whole).unwrap_or(line.len());
        let piece = String::from_utf8_lossy(&line[..end]);
        let codes = codes_in(&piece);
        if !codes.is_empty() {
            is_found = true;
            print(&show(&codes, Some((number, piece.trim_end()))))?;
        }
        line.drain(..end);
        number += usize::from(is_whole);
    }
}

/// Prints what is found, and explains what is not found. Numbers of six digits are looked up one
/// by one, other words together.
fn look_up(query: &str, show: Show) -> io::Result<bool> {
    let numbers: Vec<&str> = query.split_whitespace().collect();
    let is_code = |word: &&str| word.len() == 6 && word.parse::<WebCode>().is_ok();
    let queries = if numbers.iter().all(is_code) { &numbers[..] } else { &[query] };
    print(&show(&queries.iter().flat_map(|query| find(query)).collect::<Vec<_>>(), None))?;
    let not_found = queries.iter().filter(|query| find(query).is_empty());
    let explanations: String = not_found.map(|query| explain(query)).collect();
    eprint!("{explanations}");
    Ok(explanations.is_empty() && !queries.is_empty())
}

/// The codes with this number, name or text; those in a line; or those whose texts have, for each
/// of these words, a word that begins with it.
fn find(query: &str) -> Vec<WebCode> {
    let digits = query.replace(' ', "");
    let has_text = |code| texts(code).iter().any(|(_, text)| text.eq_ignore_ascii_case(query));
    let is_exact = |code: &WebCode| digits == code.code().to_string() || has_text(*code);
    let exact: Vec<WebCode> = codes().filter(is_exact).collect();
    let found = if exact.is_empty() { codes_in(query) } else { exact };
    if !found.is_empty() || words(query).next().is_none() {
        return found;
    }
    let query = query.to_lowercase();
    let has_words = |code: &WebCode| {
        let texts = texts(*code).map(|(_, text)| text).join(" ").to_lowercase();
        let texts = format!("{} {texts}", code.code());
        // Chinese words are not separated, so they can be anywhere.
        let begins = |word: &str| words(&texts).any(|each| each.starts_with(word));
        words(&query).all(|word| begins(word) || (!word.is_ascii() && texts.contains(word)))
    };
    codes().filter(has_words).collect()
}

/// The codes whose numbers are in a line, but not as a part of a word or of a fraction, such
/// as the seconds of a time.
fn codes_in(line: &str) -> Vec<WebCode> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    // Every code of an error begins with an 8, which is found fast.
    let codes = line.match_indices('8').filter_map(|(start, _)| {
        let (before, rest) = line.split_at(start);
        let number = rest.split(|letter| !is_of_number(letter)).next()?;
        let whole = before.strip_suffix('.').unwrap_or_default();
        let fraction = rest.strip_prefix(number)?.strip_prefix('.').unwrap_or_default();
        let is_fraction = whole.ends_with(is_digit) || fraction.starts_with(is_digit);
        let is_part = is_fraction || before.ends_with(is_of_number);
        number.parse().ok().filter(|_| !is_part).and_then(WebCode::from_code)
    });
    codes.collect()
}

/// Whether a letter beside digits makes them a part of something longer.
fn is_of_number(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.filter(|word| !word.is_empty())
}

/// Why a query finds nothing. For a number, also the three codes that differ from it in the
/// fewest digits.
fn explain(query: &str) -> String {
    let Ok(code) = query.replace(' ', "").parse::<WebCode>() else {
        return format!("nothing found for {query:?}\n");
    };
    let number = code.code().to_string();
    let wrong_digits = |each: &WebCode| strsim::osa_distance(&number, &each.code().to_string());
    let mut nearest: Vec<WebCode> = codes().filter(|code| !code.is_success()).collect();
    nearest.sort_by_cached_key(|each| (wrong_digits(each), each.code().abs_diff(code.code())));
    // An unlisted code still has an operation.
    let operation = code.operation().map_or("none", Operation::description);
    let nearest = text(&nearest[..3], None);
    format!("{number} is not listed (operation: {operation}). The nearest codes are:\n{nearest}")
}

/// All texts of a code, with their labels.
fn texts(code: WebCode) -> [(&'static str, &'static str); 10] {
    let is_retired = code.entry().is_some_and(Entry::is_retired);
    [
        ("name", code.name()),
        ("kind", code.kind().name()),
        ("operation", code.operation().map_or("none", Operation::description)),
        ("operation_zh", code.operation().map_or("无", Operation::description_zh)),
        ("message", code.message()),
        ("description", code.description()),
        ("description_en", code.description_en()),
        ("description_zh", code.description_zh()),
        ("advice", code.advice()),
        ("status", if is_retired { "retired" } else { "listed" }),
    ]
}

/// All about one code, or a line for each of several; below a line of the input, its codes.
fn text(codes: &[WebCode], line: Option<(usize, &str)>) -> String {
    if let ([code], None) = (codes, line) {
        let lines = texts(*code).map(|(what, text)| format!("{what:14}  {text}\n"));
        return format!("code            {}\n{}", code.code(), lines.concat());
    }
    let indent = if line.is_some() { "  " } else { "" };
    let rows = codes.iter().map(|code| {
        let (number, name, kind) = (code.code(), code.name(), code.kind());
        // Chinese letters are wider than `{:39}` counts, so their column is the last.
        format!("{indent}{number:>6}  {name:39}  {kind:19}  {}\n", code.description_zh())
    });
    let line = line.map(|(number, line)| format!("{number}: {line}\n"));
    line.into_iter().chain(rows).collect()
}

/// One object for each code. The table's texts need no escape, so `{:?}` writes JSON.
fn json(codes: &[WebCode], line: Option<(usize, &str)>) -> String {
    let line = line.map(|(number, _)| format!("\"line\":{number},")).unwrap_or_default();
    let object = |code: &WebCode| {
        let texts = texts(*code).map(|(what, text)| format!(",{what:?}:{text:?}")).concat();
        format!("{{{line}\"code\":{},\"is_done\":{}{texts}}}\n", code.code(), code.is_done())
    };
    codes.iter().map(object).collect()
}
