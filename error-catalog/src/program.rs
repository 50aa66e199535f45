//! The subcommands.

pub(crate) mod accept;
mod arguments;
pub(crate) mod check;
mod color;
pub(crate) mod completions;
pub(crate) mod diff;
mod document;
pub(crate) mod export;
mod failure;
mod file;
mod github;
pub(crate) mod help;
pub(crate) mod import;
pub(crate) mod inspect;
pub(crate) mod list;
mod progress;
mod sources;
pub(crate) mod update;

pub(crate) use self::arguments::{
    AcceptArguments, CheckArguments, CompletionsArguments, DiffArguments, ExportArguments,
    ImportArguments, InspectArguments, ListArguments, UpdateArguments,
};
