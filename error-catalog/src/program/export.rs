//! `error-catalog export`.

use std::process::ExitCode;

use super::arguments::{ExportArguments, ExportFormat};
use super::failure::Failure;
use super::{file, source};

pub(crate) fn run(arguments: &ExportArguments) -> Result<ExitCode, Failure> {
    let table = source::table(&arguments.source, arguments.name.as_deref())?;
    let text = match arguments.to {
        ExportFormat::Html => table.to_html(),
        ExportFormat::Markdown => table.to_markdown(),
        ExportFormat::Csv => table.to_csv(),
        ExportFormat::Json => table.to_json(),
        ExportFormat::Typescript => table.to_typescript(),
    };
    file::put(arguments.output.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}
