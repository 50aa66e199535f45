//! Source files, as a check reads them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::error::CheckError;
use crate::max_size::MaxSize;
use crate::source::SourceFile;

/// The files among the sources, and the files below their folders that can have a catalog, each
/// once.
pub(crate) fn found(
    sources: &[PathBuf],
) -> impl Iterator<Item = Result<(PathBuf, Vec<u8>), CheckError>> {
    let is_only = matches!(sources, [only] if !only.is_dir());
    let mut seen = BTreeSet::new();
    let files = sources.iter().flat_map(|source| {
        if !source.is_dir() {
            return vec![Ok(resolved(source))];
        }
        match SourceFile::below(source) {
            Ok(files) => files.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(io(source)(error))],
        }
    });
    let files = files.map(|path| {
        let path = path?;
        let bytes = bytes(&path)?;
        Ok((path, bytes))
    });
    files.filter(move |file| match file {
        Ok((path, bytes)) => (is_only || may_have_enum(bytes)) && seen.insert(path.clone()),
        Err(_) => true,
    })
}

/// The file that a link leads to, which git knows by its own path.
pub(super) fn resolved(source: &Path) -> PathBuf {
    let target = source.is_symlink().then(|| fs::canonicalize(source).ok()).flatten();
    target.unwrap_or_else(|| source.to_owned())
}

/// Whether a file can have a catalog. Most have none and need not be parsed.
pub(super) fn may_have_enum(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("ErrorCatalog") || text.contains("catalog")
}

pub(super) fn read(path: &Path) -> Result<SourceFile, CheckError> {
    parse(path, bytes(path)?)
}

fn bytes(path: &Path) -> Result<Vec<u8>, CheckError> {
    MaxSize::default().read_file(path).map_err(io(path))
}

pub(crate) fn parse(path: &Path, bytes: Vec<u8>) -> Result<SourceFile, CheckError> {
    let not_utf8 = || io::Error::new(io::ErrorKind::InvalidData, "this file is not UTF-8");
    let source = String::from_utf8(bytes).map_err(|_| io(path)(not_utf8()))?;
    SourceFile::parse(source).map_err(|error| CheckError::Source { path: path.to_owned(), error })
}

fn io(path: &Path) -> impl Fn(io::Error) -> CheckError {
    move |error| CheckError::Io { path: path.to_owned(), error }
}
