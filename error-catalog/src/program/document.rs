//! Reads the document that the arguments name, and prints its report.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use error_catalog::{Finding, Reading, Settings};

use super::failure::Failure;

/// The document, of which every finding is accepted.
pub(crate) fn read_accepted(
    document: &Path,
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let reading = read(document, settings, quiet)?;
    settings.require_accepted(&reading.report)?;
    Ok(reading)
}

/// The document, whose report is printed.
pub(crate) fn read(document: &Path, settings: &Settings, quiet: bool) -> Result<Reading, Failure> {
    let bytes = load(document).map_err(Failure::usage)?;
    let format = settings.format_of(document)?;
    match settings.reader().read_bytes(&bytes, format) {
        Ok(reading) => {
            let mut report = reading.report.clone();
            let is_marked = |code: &str| settings.values("success").any(|each| each == code);
            report.successes.retain(|success| !is_marked(&success.code));
            if let Some(read_as) = &report.read_as {
                settings.require_format(read_as.format)?;
            }
            print_report(document, quiet, &report.to_string(), &report.findings);
            Ok(reading)
        }
        Err(error) => {
            if let Some(report) = error.report() {
                print_report(document, quiet, &report.to_string(), &report.findings);
            }
            Err(error.into())
        }
    }
}

fn print_report(document: &Path, quiet: bool, report: &str, findings: &[Finding]) {
    let mut stderr = io::stderr().lock();
    if !quiet {
        let _ = write!(stderr, "{report}");
    }
    for finding in findings {
        let _ = writeln!(stderr, "{}", finding.in_file(document.display()));
    }
}

fn load(document: &Path) -> Result<Vec<u8>, String> {
    if document.as_os_str() != "-" {
        return fs::read(document).map_err(|error| format!("{}: {error}", document.display()));
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}
