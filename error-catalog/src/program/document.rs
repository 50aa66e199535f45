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

/// The document with these bytes and those that are joined to it, whose reports are printed.
pub(crate) fn read(
    document: &Path,
    bytes: &[u8],
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let mut reading = read_first(document, bytes, settings, quiet)?;
    for join in settings.joins() {
        let path = Path::new(join.document());
        let bytes = load(path, settings.max_size())?;
        if !quiet {
            let _ = writeln!(io::stderr(), "joined {}", path.display());
        }
        let joined = join.read(&bytes, reading.table.code_type());
        let in_file = |failure: Failure| failure.in_file(path);
        let joined = reported(path, quiet, joined).map_err(in_file)?;
        let format = joined.format().map_or(Ok(()), |format| join.require_format(format));
        format.map_err(|error| in_file(error.into()))?;
        let known = reading.report.findings.len() + joined.report.findings.len();
        reading = reading.join(joined, join.document(), &join.columns());
        let new = reading.report.findings.get(known..).unwrap_or_default();
        print_findings(document, new);
    }
    Ok(reading)
}

fn read_first(
    document: &Path,
    bytes: &[u8],
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let format = settings.format_of(document)?;
    let mut reading = settings.reader().read_bytes(bytes, format);
    if let Ok(reading) = &mut reading {
        let is_marked = |code: &str| settings.values("success").any(|each| each == code);
        reading.report.successes.retain(|success| !is_marked(&success.code));
        if let Some(format) = reading.format() {
            settings.require_format(format)?;
        }
    }
    reported(document, quiet, reading)
}

/// What was read, after its report is printed.
fn reported(
    document: &Path,
    quiet: bool,
    reading: Result<Reading, ReadError>,
) -> Result<Reading, Failure> {
    let report = match &reading {
        Ok(reading) => Some(&reading.report),
        Err(error) => error.report(),
    };
    if let Some(report) = report {
        print_report(document, quiet, report);
    }
    reading.map_err(|error| match error {
        ReadError::TooMuch { .. } | ReadError::TooLarge { .. } => {
            Failure::usage(format!("{}: {error}", document.display()))
        }
        error => error.into(),
    })
}

fn print_report(document: &Path, quiet: bool, report: &Report) {
    if !quiet {
        let _ = write!(io::stderr(), "{report}");
    }
    print_findings(document, &report.findings);
}

fn print_findings(document: &Path, findings: &[Finding]) {
    let mut stderr = io::stderr().lock();
    for line in Finding::lines(findings, document.display()) {
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
