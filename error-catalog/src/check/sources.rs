//! Source files, as a check reads them.

use std::io;
use std::path::Path;

use super::error::CheckError;
use crate::max_size::MaxSize;
use crate::source::SourceFile;

pub(super) fn read(path: &Path) -> Result<SourceFile, CheckError> {
    parse(path, bytes(path)?)
}

pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, CheckError> {
    MaxSize::default().read_file(path).map_err(io(path))
}

pub(super) fn parse(path: &Path, bytes: Vec<u8>) -> Result<SourceFile, CheckError> {
    let not_utf8 = || io::Error::new(io::ErrorKind::InvalidData, "this file is not UTF-8");
    let source = String::from_utf8(bytes).map_err(|_| io(path)(not_utf8()))?;
    SourceFile::parse(source).map_err(|error| CheckError::Source { path: path.to_owned(), error })
}

pub(super) fn io(path: &Path) -> impl Fn(io::Error) -> CheckError {
    move |error| CheckError::Io { path: path.to_owned(), error }
}
