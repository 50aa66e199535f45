//! `error-catalog update`.

use std::path::Path;
use std::process::ExitCode;
use std::ptr;

use error_catalog::{Difference, Note, Removed, SourceFile, Tracked};
use similar::TextDiff;

use super::arguments::{KeepArguments, RemovedArgument, UpdateArguments};
use super::failure::Failure;
use super::{file, source};

pub(crate) fn run(arguments: &UpdateArguments) -> Result<ExitCode, Failure> {
    let path = &arguments.keep.source;
    let Outcome { notes, findings, .. } = if arguments.dry_run {
        let before = source::read(path)?;
        let outcome = updated(arguments, &before)?;
        file::print(&unified_diff(path, before.source(), outcome.file.source()))?;
        outcome
    } else {
        let outcome = file::change(path, |text| {
            let outcome = updated(arguments, &source::parse(path, text.to_owned())?)?;
            Ok((outcome.file.source().to_owned(), outcome))
        })?;
        file::print(&outcome.applied)?;
        outcome
    };
    for line in notes.iter().chain(&findings) {
        file::report(line);
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The file with every enum up to date.
struct Outcome {
    file: SourceFile,
    /// A line for each difference that is no more.
    applied: String,
    /// What a person has to do in new variants.
    notes: Vec<String>,
    /// What a person has to do instead.
    findings: Vec<String>,
}

fn updated(arguments: &UpdateArguments, before: &SourceFile) -> Result<Outcome, Failure> {
    let KeepArguments { source: path, document, name, settings } = &arguments.keep;
    let (name, document) = (name.as_deref(), document.as_deref());
    let all = Tracked::all(before, path, name, document, &settings.0)?;
    let (mut applied, mut notes, mut findings) = (String::new(), Vec::new(), Vec::new());
    let mut file = before.clone();
    for tracked in all {
        // Each update moves what is behind it.
        let index = before.enums().iter().position(|each| ptr::eq(each, tracked.source));
        let Some(source) = index.and_then(|index| file.enums().get(index)) else { continue };
        let update = tracked.update().removed(removed(arguments.removed));
        let table = &tracked.reading.table;
        let updated = update.apply(&file, source, table).map_err(Failure::usage)?;
        let place = |difference: &Difference| {
            difference.in_files(tracked.document.display(), path.display())
        };
        applied.extend(updated.applied.iter().map(|each| place(each) + "\n"));
        let line = |note: &Note| format!("{}; {}", place(&note.difference), note.text);
        notes.extend(updated.notes.iter().map(line));
        findings.extend(updated.findings.iter().map(line));
        file = source::parse(path, updated.source)?;
    }
    Ok(Outcome { file, applied, notes, findings })
}

fn removed(argument: RemovedArgument) -> Removed {
    match argument {
        RemovedArgument::Keep => Removed::Keep,
        RemovedArgument::Retire => Removed::Retire,
        RemovedArgument::Delete => Removed::Delete,
    }
}

fn unified_diff(path: &Path, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let path = path.display().to_string();
    TextDiff::from_lines(before, after).unified_diff().header(&path, &path).to_string()
}
