//! `error-catalog export`.

use std::process::ExitCode;

use error_catalog::{HtmlPage, Row, Table};

use super::arguments::{ExportArguments, ExportFormat, PageArguments};
use super::failure::Failure;
use super::{file, source};

pub(crate) fn run(arguments: &ExportArguments) -> Result<ExitCode, Failure> {
    require_html(arguments)?;
    file::require_other(&arguments.source, arguments.output.as_deref())?;
    let path = &arguments.source;
    let table = source::table(source::read(path)?, path, arguments.name.as_deref())?;
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
