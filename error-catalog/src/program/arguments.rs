//! The arguments of the subcommands.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum};
use clap_complete::Shell;
use error_catalog::{Class, Setting, Settings};

#[derive(Args)]
pub(crate) struct ImportArguments {
    #[command(flatten)]
    pub(crate) read: ReadArguments,
    /// Writes this file, whole or not at all, instead of printing the enum
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Overwrites the file even if it has something else; `update` would keep your changes
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) settings: Given<IMPORT>,
}

#[derive(Args)]
pub(crate) struct KeepArguments {
    /// The source files of the enums, or folders with them
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<PathBuf>,
    /// The document [default: the one in the comment above the enum]
    #[arg(long, value_name = "FILE")]
    pub(crate) document: Option<PathBuf>,
    /// The enum [default: every enum with such a comment]
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) settings: Given<KEEP>,
}

#[derive(Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) keep: KeepArguments,
    /// Also compares every enum with itself at this revision of git, or in another file;
    /// REVISION:PATH if it had another path there, from the top of the repository
    #[arg(long, value_name = "REVISION", allow_hyphen_values = true)]
    pub(crate) against: Option<String>,
    /// Allows a class of differences from REVISION: breaking, additive or text [default: additive
    /// and text]
    #[arg(long, value_name = "CLASS", requires = "against")]
    pub(crate) allow: Vec<Class>,
    /// Disallows a class of differences
    #[arg(long, value_name = "CLASS", requires = "against")]
    pub(crate) deny: Vec<Class>,
    /// The format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output_format: CheckFormat,
}

#[derive(Args)]
pub(crate) struct ListArguments {
    /// The source files of the enums, or folders with them
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Lists only the enum of this name; several such enums share one space of codes
    #[arg(long)]
    pub(crate) name: Vec<String>,
    /// Prints only the next free code of the enum of this name
    #[arg(long, value_name = "NAME", conflicts_with = "output_format")]
    pub(crate) next: Option<String>,
    /// The format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output_format: ListFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum ListFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Default, PartialEq, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Text,
    Json,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Args)]
pub(crate) struct AcceptArguments {
    /// The source file of the enum
    pub(crate) source: PathBuf,
    /// The codes of the variants that keep their texts
    #[arg(required = true, value_name = "CODE", allow_negative_numbers = true)]
    pub(crate) codes: Vec<String>,
    /// The document [default: the one in the comment above the enum]
    #[arg(long, value_name = "FILE")]
    pub(crate) document: Option<PathBuf>,
    /// The enum [default: every enum with such a comment]
    #[arg(long)]
    pub(crate) name: Option<String>,
}

#[derive(Args)]
pub(crate) struct UpdateArguments {
    #[command(flatten)]
    pub(crate) keep: KeepArguments,
    /// What to do with variants that the document no longer lists
    #[arg(long, value_enum, default_value_t)]
    pub(crate) removed: RemovedArgument,
    /// Retires or deletes up to this many variants, even if they are a large part of the enum
    #[arg(long, value_name = "N", default_value_t)]
    pub(crate) max_removed: usize,
    /// Prints what would change as a unified diff, and writes nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum RemovedArgument {
    /// Leaves them unchanged
    Keep,
    /// Marks them `retired`
    #[default]
    Retire,
    /// Deletes them
    Delete,
}

#[derive(Args)]
pub(crate) struct DiffArguments {
    /// The older document, or a source file
    pub(crate) old: PathBuf,
    /// The newer document, or a source file
    pub(crate) new: PathBuf,
    /// The format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output_format: DiffFormat,
    /// The enum, if the source file has several
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) settings: Given<DIFF>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum DiffFormat {
    #[default]
    Text,
    /// For a changelog
    Markdown,
    Json,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Args)]
pub(crate) struct ExportArguments {
    /// The source file of the enum
    pub(crate) source: PathBuf,
    /// The format
    #[arg(long, value_enum, required_unless_present = "template", conflicts_with = "template")]
    pub(crate) to: Option<ExportFormat>,
    /// Fills in this Jinja template with the table. Its name says how texts are escaped:
    /// `codes.html.j2` is HTML
    #[arg(long, value_name = "FILE")]
    pub(crate) template: Option<PathBuf>,
    /// For spreadsheets, with --to csv: a cell that looks like a formula gets a ' in front
    #[arg(long)]
    pub(crate) safe: bool,
    /// The enum, if the source file has several
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Writes this file, whole or not at all, instead of printing the document; overwrites an
    /// existing one
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten, next_help_heading = "For HTML and templates")]
    pub(crate) page: PageArguments,
}

#[derive(Args)]
pub(crate) struct PageArguments {
    /// The title [default: the name of the enum]
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// A paragraph below the title
    #[arg(long, value_name = "TEXT")]
    pub(crate) introduction: Option<String>,
    /// Where the table comes from
    #[arg(long, value_name = "TEXT")]
    pub(crate) from: Option<String>,
    /// The date of the table
    #[arg(long, value_name = "TEXT")]
    pub(crate) date: Option<String>,
    /// Puts rows with the same text in this column into a group
    #[arg(long, value_name = "COLUMN")]
    pub(crate) group_by: Option<String>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum ExportFormat {
    Html,
    Markdown,
    Csv,
    Json,
    JsonSchema,
    Typescript,
    Python,
    C,
}

#[derive(Args)]
pub(crate) struct InspectArguments {
    #[command(flatten)]
    pub(crate) read: ReadArguments,
    /// The format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output_format: InspectFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum InspectFormat {
    /// The table, with the report on standard error
    #[default]
    Markdown,
    /// The table and the report
    Json,
}

#[derive(Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    pub(crate) shell: Shell,
}

#[derive(Args)]
pub(crate) struct ReadArguments {
    /// The document, or - for standard input
    pub(crate) document: PathBuf,
    #[command(flatten)]
    pub(crate) settings: Given<READ>,
    /// Prints only the findings, not the report
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// The options about how a document is read.
pub(crate) const READ: u8 = 0;
/// The options about how an enum is written.
pub(crate) const IMPORT: u8 = 1;
/// All except the name of the enum, which exists already.
pub(crate) const KEEP: u8 = 2;
/// The options about how each of two documents is read.
pub(crate) const DIFF: u8 = 3;
/// The options in the library's list that a subcommand takes.
#[derive(Clone, Default)]
pub(crate) struct Given<const SET: u8>(pub(crate) Settings);

impl<const SET: u8> Given<SET> {
    fn all() -> impl Iterator<Item = &'static Setting> {
        Settings::ALL.iter().filter(|setting| match SET {
            READ => !setting.is_for_import(),
            IMPORT => setting.is_for_import(),
            DIFF => !setting.is_for_import() && setting.name() != "join",
            _ => setting.name() != "name",
        })
    }
}

impl<const SET: u8> Args for Given<SET> {
    fn augment_args(command: Command) -> Command {
        command.args(Self::all().map(argument))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn argument(setting: &'static Setting) -> Arg {
    let argument = Arg::new(setting.name()).long(setting.name());
    let argument = argument.help(short(setting.help())).long_help(setting.help());
    let Some(value) = setting.value() else {
        return argument.action(ArgAction::SetTrue);
    };
    let action = if setting.is_repeatable() { ArgAction::Append } else { ArgAction::Set };
    argument
        .value_name(value)
        .action(action)
        .required(setting.is_required())
        .allow_hyphen_values(true)
        .value_parser(NonEmptyStringValueParser::new())
}

impl<const SET: u8> FromArgMatches for Given<SET> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut given = Self::default();
        given.update_from_arg_matches(matches)?;
        Ok(given)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for setting in Self::all() {
            let name = setting.name();
            let values: Vec<&str> = match setting.value() {
                Some(_) => matches.get_many(name).into_iter().flatten().map(as_str).collect(),
                None => matches.get_flag(name).then_some("").into_iter().collect(),
            };
            for value in values {
                let error = |error| Error::raw(ErrorKind::ValueValidation, format!("{error}\n"));
                self.0.set(name, value).map_err(error)?;
            }
        }
        Ok(())
    }
}

/// The first sentence, without the default.
fn short(help: &'static str) -> &'static str {
    let first = help.split(" [default").next().unwrap_or(help);
    first.split(". ").next().unwrap_or(first)
}

fn as_str(text: &String) -> &str {
    text
}
