//! `error-catalog check`.

use std::path::Path;
use std::process::ExitCode;

use error_catalog::{Against, Check, CheckError, Checked, Located};
use serde_json::{Value, json};

use super::arguments::{CheckArguments, CheckFormat, KeepArguments};
use super::failure::Failure;
use super::progress::Progress;
use super::{color, file, github, sources};

pub(crate) fn run(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let against = against(arguments)?;
    let found = sources::find(&arguments.keep)?;
    if against.is_none() {
        sources::require_some(&found)?;
    }
    let run = |source: &Path| check(source, &arguments.keep, against.is_some());
    let (checked, mut failures) = sources::each(&found, run);
    let mut checked: Vec<Checked> = checked.into_iter().flatten().collect();
    match against.map(|against| against.run(&arguments.keep.sources)).transpose() {
        Ok(answer) => checked.extend(answer),
        Err(error) => {
            let failure = Failure::from(error);
            // A file that does not parse fails twice.
            if failures.iter().all(|each| each.text() != failure.text()) {
                failures.push(failure);
            }
        }
    }
    file::print(&match arguments.output_format {
        CheckFormat::Text => {
            color::lines(&checked.iter().map(lines).collect::<String>()).into_owned()
        }
        CheckFormat::Json => document(&checked, &failures),
        CheckFormat::Github => annotations(&checked, &failures),
    })?;
    let others = |checked: &Checked| [&checked.new_columns[..], &checked.mentions].concat();
    for line in checked.iter().flat_map(others) {
        file::report(&line);
    }
    let is_same = checked.iter().all(|checked| checked.differences.is_empty());
    Ok(sources::end(is_same, failures))
}

/// The older version of the sources, with the classes that are allowed.
fn against(arguments: &CheckArguments) -> Result<Option<Against>, Failure> {
    let CheckArguments { keep, against, allow, deny, .. } = arguments;
    if let Some(class) = allow.iter().find(|class| deny.contains(class)) {
        return Err(Failure::usage(format!("--allow {class} and --deny {class}: remove one")));
    }
    let Some(older) = against else { return Ok(None) };
    let against = keep.name.iter().fold(Against::new(older), Against::name);
    let against = allow.iter().copied().fold(against, Against::allow);
    Ok(Some(deny.iter().copied().fold(against, Against::deny)))
}

/// Compares the enums of a file with their documents; `None` if no enum has a document or needs
/// one.
fn check(
    source: &Path,
    arguments: &KeepArguments,
    has_older: bool,
) -> Result<Option<Checked>, Failure> {
    let _progress = Progress::new(format!("comparing {}", source.display()));
    let KeepArguments { document, name, settings, .. } = arguments;
    let mut check = Check::new(source).settings(settings.0.clone());
    if let Some(document) = document {
        check = check.document(document);
    }
    if let Some(name) = name {
        check = check.name(name);
    }
    match check.run() {
        Err(CheckError::NoRecord | CheckError::NoSuchEnum(_)) if has_older => Ok(None),
        checked => Ok(Some(checked?)),
    }
}

fn lines(checked: &Checked) -> String {
    let differences = checked.differences.iter().chain(&checked.allowed);
    let differences = differences.map(|each| format!("{each}\n"));
    let cut = checked.cut.iter().map(|line| format!("{line} `update` takes --max-removed N\n"));
    differences.chain(cut).collect()
}

fn annotations(checked: &[Checked], failures: &[Failure]) -> String {
    let annotation = |level, each: &Located| {
        github::annotation(level, &each.path.to_string_lossy(), each.line, &each.text())
    };
    let lines = checked.iter().flat_map(|checked| {
        let differences = checked.differences.iter().map(move |each| annotation("error", each));
        differences.chain(checked.allowed.iter().map(move |each| annotation("notice", each)))
    });
    let others = checked.iter().flat_map(|checked| checked.cut.iter().cloned());
    let others = others.chain(failures.iter().map(Failure::text));
    lines.chain(others.map(|text| github::annotation("error", "", None, &text))).collect()
}

/// One object. Its `version` changes when readers of it have to change.
fn document(checked: &[Checked], failures: &[Failure]) -> String {
    let differences = checked.iter().flat_map(|checked| &checked.differences);
    let allowed = checked.iter().flat_map(|checked| &checked.allowed);
    let object = json!({
        "version": 1,
        "differences": differences.map(object).collect::<Vec<_>>(),
        "allowed": allowed.map(object).collect::<Vec<_>>(),
        "cut": checked.iter().flat_map(|checked| &checked.cut).collect::<Vec<_>>(),
        "new_columns": checked.iter().flat_map(|checked| &checked.new_columns).collect::<Vec<_>>(),
        "mentions": checked.iter().flat_map(|checked| &checked.mentions).collect::<Vec<_>>(),
        "errors": failures.iter().map(Failure::text).collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

fn object(located: &Located) -> Value {
    json!({
        "file": located.path.to_string_lossy(),
        "line": located.line,
        "enum": located.enum_name,
        "code": located.difference.code(),
        "name": located.difference.name(),
        "text": located.difference.text(),
        "against": located.against,
        "class": located.against.as_ref().map(|_| located.difference.class().name()),
        "breaks_wire": located.against.as_ref().map(|_| located.difference.breaks_wire()),
    })
}
