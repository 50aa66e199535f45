//! Reads the document that the arguments name, and prints its report.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use error_catalog::{Finding, Format, Reading, Settings};

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
    let (text, format) = load(document, settings)?;
    match settings.reader().read(&text, format) {
        Ok(reading) => {
            let mut report = reading.report.clone();
            let is_marked = |code: &str| settings.values("success").any(|each| each == code);
            report.successes.retain(|success| !is_marked(&success.code));
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

/// The text of the document, and its format.
fn load(document: &Path, settings: &Settings) -> Result<(String, Format), Failure> {
    let shown = document.display();
    let format = settings.format().or_else(|| Format::from_path(document)).ok_or_else(|| {
        Failure::usage(format!("the extension of {shown} does not say the format; pass --format"))
    })?;
    settings.require_format(format)?;
    let mut bytes = Vec::new();
    if document.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes).map_err(Failure::usage)?;
    } else {
        bytes = fs::read(document).map_err(|error| Failure::usage(format!("{shown}: {error}")))?;
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| Failure::usage(format!("{shown} is not UTF-8: {error}")))?;
    Ok((text, format))
}
