//! What an export writes can be imported again, without an option.

use error_catalog::{Finding, Format, Import, Row, SourceFile, Table};
use jmessage_codes::Kind;
use proptest::prelude::*;
use proptest::sample::select;

/// A variant of a random enum, without its code and name.
#[derive(Clone, Debug)]
struct Variant {
    texts: [String; 2],
    kind: Kind,
    retryable: Option<bool>,
    is_retired: bool,
    aliases: usize,
    column: String,
    is_loud: bool,
}

const ODD: [&str; 13] =
    ["|", "a,b", "\"", "\n", "<b>", "&amp;", "*", "7", "NotFound", " ", "\\", "retired", "错误"];

/// Texts that mean something in a format, or to a reader of one.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![select(&ODD[..]).prop_map(str::to_owned), "[ -~]{0,12}", "[a-z]{1,3} [a-z]{1,9}"]
}

fn variant() -> impl Strategy<Value = Variant> {
    let retryable = prop_oneof![Just(None), any::<bool>().prop_map(Some)];
    let facts = (select(&Kind::ALL[..]), retryable, any::<bool>(), 0..3_usize, any::<bool>());
    ([text(), text()], facts, text()).prop_map(|(texts, facts, column)| {
        let (kind, retryable, is_retired, aliases, is_loud) = facts;
        let retryable = retryable.filter(|_| kind != Kind::Ok);
        Variant { texts, kind, retryable, is_retired, aliases, column, is_loud }
    })
}

/// Names that an import would not make.
const NAMES: [&str; 8] = ["r#type", "HTTP_ERROR", "a", "Größe", "NotFound", "Ok", "X1", "None"];

/// The source of an enum. The codes of one of strings are no numbers.
fn source(variants: &[Variant], has_strings: bool) -> String {
    let code_type = if has_strings { "" } else { "code = i32, " };
    let lines = variants.iter().enumerate();
    let lines: String = lines.map(|(index, variant)| line(index, variant, has_strings)).collect();
    format!(
        "#[derive(ErrorCatalog)]\n\
         #[catalog({code_type}column(text: &str), column(is_loud: bool))]\n\
         enum Random {{\n{lines}}}\n"
    )
}

fn line(index: usize, variant: &Variant, has_strings: bool) -> String {
    let code = |alias: usize| {
        let number = i64::try_from(index * 10 + alias).unwrap() - 20;
        if has_strings { format!("\"a,{number}\\\\|\"") } else { number.to_string() }
    };
    let codes: Vec<String> = (0..=variant.aliases).map(code).collect();
    let codes = codes.join(" | ");
    let Variant { texts: [message, description], kind, column, is_loud, .. } = variant;
    let name = NAMES.get(index).map_or_else(|| format!("Variant{index}"), ToString::to_string);
    let kind = if *kind == Kind::Ok { "success".to_owned() } else { format!("kind = {kind:?}") };
    let retired = if variant.is_retired { ", retired" } else { "" };
    let retryable = variant.retryable.map(|own| format!(", retryable = {own}"));
    let retryable = retryable.unwrap_or_default();
    format!(
        "    #[code({codes}, {message:?}, {description:?}, {kind}{retired}{retryable}, \
         text = {column:?}, is_loud = {is_loud})]\n    {name},\n"
    )
}

fn table(source: &str) -> Table {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}")).enums()[0]
        .table()
        .clone()
}

/// Everything that a table says about a row. An empty description is the message, and blanks
/// around a text mean nothing.
fn facts(row: &Row) -> impl PartialEq + std::fmt::Debug + use<> {
    let description =
        if row.description().trim().is_empty() { row.message() } else { row.description() };
    let texts = [row.code(), row.name(), row.message(), description].map(str::to_owned);
    let values: Vec<String> = row.values().into_iter().map(str::to_owned).collect();
    (texts, row.aliases().to_vec(), row.kind(), row.is_retryable(), row.is_retired(), values)
}

fn assert_imports_again(written: &Table) {
    let expected: Vec<_> = written.rows().iter().map(facts).collect();
    for (document, format) in [
        (written.to_csv(), Format::Csv),
        (written.to_json(), Format::Json),
        (written.to_markdown(), Format::Markdown),
    ] {
        let reading = Table::read(&document, format).unwrap();
        let odd = |found: &&Finding| found.to_string().contains("is neither true nor false");
        assert_eq!(reading.report.findings.iter().find(odd), None, "{document}");
        let read = reading.table;
        let source = Import::new("Random").write(&read);
        let source = source.unwrap_or_else(|error| panic!("{error}\n{document}"));
        let again = table(&source);
        assert_eq!(again.columns(), written.columns(), "{document}");
        let again: Vec<_> = again.rows().iter().map(facts).collect();
        assert_eq!(again, expected, "{document}\n{source}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn random_enums_are_imported_again(
        variants in prop::collection::vec(variant(), 1..12),
        has_strings in any::<bool>(),
    ) {
        assert_imports_again(&table(&source(&variants, has_strings)));
    }
}

#[test]
fn web_code_is_imported_again() {
    assert_imports_again(&Table::of::<jmessage_codes::WebCode>());
}

fn of_message(message: &str) -> Table {
    table(&format!("#[derive(ErrorCatalog)] enum One {{ #[code(1, {message:?})] One }}"))
}

#[test]
fn a_cell_for_a_spreadsheet_is_not_a_formula() {
    let formulas = ["=1", "+a", "-a", "@a", "\ta", "＝1", "＋1", "－1", "＠a"];
    let others = ["-7", "a=1", "'", ""];
    let formulas = formulas.map(|message| (message, format!("'{message}")));
    let others = others.map(|message| (message, message.to_owned()));
    for (message, cell) in formulas.into_iter().chain(others) {
        let table = of_message(message);
        let line = |cell: &str| format!("\n1,,One,{cell},");
        assert!(table.to_safe_csv().contains(&line(&cell)), "{message:?}");
        assert!(table.to_csv().contains(&line(message)), "{message:?}");
    }
    assert!(of_message("\r\u{7}=1").to_safe_csv().contains(",\u{fffd}\u{fffd}=1,"));
}

#[test]
fn json_has_no_control_characters() {
    let json = of_message("~\u{7f}\u{9f}\u{a0}").to_json();
    assert!(json.contains("\"~\\u007f\\u009f\u{a0}\"") && json.ends_with("]\n"), "{json}");
}

#[test]
fn json_keeps_the_names_and_types_of_columns() {
    let table = table(
        "#[derive(ErrorCatalog)] #[catalog(column(Level: u8), column(is_loud: bool))]
         enum One { #[code(1 | 2, \"one\", Level = 3, is_loud = true)] One }",
    );
    let json: String = table.to_json().split_whitespace().collect();
    for part in ["\"code\":1,\"aliases\":[2],", "\"Level\":3,\"is_loud\":true}"] {
        assert!(json.contains(part), "{part}\n{json}");
    }
}

/// A vendor's columns mean what an option says.
#[test]
fn headings_of_a_vendor_are_not_taken_for_ours() {
    for document in [
        "Code,Name,Message,Kind\n5,A,one,NotFound\n",
        "code,aliases,name,message,description,kind,retryable\n5,,A,one,,NotFound,true\n",
        "Code,Message,Kind,Retryable,Retired\n5,one,NotFound,true,yes\n",
        "Code,Aliases,Name,Message,Description,Kind,Retryable,Retired,zh,zh\n\
         5,,A,one,,NotFound,true,yes,a,b\n",
        "Code,Aliases,Name,Message,Description,Kind,Retired,Retryable\n5,,A,one,,NotFound,,true\n",
    ] {
        let table = Table::read(document, Format::Csv).unwrap().table;
        let row = &table.rows()[0];
        let facts = (row.kind(), row.is_retryable(), row.is_retired());
        assert_eq!(facts, (None, None, false), "{document}");
    }
}

/// Such as an exported table without some of its columns.
#[test]
fn a_column_called_retired_says_which_rows_are() {
    for document in [
        "Code,Message,Retired\n5,one,retired\n6,two,\n7,three,yes\n8,four,true\n",
        "code,retired,message\n5, retired ,one\n6,,two\n7,no,three\n8,Retired,four\n",
    ] {
        let table = Table::read(document, Format::Csv).unwrap().table;
        let retired: Vec<bool> = table.rows().iter().map(Row::is_retired).collect();
        assert_eq!(retired, [true, false, false, false], "{document}");
        assert_eq!(table.columns().len(), 1, "it is a column, too");
    }
    let document = "Code,Message,Status\n5,one,retired\n";
    let table = Table::read(document, Format::Csv).unwrap().table;
    assert!(!table.rows()[0].is_retired(), "{document}");
}

#[test]
fn an_odd_cell_is_a_finding() {
    let headings = "Code,Aliases,Name,Message,Description,Kind,Retryable,Retired\n";
    let read = |row: &str| Table::read(&format!("{headings}{row}\n"), Format::Csv).unwrap();
    let reading = read("5,,A,one,,NotFound,maybe,");
    let finding = reading.report.findings[0].to_string();
    assert!(finding.starts_with("line 2: \"maybe\" is neither true nor false"), "{finding}");
    let finding = read("5,,A,one,,Lost,true,").report.findings[0].to_string();
    assert!(finding.starts_with("line 2: \"Lost\" in column \"Kind\" is not a kind"), "{finding}");
}
