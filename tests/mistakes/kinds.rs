//! The kinds of mistakes: how to make one, and what the error says.
#![allow(clippy::unnecessary_wraps, reason = "these functions are the results of others")]

use crate::table::Place::{Attribute, Catalog, Code, Name, Variant};
use crate::table::{Place, Random, Table};

pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// A part of each error's message. Most mistakes are one error.
    pub(crate) errors: &'static [&'static str],
    /// Whether rustc finds it, and not the derive.
    pub(crate) is_by_rustc: bool,
    /// Makes the mistake, and returns the place of each error. `None` if the table cannot
    /// have it.
    pub(crate) make: fn(&mut Table, &mut Random) -> Option<Vec<Place>>,
}

type Make = fn(&mut Table, &mut Random) -> Option<Vec<Place>>;

const fn kind(name: &'static str, errors: &'static [&'static str], make: Make) -> Kind {
    Kind { name, errors, is_by_rustc: false, make }
}

const fn by_rustc(name: &'static str, errors: &'static [&'static str], make: Make) -> Kind {
    Kind { name, errors, is_by_rustc: true, make }
}

/// Gives a row with a code another one.
fn code(table: &mut Table, random: &mut Random, code: &str) -> Option<Vec<Place>> {
    let row = table.listed(random);
    table.rows[row].codes[0] = code.into();
    Some(vec![Code(row)])
}

/// Gives a row another attribute instead of `#[code(…)]`.
fn instead(table: &mut Table, random: &mut Random, attribute: &str) -> Option<Vec<Place>> {
    let row = table.listed(random);
    table.rows[row].instead = Some(attribute.to_owned());
    Some(vec![Code(row)])
}

/// Gives a row one more argument.
fn argument(table: &mut Table, random: &mut Random, argument: &str) -> Option<Vec<Place>> {
    let row = table.listed(random);
    table.rows[row].rest.push(argument.to_owned());
    Some(vec![Code(row)])
}

/// Gives a row another value in the column `ready`.
fn ready(table: &mut Table, random: &mut Random, value: &str) -> Option<Vec<Place>> {
    let row = table.listed(random);
    table.rows[row].remove("ready");
    table.has_ready.then(|| table.rows[row].rest.push(format!("ready ={value}")))?;
    Some(vec![Code(row)])
}

/// Gives the enum one more argument.
fn catalog(table: &mut Table, argument: &str) -> Option<Vec<Place>> {
    table.catalog.push(argument.to_owned());
    Some(vec![Catalog])
}

/// Gives the `other` variant another field.
fn other_field(table: &mut Table, field: &str) -> Option<Vec<Place>> {
    let row = table.other()?;
    table.rows[row].fields = field.into();
    Some(vec![Variant(row)])
}

const NO_LITERAL: &str = "a code must be an integer or a string literal";
const NO_TEXT: &str = "a text must be a string literal";

pub(crate) const KINDS: &[Kind] = &[
    // Codes.
    kind("code twice", &["is used", "duplicate code"], |table, random| {
        let (first, second) = table.two_listed(random);
        let code = table.rows[first].codes[0].clone();
        table.rows[second].codes.push(code);
        Some(vec![Code(first), Code(second)])
    }),
    kind("code twice in another base", &["is used", "duplicate code"], |table, random| {
        let (first, second) = table.two_listed(random);
        let code: u8 = table.rows[first].codes[0].parse().ok()?;
        table.rows[second].codes.push(format!("0x0_{code:x}"));
        Some(vec![Code(first), Code(second)])
    }),
    kind("code twice in a row", &["is used", "duplicate code"], |table, random| {
        let row = table.listed(random);
        let code = table.rows[row].codes[0].clone();
        table.rows[row].codes.push(code);
        Some(vec![Code(row), Code(row)])
    }),
    kind("code too large", &["does not fit"], |table, random| {
        (!table.is_text()).then_some(())?;
        code(table, random, "340282366920938463463374607431768211456")
    }),
    kind("code negative", &["does not fit"], |table, random| {
        table.code_type.starts_with('u').then_some(())?;
        code(table, random, "-1")
    }),
    kind("code of another kind", &[NO_LITERAL], |table, random| {
        let other = random.pick(&["1.5", "'a'", "true", "b\"1\"", "codes::A", "A", "1 + 1", "[1]"]);
        code(table, random, other)
    }),
    kind("string among integers", &["missing code, an integer"], |table, random| {
        (!table.is_text()).then_some(())?;
        let row = table.listed(random);
        table.rows[row].codes = vec!["\"text\"".to_owned()];
        Some(vec![Code(row)])
    }),
    kind("integer among strings", &["codes of this catalog are strings"], |table, random| {
        table.is_text().then_some(())?;
        let row = table.listed(random);
        table.rows[row].codes = vec!["7".to_owned()];
        Some(vec![Code(row)])
    }),
    kind("empty code", &["cannot be an empty string"], |table, random| {
        table.is_text().then_some(())?;
        code(table, random, "\"\"")
    }),
    kind("code outside the range", &["is outside"], |table, random| {
        table.has_range().then_some(())?;
        code(table, random, "101")
    }),
    kind("alias of another kind", &["must be all integers or all strings"], |table, random| {
        let row = table.listed(random);
        let alias = if table.is_text() { "7" } else { "\"7\"" };
        table.rows[row].codes.push(alias.to_owned());
        Some(vec![Code(row)])
    }),
    kind("alias missing after a bar", &["expected a code after `|`"], |table, random| {
        let row = table.listed(random);
        table.rows[row].codes.push(String::new());
        Some(vec![Code(row)])
    }),
    kind("suffix of another type", &["does not match the code type"], |table, random| {
        (!table.is_text()).then_some(())?;
        code(table, random, "100u16")
    }),
    kind("second code after a comma", &["write further codes"], |table, random| {
        let row = table.listed(random);
        table.rows[row].texts.insert(0, "7".to_owned());
        (!table.is_text()).then(|| vec![Code(row)])
    }),
    kind("text before the code", &["the code comes before the texts"], |table, random| {
        table.is_text().then_some(())?;
        let row = table.listed(random);
        table.rows[row].codes.truncate(1);
        table.rows[row].texts = vec!["7".to_owned()];
        Some(vec![Code(row)])
    }),
    kind("code left out", &["missing code"], |table, random| {
        let row = table.listed(random);
        let zh = if table.has_zh { ", zh = \"\"" } else { "" };
        table.rows[row].instead = Some(format!("#[code(success, \"text\"{zh})]"));
        Some(vec![Code(row)])
    }),
    // Texts.
    kind("message missing", &["missing message"], |table, random| {
        let row = table.listed(random);
        table.rows[row].texts.clear();
        Some(vec![Code(row)])
    }),
    kind("too many texts", &["too many texts"], |table, random| {
        let row = table.listed(random);
        table.rows[row].texts = ["\"a\"", "\"b\"", "\"c\""].map(str::to_owned).into();
        Some(vec![Code(row)])
    }),
    kind("text of another kind", &[NO_TEXT], |table, random| {
        let row = table.listed(random);
        let text = random.pick(&[
            "MESSAGE",
            "concat!(\"a\")",
            "'a'",
            "b\"a\"",
            "1.5",
            "(\"a\")",
            "\"a\"x",
        ]);
        let at = random.below(2);
        table.rows[row].texts.truncate(at);
        table.rows[row].texts.push(text.to_owned());
        Some(vec![Code(row)])
    }),
    kind("comma missing", &["expected `,`"], |table, random| {
        let row = table.listed(random);
        table.rows[row].texts = vec!["\"message\" \"description\"".to_owned()];
        Some(vec![Code(row)])
    }),
    kind("comment that a macro writes", &["cannot read this part"], |table, random| {
        let row = table.listed(random);
        table.rows[row].texts.truncate(1);
        table.rows[row].attributes.push("#[doc = concat!(\"a\", \"b\")]".to_owned());
        Some(vec![Code(row)])
    }),
    // Flags.
    kind("flag unknown", &["unknown flag `frobnicate`"], |table, random| {
        argument(table, random, "frobnicate")
    }),
    kind("flag misspelt", &["did you mean `success`?"], |table, random| {
        argument(table, random, "sucess")
    }),
    kind("flag twice", &["duplicate `success`"], |table, random| {
        let row = table.listed(random);
        table.rows[row].remove("success");
        table.rows[row].rest.extend(["success", "success"].map(str::to_owned));
        Some(vec![Code(row)])
    }),
    kind("flag with a value", &["takes no value"], |table, random| {
        argument(table, random, "success = true")
    }),
    kind("flag compared", &["expected `frobnicate = VALUE`"], |table, random| {
        argument(table, random, "frobnicate == 1")
    }),
    kind("retryable without a value", &["needs a value: `retryable = true`"], |table, random| {
        argument(table, random, "retryable")
    }),
    kind("retryable of another kind", &["write `true` or `false` here"], |table, random| {
        let value = random.pick(&["\"true\"", "1", "!true", "1 < 2", "core::cfg!(test)", "r#true"]);
        argument(table, random, &format!("retryable = {value}"))
    }),
    kind("retryable twice", &["duplicate `retryable`"], |table, random| {
        argument(table, random, "retryable = false, retryable = true")
    }),
    kind("retryable success", &["a success code cannot have `retryable`"], |table, random| {
        let row = table.listed(random);
        table.rows[row].remove("success");
        table.rows[row].rest.extend(["retryable = true", "success"].map(str::to_owned));
        Some(vec![Code(row)])
    }),
    kind("attributes for no enum", &["`attr(…)` needs `code_enum`"], |table, random| {
        argument(table, random, "attr(#[doc(hidden)])")
    }),
    kind("attributes without any", &["expected `attr(#[…])`"], |table, random| {
        let attributes = random.pick(&["attr", "attr()", "attr(\"a\")", "attr(#[a] b)"]);
        argument(table, random, attributes)
    }),
    kind("url of another kind", &["expected `url = \"https://…/{code}\"`"], |table, random| {
        catalog(table, random.pick(&["url", "url = 1", "url = URL", "url = b\"a\""]))
    }),
    kind("url with a mistake", &["placeholder"], |table, random| {
        let texts = ["\"/{kode}\"", "\"/{}\"", "\"/{code\"", "\"/{{code}}\"", "r\"/{ name }\""];
        catalog(table, &format!("url = {}", random.pick(&texts)))
    }),
    kind("schema with a value", &["takes no value"], |table, random| {
        catalog(table, random.pick(&["schemars = 1", "schemars(number)", "utoipa()", "utoipa = a"]))
    }),
    // Values of columns.
    kind("column unknown", &["unknown key `colour`"], |table, random| {
        argument(table, random, "colour = 1")
    }),
    kind("column misspelt", &["did you mean `ready`?"], |table, random| {
        table.has_ready.then_some(())?;
        argument(table, random, "raedy = true")
    }),
    kind("argument with a name", &["remove `description =`"], |table, random| {
        argument(table, random, "description = \"a\"")
    }),
    kind("value twice", &["duplicate `zh`"], |table, random| {
        table.has_zh.then_some(())?;
        argument(table, random, "zh = \"\"")
    }),
    kind("value missing", &["missing `zh = VALUE`"], |table, random| {
        let row = table.listed(random);
        table.rows[row].remove("zh");
        table.has_zh.then(|| vec![Code(row)])
    }),
    kind("value empty", &["missing value"], |table, random| ready(table, random, "")),
    kind("value a keyword", &["is a keyword, not a value"], |table, random| {
        let word = random.pick(&[" match", " fn", " _", " Self", " crate", " yield", " while"]);
        ready(table, random, word)
    }),
    kind("value a lifetime", &["a lifetime is not a value"], |table, random| {
        ready(table, random, " 'static")
    }),
    kind("value of the derive's own", &["are reserved for the derive"], |table, random| {
        ready(table, random, " !__COLUMN_0[0]")
    }),
    by_rustc("value of another type", &["mismatched types"], |table, random| {
        ready(table, random, " 1")
    }),
    by_rustc("value with Self of another type", &["mismatched types"], |table, random| {
        ready(table, random, " Self::V0.code()")
    }),
    by_rustc("value unknown", &["cannot find value `UNKNOWN`"], |table, random| {
        ready(table, random, " UNKNOWN")
    }),
    by_rustc("value that names the table", &["cannot find value `__VARIANTS`"], |table, random| {
        ready(table, random, " __VARIANTS.is_empty()")
    }),
    by_rustc("value that names a parameter", &["cannot find value `code`"], |table, random| {
        ready(table, random, " code")
    }),
    by_rustc("value unreadable", &["expected expression"], |table, random| {
        ready(table, random, " 1 <")
    }),
    by_rustc("value not constant", &["cannot call non-const"], |table, random| {
        ready(table, random, " std::process::id() > 0")
    }),
    // Its wording depends on the version.
    by_rustc("value that panics", &[""], |table, random| ready(table, random, " [true][1]")),
    // Attributes of variants.
    kind("attribute missing", &["missing #[code"], |table, random| {
        let row = table.listed(random);
        table.rows[row].instead = Some(String::new());
        Some(vec![Variant(row)])
    }),
    kind("attribute of another form", &["expected #[code(CODE"], |table, random| {
        let form = random.pick(&["#[code]", "#[code = 1]", "#[code[1, \"a\"]]", "#[code()]"]);
        instead(table, random, form)
    }),
    kind("attribute twice", &["second #[code]"], |table, random| {
        let row = table.listed(random);
        let code = table.rows[row].code();
        table.rows[row].instead = Some(format!("{code} #[code(1, \"a\")]"));
        Some(vec![Code(row)])
    }),
    kind("catalog on a variant", &["#[catalog] goes on the enum"], |table, random| {
        let row = random.below(table.rows.len());
        table.rows[row].attributes.push("#[catalog(serde)]".to_owned());
        Some(vec![Code(row)])
    }),
    kind("code on the enum", &["#[code] goes on a variant"], |table, _| {
        table.attribute = "#[code(1, \"a\")]".into();
        Some(vec![Attribute])
    }),
    // Variants.
    kind("variant with a field", &["cannot have fields"], |table, random| {
        // Without `other` the enum could be meant as an error with data, which has no
        // `from_code` itself.
        table.other()?;
        let row = table.listed(random);
        table.rows[row].fields = random.pick(&["(u8)", " { a: u8, b: u8 }"]).to_owned();
        Some(vec![Variant(row)])
    }),
    by_rustc("variant twice", &["is defined multiple times"], |table, random| {
        let (first, second) = table.two_listed(random);
        let raw = random.pick(&["", "r#"]);
        table.rows[second].name = format!("{raw}{}", table.rows[first].name);
        Some(vec![Variant(second)])
    }),
    by_rustc("catalog without Copy", &["Copy"], |table, _| {
        table.lacks = "Copy";
        Some(vec![Name])
    }),
    by_rustc("catalog without Eq", &["Eq"], |table, _| {
        table.lacks = "Eq";
        Some(vec![Name])
    }),
    // The `other` variant.
    kind("other as success", &["cannot be a success"], |table, _| {
        let row = table.other()?;
        table.rows[row].rest.push("success".to_owned());
        Some(vec![Code(row)])
    }),
    kind("other misspelt", &["did you mean `other`?"], |table, _| {
        let row = table.other()?;
        table.rows[row].codes[0] = "otehr".into();
        Some(vec![Code(row)])
    }),
    kind("other of another type", &["write `Unlisted<Self>`"], |table, _| {
        other_field(table, "(i128)")
    }),
    kind("other without a field", &["needs a field"], |table, _| other_field(table, "")),
    kind("other with two fields", &["must have one field"], |table, random| {
        let ty = table.code_type;
        let fields = random.pick(&["(TYPE, TYPE)", " { code: TYPE }"]).replace("TYPE", ty);
        other_field(table, &fields)
    }),
    kind("other twice", &["duplicate `other`"], |table, _| {
        let row = table.other()? + 1;
        table.add_other();
        Some(vec![Code(row)])
    }),
    kind("other among strings", &["cannot have an `other` variant"], |table, _| {
        let row = table.rows.len();
        table.is_text().then(|| table.add_other())?;
        Some(vec![Code(row)])
    }),
    // The catalog.
    kind("catalog of another form", &["expected #[catalog("], |table, random| {
        let form = random.pick(&["#[catalog]", "#[catalog = 1]", "#[catalog[serde]]"]);
        table.attribute = form.into();
        Some(vec![Attribute])
    }),
    kind("key unknown", &["unknown key `colour`"], |table, _| catalog(table, "colour = 1")),
    kind("key misspelt", &["did you mean `crate`?"], |table, _| catalog(table, "crte = acme")),
    kind("key twice", &["duplicate `code`"], |table, _| {
        (!table.catalog.is_empty() && table.catalog[0].starts_with("code")).then_some(())?;
        catalog(table, "code = u64")
    }),
    kind("key missing", &["expected a key"], |table, _| catalog(table, "1")),
    kind("code type unknown", &["expected a primitive integer type"], |table, _| {
        (!table.catalog.iter().any(|argument| argument.starts_with("code"))).then_some(())?;
        catalog(table, "code = f64")
    }),
    kind("range empty", &["is empty"], |table, _| {
        (!table.is_text() && !table.has_range()).then_some(())?;
        catalog(table, "range = 100..=0")
    }),
    kind("range of another form", &["expected `range = FIRST..=LAST`"], |table, random| {
        (!table.has_range()).then_some(())?;
        let range = random.pick(&["range = 0..100", "range = ..=100", "range = A..=B", "range"]);
        catalog(table, range)
    }),
    kind("range of strings", &["cannot have a range"], |table, _| {
        table.is_text().then_some(())?;
        catalog(table, "range = 0..=100")
    }),
    kind("crate in quotes", &["expected a path"], |table, _| catalog(table, "crate = \"acme\"")),
    kind(
        "column of another form",
        &["expected `column(NAME: TYPE = DEFAULT)`"],
        |table, random| {
            let columns = ["column", "column()", "column(size)", "column(: u8)", "column(size: )"];
            catalog(table, random.pick(&columns))
        },
    ),
    kind("column named like a method", &["cannot be named `message`"], |table, _| {
        catalog(table, "column(message: u8 = 1)")
    }),
    kind(
        "column named like a key",
        &["`retryable = true` in #[code] needs no column"],
        |table, _| catalog(table, "column(retryable: bool = false)"),
    ),
    kind("column twice", &["duplicate column `ready`"], |table, _| {
        table.has_ready.then_some(())?;
        catalog(table, "column(ready: u8 = 1)")
    }),
    kind("column named by a keyword", &["is a keyword"], |table, random| {
        catalog(table, random.pick(&["column(type: u8 = 1)", "column(gen: u8 = 1)"]))
    }),
    kind("column type a keyword", &["is a keyword"], |table, random| {
        let columns = ["column(size: match = 1)", "column(size: crate)", "column(size: gen = 1)"];
        catalog(table, random.pick(&columns))
    }),
    kind("default a keyword", &["is a keyword"], |table, _| {
        catalog(table, "column(size: u8 = fn)")
    }),
    by_rustc("column type unknown", &["cannot find type `Unknown`"], |table, _| {
        catalog(table, "column(size: Unknown = 1)")
    }),
    by_rustc("default of another type", &["mismatched types"], |table, _| {
        catalog(table, "column(size: u8 = \"a\")")
    }),
    by_rustc("column not Copy", &["Copy"], |table, _| {
        catalog(table, "column(size: String = String::new())")
    }),
    by_rustc("column not Sync", &["cannot be shared between threads"], |table, _| {
        catalog(table, "column(size: *const u8 = core::ptr::null())")
    }),
];
