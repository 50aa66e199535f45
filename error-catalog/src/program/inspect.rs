//! `error-catalog inspect`.

use std::process::ExitCode;

use super::arguments::ReadArguments;
use super::document;
use super::failure::Failure;
use super::file;

pub(crate) fn run(arguments: &ReadArguments) -> Result<ExitCode, Failure> {
    let settings = &arguments.settings.0;
    let path = &arguments.document;
    let bytes = document::load(path, settings.max_size())?;
    let reading = document::read(path, &bytes, settings, arguments.quiet)?;
    file::print(&reading.table.to_markdown())?;
    settings.require_accepted(&reading.report)?;
    Ok(ExitCode::SUCCESS)
}
