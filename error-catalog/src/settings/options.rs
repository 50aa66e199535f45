//! Every option of the program.

use std::mem;

use super::setting::{Apply, Setting};
use crate::max_size::MaxSize;
use crate::read::Format;

/// The formats that are texts.
const TEXTS: &[Format] = &[
    Format::Markdown,
    Format::Html,
    Format::Csv,
    Format::Tsv,
    Format::Json,
    Format::Yaml,
    Format::Toml,
    Format::Xml,
    Format::Text,
];

/// The option that names a further document.
pub(super) const JOIN: &str = "join";
/// The option that names a column of a document.
pub(super) const COLUMN: &str = "column";

/// In the order in which the help and comments list them.
pub(super) const ALL: &[Setting] = &[
    Setting {
        name: "name",
        value: Some("NAME"),
        help: "The name of the enum",
        is_required: true,
        apply: Apply::Import(|import, name| import.name(name)),
        ..Setting::IMPORT
    },
    Setting {
        name: JOIN,
        value: Some("FILE"),
        help: "Reads a further document, such as one in another language, and adds its columns to \
               the rows with the same codes: --column zh=FILE:HEADING. Other options about how it \
               is read begin with FILE: too, as in --code FILE:HEADING",
        is_repeatable: true,
        ..Setting::READ
    },
    Setting {
        name: "format",
        value: Some("FORMAT"),
        help: "markdown, html, csv, tsv, json, yaml, toml, xml, xlsx or text, or an extension such \
               as md [default: detected from the file's extension, or else from its content]",
        apply: Apply::Check(|plan, name| {
            plan.format = Some(name.parse::<Format>().map_err(|error| error.to_string())?);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "encoding",
        value: Some("LABEL"),
        help: "The encoding of the document, such as big5 or windows-1252 [default: detected: \
               UTF-8, UTF-16 or GB18030, or what an HTML page declares]",
        apply: Apply::Check(|plan, label| {
            let reader = plan.reader.clone().encoding(label);
            plan.reader = reader.map_err(|error| error.to_string())?;
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "regex",
        value: Some("REGEX"),
        help: "Reads any text: each match is a row. The groups code, variant, message and \
               description are columns, and so are all other named groups. A group in the quotes \
               of a string is read with its escapes, and with strings that a + or the next line \
               joins to it",
        formats: &[Format::Text, Format::Markdown, Format::Html],
        apply: Apply::Check(|plan, expression| {
            let reader = plan.reader.clone().regex(expression);
            plan.reader = reader.map_err(|error| error.to_string())?;
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "after",
        value: Some("REGEX"),
        help: "Reads only what is after the first match of this expression",
        formats: TEXTS,
        apply: Apply::Check(|plan, expression| {
            let reader = plan.reader.clone().after(expression);
            plan.reader = reader.map_err(|error| error.to_string())?;
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "before",
        value: Some("REGEX"),
        help: "Reads only what is before the next match of this expression",
        formats: TEXTS,
        apply: Apply::Check(|plan, expression| {
            let reader = plan.reader.clone().before(expression);
            plan.reader = reader.map_err(|error| error.to_string())?;
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "table",
        value: Some("N"),
        help: "Reads the table with this number in the report [default: all]",
        is_repeatable: true,
        apply: Apply::Check(|plan, number| {
            let number = number.parse().map_err(|_| format!("{number:?} is not a number"))?;
            plan.reader = mem::take(&mut plan.reader).table(number);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "section",
        value: Some("WORDS"),
        help: "Reads the tables under a heading with these words, or its lists of codes if it has no \
               table [default: all]",
        is_repeatable: true,
        apply: Apply::Read(|reader, words| reader.section(words)),
        ..Setting::READ
    },
    Setting {
        name: "sheet",
        value: Some("SHEET"),
        help: "Reads the sheet of a workbook with this name [default: all]",
        is_repeatable: true,
        formats: &[Format::Xlsx],
        apply: Apply::Read(|reader, name| reader.sheet(name)),
        ..Setting::READ
    },
    Setting {
        name: "pointer",
        value: Some("POINTER"),
        help: "Reads only the value at this JSON Pointer, such as /data/errors [default: all]",
        formats: &[Format::Json, Format::Yaml, Format::Toml, Format::Xml],
        apply: Apply::Read(|reader, pointer| reader.pointer(pointer)),
        ..Setting::READ
    },
    Setting {
        name: "delimiter",
        value: Some("CHARACTER"),
        help: "The character between the cells of a CSV file, or \\t [default: detected from the \
               first lines]",
        formats: &[Format::Csv, Format::Tsv],
        apply: Apply::Check(|plan, text| {
            let delimiter = parse_delimiter(text)?;
            plan.reader = mem::take(&mut plan.reader).delimiter(delimiter);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "no-headings",
        help: "Reads the first row of a table as a row and not as headings: name columns by their \
               numbers",
        formats: &[Format::Csv, Format::Tsv, Format::Markdown, Format::Html],
        apply: Apply::Read(|reader, _| reader.no_headings()),
        ..Setting::READ
    },
    Setting {
        name: "code",
        value: Some("HEADING"),
        help: "The heading of the codes, or the number of the column; repeat it if tables have \
               different ones",
        is_repeatable: true,
        apply: Apply::Read(|reader, heading| reader.code(heading)),
        ..Setting::READ
    },
    Setting {
        name: "message",
        value: Some("HEADING"),
        help: "The heading of the messages",
        apply: Apply::Read(|reader, heading| reader.message(heading)),
        ..Setting::READ
    },
    Setting {
        name: "description",
        value: Some("HEADING"),
        help: "The heading of the descriptions",
        apply: Apply::Read(|reader, heading| reader.description(heading)),
        ..Setting::READ
    },
    Setting {
        name: "variant",
        value: Some("HEADING"),
        help: "The heading of the names of the variants",
        apply: Apply::Read(|reader, heading| reader.variant(heading)),
        ..Setting::READ
    },
    Setting {
        name: COLUMN,
        value: Some("NAME:TYPE=HEADING"),
        help: "Adds a column with the cells under a heading; NAME alone is enough if that is the \
               heading. SECTION stands for the row above that is one cell over the whole table, \
               and FILE:HEADING for a column of a joined document. TYPE is str, bool, an integer \
               type, or url for the address of the first link in a cell [default: detected from \
               all cells]",
        is_repeatable: true,
        apply: Apply::Check(|plan, text| {
            let (column, heading) = parse_column(text)?;
            let name = column.split(':').next().unwrap_or(column);
            let reader = mem::take(&mut plan.reader);
            plan.reader = match column.rsplit_once(':') {
                Some((_, "url")) => reader.link(name, heading),
                _ => reader.column(name, heading),
            };
            plan.import = plan.take_import().column(column);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "leave-out",
        value: Some("HEADING"),
        help: "Leaves the column with this heading out of the enum. Import records the columns \
               that it leaves out, so that check and update mention only new ones",
        is_repeatable: true,
        apply: Apply::Read(|reader, heading| reader.leave_out(heading)),
        ..Setting::READ
    },
    Setting {
        name: "code-type",
        value: Some("TYPE"),
        help: "An integer type, or str [default: u32, i32 or the next larger type that holds every \
               code; str if most of them are not integers, or half of them and one looks like \
               E1001, or if those of digits have one length and several begin with 0]",
        apply: Apply::Check(|plan, name| {
            let code_type = name.parse().map_err(|_| format!("{name:?} is not a code type"))?;
            plan.reader = mem::take(&mut plan.reader).code_type(code_type);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "success",
        value: Some("CODE"),
        help: "Marks a code as a success",
        is_repeatable: true,
        apply: Apply::Import(|import, code| import.success(code)),
        ..Setting::IMPORT
    },
    Setting {
        name: "kind",
        value: Some("COLUMN"),
        help: "Takes the kinds of the variants from this column: HTTP statuses, or gRPC codes by \
               number or name",
        apply: Apply::Check(|plan, column| {
            plan.reader = mem::take(&mut plan.reader).kind(column);
            plan.import = plan.take_import().kind(column);
            Ok(())
        }),
        ..Setting::IMPORT
    },
    Setting {
        name: "retryable",
        value: Some("COLUMN"),
        help: "Takes from this column whether the same request may succeed later: true, false, yes \
               or no [default: by the kind]",
        apply: Apply::Import(|import, column| import.retryable(column)),
        ..Setting::IMPORT
    },
    Setting {
        name: "aliases",
        help: "Makes one variant of rows that differ only in their code",
        apply: Apply::Import(|import, _| import.merge_aliases()),
        ..Setting::IMPORT
    },
    Setting {
        name: "other",
        value: Some("NAME"),
        help: "Names the variant that keeps unlisted codes. Enums of integer codes have one even \
               without this option [default: Other]",
        apply: Apply::Import(|import, name| import.other(name)),
        ..Setting::IMPORT
    },
    Setting {
        name: "no-other",
        help: "Leaves out the variant for unlisted codes. Without it, a code that the vendor adds \
               is an error, and adding it later breaks the users of the enum",
        apply: Apply::Import(|import, _| import.no_other()),
        ..Setting::IMPORT
    },
    Setting {
        name: "no-thiserror",
        help: "Writes the impls of Display and Error without thiserror",
        apply: Apply::Import(|import, _| import.no_thiserror()),
        ..Setting::IMPORT
    },
    Setting {
        name: "max-size",
        value: Some("SIZE"),
        help: "The largest document to read, unpacked if it is a workbook: bytes, or a number with \
               kB, MB or GB. Not recorded above the enum [default: 500MB]",
        is_recorded: false,
        apply: Apply::Check(|plan, size| {
            let size = size.parse::<MaxSize>().map_err(|error| error.to_string())?;
            plan.reader = mem::take(&mut plan.reader).max_size(size);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "accept-findings",
        value: Some("N"),
        help: "Accepts the findings if there are exactly N: each row is kept or left out as its \
               finding says",
        apply: Apply::Check(|plan, number| {
            plan.accepted_findings =
                number.parse().map_err(|_| format!("{number:?} is not a number"))?;
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "accept-missed",
        value: Some("N"),
        help: "Accepts the lines that look like rows but are in no match of --regex, if there are \
               exactly N. Import records the number, so that check and update fail at a new one",
        formats: &[Format::Text, Format::Markdown, Format::Html],
        apply: Apply::Check(|plan, number| {
            plan.accepted_missed =
                number.parse().map_err(|_| format!("{number:?} is not a number"))?;
            Ok(())
        }),
        ..Setting::READ
    },
];

/// `NAME=HEADING` or `NAME:TYPE=HEADING`; without a heading, the name is the heading.
pub(super) fn parse_column(text: &str) -> Result<(&str, &str), String> {
    let (column, heading) = match text.split_once('=') {
        Some(parts) => parts,
        None => (text, text.split(':').next().unwrap_or(text)),
    };
    if column.is_empty() || column.starts_with(':') || heading.is_empty() {
        return Err("expected NAME=HEADING or NAME:TYPE=HEADING".to_owned());
    }
    Ok((column, heading))
}

fn parse_delimiter(text: &str) -> Result<char, String> {
    let text = text.replace("\\t", "\t");
    let mut characters = text.chars();
    let delimiter = characters.next().filter(|delimiter| !matches!(delimiter, '"' | '\r' | '\n'));
    let is_one = characters.next().is_none();
    let error = || "expected one character that is not a quote or a line end".to_owned();
    delimiter.filter(|_| is_one).ok_or_else(error)
}
