//! The source files that the arguments name.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use error_catalog::{Format, MaxSize, Record, SourceEnum, SourceFile};

use super::arguments::KeepArguments;
use super::document;
use super::failure::Failure;

/// The source files, and those below folders, each once. If there are several, files in which no
/// enum names its document are left out: a shell's `src/*.rs` has such files, too.
pub(crate) fn find(arguments: &KeepArguments) -> Result<Vec<PathBuf>, Failure> {
    let KeepArguments { sources, document, settings, .. } = arguments;
    document::require_file(document.as_deref())?;
    sources.iter().try_for_each(|path| document::require_local(path))?;
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    if let Some(other) = sources.iter().find(|path| path.is_file() && !is_rust(path)) {
        let shown = other.display();
        return Err(Failure::usage(format!(
            "{shown} is not a Rust source file; name a document as --document {shown}"
        )));
    }
    if let [only] = &sources[..]
        && !only.is_dir()
    {
        return Ok(sources.clone());
    }
    let mut found = Vec::new();
    for source in sources {
        if source.is_dir() {
            found.extend(SourceFile::below(source).map_err(Failure::usage)?);
        } else {
            found.push(source.clone());
        }
    }
    let mut seen = HashSet::new();
    found.retain(|path| is_meant(path, arguments) && seen.insert(path.clone()));
    if document.is_some() || settings.0.has_recorded() {
        require_one(&found)?;
    }
    Ok(found)
}

/// Whether one of several files may have an enum with a document.
fn is_meant(path: &Path, arguments: &KeepArguments) -> bool {
    let KeepArguments { document, name, .. } = arguments;
    // A file that cannot be read is reported later.
    let Ok(bytes) = fs::read(path) else { return true };
    let text = String::from_utf8_lossy(&bytes);
    let is_called = |name: &String| {
        let called = format!("enum {name}");
        let mut after = text.split(&called).skip(1);
        after.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
    };
    let is_named = document.is_some() && name.is_some();
    (is_named || text.lines().any(|line| Record::parse(line).is_some()))
        && name.as_ref().is_none_or(is_called)
}

/// Fails if a document or options are given for several files, which have enums of documents of
/// their own.
fn require_one(found: &[PathBuf]) -> Result<(), Failure> {
    if found.len() <= 1 {
        return Ok(());
    }
    let files: Vec<String> = found.iter().map(|path| path.display().to_string()).collect();
    Err(Failure::usage(format!(
        "--document and the options that the comment above an enum records are for one source \
         file, and several have an enum with a document; name one of {}",
        files.join(", ")
    )))
}

/// Fails if there is no such file.
pub(crate) fn require_some(found: &[PathBuf]) -> Result<(), Failure> {
    if found.is_empty() {
        return Err(Failure::usage(
            "no enum in these files has a comment that names its document, as `import` writes it",
        ));
    }
    Ok(())
}

/// Does something with each file, and continues after a failure.
pub(crate) fn each<T>(
    sources: &[PathBuf],
    mut run: impl FnMut(&Path) -> Result<T, Failure>,
) -> (Vec<T>, Vec<Failure>) {
    let (mut found, mut failures) = (Vec::new(), Vec::new());
    for source in sources {
        match run(source) {
            Ok(one) => found.push(one),
            Err(failure) => failures.push(failure.in_file(source)),
        }
    }
    (found, failures)
}

/// Reports the failures. The status is that of the worst one.
pub(crate) fn end(is_fine: bool, failures: Vec<Failure>) -> ExitCode {
    let statuses = failures.into_iter().map(Failure::report);
    ExitCode::from(statuses.chain([u8::from(!is_fine)]).max().unwrap_or_default())
}

pub(crate) fn read(path: &Path) -> Result<SourceFile, Failure> {
    document::require_local(path)?;
    let is_document = Format::from_path(path).is_some_and(|format| format != Format::Text);
    if is_document {
        let shown = path.display();
        return Err(Failure::usage(format!(
            "{shown} is a document, not a Rust source file; `error-catalog import {shown} \
             --name NAME -o FILE.rs` makes an enum of it"
        )));
    }
    parse(path, document::text(path, MaxSize::default())?)
}

pub(crate) fn parse_bytes(path: &Path, bytes: Vec<u8>) -> Result<SourceFile, Failure> {
    let not_utf8 = |_| Failure::usage(format!("{}: this file is not UTF-8", path.display()));
    parse(path, String::from_utf8(bytes).map_err(not_utf8)?)
}

/// Whether a text is a source file with an enum of codes.
pub(crate) fn is_source(bytes: &[u8]) -> bool {
    let text = str::from_utf8(bytes).ok();
    let file = text.and_then(|text| SourceFile::parse(text).ok());
    file.is_some_and(|file| !file.enums().is_empty())
}

pub(crate) fn parse(path: &Path, text: String) -> Result<SourceFile, Failure> {
    SourceFile::parse(text).map_err(|error| Failure::usage(error.in_file(path.display())))
}

/// The only enum in a file, or the one with a name.
pub(crate) fn only<'f>(
    file: &'f SourceFile,
    path: &Path,
    name: Option<&str>,
) -> Result<&'f SourceEnum, Failure> {
    let found = file.find(name).map_err(|error| Failure::usage(error).in_file(path))?;
    match &*found {
        [only] => Ok(only),
        enums => {
            let names: Vec<&str> = enums.iter().map(|each| SourceEnum::name(each)).collect();
            let (shown, names) = (path.display(), names.join(", "));
            Err(Failure::usage(format!("{shown} has several enums; pass --name, one of {names}")))
        }
    }
}
