//! The source file that the arguments name.

use std::path::Path;

use error_catalog::{MaxSize, SourceEnum, SourceFile, Table};

use super::failure::Failure;

pub(crate) fn read(path: &Path) -> Result<SourceFile, Failure> {
    let failure = |error| Failure::usage(format!("{}: {error}", path.display()));
    let bytes = MaxSize::default().read_file(path).map_err(failure)?;
    let not_utf8 = |_| Failure::usage(format!("{}: this file is not UTF-8", path.display()));
    parse(path, String::from_utf8(bytes).map_err(not_utf8)?)
}

pub(crate) fn parse(path: &Path, text: String) -> Result<SourceFile, Failure> {
    SourceFile::parse(text).map_err(|error| Failure::usage(error.in_file(path.display())))
}

/// The table of the only enum in a file, or of the one with a name.
pub(crate) fn table(path: &Path, name: Option<&str>) -> Result<Table, Failure> {
    let file = read(path)?;
    match &*file.find(name).map_err(Failure::usage)? {
        [only] => Ok(only.table().clone()),
        enums => {
            let names: Vec<&str> = enums.iter().map(|each| SourceEnum::name(each)).collect();
            let (shown, names) = (path.display(), names.join(", "));
            Err(Failure::usage(format!("{shown} has several enums; pass --name, one of {names}")))
        }
    }
}
