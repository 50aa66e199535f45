//! The arguments of the subcommands.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};
use error_catalog::{Setting, Settings};

#[derive(Args)]
pub(crate) struct ImportArguments {
    #[command(flatten)]
    pub(crate) read: ReadArguments,
    /// Writes this file, whole or not at all, instead of printing the enum
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) settings: Given<true>,
}

#[derive(Args)]
pub(crate) struct ReadArguments {
    /// The document, or - for standard input
    pub(crate) document: PathBuf,
    #[command(flatten)]
    pub(crate) settings: Given<false>,
    /// Prints only the findings, not the report
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// The options in the list of the library: those of the enum, or those of the document.
#[derive(Clone, Default)]
pub(crate) struct Given<const IMPORT: bool>(pub(crate) Settings);

impl<const IMPORT: bool> Given<IMPORT> {
    fn all() -> impl Iterator<Item = &'static Setting> {
        Settings::ALL.iter().filter(|setting| setting.is_for_import() == IMPORT)
    }
}

impl<const IMPORT: bool> Args for Given<IMPORT> {
    fn augment_args(command: Command) -> Command {
        command.args(Self::all().map(argument))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn argument(setting: &'static Setting) -> Arg {
    let argument = Arg::new(setting.name()).long(setting.name()).help(setting.help());
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

impl<const IMPORT: bool> FromArgMatches for Given<IMPORT> {
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

fn as_str(text: &String) -> &str {
    text
}
