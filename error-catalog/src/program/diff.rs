//! `error-catalog diff`.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use error_catalog::{Diff, Table};

use super::arguments::{DiffArguments, DiffFormat};
use super::failure::Failure;
use super::{document, file, source};

pub(crate) fn run(arguments: &DiffArguments) -> Result<ExitCode, Failure> {
    let diff = Diff::new(&table(&arguments.old, arguments)?, &table(&arguments.new, arguments)?);
    file::print(&match arguments.format {
        DiffFormat::Text => diff.to_text(),
        DiffFormat::Markdown => diff.to_markdown(),
        DiffFormat::Json => diff.to_json(),
    })?;
    Ok(if diff.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The table of a source file, or else of a document.
fn table(path: &Path, arguments: &DiffArguments) -> Result<Table, Failure> {
    if path.extension() == Some(OsStr::new("rs")) {
        return source::table(path, arguments.name.as_deref());
    }
    let reading = document::read_accepted(path, &arguments.settings.0, true);
    Ok(reading.map_err(Failure::into_usage)?.table)
}
