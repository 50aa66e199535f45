//! From a table to the source of its enum.

mod below;
mod codes;
pub(crate) mod columns;
pub(crate) mod doc_comment;
mod error;
pub(crate) mod identifier;
mod import;
mod kind_columns;
pub(crate) mod name;
pub(crate) mod parse;
mod plan;
mod write_enum;
pub(crate) mod write_variant;

pub(crate) use self::below::is_below;
pub use self::error::ImportError;
pub use self::import::Import;
pub use self::parse::{NoSuchEnum, SourceEnum, SourceError, SourceFile};
