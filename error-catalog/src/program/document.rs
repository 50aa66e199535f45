//! Reads the document that the arguments name, and prints its report.

use std::io::{self, Write};
use std::path::Path;

use error_catalog::{Finding, MaxSize, ReadError, Reading, Report, Settings};

use super::failure::Failure;

/// The document, of which every finding is accepted.
pub(crate) fn read_accepted(
    document: &Path,
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let bytes = load(document, settings.max_size())?;
    let reading = read(document, &bytes, settings, quiet)?;
    settings.require_accepted(&reading.report)?;
    Ok(reading)
}

/// The document with these bytes, whose report is printed.
pub(crate) fn read(
    document: &Path,
    bytes: &[u8],
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let format = settings.format_of(document)?;
    match settings.reader().read_bytes(bytes, format) {
        Ok(mut reading) => {
            let is_marked = |code: &str| settings.values("success").any(|each| each == code);
            reading.report.successes.retain(|success| !is_marked(&success.code));
            if let Some(read_as) = &reading.report.read_as {
                settings.require_format(read_as.format)?;
            }
            print_report(document, quiet, &reading.report);
            Ok(reading)
        }
        Err(error) => {
            if let Some(report) = error.report() {
                print_report(document, quiet, report);
            }
            Err(match error {
                ReadError::TooMuch { .. } | ReadError::TooLarge { .. } => {
                    Failure::usage(format!("{}: {error}", document.display()))
                }
                error => error.into(),
            })
        }
    }
}

fn print_report(document: &Path, quiet: bool, report: &Report) {
    let mut stderr = io::stderr().lock();
    if !quiet {
        let _ = write!(stderr, "{report}");
    }
    for line in Finding::lines(&report.findings, document.display()) {
        let _ = writeln!(stderr, "{line}");
    }
}

/// The bytes of a document, and of any file that may be a device.
pub(crate) fn load(path: &Path, max_size: MaxSize) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure::usage(format!("{}: {error}", path.display()));
    if path.as_os_str() == "-" {
        return max_size.read(io::stdin().lock()).map_err(failure);
    }
    max_size.read_file(path).map_err(failure)
}
