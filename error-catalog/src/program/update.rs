//! `error-catalog update`.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;
use std::ptr;

use error_catalog::{Change, Difference, Note, Removed, SourceFile, Tracked, UpdateError};
use similar::TextDiff;

use super::arguments::{KeepArguments, RemovedArgument, UpdateArguments};
use super::failure::Failure;
use super::progress::Progress;
use super::{color, file, sources};

pub(crate) fn run(arguments: &UpdateArguments) -> Result<ExitCode, Failure> {
    let found = sources::find(&arguments.keep)?;
    sources::require_some(&found)?;
    let (left, failures) = sources::each(&found, |source| update(source, arguments));
    let is_done = left.iter().all(|left| *left == 0);
    Ok(sources::end(is_done, failures))
}

/// Updates a file, and returns how much is left for a person.
fn update(path: &Path, arguments: &UpdateArguments) -> Result<usize, Failure> {
    let Outcome { left, mentioned, .. } = if arguments.dry_run {
        let before = sources::read(path)?;
        let outcome = updated(path, arguments, &before)?;
        let diff = unified_diff(path, before.source(), outcome.file.source());
        file::print(&color::diff(&diff))?;
        outcome
    } else {
        let outcome = file::change(path, |text| {
            let outcome = updated(path, arguments, &sources::parse(path, text.to_owned())?)?;
            Ok((outcome.file.source().to_owned(), outcome))
        })?;
        let shown = path.display();
        let summary = summary(&outcome.counts);
        file::print(&color::lines(&format!("{}{shown}: {summary}\n", outcome.lines)))?;
        outcome
    };
    for line in mentioned.iter().chain(&left) {
        file::report(line);
    }
    Ok(left.len())
}

/// The file with every enum up to date.
struct Outcome {
    file: SourceFile,
    /// A line for each difference that is resolved.
    lines: String,
    /// How many variants were changed, by the kind of change.
    counts: [usize; DONE.len()],
    /// The work that is left for a person.
    left: Vec<String>,
    /// The columns of documents and the codes in their text that no enum has.
    mentioned: Vec<String>,
}

fn updated(
    path: &Path,
    arguments: &UpdateArguments,
    before: &SourceFile,
) -> Result<Outcome, Failure> {
    // It ends before the file is replaced: no signal to another thread may interrupt that.
    let _progress = Progress::new(format!("comparing {}", path.display()));
    let KeepArguments { document, name, settings, .. } = &arguments.keep;
    let (name, document) = (name.as_deref(), document.as_deref());
    let all = Tracked::all(before, path, name, document, &settings.0)?;
    let mut outcome = Outcome {
        file: before.clone(),
        lines: String::new(),
        counts: [0; DONE.len()],
        left: Vec::new(),
        mentioned: Vec::new(),
    };
    let is_only = all.len() == 1;
    for tracked in all {
        // Each update shifts the text after it.
        let index = before.enums().iter().position(|each| ptr::eq(each, tracked.source));
        let Some(source) = index.and_then(|index| outcome.file.enums().get(index)) else {
            continue;
        };
        let update = tracked.update().removed(removed(arguments.removed));
        let update = update.max_removed(arguments.max_removed);
        let updated = update.apply(&outcome.file, source, &tracked.reading.table);
        let updated = updated.map_err(|error| refused(path, &tracked, error))?;
        let place = |difference: &Difference| line_about(difference, path, &tracked, is_only);
        outcome.lines.extend(updated.applied.iter().map(|each| place(each) + "\n"));
        let line = |note: &Note| format!("{}; {}", place(&note.difference), note.text);
        outcome.left.extend(updated.notes.iter().chain(&updated.findings).map(line));
        outcome.mentioned.extend(tracked.new_columns());
        outcome.mentioned.extend(tracked.mentions());
        add(&mut outcome.counts, &updated.applied, arguments.removed);
        outcome.file = sources::parse(path, updated.source)?;
    }
    Ok(outcome)
}

/// The difference with its place, and with the name of the enum unless it is the only one.
fn line_about(difference: &Difference, path: &Path, tracked: &Tracked, is_only: bool) -> String {
    let line = difference.in_files(tracked.document.display(), path.display());
    let text = difference.text();
    match line.strip_suffix(&text).filter(|_| !is_only) {
        Some(place) => format!("{place}`{}`: {text}", tracked.source.name()),
        None => line,
    }
}

fn refused(path: &Path, tracked: &Tracked, error: UpdateError) -> Failure {
    let shown = path.display();
    match error {
        UpdateError::ManyRemoved(many) => Failure::document(format!(
            "{shown}: {error}; pass --max-removed {} if it is",
            many.removed
        )),
        UpdateError::Import(error) => Failure::from(tracked.import_error(error)),
        error => Failure::usage(format!("{shown}: {error}")),
    }
}

/// The kinds of changes of a variant.
const DONE: [&str; 6] =
    ["added", "reworded", "retired", "deleted", "listed again", "with other codes"];

/// Counts the variants of an enum, each once for what was done to it.
fn add(counts: &mut [usize; DONE.len()], applied: &[Difference], removed: RemovedArgument) {
    let done = |change: &Change| match (change, removed) {
        (Change::Added { .. }, _) => "added",
        (Change::Removed, RemovedArgument::Delete) => "deleted",
        (Change::Removed | Change::Retired, _) => "retired",
        (Change::ListedAgain, _) => "listed again",
        (Change::Reworded { .. } | Change::CommentCode { .. }, _) => "reworded",
        _ => "with other codes",
    };
    let variants: HashSet<(&str, &str)> =
        applied.iter().map(|each| (done(&each.change), each.code())).collect();
    for (count, name) in counts.iter_mut().zip(DONE) {
        *count += variants.iter().filter(|(done, _)| *done == name).count();
    }
}

/// `3 added, 1 reworded, 2 retired`.
fn summary(counts: &[usize; DONE.len()]) -> String {
    let counts = counts.iter().zip(DONE).filter(|(count, _)| **count > 0);
    let counts: Vec<String> = counts.map(|(count, done)| format!("{count} {done}")).collect();
    if counts.is_empty() { "nothing changed".to_owned() } else { counts.join(", ") }
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
