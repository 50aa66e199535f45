//! `error-catalog import`.

use std::path::{Path, absolute};
use std::process::ExitCode;
use std::{fs, io};

use error_catalog::{Record, Settings};

use super::arguments::ImportArguments;
use super::failure::Failure;
use super::file::{self, Created};
use super::progress::Progress;
use super::{document, sources};

pub(crate) fn run(arguments: &ImportArguments) -> Result<ExitCode, Failure> {
    let ImportArguments { read, output, force, settings } = arguments;
    let settings = read.settings.0.overridden_by(&settings.0);
    file::require_other(&read.document, output.as_deref())?;
    for join in settings.joins() {
        file::require_other(Path::new(join.document()), output.as_deref())?;
    }
    let reading = document::read_accepted(&read.document, &settings, read.quiet)?;
    let left_out = settings.require_left_out(&reading);
    left_out.map_err(|error| Failure::from(error).in_file(&read.document))?;
    let found = settings.with_found(&reading.report);
    let record = record(&read.document, output.as_deref(), &found)?;
    let progress = Progress::new("writing the enum".to_owned());
    let source = settings.import().comment(record.to_string()).write(&reading.table);
    drop(progress);
    let source = source.map_err(|error| Failure::from(error).in_file(&read.document))?;
    match output {
        Some(output) => write(output, &source, *force)?,
        None => file::print(&source)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the enum to a file, and reports it.
fn write(output: &Path, source: &str, is_forced: bool) -> Result<(), Failure> {
    let shown = output.display();
    let instead = format!(
        "`error-catalog update {shown}` brings it up to date; pass --force to overwrite it"
    );
    let created = file::create(output, source, is_forced, &instead)?;
    let variants = sources::parse(output, source.to_owned())?;
    let variants = variants.enums().iter().map(|each| each.table().rows().len()).sum::<usize>();
    let variants =
        if variants == 1 { "1 variant".to_owned() } else { format!("{variants} variants") };
    match created {
        Created::Written => file::report(&format!("wrote {shown}: {variants}")),
        Created::Already => file::report(&format!("{shown} is already up to date: {variants}")),
        Created::Sent => {}
    }
    Ok(())
}

/// The record of the import, with the paths of the documents from the folder of the source file.
fn record(document: &Path, output: Option<&Path>, settings: &Settings) -> Result<Record, Failure> {
    let path = |document: &Path| match output {
        Some(output) => relative(document, output)
            .map_err(|error| Failure::usage(format!("{}: {error}", document.display()))),
        None => Ok(document.to_string_lossy().into_owned()),
    };
    let is_file = document.as_os_str() != "-";
    let document = if is_file { path(document)? } else { "-".to_owned() };
    let joined = settings.joins().iter().map(|join| path(Path::new(join.document())));
    let joined = joined.collect::<Result<Vec<String>, Failure>>()?;
    Ok(Record::new(document, settings.with_joined(&joined)))
}

fn relative(document: &Path, output: &Path) -> io::Result<String> {
    let output = absolute(output)?;
    let folder = output.parent().unwrap_or(&output);
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    Ok(Record::relative(&fs::canonicalize(document)?, &folder))
}
