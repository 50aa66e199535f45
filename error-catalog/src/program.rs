//! What the subcommands do.

mod arguments;
mod document;
mod failure;
mod file;
pub(crate) mod import;
pub(crate) mod inspect;

pub(crate) use self::arguments::{ImportArguments, ReadArguments};
pub(crate) use self::failure::Failure;
