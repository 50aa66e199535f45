//! `error-catalog inspect`.

use std::process::ExitCode;

use super::arguments::{InspectArguments, InspectFormat};
use super::document;
use super::failure::Failure;
use super::file;

pub(crate) fn run(arguments: &InspectArguments) -> Result<ExitCode, Failure> {
    let InspectArguments { read, output_format } = arguments;
    let (settings, path) = (&read.settings.0, &read.document);
    let bytes = document::load(path, settings.max_size())?;
    let is_quiet = read.quiet || matches!(output_format, InspectFormat::Json);
    let reading = document::read(path, &bytes, settings, is_quiet)?;
    file::print(&match output_format {
        InspectFormat::Markdown => reading.table.to_markdown(),
        InspectFormat::Json => reading.to_json(),
    })?;
    document::require_accepted(path, settings, &reading.report)?;
    Ok(ExitCode::SUCCESS)
}
