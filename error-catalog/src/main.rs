//! From a vendor's document to the enum of its error codes.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use error_catalog::{Format, Import, ImportError, ReadError, Reader, Reading};

const EXAMPLES: &str = "\
Examples:
  error-catalog import errors.md --name Broker
  error-catalog import errors.html --name Broker --code 'No.' --message Text
  error-catalog import errors.csv --name Broker --column zh=Chinese --success 0
  curl https://example.com/errors | error-catalog import - --format html --name Broker

Exit status: 0, or 1 where the document is refused, or 2 for wrong use.";

/// From a vendor's document to the enum of its error codes.
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
    /// What is off in the document goes to standard error, and then nothing is
    /// printed unless --accept-findings says so.
    #[command(after_help = EXAMPLES)]
    Import(ImportArguments),
}

#[derive(Args)]
struct ImportArguments {
    /// The document, or - for standard input
    file: PathBuf,
    /// The name of the enum
    #[arg(long)]
    name: String,
    /// markdown, html, csv, tsv or json; otherwise told by the file's extension
    #[arg(long)]
    format: Option<Format>,
    /// An integer type, or str; otherwise the smallest that holds every code
    #[arg(long, value_name = "TYPE")]
    code_type: Option<String>,
    /// The heading of the codes
    #[arg(long, value_name = "COLUMN")]
    code: Option<String>,
    /// The heading of the messages
    #[arg(long, value_name = "COLUMN")]
    message: Option<String>,
    /// The heading of the descriptions
    #[arg(long, value_name = "COLUMN")]
    description: Option<String>,
    /// The heading of what the variants are named by
    #[arg(long, value_name = "COLUMN")]
    variant: Option<String>,
    /// One more column of the enum, from the column under a heading
    #[arg(long = "column", value_name = "NAME=COLUMN", value_parser = parse_column)]
    columns: Vec<(String, String)>,
    /// A code that is no error
    #[arg(long = "success", value_name = "CODE", allow_hyphen_values = true)]
    successes: Vec<String>,
    /// Makes one variant of rows that differ in nothing but their code
    #[arg(long)]
    aliases: bool,
    /// Adds a variant of this name that keeps unlisted codes
    #[arg(long, value_name = "NAME")]
    other: Option<String>,
    /// Prints the enum in spite of findings
    #[arg(long)]
    accept_findings: bool,
}

/// `NAME=COLUMN`, or `NAME` for a column under that heading.
fn parse_column(text: &str) -> Result<(String, String), String> {
    let (name, heading) = text.split_once('=').unwrap_or((text, text));
    if name.is_empty() || heading.is_empty() {
        return Err("expected NAME=COLUMN".to_owned());
    }
    Ok((name.to_owned(), heading.to_owned()))
}

fn main() -> ExitCode {
    let Command::Import(arguments) = Arguments::parse().command;
    let (document, format) = match document(&arguments) {
        Ok(document) => document,
        Err(error) => return refuse(&*error, 2),
    };
    match import(&arguments, &document, format) {
        Ok(source) => print(&source),
        Err(error) => refuse(&*error, status(&*error)),
    }
}

/// Whether the document is at fault or what was said of it.
fn status(error: &(dyn Error + 'static)) -> u8 {
    use ImportError::{DoesNotFit, NoRow, SameNumber};
    match (error.downcast_ref(), error.downcast_ref()) {
        (Some(ReadError::NoSuchColumn { .. }), _) => 2,
        (_, None | Some(DoesNotFit { .. } | NoRow | SameNumber { .. })) => 1,
        (_, Some(_)) => 2,
    }
}

fn refuse(error: &dyn Error, status: u8) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {error}");
    ExitCode::from(status)
}

/// Whoever reads the output may have enough of it before its end.
fn print(source: &str) -> ExitCode {
    match io::stdout().write_all(source.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => refuse(&error, 1),
        _ => ExitCode::SUCCESS,
    }
}

fn document(arguments: &ImportArguments) -> Result<(String, Format), Box<dyn Error>> {
    let file = &arguments.file;
    let format = arguments
        .format
        .or_else(|| Format::from_path(file))
        .ok_or_else(|| format!("the format of {} is not clear; say --format", file.display()))?;
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

fn import(
    arguments: &ImportArguments,
    document: &str,
    format: Format,
) -> Result<String, Box<dyn Error>> {
    let Reading { table, findings } = reader(arguments).read(document, format)?;
    let mut stderr = io::stderr().lock();
    for finding in &findings {
        let _ = writeln!(stderr, "{finding}");
    }
    if !findings.is_empty() && !arguments.accept_findings {
        return Err("the document is off in these rows; mend it, or say --accept-findings".into());
    }
    let mut import = Import::new(&arguments.name);
    if let Some(code_type) = &arguments.code_type {
        import = import.code_type(code_type);
    }
    if let Some(other) = &arguments.other {
        import = import.other(other);
    }
    if arguments.aliases {
        import = import.merge_aliases();
    }
    import = arguments.columns.iter().fold(import, |import, (name, _)| import.column(name));
    import = arguments.successes.iter().fold(import, Import::success);
    Ok(import.write(&table)?)
}

fn reader(arguments: &ImportArguments) -> Reader {
    let mut reader = Reader::new();
    if let Some(heading) = &arguments.code {
        reader = reader.code(heading);
    }
    if let Some(heading) = &arguments.message {
        reader = reader.message(heading);
    }
    if let Some(heading) = &arguments.description {
        reader = reader.description(heading);
    }
    if let Some(heading) = &arguments.variant {
        reader = reader.name(heading);
    }
    let columns = arguments.columns.iter();
    columns.fold(reader, |reader, (name, heading)| reader.column(name, heading))
}
