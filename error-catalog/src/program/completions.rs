//! `error-catalog completions`.

use std::process::ExitCode;

use clap::Command;
use clap_complete::generate;

use super::arguments::CompletionsArguments;
use super::failure::Failure;
use super::file;

pub(crate) fn run(
    arguments: &CompletionsArguments,
    command: &mut Command,
) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    generate(arguments.shell, command, "error-catalog", &mut script);
    file::print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
