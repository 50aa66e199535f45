//! `error-catalog export`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use error_catalog::{HtmlPage, Record, Row, Table};

use super::arguments::{ExportArguments, ExportFormat, PageArguments};
use super::failure::Failure;
use super::{file, source};

pub(crate) fn run(arguments: &ExportArguments) -> Result<ExitCode, Failure> {
    require_html(arguments)?;
    if let Some(output) = &arguments.output {
        require_made(&arguments.source, output)?;
    }
    let path = &arguments.source;
    let table = source::table(&source::read(path)?, path, arguments.name.as_deref())?;
    let text = match arguments.to {
        ExportFormat::Html => page(&table, &arguments.page)?,
        ExportFormat::Markdown => table.to_markdown(),
        ExportFormat::Csv => table.to_csv(),
        ExportFormat::Json => table.to_json(),
        ExportFormat::Typescript => table.to_typescript(),
    };
    file::put(arguments.output.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}

/// Fails if the output is no file that an export makes. What an export made is there to be
/// written again, so other files are not protected.
fn require_made(source: &Path, output: &Path) -> Result<(), Failure> {
    file::require_other(source, Some(output))?;
    let shown = output.display();
    if output.extension().is_some_and(|extension| extension == "rs") {
        return Err(Failure::usage(format!("{shown} is a source file; choose another file")));
    }
    let folder = source.parent().unwrap_or(Path::new(""));
    for each in source::read(source)?.enums() {
        let records = each.comments().iter().filter_map(|comment| Record::parse(comment)?.ok());
        let mut documents = records.flat_map(|record| {
            let joined: Vec<PathBuf> = record.joined(folder).collect();
            record.path(folder).into_iter().chain(joined)
        });
        if documents.any(|document| file::is_same(&document, output)) {
            return Err(Failure::usage(format!(
                "{shown} is the document that {} was made from; choose another file",
                each.name()
            )));
        }
    }
    Ok(())
}

/// Fails if an option of pages is given for another format.
fn require_html(arguments: &ExportArguments) -> Result<(), Failure> {
    let PageArguments { title, introduction, from, date, group_by } = &arguments.page;
    let options = [
        ("--title", title),
        ("--introduction", introduction),
        ("--from", from),
        ("--date", date),
        ("--group-by", group_by),
    ];
    let given = options.into_iter().find(|(_, value)| value.is_some());
    match given.filter(|_| arguments.to != ExportFormat::Html) {
        Some((option, _)) => Err(Failure::usage(format!("{option} is for --to html; remove it"))),
        None => Ok(()),
    }
}

fn page(table: &Table, arguments: &PageArguments) -> Result<String, Failure> {
    let PageArguments { title, introduction, from, date, group_by } = arguments;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut page =
        HtmlPage::new(table).introduction(text(introduction)).source(text(from)).date(text(date));
    if let Some(title) = title {
        page = page.title(title);
    }
    if let Some(column) = group_by {
        let place = table.columns().iter().position(|name| name == column);
        let place = place.ok_or_else(|| {
            let columns = match table.columns() {
                [] => "none".to_owned(),
                columns => columns.join(", "),
            };
            Failure::usage(format!("the enum has no column {column}; its columns: {columns}"))
        })?;
        let cell = move |row: &Row| row.values().get(place).copied().unwrap_or_default().to_owned();
        page = page.group_by(cell);
    }
    Ok(page.to_html())
}
