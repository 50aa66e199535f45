//! `error-catalog diff`.

use std::path::Path;
use std::process::ExitCode;

use error_catalog::{Diff, Difference, Format, Table};

use super::arguments::{DiffArguments, DiffFormat};
use super::failure::Failure;
use super::{document, file, github, sources};

pub(crate) fn run(arguments: &DiffArguments) -> Result<ExitCode, Failure> {
    let diff = Diff::new(&table(&arguments.old, arguments)?, &table(&arguments.new, arguments)?);
    file::print(&match arguments.output_format {
        DiffFormat::Text => diff.to_text(),
        DiffFormat::Markdown => diff.to_markdown(),
        DiffFormat::Json => diff.to_json(),
        DiffFormat::Github => {
            diff.differences().iter().map(|each| annotation(each, arguments)).collect()
        }
    })?;
    Ok(if diff.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The table of a source file, or else of a document.
///
/// A pipe, such as `<(git show HEAD:src/broker.rs)`, has no extension. If its text parses as Rust
/// and has an enum of codes, it is a source.
fn table(path: &Path, arguments: &DiffArguments) -> Result<Table, Failure> {
    let settings = &arguments.settings.0;
    let bytes = document::load(path, settings.max_size())?;
    let is_source = path.extension().is_some_and(|extension| extension == "rs");
    let says_format = Format::from_path(path).is_some() || settings.says_format();
    if is_source || !says_format && sources::is_source(&bytes) {
        let file = sources::parse_bytes(path, bytes)?;
        return Ok(sources::only(&file, path, arguments.name.as_deref())?.table().clone());
    }
    let reading = document::read(path, &bytes, settings, true)?;
    document::require_accepted(path, settings, &reading.report)?;
    Ok(reading.table)
}

fn annotation(difference: &Difference, arguments: &DiffArguments) -> String {
    let (path, row) = match (&difference.new, &difference.old) {
        (None, Some(old)) => (&arguments.old, Some(old)),
        (new, _) => (&arguments.new, new.as_ref()),
    };
    let line = row.and_then(error_catalog::Row::line);
    github::annotation("error", &path.to_string_lossy(), line, &difference.classified())
}
