//! `error-catalog list`.

use std::process::ExitCode;

use error_catalog::{Listing, NoNextCode};

use super::arguments::{ListArguments, ListFormat};
use super::failure::Failure;
use super::{file, sources};

pub(crate) fn run(arguments: &ListArguments) -> Result<ExitCode, Failure> {
    let ListArguments { paths, name, next, output_format } = arguments;
    let mut listing = Listing::read(paths);
    let mut failures: Vec<Failure> =
        listing.errors().iter().map(|error| Failure::usage(error.to_string())).collect();
    if listing.is_empty() && failures.is_empty() {
        return Err(Failure::usage("there is no enum that derives ErrorCatalog in these files"));
    }
    if !name.is_empty() {
        match listing.together(name) {
            Ok(named) => listing = named,
            Err(error) => {
                failures.push(error.into());
                return Ok(sources::end(false, failures));
            }
        }
    }
    if let Some(next) = next {
        // A file that cannot be read may have the code.
        if failures.is_empty() {
            file::print(&format!("{}\n", listing.next(next)?))?;
        }
        return Ok(sources::end(true, failures));
    }
    file::print(&match output_format {
        ListFormat::Text => listing.to_text(),
        ListFormat::Json => listing.to_json(),
    })?;
    Ok(sources::end(listing.clashes().is_empty(), failures))
}

impl From<NoNextCode> for Failure {
    fn from(error: NoNextCode) -> Self {
        match error {
            NoNextCode::None(..) => Self::document(error),
            _ => Self::usage(error),
        }
    }
}
