#![doc = include_str!("../README.md")]
// docs.rs says which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod code_type;
mod code_value;
mod column_type;
mod compare;
mod diff;
mod escape;
#[cfg(feature = "export")]
mod export;
mod integer;
mod kinds;
mod list;
mod max_size;
mod read;
mod settings;
mod source;
mod suggestion;
mod table;
mod update;
mod visible;

#[doc(hidden)]
pub use check::Tracked;
pub use check::{
    Against, Check, CheckError, Checked, Intended, Located, RevisionError, assert_up_to_date,
};
pub use code_type::{CodeType, UnknownCodeType};
pub use compare::{Change, Class, Difference, UnknownClass};
pub use diff::Diff;
#[cfg(feature = "export")]
pub use export::{Export, TemplateError};
pub use list::{Clash, ClashPlace, Listing, NoNextCode};
pub use max_size::{MaxSize, NotASize};
pub use read::{
    Codes, CodesReason, ColumnUse, Finding, Format, FoundColumn, FoundTable, LeftOut, Mention,
    Missed, Problem, ReadAs, ReadError, Reader, Reading, RegexError, Report, Role, Success,
    UnknownEncoding, UnknownFormat, WrittenAs,
};
// What the program and its tests share with the library.
#[doc(hidden)]
pub use settings::record::{Record, RecordError};
pub use settings::{Join, MissedLines, NotAccepted, Setting, SettingError, Settings};
pub use source::{Import, ImportError, NoSuchEnum, SourceEnum, SourceError, SourceFile};
pub use table::{Row, Table};
pub use update::{ManyRemoved, Note, Removed, Update, UpdateError, Updated};
