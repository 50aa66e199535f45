//! What the subcommands do.

mod arguments;
pub(crate) mod check;
pub(crate) mod diff;
mod document;
pub(crate) mod export;
mod failure;
mod file;
pub(crate) mod import;
pub(crate) mod inspect;
mod source;
pub(crate) mod update;

pub(crate) use self::arguments::{
    DiffArguments, ExportArguments, ImportArguments, KeepArguments, ReadArguments, UpdateArguments,
};
pub(crate) use self::failure::Failure;
