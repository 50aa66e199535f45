//! `error-catalog check`.

use std::path::Path;
use std::process::ExitCode;

use error_catalog::{Check, Checked, Located};
use serde_json::{Value, json};

use super::arguments::{CheckArguments, CheckFormat, KeepArguments};
use super::failure::Failure;
use super::{file, github, sources};

pub(crate) fn run(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let found = sources::find(&arguments.keep)?;
    let (checked, failures) = sources::each(&found, |source| check(source, &arguments.keep));
    file::print(&match arguments.output_format {
        CheckFormat::Text => checked.iter().map(lines).collect(),
        CheckFormat::Json => document(&checked, &failures),
        CheckFormat::Github => annotations(&checked, &failures),
    })?;
    for line in checked.iter().flat_map(|checked| &checked.new_columns) {
        file::report(line);
    }
    let is_same = checked.iter().all(|checked| checked.differences.is_empty());
    Ok(sources::end(is_same, failures))
}

fn check(source: &Path, arguments: &KeepArguments) -> Result<Checked, Failure> {
    let KeepArguments { document, name, settings, .. } = arguments;
    let mut check = Check::new(source).settings(settings.0.clone());
    if let Some(document) = document {
        check = check.document(document);
    }
    if let Some(name) = name {
        check = check.name(name);
    }
    Ok(check.run()?)
}

fn lines(checked: &Checked) -> String {
    let differences = checked.differences.iter().map(|each| format!("{each}\n"));
    let cut = checked.cut.iter().map(|line| format!("{line} `update` takes --max-removed N\n"));
    differences.chain(cut).collect()
}

fn annotations(checked: &[Checked], failures: &[Failure]) -> String {
    let differences = checked.iter().flat_map(|checked| &checked.differences);
    let differences = differences.map(|each| {
        github::error(&each.path.to_string_lossy(), each.line, &each.difference.text())
    });
    let others = checked.iter().flat_map(|checked| checked.cut.iter().cloned());
    let others = others.chain(failures.iter().map(Failure::text));
    differences.chain(others.map(|text| github::error("", None, &text))).collect()
}

/// One object, whose `version` changes when what reads it has to.
fn document(checked: &[Checked], failures: &[Failure]) -> String {
    let differences = checked.iter().flat_map(|checked| &checked.differences);
    let object = json!({
        "version": 1,
        "differences": differences.map(object).collect::<Vec<_>>(),
        "cut": checked.iter().flat_map(|checked| &checked.cut).collect::<Vec<_>>(),
        "new_columns": checked.iter().flat_map(|checked| &checked.new_columns).collect::<Vec<_>>(),
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
    })
}
