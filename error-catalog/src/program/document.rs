//! Reads the document that the arguments name, and prints its report.

use std::io::{self, Write};
use std::path::Path;

use error_catalog::{Finding, MaxSize, ReadError, Reading, Report, SettingError, Settings};

use super::color;
use super::failure::Failure;
use super::progress::Progress;

/// The document, if all of its findings are accepted.
pub(crate) fn read_accepted(
    document: &Path,
    settings: &Settings,
    quiet: bool,
) -> Result<Reading, Failure> {
    let bytes = load(document, settings.max_size())?;
    let reading = read(document, &bytes, settings, quiet)?;
    require_accepted(document, settings, &reading.report)?;
    Ok(reading)
}

/// The document with these bytes, and the documents joined to it. Prints their reports.
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
    let in_file = |error: SettingError| Failure::from(error).in_file(document);
    let format = settings.format_of(document).map_err(in_file)?;
    let progress = Progress::new(format!("reading {}", document.display()));
    let mut reading = settings.reader().read_bytes(bytes, format);
    drop(progress);
    if let Ok(reading) = &mut reading {
        let is_marked = |code: &str| settings.values("success").any(|each| each == code);
        reading.report.successes.retain(|success| !is_marked(&success.code));
        settings.name_facts(&mut reading.report);
        if let Some(format) = reading.format() {
            settings.require_format(format).map_err(in_file)?;
        }
    }
    reported(document, quiet, reading)
}

/// Returns what was read, after printing its report.
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
    reading.map_err(|error| {
        let failure = match error {
            ReadError::TooMuch { .. } | ReadError::TooLarge { .. } => Failure::usage(error),
            error => error.into(),
        };
        failure.in_file(document)
    })
}

/// Fails unless the findings of a document are those that are accepted.
pub(crate) fn require_accepted(
    document: &Path,
    settings: &Settings,
    report: &Report,
) -> Result<(), Failure> {
    let accepted = settings.require_accepted(report);
    accepted.map_err(|error| Failure::from(error).in_file(document))
}

/// Fails if a document cannot be read again, as an update does if its source has changed.
pub(crate) fn require_file(document: Option<&Path>) -> Result<(), Failure> {
    let Some(document) = document else { return Ok(()) };
    if document.as_os_str() == "-" {
        return Err(Failure::usage(
            "--document -: standard input cannot be read twice; name a file",
        ));
    }
    require_local(document)
}

/// Fails if a path is the address of a website.
pub(crate) fn require_local(path: &Path) -> Result<(), Failure> {
    let address = path.to_string_lossy();
    if !["http://", "https://", "ftp://"].iter().any(|scheme| address.starts_with(scheme)) {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{address}: this program downloads nothing; save the page and name the file, or pipe it: \
         curl {address} | error-catalog import - --name NAME"
    )))
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
        let _ = writeln!(stderr, "{}", color::line(&line));
    }
}

/// The bytes of a document, and of any file that may be a device.
pub(crate) fn load(path: &Path, max_size: MaxSize) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure::usage(format!("{}: {error}", path.display()));
    require_local(path)?;
    if path.as_os_str() == "-" {
        return max_size.read(io::stdin().lock()).map_err(failure);
    }
    max_size.read_file(path).map_err(failure)
}

/// The text of a file.
pub(crate) fn text(path: &Path, max_size: MaxSize) -> Result<String, Failure> {
    let not_utf8 = |_| Failure::usage(format!("{}: this file is not UTF-8", path.display()));
    String::from_utf8(load(path, max_size)?).map_err(not_utf8)
}
