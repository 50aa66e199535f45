//! `error-catalog export`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use error_catalog::{Export, MaxSize, Record, Row, Table};

use super::arguments::{ExportArguments, ExportFormat, PageArguments};
use super::failure::Failure;
use super::progress::Progress;
use super::{document, file, sources};

pub(crate) fn run(arguments: &ExportArguments) -> Result<ExitCode, Failure> {
    require_format(arguments)?;
    if let Some(output) = &arguments.output {
        require_made(&arguments.source, output)?;
        let template = arguments.template.as_deref();
        template.map_or(Ok(()), |template| file::require_other(template, Some(output)))?;
    }
    let path = &arguments.source;
    let file = sources::read(path)?;
    let progress = Progress::new("writing the document".to_owned());
    let text = text(arguments, sources::only(&file, path, arguments.name.as_deref())?.table())?;
    drop(progress);
    file::put(arguments.output.as_deref(), &text)?;
    Ok(ExitCode::SUCCESS)
}

/// Fails if the output is a file that no export makes. Exports are meant to be repeated, so other
/// files are not protected.
fn require_made(source: &Path, output: &Path) -> Result<(), Failure> {
    file::require_other(source, Some(output))?;
    let shown = output.display();
    if output.extension().is_some_and(|extension| extension == "rs") {
        return Err(Failure::usage(format!("{shown} is a source file; choose another file")));
    }
    let folder = source.parent().unwrap_or(Path::new(""));
    for each in sources::read(source)?.enums() {
        let record = Record::find(each.comments()).and_then(Result::ok);
        let mut documents = record.into_iter().flat_map(|record| {
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

fn text(arguments: &ExportArguments, table: &Table) -> Result<String, Failure> {
    use ExportFormat::{C, Csv, Html, Json, JsonSchema, Markdown, Python, Typescript};
    let export = export(table, &arguments.page)?;
    let Some(format) = arguments.to else {
        let template = arguments.template.as_deref().unwrap_or(Path::new(""));
        let source = document::text(template, MaxSize::default())?;
        return export.render(&template.to_string_lossy(), &source).map_err(Failure::usage);
    };
    Ok(match format {
        Html => export.to_html(),
        Markdown => table.to_markdown(),
        Csv if arguments.safe => table.to_safe_csv(),
        Csv => table.to_csv(),
        Json => table.to_json(),
        JsonSchema => table.to_json_schema(),
        Typescript => table.to_typescript(),
        Python => table.to_python(),
        C => table.to_c().map_err(Failure::document)?,
    })
}

/// Fails if an option of one format is given for another.
fn require_format(arguments: &ExportArguments) -> Result<(), Failure> {
    let PageArguments { title, introduction, from, date, group_by } = &arguments.page;
    let options = [
        ("--title", title),
        ("--introduction", introduction),
        ("--from", from),
        ("--date", date),
        ("--group-by", group_by),
    ];
    let is_page = matches!(arguments.to, None | Some(ExportFormat::Html));
    let given = options.into_iter().find(|(_, value)| value.is_some());
    if let Some((option, _)) = given.filter(|_| !is_page) {
        let text = format!("{option} is for --to html and --template; remove it");
        return Err(Failure::usage(text));
    }
    if arguments.safe && arguments.to != Some(ExportFormat::Csv) {
        return Err(Failure::usage("--safe is for --to csv; remove it"));
    }
    Ok(())
}

fn export<'t>(table: &'t Table, arguments: &PageArguments) -> Result<Export<'t>, Failure> {
    let PageArguments { title, introduction, from, date, group_by } = arguments;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut export =
        Export::new(table).introduction(text(introduction)).source(text(from)).date(text(date));
    if let Some(title) = title {
        export = export.title(title);
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
        export = export.group_by(cell);
    }
    Ok(export)
}
