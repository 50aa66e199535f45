//! The source files that the arguments name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use error_catalog::{Record, SourceFile};

use super::arguments::KeepArguments;
use super::document;
use super::failure::Failure;

/// The source files, and those below folders. Of several files only those are meant in which an
/// enum names its document: a shell's `src/*.rs` has others too.
pub(crate) fn find(arguments: &KeepArguments) -> Result<Vec<PathBuf>, Failure> {
    let KeepArguments { sources, document, name, .. } = arguments;
    document.iter().chain(sources).try_for_each(|path| document::require_local(path))?;
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    if let Some(other) = sources.iter().find(|path| path.is_file() && !is_rust(path)) {
        let shown = other.display();
        return Err(Failure::usage(format!(
            "{shown} is not a source file of Rust; name a document as --document {shown}"
        )));
    }
    if let [only] = &sources[..]
        && !only.is_dir()
    {
        return Ok(sources.clone());
    }
    let is_meant = |path: &Path| {
        // A file that cannot be read is reported later.
        let Ok(text) = fs::read_to_string(path) else { return true };
        let is_called = |name: &String| {
            let called = format!("enum {name}");
            let mut after = text.split(&called).skip(1);
            after.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        };
        (document.is_some() || text.lines().any(|line| Record::parse(line).is_some()))
            && name.as_ref().is_none_or(is_called)
    };
    let mut found = Vec::new();
    for source in sources {
        if source.is_dir() {
            for path in SourceFile::below(source).map_err(Failure::usage)? {
                if fs::read_to_string(&path).is_ok() && is_meant(&path) {
                    found.push(path);
                }
            }
        } else if is_meant(source) {
            found.push(source.clone());
        }
    }
    Ok(found)
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

/// Does something with each file, and goes on after a failure.
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

/// Reports the failures. The status is the worst of all.
pub(crate) fn end(is_fine: bool, failures: Vec<Failure>) -> ExitCode {
    let statuses = failures.into_iter().map(Failure::report);
    ExitCode::from(statuses.chain([u8::from(!is_fine)]).max().unwrap_or_default())
}
