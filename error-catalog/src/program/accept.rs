//! `error-catalog accept`.

use std::process::ExitCode;
use std::ptr;

use error_catalog::{Settings, Tracked};

use super::arguments::AcceptArguments;
use super::failure::Failure;
use super::{document, file, sources};

pub(crate) fn run(arguments: &AcceptArguments) -> Result<ExitCode, Failure> {
    let path = &arguments.source;
    document::require_file(arguments.document.as_deref())?;
    document::require_local(path)?;
    let accepted = file::change(path, |text| {
        accepted(arguments, text).map_err(|failure| failure.in_file(path))
    })?;
    let codes = arguments.codes.iter().filter(|code| !accepted.contains(code));
    let same: Vec<&str> = codes.map(String::as_str).collect();
    if !accepted.is_empty() {
        let (shown, codes) = (path.display(), accepted.join(", "));
        file::print(&format!("{shown}: the texts of {codes} are your own\n"))?;
    }
    if !same.is_empty() {
        let (shown, codes) = (path.display(), same.join(", "));
        file::report(&format!("{shown}: no text of {codes} differs from the document"));
    }
    Ok(if same.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The text of the file, and the codes in which something differs.
fn accepted(arguments: &AcceptArguments, text: &str) -> Result<(String, Vec<String>), Failure> {
    let AcceptArguments { source: path, codes, document, name } = arguments;
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let before = sources::parse(path, text.to_owned())?;
    let settings = Settings::default();
    let all = Tracked::all(&before, path, name.as_deref(), document.as_deref(), &settings)?;
    let (mut file, mut accepted) = (before.clone(), Vec::new());
    for tracked in all {
        // Each comment shifts the text after it.
        let index = before.enums().iter().position(|each| ptr::eq(each, tracked.source));
        let Some(source) = index.and_then(|index| file.enums().get(index)) else { continue };
        let table = &tracked.reading.table;
        let (text, found) = tracked.update().accept(&file, source, table, &codes)?;
        if let Some(code) = found.iter().find(|code| accepted.contains(*code)) {
            let message =
                format!("several enums differ from their documents in {code}; pass --name");
            return Err(Failure::usage(message));
        }
        accepted.extend(found);
        file = sources::parse(path, text)?;
    }
    Ok((file.source().to_owned(), accepted))
}
