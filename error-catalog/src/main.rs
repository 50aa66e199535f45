//! The program: from a vendor's document to the enum of its error codes.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::iter;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use error_catalog::{CodeType, Finding, Format, Import, ImportError, ReadError, Reader, Reading};

const EXAMPLES: &str = "\
Examples:
  error-catalog inspect errors.html
  error-catalog import errors.md --name Broker
  error-catalog import errors.html --name Broker --code 'No.' --message Text
  error-catalog import errors.html --name Broker --section 'Server errors'
  error-catalog import errors.csv --name Broker --column zh=Chinese --success 0
  curl https://example.com/errors | error-catalog import - --format html --name Broker

Exit status: 0, or 1 if the document is rejected, or 2 for wrong use.";

/// Makes a Rust enum from a vendor's document of error codes
#[derive(Parser)]
#[command(name = "error-catalog", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the enum that a document describes
    ///
    /// A report on standard error says which tables were found, what became of each
    /// column, and which rows are malformed. If there are any, nothing is printed until
    /// you fix them or pass --accept-findings.
    #[command(after_help = EXAMPLES)]
    Import(ImportArguments),
    /// Prints the table and the report of a document, and makes no enum
    #[command(after_help = EXAMPLES)]
    Inspect(ReadArguments),
}

#[derive(Args)]
struct ImportArguments {
    #[command(flatten)]
    read: ReadArguments,
    /// The name of the enum
    #[arg(long)]
    name: String,
    /// Marks a code as a success
    #[arg(long = "success", value_name = "CODE", allow_hyphen_values = true)]
    successes: Vec<String>,
    /// Makes one variant of rows that differ only in their code
    #[arg(long)]
    aliases: bool,
    /// Adds a variant of this name that keeps unlisted codes
    #[arg(long, value_name = "NAME")]
    other: Option<String>,
}

#[derive(Args)]
struct ReadArguments {
    /// The document, or - for standard input
    file: PathBuf,
    /// markdown, html, csv, tsv or json [default: by the file's extension]
    #[arg(long)]
    format: Option<Format>,
    /// An integer type, or str [default: the smallest integer type that holds every
    /// code, or str if half of them are no integers]
    #[arg(long, value_name = "TYPE")]
    code_type: Option<CodeType>,
    /// The heading of the codes, or the number of the column
    #[arg(long, value_name = "HEADING")]
    code: Option<String>,
    /// The heading of the messages
    #[arg(long, value_name = "HEADING")]
    message: Option<String>,
    /// The heading of the descriptions
    #[arg(long, value_name = "HEADING")]
    description: Option<String>,
    /// The heading of the names of the variants
    #[arg(long, value_name = "HEADING")]
    variant: Option<String>,
    /// Adds a column with the texts under a heading; SECTION is the row above that is
    /// one cell over the whole table
    #[arg(long = "column", value_name = "NAME=HEADING", value_parser = parse_column)]
    columns: Vec<(String, String)>,
    /// Reads the table with this number in the report [default: all]
    #[arg(long = "table", value_name = "N")]
    tables: Vec<usize>,
    /// Reads the tables under a heading with these words [default: all]
    #[arg(long = "section", value_name = "WORDS")]
    sections: Vec<String>,
    /// Reads what is at this JSON Pointer, such as /data/errors [default: all]
    #[arg(long)]
    pointer: Option<String>,
    /// The character between the cells of a CSV file, or \t [default: by the first lines]
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter)]
    delimiter: Option<char>,
    /// The first line of a CSV file is a row: name columns by their number
    #[arg(long)]
    no_headings: bool,
    /// Accepts the findings: each row is kept or left out as its finding says
    #[arg(long)]
    accept_findings: bool,
    /// Prints only the findings, not the report
    #[arg(short, long)]
    quiet: bool,
}

/// `NAME=HEADING`, or `NAME` if the heading is the name.
fn parse_column(text: &str) -> Result<(String, String), String> {
    let (name, heading) = text.split_once('=').unwrap_or((text, text));
    if name.is_empty() || heading.is_empty() {
        return Err("expected NAME=HEADING".to_owned());
    }
    Ok((name.to_owned(), heading.to_owned()))
}

fn parse_delimiter(text: &str) -> Result<char, String> {
    let text = text.replace("\\t", "\t");
    let mut characters = text.chars();
    let delimiter = characters.next().filter(|delimiter| !matches!(delimiter, '"' | '\r' | '\n'));
    let is_one = characters.next().is_none();
    let error = || "expected one character, which is not a quote or a line's end".to_owned();
    delimiter.filter(|_| is_one).ok_or_else(error)
}

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    let (Command::Import(ImportArguments { read, .. }) | Command::Inspect(read)) = &command;
    let (document, format) = match read_document(read) {
        Ok(document) => document,
        Err(error) => return fail(&*error, 2),
    };
    let reading = match read_settings(read).read(&document, format) {
        Ok(reading) => reading,
        Err(error) => {
            if let Some(report) = error.report() {
                print_report(read, &report.to_string(), &report.findings);
            }
            return fail(&error, read_status(&error));
        }
    };
    let report = &reading.report;
    print_report(read, &report.to_string(), &report.findings);
    match &command {
        Command::Inspect(_) => inspect(&reading, read),
        Command::Import(arguments) => import(&reading, arguments),
    }
}

/// 1 if the document is at fault, 2 if the arguments are.
fn read_status(error: &ReadError) -> u8 {
    use ReadError::{NoSuchHeading, NoSuchPointer, NoSuchTable};
    let is_wrong_use =
        matches!(error, NoSuchHeading { .. } | NoSuchPointer { .. } | NoSuchTable { .. });
    if is_wrong_use { 2 } else { 1 }
}

/// 1 if the document is at fault, 2 if the arguments are.
fn import_status(error: &ImportError) -> u8 {
    use ImportError::{DoesNotFit, NoRow, SameNumber};
    if matches!(error, DoesNotFit { .. } | NoRow | SameNumber { .. }) { 1 } else { 2 }
}

/// Prints the error with its sources.
fn fail(error: &dyn Error, status: u8) -> ExitCode {
    let chain = iter::successors(Some(error), |error| (*error).source());
    let chain: Vec<String> = chain.map(ToString::to_string).collect();
    let _ = writeln!(io::stderr(), "error: {}", chain.join(": "));
    ExitCode::from(status)
}

/// A reader that closes the pipe early, such as `head`, is not an error.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&error, 1),
        _ => ExitCode::SUCCESS,
    }
}

fn print_report(arguments: &ReadArguments, report: &str, findings: &[Finding]) {
    let mut stderr = io::stderr().lock();
    if !arguments.quiet {
        let _ = write!(stderr, "{report}");
    }
    for finding in findings {
        let _ = writeln!(stderr, "{}", finding.in_file(arguments.file.display()));
    }
}

/// The document and its format.
fn read_document(arguments: &ReadArguments) -> Result<(String, Format), Box<dyn Error>> {
    let file = &arguments.file;
    let format = arguments.format.or_else(|| Format::from_path(file)).ok_or_else(|| {
        format!("the extension of {} does not say the format; pass --format", file.display())
    })?;
    require_format(arguments, format)?;
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let document = String::from_utf8(bytes)
        .map_err(|error| format!("{} is not UTF-8: {error}", file.display()))?;
    Ok((document, format))
}

/// Fails if an option is for documents of another format.
fn require_format(arguments: &ReadArguments, format: Format) -> Result<(), Box<dyn Error>> {
    const TEXT: &[Format] = &[Format::Csv, Format::Tsv];
    let options = [
        ("--pointer", arguments.pointer.is_some(), &[Format::Json][..]),
        ("--delimiter", arguments.delimiter.is_some(), TEXT),
        ("--no-headings", arguments.no_headings, TEXT),
    ];
    for (option, is_given, formats) in options {
        if is_given && !formats.contains(&format) {
            let formats = formats.iter().map(|format| format.name()).collect::<Vec<_>>();
            let formats = formats.join(" and ");
            return Err(format!("{option} is for {formats}, not for {format}; remove it").into());
        }
    }
    Ok(())
}

/// Whether there are findings that nobody accepted.
fn is_rejected(reading: &Reading, arguments: &ReadArguments) -> bool {
    !reading.report.findings.is_empty() && !arguments.accept_findings
}

fn inspect(reading: &Reading, arguments: &ReadArguments) -> ExitCode {
    let printed = print(&reading.table.to_markdown());
    if is_rejected(reading, arguments) { ExitCode::FAILURE } else { printed }
}

fn import(reading: &Reading, arguments: &ImportArguments) -> ExitCode {
    if is_rejected(reading, &arguments.read) {
        let error = "the document has findings; fix them, or pass --accept-findings";
        return fail(&*Box::<dyn Error>::from(error), 1);
    }
    match import_settings(arguments).write(&reading.table) {
        Ok(source) => print(&source),
        Err(error) => fail(&error, import_status(&error)),
    }
}

fn import_settings(arguments: &ImportArguments) -> Import {
    let mut settings = Import::new(&arguments.name);
    if let Some(code_type) = arguments.read.code_type {
        settings = settings.code_type(code_type);
    }
    if let Some(other) = &arguments.other {
        settings = settings.other(other);
    }
    if arguments.aliases {
        settings = settings.merge_aliases();
    }
    let columns = arguments.read.columns.iter();
    settings = columns.fold(settings, |settings, (name, _)| settings.column(name));
    arguments.successes.iter().fold(settings, Import::success)
}

fn read_settings(arguments: &ReadArguments) -> Reader {
    type Set = fn(Reader, &String) -> Reader;
    let texts: [(&Option<String>, Set); 5] = [
        (&arguments.code, |reader, heading| reader.code(heading)),
        (&arguments.message, |reader, heading| reader.message(heading)),
        (&arguments.description, |reader, heading| reader.description(heading)),
        (&arguments.variant, |reader, heading| reader.name(heading)),
        (&arguments.pointer, |reader, pointer| reader.pointer(pointer)),
    ];
    let given = texts.into_iter().filter_map(|(text, set)| Some((text.as_ref()?, set)));
    let mut reader = given.fold(Reader::new(), |reader, (text, set)| set(reader, text));
    if let Some(code_type) = arguments.code_type {
        reader = reader.code_type(code_type);
    }
    if let Some(delimiter) = arguments.delimiter {
        reader = reader.delimiter(delimiter);
    }
    if arguments.no_headings {
        reader = reader.no_headings();
    }
    let columns = arguments.columns.iter();
    reader = columns.fold(reader, |reader, (name, heading)| reader.column(name, heading));
    reader = arguments.tables.iter().fold(reader, |reader, number| reader.table(*number));
    arguments.sections.iter().fold(reader, Reader::section)
}
