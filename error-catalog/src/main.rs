//! The program: from a vendor's document to the enum of its error codes, and back.
#![forbid(unsafe_code)]

mod program;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use self::program::{
    AcceptArguments, CheckArguments, CompletionsArguments, DiffArguments, ExportArguments,
    ImportArguments, InspectArguments, ListArguments, UpdateArguments, accept, check, completions,
    diff, export, help, import, inspect, list, update,
};

/// Makes a Rust enum from a vendor's document of error codes, and keeps it up to date
#[derive(Parser)]
#[command(name = "error-catalog", version, next_line_help = true, after_help = help::PROGRAM)]
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
    #[command(after_help = help::IMPORT, after_long_help = help::import_long())]
    Import(Box<ImportArguments>),
    /// Prints the table and the report of a document, without making an enum
    #[command(after_help = help::INSPECT)]
    Inspect(Box<InspectArguments>),
    /// Reports where an enum differs from its document or from an older version of itself, and
    /// writes nothing
    #[command(after_help = help::CHECK)]
    Check(Box<CheckArguments>),
    /// Brings an enum up to date with its document, in place
    ///
    /// New rows go where the document has them, and reworded texts change inside their literals.
    /// Names, comments, other columns and the layout stay as they are.
    #[command(after_help = help::UPDATE)]
    Update(Box<UpdateArguments>),
    /// Records that the texts of variants are your own, in a comment above each
    ///
    /// Then check passes and update leaves these texts, until the document changes them again.
    #[command(after_help = help::ACCEPT)]
    Accept(AcceptArguments),
    /// Prints what changed from one document or source file to another
    #[command(after_help = help::DIFF)]
    Diff(Box<DiffArguments>),
    /// Lists the enums of codes, with their ranges, their next free codes and their clashes
    ///
    /// A code that two enums have is a clash if their codes have the same type and their names
    /// begin with the same word, as in `AppError` and `AppStorage`, or if --name names both. A
    /// success code can be in both.
    #[command(after_help = help::LIST)]
    List(ListArguments),
    /// Writes the table of an enum as a page, a document or source code, without compiling it
    #[command(after_help = help::EXPORT)]
    Export(ExportArguments),
    /// Prints the completion script for a shell
    #[command(after_help = help::COMPLETIONS)]
    Completions(CompletionsArguments),
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
        Command::Completions(arguments) => completions::run(&arguments, &mut Arguments::command()),
    };
    done.unwrap_or_else(|failure| ExitCode::from(failure.report()))
}
