//! Enums of a revision in files that were not named: a new enum may have been in one of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::CheckError;
use super::git::{Blob, Revision};
use super::read_sources;
use crate::source::{SourceFile, is_below};

/// A revision of the repository of a source, with the files that are already compared, from the
/// top of the repository.
pub(super) struct Known {
    pub(super) revision: Revision,
    pub(super) files: Vec<String>,
}

/// A file that was not named.
pub(super) struct Other {
    pub(super) path: PathBuf,
    pub(super) old: SourceFile,
    /// `None` if it is gone or does not parse.
    pub(super) new: Option<SourceFile>,
}

/// The other files of the revisions that had an enum of one of these names.
pub(super) fn with_enums(
    known: &[Known],
    names: &HashSet<String>,
) -> Result<Vec<Other>, CheckError> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    // Most sources are in one repository, which is read once.
    let mut repositories: BTreeMap<PathBuf, (&Revision, BTreeSet<&str>)> = BTreeMap::new();
    for Known { revision, files } in known {
        let (_, compared) =
            repositories.entry(revision.top()?).or_insert_with(|| (revision, BTreeSet::new()));
        compared.extend(files.iter().map(String::as_str));
    }
    let mut others = Vec::new();
    for (top, (revision, compared)) in repositories {
        let is_meant = |path: &str| is_below(Path::new(path)) && !compared.contains(path);
        let blobs = revision.all(is_meant, read_sources::may_have_enum)?;
        others.extend(blobs.into_iter().filter_map(|blob| other(&top, blob, names)));
    }
    Ok(others)
}

fn other(top: &Path, blob: Blob, names: &HashSet<String>) -> Option<Other> {
    let old = SourceFile::parse(String::from_utf8(blob.bytes).ok()?).ok()?;
    if !old.enums().iter().any(|each| names.contains(each.name())) {
        return None;
    }
    let path = top.join(blob.path);
    let new = read_sources::read(&path).ok();
    Some(Other { path: from_here(path), old, new })
}

/// The path from the working directory, if it is below, as a user would write it.
fn from_here(path: PathBuf) -> PathBuf {
    let here = env::current_dir().and_then(fs::canonicalize);
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or(path)
}
