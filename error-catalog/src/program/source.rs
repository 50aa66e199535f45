//! The source file that the arguments name.

use std::path::Path;

use error_catalog::{Format, MaxSize, SourceEnum, SourceFile};

use super::document;
use super::failure::Failure;

pub(crate) fn read(path: &Path) -> Result<SourceFile, Failure> {
    document::require_local(path)?;
    let is_document = Format::from_path(path).is_some_and(|format| format != Format::Text);
    if is_document {
        let shown = path.display();
        return Err(Failure::usage(format!(
            "{shown} is a document and not a source file of Rust; `error-catalog import {shown} \
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
