//! The program: from a vendor's document to the enum of its error codes, and back.
#![forbid(unsafe_code)]

mod program;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::program::{Failure, ImportArguments, ReadArguments, import, inspect};

const EXAMPLES: &str = "\
Examples:
  error-catalog inspect errors.html
  error-catalog import errors.md --name Broker -o src/broker.rs
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
    /// Writes the enum that a document describes
    ///
    /// A report on standard error says which tables were found, what became of each
    /// column, and which rows are malformed. If there are any, nothing is written until
    /// you fix them or pass --accept-findings.
    #[command(after_help = EXAMPLES)]
    Import(Box<ImportArguments>),
    /// Prints the table and the report of a document, and makes no enum
    #[command(after_help = EXAMPLES)]
    Inspect(Box<ReadArguments>),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Import(arguments) => import::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
    };
    done.unwrap_or_else(Failure::report)
}
