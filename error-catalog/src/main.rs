//! The program: from a vendor's document to the enum of its error codes.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::io::{self, Read, Write};
use std::iter;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use error_catalog::{CodeType, Format, Import, ImportError, ReadError, Reader, Reading};

const EXAMPLES: &str = "\
Examples:
  error-catalog import errors.md --name Broker
  error-catalog import errors.html --name Broker --code 'No.' --message Text
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
    /// Malformed rows are reported on standard error with their line numbers, and
    /// nothing is printed until you fix them or pass --accept-findings.
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
    /// markdown, html, csv, tsv or json [default: by the file's extension]
    #[arg(long)]
    format: Option<Format>,
    /// An integer type, or str [default: the smallest integer type that holds every
    /// code, or str]
    #[arg(long, value_name = "TYPE")]
    code_type: Option<CodeType>,
    /// The heading of the codes
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
    /// Adds a column to the enum, with the texts under a heading
    #[arg(long = "column", value_name = "NAME=HEADING", value_parser = parse_column)]
    columns: Vec<(String, String)>,
    /// Marks a code as a success
    #[arg(long = "success", value_name = "CODE", allow_hyphen_values = true)]
    successes: Vec<String>,
    /// Makes one variant of rows that differ only in their code
    #[arg(long)]
    aliases: bool,
    /// Adds a variant of this name that keeps unlisted codes
    #[arg(long, value_name = "NAME")]
    other: Option<String>,
    /// Prints the enum even if rows are malformed
    #[arg(long)]
    accept_findings: bool,
}

/// `NAME=HEADING`, or `NAME` if the heading is the name.
fn parse_column(text: &str) -> Result<(String, String), String> {
    let (name, heading) = text.split_once('=').unwrap_or((text, text));
    if name.is_empty() || heading.is_empty() {
        return Err("expected NAME=HEADING".to_owned());
    }
    Ok((name.to_owned(), heading.to_owned()))
}

fn main() -> ExitCode {
    let Command::Import(arguments) = Arguments::parse().command;
    let (document, format) = match read_document(&arguments) {
        Ok(document) => document,
        Err(error) => return fail(&*error, 2),
    };
    match import(&arguments, &document, format) {
        Ok(source) => print(&source),
        Err(error) => fail(&*error, status(&*error)),
    }
}

/// 1 if the document is at fault, 2 if the arguments are.
fn status(error: &(dyn Error + 'static)) -> u8 {
    use ImportError::{DoesNotFit, NoRow, SameNumber};
    match (error.downcast_ref(), error.downcast_ref()) {
        (Some(ReadError::NoSuchHeading { .. }), _) => 2,
        (_, None | Some(DoesNotFit { .. } | NoRow | SameNumber { .. })) => 1,
        (_, Some(_)) => 2,
    }
}

/// Prints the error with its sources.
fn fail(error: &dyn Error, status: u8) -> ExitCode {
    let chain = iter::successors(Some(error), |error| (*error).source());
    let chain: Vec<String> = chain.map(ToString::to_string).collect();
    let _ = writeln!(io::stderr(), "error: {}", chain.join(": "));
    ExitCode::from(status)
}

/// A reader that closes the pipe early, such as `head`, is not an error.
fn print(source: &str) -> ExitCode {
    match io::stdout().write_all(source.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&error, 1),
        _ => ExitCode::SUCCESS,
    }
}

/// The document and its format.
fn read_document(arguments: &ImportArguments) -> Result<(String, Format), Box<dyn Error>> {
    let file = &arguments.file;
    let format = arguments.format.or_else(|| Format::from_path(file)).ok_or_else(|| {
        format!("the extension of {} does not say the format; pass --format", file.display())
    })?;
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
    let Reading { table, findings, .. } = reader_settings(arguments).read(document, format)?;
    let mut stderr = io::stderr().lock();
    for finding in &findings {
        let _ = writeln!(stderr, "{finding}");
    }
    if !findings.is_empty() && !arguments.accept_findings {
        return Err(
            "these rows of the document are malformed; fix them, or pass --accept-findings".into(),
        );
    }
    Ok(import_settings(arguments).write(&table)?)
}

fn import_settings(arguments: &ImportArguments) -> Import {
    let mut settings = Import::new(&arguments.name);
    if let Some(code_type) = arguments.code_type {
        settings = settings.code_type(code_type);
    }
    if let Some(other) = &arguments.other {
        settings = settings.other(other);
    }
    if arguments.aliases {
        settings = settings.merge_aliases();
    }
    settings = arguments.columns.iter().fold(settings, |settings, (name, _)| settings.column(name));
    arguments.successes.iter().fold(settings, Import::success)
}

fn reader_settings(arguments: &ImportArguments) -> Reader {
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
