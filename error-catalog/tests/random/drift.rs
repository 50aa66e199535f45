//! Documents that change in one place after an import: no change that an import would write is
//! passed over, and an update writes it or says what is left to do.

use std::fs;
use std::path::PathBuf;

use error_catalog::{
    Check, CheckError, Checked, Row, Settings, SourceFile, Table, Tracked, Update, UpdateError,
    Updated,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The columns beside the codes, and whether a document has them.
const COLUMNS: [&str; 7] = ["aliases", "message", "description", "zh", "retry", "level", "grpc"];

const TEXTS: [&str; 9] = [
    "door jammed",
    "door open",
    "no door",
    "leader lost",
    "leader gone",
    "用户不存在",
    "a, \"b\"",
    "it's [a] *b*",
    "x",
];
const ALIASES: [&str; 4] = ["", "", "201", "202, 203"];
const KINDS: [&str; 6] = ["OK", "NOT_FOUND", "INTERNAL", "404", "UNAVAILABLE", ""];

#[derive(Clone, Debug)]
struct Line {
    code: i64,
    cells: [String; 7],
}

#[derive(Clone, Debug)]
struct Document {
    headings: [&'static str; 7],
    lines: Vec<Line>,
}

/// The formats, each with the number of lines before the first row.
const FORMATS: [(&str, usize); 3] = [("csv", 1), ("json", 1), ("md", 2)];

impl Document {
    fn write(&self, options: &Options) -> String {
        let is_there = options.is_there;
        let there = move |cells: &[String]| {
            let cells = cells.iter().zip(is_there).filter(|(_, is_there)| *is_there);
            cells.map(|(cell, _)| cell.clone()).collect::<Vec<_>>()
        };
        let headings = there(&self.headings.map(str::to_owned));
        let rows = self.lines.iter().map(|line| (line.code, there(&line.cells)));
        match options.format.0 {
            "csv" => {
                let row = |code: &str, cells: &[String]| {
                    let cells = cells.iter().map(|cell| cell.replace('"', "\"\""));
                    let cells = cells.map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>();
                    format!("{code},{}\n", cells.join(","))
                };
                let rows = rows.map(|(code, cells)| row(&code.to_string(), &cells));
                row("code", &headings) + &rows.collect::<String>()
            }
            "md" => {
                let row =
                    |code: &str, cells: &[String]| format!("| {code} | {} |\n", cells.join(" | "));
                let line = "| - ".repeat(headings.len() + 1);
                let rows = rows.map(|(code, cells)| row(&code.to_string(), &cells));
                row("code", &headings) + &format!("{line}|\n") + &rows.collect::<String>()
            }
            _ => {
                let objects = rows.map(|(code, cells)| {
                    let mut object = serde_json::Map::from_iter([("code".to_owned(), code.into())]);
                    object.extend(headings.iter().cloned().zip(cells.into_iter().map(Into::into)));
                    serde_json::Value::Object(object).to_string()
                });
                format!("[\n{}\n]\n", objects.collect::<Vec<_>>().join(",\n"))
            }
        }
    }
}

fn line() -> impl Strategy<Value = Line> {
    let text = || select(&TEXTS[..]);
    let optional = || prop_oneof![2 => text(), 1 => Just("")];
    let (retry, level) = (select(&["true", "false"][..]), 0..4_u8);
    (
        -3..40_i64,
        text(),
        optional(),
        optional(),
        retry,
        level,
        [select(&ALIASES[..]), select(&KINDS[..])],
    )
        .prop_map(|(code, message, description, zh, retry, level, [aliases, kind])| Line {
            code,
            cells: [aliases, message, description, zh, retry, &level.to_string(), kind]
                .map(str::to_owned),
        })
}

fn document() -> impl Strategy<Value = Document> {
    // Some rows have twins that differ only in their code.
    vec((line(), 0..3_i64), 1..7).prop_map(|lines| {
        let twins = lines.into_iter().flat_map(|(line, twins)| {
            let twin = move |twin| Line { code: line.code + 100 * twin, ..line.clone() };
            (0..twins.max(1)).map(twin)
        });
        let mut lines: Vec<Line> = twins.collect();
        let mut seen = std::collections::HashSet::new();
        lines.retain(|line| seen.insert(line.code));
        Document { headings: COLUMNS, lines }
    })
}

/// The options of the import.
#[derive(Clone, Debug)]
struct Options {
    format: (&'static str, usize),
    is_there: [bool; 7],
    given: Vec<&'static str>,
    has_success: bool,
}

fn options() -> impl Strategy<Value = Options> {
    // With types, which a second import would guess from other cells.
    let all = vec!["zh:str", "retry:bool", "level:u8", "grpc", "aliases", "other", "i64", "str"];
    let columns =
        (select(&FORMATS[..]), any::<[bool; 2]>(), subsequence(all, 0..=8), any::<bool>());
    columns.prop_map(|(format, [has_aliases, has_description], given, has_success)| Options {
        format,
        is_there: [has_aliases, true, has_description, true, true, true, true],
        given,
        has_success,
    })
}

impl Options {
    /// Marks the first code of the document before as a success, if this document has it: an import
    /// fails if an option names a code that no row has.
    fn settings(&self, before: &Document, document: &Document) -> Settings {
        let mut settings = Settings::default();
        settings.set("name", "Imported").unwrap();
        for option in &self.given {
            match *option {
                "aliases" => settings.set("aliases", ""),
                "grpc" => settings.set("kind", "grpc"),
                "other" => settings.set("other", "Other"),
                "i64" | "str" => settings.set("code-type", option),
                column => settings.set("column", column),
            }
            .unwrap();
        }
        let success = before.lines[0].code;
        if self.has_success && document.lines.iter().any(|line| line.code == success) {
            settings.set("success", &success.to_string()).unwrap();
        }
        settings
    }

    /// The enum that an import writes; `None` if it refuses the document.
    fn import(&self, settings: &Settings, document: &Document) -> Option<String> {
        let format = self.format.0.parse().unwrap();
        let reading = settings.reader().read(&document.write(self), format);
        let table = reading.ok()?.into_clean().ok()?;
        settings.import().write(&table).ok()
    }
}

/// A change in one place.
#[derive(Clone, Debug)]
enum Change {
    Cell {
        line: usize,
        column: usize,
        text: String,
    },
    Code {
        line: usize,
        code: i64,
    },
    Removed(usize),
    Added(Line),
    /// Two rows exchange their codes.
    Exchanged(usize, usize),
    Heading {
        column: usize,
    },
}

fn change() -> impl Strategy<Value = Change> {
    let texts = prop_oneof![
        select(&TEXTS[..]),
        select(&KINDS[..]),
        select(&["true", "false", "maybe", "", "7", "no"][..])
    ];
    prop_oneof![
        6 => (0..9_usize, 0..7_usize, texts)
            .prop_map(|(line, column, text)| Change::Cell { line, column, text: text.to_owned() }),
        1 => (0..9_usize, 40..50_i64).prop_map(|(line, code)| Change::Code { line, code }),
        1 => (0..9_usize).prop_map(Change::Removed),
        1 => line().prop_map(Change::Added),
        1 => (0..9_usize, 0..9_usize).prop_map(|(one, two)| Change::Exchanged(one, two)),
        1 => (2..7_usize).prop_map(|column| Change::Heading { column }),
    ]
}

impl Change {
    /// The changed document, and the line that a check has to name.
    fn apply(&self, before: &Document, options: &Options) -> (Document, Option<usize>) {
        let mut document = before.clone();
        let count = document.lines.len();
        let mut named = None;
        match self {
            Self::Cell { line, column, text } => {
                let line = line % count;
                document.lines[line].cells[*column].clone_from(text);
                named = Some(line + 1 + options.format.1);
            }
            Self::Code { line, code } => {
                let line = line % count;
                document.lines[line].code = *code;
                named = Some(line + 1 + options.format.1);
            }
            Self::Removed(line) => drop(document.lines.remove(line % count)),
            Self::Added(line) => {
                let line = Line { code: line.code + 60, ..line.clone() };
                named = Some(count + 1 + options.format.1);
                document.lines.push(line);
            }
            Self::Exchanged(one, two) => {
                let (one, two) = (one % count, two % count);
                let code = document.lines[one].code;
                document.lines[one].code = document.lines[two].code;
                document.lines[two].code = code;
            }
            Self::Heading { column } => document.headings[*column] = "another",
        }
        (document, named)
    }
}

/// A source file and its document in a folder of their own.
struct Files {
    source: PathBuf,
    document: PathBuf,
}

impl Files {
    fn new(name: &str, format: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("drift").join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(folder.join(".git")).unwrap();
        Self {
            source: folder.join("imported.rs"),
            document: folder.join(format!("errors.{format}")),
        }
    }

    fn write(&self, options: &Options, settings: &Settings, document: &Document, source: &str) {
        let format = options.format.0;
        let document = document.write(options);
        let reading = settings.reader().read(&document, format.parse().unwrap()).unwrap();
        let record = settings.with_found(&reading.report);
        let record =
            format!("// Made by: error-catalog import errors.{format} {record}\n/// Error codes.");
        fs::write(&self.source, source.replacen("/// Error codes.", &record, 1)).unwrap();
        fs::write(&self.document, document).unwrap();
    }

    fn check(&self) -> Result<Checked, CheckError> {
        Check::new(&self.source).run()
    }

    fn update(&self) -> Result<Updated, String> {
        let text = fs::read_to_string(&self.source).unwrap();
        let file = SourceFile::parse(text).unwrap();
        let tracked = Tracked::all(&file, &self.source, None, None, &Settings::default());
        let tracked = tracked.map_err(|error| error.to_string())?;
        let update: Update = tracked[0].update();
        let updated = update.apply(&file, tracked[0].source, &tracked[0].reading.table);
        if let Err(error @ (UpdateError::NoEffect(_) | UpdateError::Mistake(_))) = &updated {
            panic!("{error}");
        }
        updated.map_err(|error| error.to_string())
    }
}

/// What an enum says of each code, without what a comparison leaves out: names, order, and which
/// codes with the same facts are in one variant.
fn facts(source: &str) -> Vec<String> {
    let file = SourceFile::parse(source).unwrap();
    let table: &Table = file.enums()[0].table();
    let facts_of = |row: &Row| {
        let texts = [row.message(), row.description()].map(str::trim);
        let facts = format!("{texts:?} {:?} {:?}", row.kind(), row.values());
        let codes = std::iter::once(row.code()).chain(row.aliases().iter().map(String::as_str));
        codes.map(|code| format!("{code} {facts}")).collect::<Vec<_>>()
    };
    let listed = table.rows().iter().filter(|row| !row.is_retired());
    let mut facts: Vec<String> = listed.flat_map(facts_of).collect();
    facts.sort();
    facts
}

fn follows(
    name: &str,
    options: &Options,
    before: &Document,
    change: &Change,
) -> Result<(), TestCaseError> {
    let settings = options.settings(before, before);
    let Some(source) = options.import(&settings, before) else { return Ok(()) };
    let files = Files::new(name, options.format.0);
    files.write(options, &settings, before, &source);
    let checked = files.check().map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert!(checked.differences.is_empty() && checked.new_columns.is_empty(), "{checked:?}");

    let (after, named) = change.apply(before, options);
    fs::write(&files.document, after.write(options)).unwrap();
    let expected = options.import(&options.settings(before, &after), &after);
    let is_same = expected.as_ref().is_some_and(|expected| facts(expected) == facts(&source));
    match files.check() {
        Ok(checked) => {
            prop_assert_eq!(checked.differences.is_empty(), is_same, "{:?}", checked);
            let lines = checked.differences.iter().map(|each| each.line);
            // A success marks all codes of its variant, and so its line can change others.
            let changes_others = options.has_success && options.given.contains(&"aliases");
            // An alias that is gone is in the source alone.
            let is_row = !matches!(change, Change::Heading { .. } | Change::Cell { column: 0, .. })
                && !changes_others;
            let is_named = named.is_none() || lines.into_iter().any(|line| line == named);
            prop_assert!(is_same || !is_row || is_named, "{:?} {:?}", named, checked);
        }
        Err(error) => prop_assert!(error.is_answer() && expected.is_none(), "{error}"),
    }
    let Ok(updated) = files.update() else {
        prop_assert!(expected.is_none());
        return Ok(());
    };
    fs::write(&files.source, &updated.source).unwrap();
    let again = files.check().map_err(|error| TestCaseError::fail(error.to_string()))?;
    let left = updated.findings.len() + updated.notes.len();
    prop_assert_eq!(again.differences.len(), left, "{:?} {:?}", updated, again);
    if left == 0 {
        let expected = expected.map(|expected| facts(&expected));
        prop_assert_eq!(Some(facts(&updated.source)), expected, "{}", updated.source);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_is_passed_over(options in options(), before in document(), change in change()) {
        follows("sample", &options, &before, &change)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "takes a minute"]
    fn no_change_of_many_is_passed_over(options in options(), before in document(), change in change()) {
        follows("many", &options, &before, &change)?;
    }
}
