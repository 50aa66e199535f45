//! Enums read from their source, without compiling them.

use error_catalog::{SourceFile, Table};
use jmessage_codes::{ErrorCatalog, Unlisted, WebCode};

fn parse(source: &str) -> SourceFile {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// The rows without their lines.
fn rows(table: &Table) -> Vec<String> {
    let row = |row: &error_catalog::Row| {
        format!(
            "{} {:?} {} {:?} {:?} {:?} {} {:?}",
            row.code(),
            row.aliases(),
            row.name(),
            row.message(),
            row.description(),
            row.kind(),
            row.is_retired(),
            row.values(),
        )
    };
    table.rows().iter().map(row).collect()
}

#[test]
fn the_table_of_a_source_is_that_of_the_compiled_catalog() {
    let web = parse(include_str!("../../../jmessage-codes/src/web.rs"));
    assert_eq!(rows(web.enums()[0].table()), rows(&Table::of::<WebCode>()));
    let this = parse(include_str!("enums.rs"));
    let names: Vec<&str> = this.enums().iter().map(error_catalog::SourceEnum::name).collect();
    assert_eq!(names, ["LinkedBits", "LinkedTexts", "Mixed", "States", "Inner"]);
    let mut mixed = rows(this.enums()[2].table());
    // What the conditions leave out cannot be known.
    assert!(mixed.remove(3).starts_with("85 [] Absent"));
    assert_eq!(mixed, rows(&Table::of::<forms::Mixed>()));
    assert_eq!(rows(this.enums()[3].table()), rows(&Table::of::<forms::States>()));
    assert_eq!(this.enums()[2].table().columns(), Table::of::<forms::Mixed>().columns());
}

mod forms {
    use super::{ErrorCatalog, Unlisted};

    #[derive(Clone, Copy, PartialEq, Eq, Debug, ErrorCatalog)]
    #[catalog(code = i32, hex, url = "https://errors.example/{code}", skip(url))]
    pub(super) enum LinkedBits {
        #[code(0x8000_4005, "no driver")]
        NoDriver,
    }

    #[derive(Clone, Copy, PartialEq, Eq, Debug, ErrorCatalog)]
    #[catalog(url = "/{name}?code={code}&again={code}")]
    pub(super) enum LinkedTexts {
        #[code("a/b {name} é", "one")]
        r#Größe,
        #[code("{code}", "two")]
        Two,
    }

    // A comment, which is not a record.
    #[rustfmt::skip]
    #[derive(Clone, Copy, PartialEq, Eq, Debug)] #[derive(jmessage_codes::ErrorCatalog)]
    #[repr(i16)]
    #[catalog(code = i16, range = -1..=0x7fff)]
    #[cfg_attr(all(), catalog(
        column(r#type: &str = "plain"),
        column(retry: bool = false), column(#[must_use] limit: u16 = 1_000,),
    ))]
    pub(super) enum Mixed {
        #[code(-1, "a \"quoted\"\n\u{202e}\t\\ text", r##"raw "# text"##)] Unknown = -1,
        /// `0`: The doc comment
        /// is the description.
        ///
        /// In two paragraphs.
        #[doc(alias = "0")]
        #[code(0 | 0x10 | 0b1_0001 | 1_8i16, "none", success, r#type = r"\raw", retry = true)]
        None = 0,
        /** `7`: The code of another row. */
        #[code(_, "next", kind = NotFound, limit = { const A: u16 = 3; A },)]
        Next,
        #[cfg(any())]
        #[code(_, "not there")]
        Absent = 0x55,
        /// `0x3`
        #[code(3, "only its code", retired)]
        #[allow(dead_code)]
        r#Raw = 3,
        #[cfg_attr(all(), code(0o5, "five", "Five
lines"))]
        Five = 5,
        // A comment between variants.
        #[code(other, "other")]
        Other(Unlisted<Self>) = 77,
    }

    #[derive(Clone, Copy, PartialEq, Eq, Debug, ErrorCatalog)]
    #[allow(dead_code)]
    pub(super) enum States {
        #[code("01000" | "01\u{30}01", "one")]
        One,
        /// `"1F"`: Its text.
        #[code("1F", "two", retired)]
        Two,
    }

    #[allow(dead_code)]
    fn function() {
        #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
        enum Inner {
            #[code(1, "one")]
            One,
        }
        let _ = Inner::One;
    }
}

#[test]
fn a_mistake_is_reported_with_its_line() {
    let cases = [
        (
            "#[code(1, \"a\")] A,\n#[code(2 | 0x1, \"b\")] B",
            "line 4: duplicate code 0x1: `A` already has it",
        ),
        (
            "#[code(1, \"a\")] A,\n\n#[code(1, \"b\")]\nB",
            "line 5: duplicate code 1: `A` already has it",
        ),
        ("#[code(1 | 1, \"a\")] A", "line 3: duplicate code 1: `A` already has it"),
        ("#[code(1, \"a\")] A,\n#[code(2, \"b\")] A", "line 4: duplicate variant `A`; rename one"),
        ("#[code(300, \"a\")] A", "line 3: this code does not fit u8"),
        ("#[code(201, \"a\")] A", "line 3: code 201 is outside #[catalog(range = 1..=200)]"),
        ("#[code(\"1\", \"a\")] A", "line 3: a code must be an integer that fits u8"),
        ("#[code(X, \"a\")] A", "line 3: a code must be an integer or a string literal"),
        (
            "#[code(1)] A",
            "line 3: missing message; write #[code(CODE, \"message\", \"description\")]",
        ),
        ("#[code(1, \"a\"\n\"b\")] A", "line 3: expected a text, which must be a string literal"),
        ("#[code(1, concat!(\"a\"))] A", "line 3: expected a text, which must be a string literal"),
        ("A,\n#[code] B", "line 3: missing #[code(CODE, \"message\", \"description\")] on `A`"),
        ("#[code(1, \"a\")] #[code(2, \"a\")] A", "line 3: second #[code] on `A`"),
        ("#[code(1, \"a\", zh = \"\")] A", "line 3: unknown key `zh` in #[code]; declare a column"),
        ("#[code(1, \"a\", retired, retired)] A", "line 3: expected a text"),
        ("#[code(1, \"a\", kind = Bad)] A", "line 3: unknown kind `Bad`"),
        ("#[code(1, \"a\", attr())] A", "line 3: expected `attr(#[…])`"),
        ("#[code(1, \"a\", retryable = 1)] A", "line 3: write `retryable = true` or"),
        ("#[code(1, \"a\", retryable)] A", "line 3: expected a text"),
        (
            "#[code(1, \"a\", retryable = true, retryable = true)] A",
            "line 3: duplicate `retryable`; remove one",
        ),
        (
            "#[code(1, \"a\", retryable = true, success)] A",
            "line 3: a success code cannot have `retryable`; remove it, or `success`",
        ),
        (
            "#[code(1, \"a\")] A }\n#[derive(ErrorCatalog)]\n#[catalog(column(retryable: bool = false))]\nenum F {\n#[code(2, \"b\")] B",
            "line 5: a column cannot be named `retryable`",
        ),
        ("#[code(1, \"a\")] A = 2", "line 3: the discriminant of `A` is 2, but its code is 1"),
        ("#[code(_, \"a\")] A", "line 3: `_` needs a discriminant that is written; write the code"),
        (
            "#[doc = include_str!(\"a\")] #[code(1, \"a\")] A",
            "line 3: only rustc can read this doc comment",
        ),
        ("#[code(1, \"a\",, retired)] A", "line 3: expected an argument before this comma"),
        ("#[code(1, \"a\", kind = Ok)] A", "line 3: `Ok` is the kind of success codes"),
        ("#[code(1u16, \"a\")] A", "line 3: suffix `u16` does not match the code type u8"),
        ("#[code(1, \"a\")] A(u8)", "line 3: `A` has a code, so it cannot have fields"),
        ("#[catalog(hex)] #[code(1, \"a\")] A", "line 3: #[catalog] goes on the enum"),
        (
            "#[code(1, \"a\")] A, #[code(other, \"b\")] B(Unlisted<C>)",
            "line 3: `B` keeps an unlisted code; write `B(Unlisted<Self>)`",
        ),
        ("#[code(1, \"a\")] A }\nfn f( {", "line 4: "),
        ("#[code(1, \"a\")] A }\nfn f() { let = 1; }\nmod m {", "line 4: "),
    ];
    for (variants, expected) in cases {
        let source = format!(
            "#[derive(ErrorCatalog)]\n#[catalog(code = u8, range = 1..=200)] enum E {{\n{variants} }}\n"
        );
        let error = SourceFile::parse(source.as_str()).expect_err(&source);
        assert!(error.to_string().contains(expected), "{error}\n{source}");
        let line = format!("a.rs:{}", expected.trim_start_matches("line "));
        assert!(error.in_file("a.rs").contains(&line), "{}", error.in_file("a.rs"));
    }
    let catalogs = [
        ("kode = i32", "unknown key `kode` in #[catalog]; the keys are: code, range"),
        ("code = i8,, hex", "expected an argument before this comma"),
        ("hex, hex", "duplicate `hex` in #[catalog]; remove one"),
        ("hex hex", "expected `hex`"),
        ("code = f32", "expected `code = TYPE` with an integer type, as in `code = i32`"),
        ("range = 2..=1", "this range is empty; write its lower end first"),
        ("skip(from_codes)", "unknown name `from_codes` in `skip`"),
        ("column(kind: u8 = 1)", "a column cannot be named `kind`: the derive uses that name"),
        ("column(a: u8 = Self)", "`Self` is a keyword, not a value"),
        ("url = \"a/{kode}\"", "unknown placeholder in `a/{kode}`; write `{code}` or `{name}`"),
        ("url = \"a b\"", "a URL cannot contain ' '; write `%20`"),
        ("url = \"a\", column(url: u8 = 1)", "a column cannot be named `url`"),
        ("skip(url)", "unknown name `url` in `skip`"),
        (
            "code_enum(#[derive(A, core::clone::Clone)] C)",
            "`C` already has `Clone`; remove it here",
        ),
        ("code_enum(#[cfg_attr(a, derive(Serialize))] C), serde", "`C` already has `Serialize`"),
        ("code_enum(#[derive(A)])", "expected `code_enum = NAME"),
        ("code_enum = E", "`E` is the name of the enum with the data; choose another"),
    ];
    for (catalog, expected) in catalogs {
        let source = format!(
            "#[derive(ErrorCatalog)]\n#[catalog({catalog})]\nenum E {{ #[code(1, \"a\")] A }}"
        );
        let error = SourceFile::parse(source).expect_err(catalog);
        assert!(error.to_string().contains(expected), "{catalog}: {error}");
    }
    let deep = format!("fn f() {{ {}{} }}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(SourceFile::parse(deep).unwrap_err().to_string().contains("nested too deep"));
}

#[test]
fn the_urls_of_a_source_are_those_of_the_compiled_catalog() {
    let urls = |table: &Table| -> Vec<Option<String>> {
        table.rows().iter().map(|row| row.url().map(str::to_owned)).collect()
    };
    let source = parse(include_str!("enums.rs"));
    let linked = source.enums().iter().filter(|each| each.name().starts_with("Linked"));
    let of_source: Vec<_> = linked.map(|each| urls(each.table())).collect();
    let compiled = [Table::of::<forms::LinkedBits>(), Table::of::<forms::LinkedTexts>()];
    assert_eq!(of_source, compiled.map(|table| urls(&table)));
    assert_eq!(of_source[0][0].as_deref(), Some("https://errors.example/0x80004005"));
}

#[test]
fn what_goes_on_the_enum_of_the_codes_changes_no_row() {
    let with = |catalog: &str, attr: &str| {
        let source = format!(
            "#[derive(ErrorCatalog)] #[catalog({catalog})] enum E {{
                #[code(1, \"one\"{attr}, retired)] One(u8),
            }}"
        );
        rows(parse(&source).enums()[0].table())
    };
    let attributes = "code_enum(#[derive(A)] #[repr(u8)] C)";
    assert_eq!(with(attributes, ", attr(#[a] #[b(c)])"), with("code_enum = C", ""));
}

#[test]
fn a_condition_can_choose_between_attributes() {
    let source = "#[derive(ErrorCatalog)] enum E {
    #[cfg_attr(unix, code(0, \"unix\"))] #[cfg_attr(not(unix), code(0, \"other\"))] First,
    #[code(_, \"counted\")] Second,
}";
    let file = parse(source);
    let rows = file.enums()[0].table().rows().iter();
    let rows: Vec<_> = rows.map(|row| (row.name(), row.code(), row.message())).collect();
    assert_eq!(rows, [("First", "0", "unix"), ("First", "0", "other"), ("Second", "1", "counted")]);
}

#[test]
fn a_condition_can_choose_between_catalogs() {
    let source = "#[derive(ErrorCatalog)]
#[cfg_attr(unix, catalog(code = u8, hex))]
#[cfg_attr(not(unix), catalog(code = u16, hex))]
enum E { #[code(300, \"a\")] A }";
    assert_eq!(parse(source).enums()[0].table().rows()[0].code(), "0x012C");
}

#[test]
fn what_a_macro_writes_is_not_read() {
    let source = "
macro_rules! catalog { ($name:ident) => { #[derive(ErrorCatalog)] enum $name { #[code(1, \"a\")] A } } }
catalog!(Made);
use jmessage_codes::ErrorCatalog as Codes;
#[derive(Codes)] enum Written { #[code(1, \"a\")] A }
enum Other { A }
";
    let file = parse(source);
    assert_eq!(file.enums().len(), 1);
    assert_eq!(
        file.find(Some("Made")).unwrap_err().to_string(),
        "there is no enum `Made` that derives ErrorCatalog; there is `Written`; if the macro in \
         line 2 writes it, write it without one"
    );
    assert_eq!(
        parse("fn main() {}").find(None).unwrap_err().to_string(),
        "there is no enum that derives ErrorCatalog"
    );
}
