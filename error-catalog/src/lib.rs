//! Tables as documents: from a vendor's page to an enum, and back.
//!
//! A [`Table`] is what a vendor publishes and what a catalog lists, in one form:
//!
//! 1. [`Table::read`] reads a document: Markdown, HTML, CSV, TSV or JSON. What is
//!    off in it is told by [`Finding`]s, with the line.
//! 2. [`Import`] writes the enum that the document describes, ready to paste; the
//!    program `error-catalog` (feature `cli`) does these two steps.
//! 3. [`Table::compare`] tells where an enum and the document differ, and
//!    [`Table::assert_matches`] is a test of that in one line.
//! 4. [`Table::of`] is the table of a catalog, which [`Table::to_markdown`],
//!    [`Table::to_csv`], [`Table::to_json`] and [`Table::to_html`] publish.
//!
//! ```
//! use jmessage_codes::ErrorCatalog;
//! use error_catalog::{Format, Import, Table};
//!
//! let document = "\
//! | Code | Message     | Description        |
//! | ---- | ----------- | ------------------ |
//! | 7    | door jammed | The door is jammed |
//! | 8    | door open   | The door is open   |
//! ";
//! let table = Table::read(document, Format::Markdown)?.into_clean()?;
//!
//! // The enum to paste.
//! let source = Import::new("Door").write(&table)?;
//! assert!(source.contains(r#"#[code(7, "door jammed", "The door is jammed")] DoorJammed,"#));
//!
//! // The enum as it was pasted, and the test that it is what the document says.
//! #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
//! #[catalog(code = u8)]
//! enum Door {
//!     #[code(7, "door jammed", "The door is jammed")]
//!     Jammed,
//!     #[code(8, "door ajar", "The door is open")]
//!     Open,
//! }
//!
//! let differences = table.compare::<Door>();
//! assert_eq!(
//!     differences[0].to_string(),
//!     r#"line 4: the message of 8 `Open` is "door open" in the document, "door ajar" in the enum"#,
//! );
//!
//! // The enum as a document.
//! assert!(Table::of::<Door>().to_csv().contains("8,Open,door ajar,The door is open"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
mod export;
mod integer;
mod read;
mod source;
mod table;

pub use compare::Difference;
pub use read::report::{Finding, Problem, ReadError};
pub use read::{Format, Reader, Reading};
pub use source::{Import, ImportError};
pub use table::{Row, Table};
