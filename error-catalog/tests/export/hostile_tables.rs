//! Tables whose texts and names mean something in one of the languages.

use error_catalog::{SourceFile, Table};

/// Texts that end a literal, a comment, a tag or a line in some format, or begin something else.
#[rustfmt::skip]
pub(crate) const PAYLOADS: [&str; 80] = [
    "\"",
    "'",
    "`",
    "\\",
    "\\\\",
    "\\\"",
    "\\'",
    "\"\"\"",
    "'''",
    "\"\"",
    "''",
    "*/",
    "/*",
    "//",
    "/**/",
    "-->",
    "<!--",
    "--",
    "#",
    "#}",
    "{#",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${x}",
    "#{x}",
    "%s%n",
    "%",
    "$",
    "??/",
    "??'",
    "?\\?",
    "\\x41",
    "\\u0041",
    "\\u{41}",
    "\\U00000041",
    "\\N{DIGIT ONE}",
    "\\101",
    "\\0",
    "\\u002a\\u002f",
    "\\u000a",
    "\\u0022",
    "\\",
    "a\\",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\t",
    "\0",
    "\u{1}7",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{e0041}",
    "\u{10ffff}",
    "🦀",
    "e\u{301}",
    "</script>",
    "</style>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;",
    "&#39;",
    "]]>",
    "<?php",
    "'; DROP TABLE codes; --",
    "\"); exit(1); (\"",
    "=1+1",
    "|",
];

/// Names that mean something in a language, or are alike in another case.
const NAMES: [&str; 17] = [
    "None",
    "True",
    "Class",
    "r#class",
    "def",
    "int",
    "mro",
    "name",
    "message",
    "zh",
    "r#type",
    "HttpError",
    "HTTPError",
    "HTTP_ERROR",
    "Größe",
    "None_",
    "H",
];

const COLUMNS: [(&str, &str); 11] = [
    ("zh", "&str"),
    ("is_loud", "bool"),
    ("wait", "u64"),
    ("far", "i128"),
    ("r#type", "&str"),
    ("class", "&str"),
    ("real", "&str"),
    ("int", "&str"),
    ("count", "i8"),
    ("NULL", "&str"),
    ("TEXTS_H", "&str"),
];

/// The source of an enum with every payload as message, description and column.
fn source(name: &str, code_type: &str, code: impl Fn(usize) -> String) -> String {
    let columns = COLUMNS.iter().map(|(name, of)| format!("column({name}: {of})"));
    let columns: Vec<String> = columns.collect();
    let lines: String = (0..PAYLOADS.len()).map(|index| line(index, &code)).collect();
    format!(
        "#[derive(ErrorCatalog)]\n#[catalog({code_type}{})]\npub enum {name} {{\n{lines}}}\n",
        columns.join(", ")
    )
}

fn line(index: usize, code: impl Fn(usize) -> String) -> String {
    let payload = PAYLOADS[index];
    let variant = NAMES.get(index).map_or_else(|| format!("Variant{index}"), ToString::to_string);
    let first = code(2 * index);
    let has_alias = index % 7 == 1;
    let codes = if has_alias { format!("{first} | {}", code(2 * index + 1)) } else { first };
    let other = format!("{payload}{payload}x");
    let retired = if index.is_multiple_of(5) { ", retired" } else { "" };
    let is_loud = index.is_multiple_of(2);
    format!(
        "    #[code({codes}, {payload:?}, {other:?}, kind = Unavailable{retired}, zh = {payload:?}, \
         is_loud = {is_loud}, wait = 18_446_744_073_709_551_615, far = -{index}, type = {other:?}, \
         class = \"\", real = \"r\", int = \"i\", count = -1, \
         NULL = \"n\", TEXTS_H = \"h\")]\n    {variant},\n"
    )
}

/// Hostile enums, with codes of every form that a language has to write in its own way.
pub(crate) fn tables() -> Vec<(&'static str, Table)> {
    let string = |index: usize| {
        let payload = PAYLOADS[index / 2];
        format!("{:?}", format!("{index}{payload}"))
    };
    let sources = [
        (
            "numbers",
            source("Numbers", "code = i32, ", |index| {
                format!("{}", 7 - i64::try_from(index).unwrap())
            }),
        ),
        (
            "bits",
            source("Bits", "code = i32, hex, ", |index| {
                format!("0x{:08X}", 0x8000_4005_u32 + u32::try_from(index).unwrap())
            }),
        ),
        ("wide", source("Wide", "code = u64, ", |index| format!("{}", u64::MAX - index as u64))),
        (
            "negative",
            source("Negative", "code = i64, ", |index| {
                format!("{}", i64::MIN + i64::try_from(index).unwrap())
            }),
        ),
        ("huge", source("Huge", "code = i128, ", |index| format!("{}", i128::MIN + index as i128))),
        ("texts", source("Texts", "", string)),
    ];
    let table = |source: &str| {
        SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}")).enums()[0]
            .table()
            .clone()
    };
    sources.into_iter().map(|(name, source)| (name, table(&source))).collect()
}
