//! The program: from a vendor's document to the enum of its error codes, and back.
#![forbid(unsafe_code)]

mod program;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::program::{
    AcceptArguments, CheckArguments, DiffArguments, ExportArguments, ImportArguments,
    ListArguments, ReadArguments, UpdateArguments, accept, check, diff, export, import, inspect,
    list, update,
};

const LIFE: &str = "\
The life of a table:
  error-catalog inspect errors.html
  error-catalog import errors.html --name Broker -o src/broker.rs
  error-catalog check src/broker.rs
  error-catalog update src/broker.rs
  error-catalog export src/broker.rs --to html -o codes.html

Exit status: 0; 1 if the answer is no, since something differs, a document has findings, or
something is left for you to do; 2 for a usage error or a file that cannot be read.";

const READING: &str = "\
Examples:
  error-catalog import errors.md --name Broker -o src/broker.rs
  error-catalog import errors.html --name Broker --code 'No.' --message Text
  error-catalog import errors.html --name Broker --section 'Server errors'
  error-catalog import errors.csv --name Broker --column zh=Chinese --success 0
  curl https://example.com/errors | error-catalog import - --format html --name Broker

Expressions for the tables of PostgreSQL, MinGW-w64 and Apache Kafka:
  error-catalog import errcodes.txt --name State \\
    --regex '(?m)^(?<code>\\w{5}) +(?<severity>[EWS]) +ERRCODE_(?<variant>\\w+) *(?<message>\\w*)$'
  error-catalog import ntstatus.h --name Status \\
    --regex '#define (?<variant>\\w+) \\(\\(NTSTATUS\\)(?<code>\\w+)'
  error-catalog import Errors.java --name Broker \\
    --regex '(?<variant>[A-Z_]+)\\(\\s*(?<code>-?\\d+),\\s*(?:null|\"(?<message>[^\"]*)\")'

Exit status: 0; 1 if the document is rejected; 2 for a usage error, a file that cannot be read or
is larger than --max-size, or one that -o would write over.";

const KEEPING: &str = "\
Examples:
  error-catalog check src/broker.rs
  error-catalog check src --output-format github
  error-catalog check src/broker.rs --document new.html
  error-catalog check src/app.rs --against v1.2.0
  error-catalog update src/broker.rs --dry-run
  error-catalog update src/broker.rs --document new.html --removed delete

A document that only the comment above the enum names is read if it is in the repository.

Exit status: 0; 1 if something differs (check), is left for you to do (update), or a document has
findings; 2 for a usage error or a file that cannot be read.";

const ACCEPTING: &str = "\
Example:
  error-catalog accept src/broker.rs 5 105

Exit status: 0; 1 if nothing of a code differs; 2 for a usage error or a file that cannot be read.";

const LISTING: &str = "\
Examples:
  error-catalog list src
  error-catalog list src --next AppError
  error-catalog list src other/src --name AppError --name StorageError

Exit status: 0; 1 if codes clash, or if no code is free (--next); 2 for a usage error or a file
that cannot be read.";

const DIFFERENCES: &str = "\
Examples:
  error-catalog diff old.html new.html --code 'No.'
  error-catalog diff <(git show HEAD:src/broker.rs) src/broker.rs --output-format markdown

Exit status: 0 if both have the same codes and texts; 1 if they differ or a document has findings;
2 for a usage error or a file that cannot be read.";

/// Makes a Rust enum from a vendor's document of error codes, and keeps it up to date
#[derive(Parser)]
#[command(name = "error-catalog", version, after_help = LIFE)]
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
    #[command(after_help = READING)]
    Import(Box<ImportArguments>),
    /// Prints the table and the report of a document, and makes no enum
    #[command(after_help = READING)]
    Inspect(Box<ReadArguments>),
    /// Reports where an enum differs from its document or from an older version of itself, and
    /// writes nothing
    #[command(after_help = KEEPING)]
    Check(Box<CheckArguments>),
    /// Brings an enum up to date with its document, in place
    ///
    /// New rows go where the document has them, and reworded texts change inside their
    /// literals. Names, comments, other columns and the layout stay.
    #[command(after_help = KEEPING)]
    Update(Box<UpdateArguments>),
    /// Records that the texts of variants are your own, in a comment above each
    ///
    /// Then check passes and update leaves these texts, until the document changes them again.
    #[command(after_help = ACCEPTING)]
    Accept(AcceptArguments),
    /// Prints what changed from one document or source file to another
    #[command(after_help = DIFFERENCES)]
    Diff(Box<DiffArguments>),
    /// Lists the enums of codes, with their ranges, their next free codes and their clashes
    ///
    /// Codes clash that are in two enums whose codes have one type and whose names begin with one
    /// word, as in `AppError` and `AppStorage`; of enums that --name names, in any two. A success
    /// can be in both.
    #[command(after_help = LISTING)]
    List(ListArguments),
    /// Prints the table of an enum as a document, without compiling the enum
    Export(ExportArguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Import(arguments) => import::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Update(arguments) => update::run(&arguments),
        Command::Accept(arguments) => accept::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
    };
    done.unwrap_or_else(|failure| ExitCode::from(failure.report()))
}
