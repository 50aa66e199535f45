//! Every option of the program.

use std::{fmt, mem};

use super::SettingError;
use crate::max_size::MaxSize;
use crate::read::{Format, Reader};
use crate::source::Import;

/// An option of the program, displayed as in `--column NAME=HEADING`.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Setting {
    name: &'static str,
    value: Option<&'static str>,
    help: &'static str,
    is_repeatable: bool,
    is_for_import: bool,
    is_required: bool,
    /// Whether the comment above an enum keeps it.
    is_recorded: bool,
    /// The formats of the documents that it is for; empty if it is for all.
    formats: &'static [Format],
    apply: Apply,
}

/// What the settings come to.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) reader: Reader,
    pub(super) import: Import,
    pub(super) format: Option<Format>,
    pub(super) accepted_findings: usize,
    /// The number of lines that look like rows and are in no match.
    pub(super) accepted_missed: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            reader: Reader::new(),
            import: Import::new(""),
            format: None,
            accepted_findings: 0,
            accepted_missed: 0,
        }
    }
}

impl Plan {
    /// The writer so far; a clone would copy every column for each one that is added.
    pub(super) fn take_import(&mut self) -> Import {
        mem::replace(&mut self.import, Import::new(""))
    }
}

/// What an option does with its value.
#[derive(Clone, Copy, Debug)]
enum Apply {
    Read(fn(Reader, &str) -> Reader),
    Import(fn(Import, &str) -> Import),
    /// Checks the value first. The error says what is wrong with it.
    Check(fn(&mut Plan, &str) -> Result<(), String>),
}

impl Apply {
    fn to(self, plan: &mut Plan, value: &str) -> Result<(), String> {
        match self {
            Self::Read(set) => plan.reader = set(mem::take(&mut plan.reader), value),
            Self::Import(set) => plan.import = set(plan.take_import(), value),
            Self::Check(set) => set(plan, value)?,
        }
        Ok(())
    }
}

impl Setting {
    /// A flag about how a document is read, which does nothing.
    const READ: Self = Self {
        name: "",
        value: None,
        help: "",
        is_repeatable: false,
        is_for_import: false,
        is_required: false,
        is_recorded: true,
        formats: &[],
        apply: Apply::Read(|reader, _| reader),
    };

    /// A flag about how the enum is written, which does nothing.
    const IMPORT: Self =
        Self { is_for_import: true, apply: Apply::Import(|import, _| import), ..Self::READ };

    /// The name, such as `column`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the value is, such as `NAME=HEADING`; `None` for a flag.
    #[must_use]
    pub const fn value(&self) -> Option<&'static str> {
        self.value
    }

    /// What it does, in a sentence without a stop.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// Whether it can be given several times.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.is_repeatable
    }

    /// Whether it is about how the enum is written, and not about how the document is
    /// read.
    #[must_use]
    pub const fn is_for_import(&self) -> bool {
        self.is_for_import
    }

    /// Whether it must be given.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    /// Whether the comment above an enum keeps it. What a source file says must not decide how
    /// much memory its reader takes.
    #[must_use]
    pub const fn is_recorded(&self) -> bool {
        self.is_recorded
    }

    /// Fails if it is for documents of another format.
    pub(super) fn require(&'static self, format: Format) -> Result<(), SettingError> {
        if self.formats.is_empty() || self.formats.contains(&format) {
            return Ok(());
        }
        Err(SettingError::NotForFormat { setting: self, format })
    }

    pub(super) fn format_names(&self) -> String {
        self.formats.iter().map(|format| format.name()).collect::<Vec<_>>().join(" and ")
    }

    pub(super) fn apply(&'static self, plan: &mut Plan, value: &str) -> Result<(), SettingError> {
        let problem = match self.value {
            Some(_) if value.is_empty() => Err("the value is empty".to_owned()),
            None if !value.is_empty() => Err("this option has no value".to_owned()),
            _ => self.apply.to(plan, value),
        };
        problem.map_err(|problem| SettingError::Value { setting: self, problem })
    }
}

/// By name: no two settings have the same.
impl PartialEq for Setting {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Setting {}

impl fmt::Display for Setting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "--{}", self.name)?;
        self.value.map_or(Ok(()), |value| write!(formatter, " {value}"))
    }
}

/// The option that names a further document.
pub(super) const JOIN: &str = "join";
/// The option that names a column of a document.
pub(super) const COLUMN: &str = "column";

/// In the order in which help and comments list them.
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
        help: "Reads a further document, such as one in another language, whose columns come to \
               the rows with the same codes: --column zh=FILE:HEADING. Other options about how \
               it is read begin with FILE: too, as in --code FILE:HEADING",
        is_repeatable: true,
        ..Setting::READ
    },
    Setting {
        name: "format",
        value: Some("FORMAT"),
        help: "markdown, html, csv, tsv, json, xlsx or text, or an extension such as md [default: \
               by the file's extension, or else by what the document has]",
        apply: Apply::Check(|plan, name| {
            plan.format = Some(name.parse::<Format>().map_err(|error| error.to_string())?);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "encoding",
        value: Some("LABEL"),
        help: "The encoding of the document, such as big5 or windows-1252 [default: UTF-8, \
               UTF-16 or GB18030, whatever it is; of an HTML page, what it declares]",
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
               description are columns, and so are all others with a name. A group in the \
               quotes of a string is read with its escapes and with the strings that a + or \
               the next line joins to it",
        formats: &[Format::Text],
        apply: Apply::Check(|plan, expression| {
            let reader = plan.reader.clone().regex(expression);
            plan.reader = reader.map_err(|error| error.to_string())?;
            plan.format.get_or_insert(Format::Text);
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
        help: "Reads the tables under a heading with these words [default: all]",
        is_repeatable: true,
        apply: Apply::Read(|reader, words| reader.section(words)),
        ..Setting::READ
    },
    Setting {
        name: "sheet",
        value: Some("SHEET"),
        help: "Reads the sheet with this name of a workbook [default: all]",
        is_repeatable: true,
        formats: &[Format::Xlsx],
        apply: Apply::Read(|reader, name| reader.sheet(name)),
        ..Setting::READ
    },
    Setting {
        name: "pointer",
        value: Some("POINTER"),
        help: "Reads what is at this JSON Pointer, such as /data/errors [default: all]",
        formats: &[Format::Json],
        apply: Apply::Read(|reader, pointer| reader.pointer(pointer)),
        ..Setting::READ
    },
    Setting {
        name: "delimiter",
        value: Some("CHARACTER"),
        help: "The character between the cells of a CSV file, or \\t [default: by the first \
               lines]",
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
        help: "The first line of a CSV file is a row: name columns by their number",
        formats: &[Format::Csv, Format::Tsv],
        apply: Apply::Read(|reader, _| reader.no_headings()),
        ..Setting::READ
    },
    Setting {
        name: "code",
        value: Some("HEADING"),
        help: "The heading of the codes, or the number of the column",
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
        apply: Apply::Read(|reader, heading| reader.name(heading)),
        ..Setting::READ
    },
    Setting {
        name: COLUMN,
        value: Some("NAME:TYPE=HEADING"),
        help: "Adds a column with the cells under a heading, or NAME if that is the heading; \
               SECTION is the row above that is one cell over the whole table; FILE:HEADING is \
               one of a joined document; TYPE is str, bool or an integer type [default: what \
               all cells are]",
        is_repeatable: true,
        apply: Apply::Check(|plan, text| {
            let (column, heading) = parse_column(text)?;
            let name = column.split(':').next().unwrap_or(column);
            plan.reader = mem::take(&mut plan.reader).column(name, heading);
            plan.import = plan.take_import().column(column);
            Ok(())
        }),
        ..Setting::READ
    },
    Setting {
        name: "leave-out",
        value: Some("HEADING"),
        help: "Leaves the column with this heading out of the enum. Import records the columns \
               that it leaves out, so that check and update name only new ones",
        is_repeatable: true,
        apply: Apply::Read(|reader, heading| reader.leave_out(heading)),
        ..Setting::READ
    },
    Setting {
        name: "code-type",
        value: Some("TYPE"),
        help: "An integer type, or str [default: u32, i32 or the next larger type that holds \
               every code; str if half of them are not integers, or if all have one length and \
               some begin with 0]",
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
        help: "Gives the variants the kinds in this column: HTTP statuses, or the codes of gRPC \
               or their names",
        apply: Apply::Import(|import, column| import.kind(column)),
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
        help: "Names the variant that keeps unlisted codes. If the codes are integers there is \
               one anyhow [default: Other]",
        apply: Apply::Import(|import, name| import.other(name)),
        ..Setting::IMPORT
    },
    Setting {
        name: "no-other",
        help: "Writes no variant for unlisted codes. To add one later breaks the users of the \
               enum, and without one a code that the vendor adds is an error",
        apply: Apply::Import(|import, _| import.no_other()),
        ..Setting::IMPORT
    },
    Setting {
        name: "no-thiserror",
        help: "Writes Display and Error out, for a crate that does not depend on thiserror",
        apply: Apply::Import(|import, _| import.no_thiserror()),
        ..Setting::IMPORT
    },
    Setting {
        name: "max-size",
        value: Some("SIZE"),
        help: "The largest document that is read, unpacked if it is a workbook: bytes, or a number \
               with kB, MB or GB. Not recorded above the enum [default: 500MB]",
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
        help: "Accepts the findings if there are N: each row is kept or left out as its \
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
        help: "Accepts the lines that look like rows and are in no match of --regex if there are \
               N. Import records their number, so that check and update fail at a new one",
        formats: &[Format::Text],
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
    let error = || "expected one character, which is not a quote or a line's end".to_owned();
    delimiter.filter(|_| is_one).ok_or_else(error)
}
