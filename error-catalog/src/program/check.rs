//! `error-catalog check`.

use std::process::ExitCode;

use error_catalog::Check;

use super::arguments::KeepArguments;
use super::failure::Failure;
use super::file;

pub(crate) fn run(arguments: &KeepArguments) -> Result<ExitCode, Failure> {
    let KeepArguments { source, document, name, settings } = arguments;
    let mut check = Check::new(source).settings(settings.0.clone());
    if let Some(document) = document {
        check = check.document(document);
    }
    if let Some(name) = name {
        check = check.name(name);
    }
    let lines = check.run()?.differences;
    file::print(&lines.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().concat())?;
    Ok(if lines.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
