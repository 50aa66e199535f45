//! Catalogs in hostile surroundings: whatever names mean there, whatever lints forbid, in
//! all editions.
//!
//! The names are collected from the expansion itself and the lints from rustc, so that
//! none can be forgotten.

mod compiler;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::OnceLock;

const KEYWORDS: &str = "as async await break const continue crate do dyn else enum extern
    false fn for gen if impl in let loop match mod move mut pub ref return self static struct
    super trait true type unsafe use where while abstract become box final macro override priv
    try typeof unsized virtual yield Self _";

/// Names that generated code had once, or that such code often has.
const USUAL: &str = "b bytes C character code codes CODES count d D data E end entry ENTRIES
    error f first formatter found hash i index input item iter K kept key kind last len length
    LENGTH listed map message messages name N number other output pilot position range result row
    rows S self_ slot slots start state T table tag text this U V value values variant variants
    VARIANTS visitor word words x";

/// Catalogs of every kind, in code that uses no other name.
const CATALOGS: &str = r#"
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::jmessage_codes::ErrorCatalog)]
    #[derive(::core::cmp::PartialEq, ::core::cmp::Eq)]
    #[catalog(code = i16, range = -9..=9, column(ready: ::core::primitive::bool = false))]
    #[catalog(column(next: Self = Self::None), SERDE)]
    #[non_exhaustive]
    /// A catalog with everything.
    pub enum Integers {
        /// Success.
        #[code(0 | -1, "none", success)]
        None,
        /// Described.
        #[code(5, "shared", ready = 1 < 2)]
        Some,
        /// Not described.
        #[deprecated]
        #[code(6, "shared", "described", next = Self::Some)]
        Third,
        /// Unlisted.
        #[code(other, "other")]
        Other(::jmessage_codes::Unlisted<Self>),
    }

    #[derive(::core::clone::Clone, ::core::marker::Copy, ::jmessage_codes::ErrorCatalog)]
    #[derive(::core::cmp::PartialEq, ::core::cmp::Eq)]
    #[catalog(code = u128, SERDE)]
    #[non_exhaustive]
    #[deprecated]
    /// A catalog of wide codes.
    pub enum Wide {
        /// The first.
        #[code(1, "one")]
        One = 1,
        /// The second.
        #[deprecated]
        #[code(2, "two")]
        Two = 2,
    }

    #[derive(::core::clone::Clone, ::core::marker::Copy, ::jmessage_codes::ErrorCatalog)]
    #[derive(::core::cmp::PartialEq, ::core::cmp::Eq)]
    #[non_exhaustive]
    /// A catalog of strings.
    pub enum Strings {
        /// The first.
        #[code("1", "one")]
        One,
        /// The second.
        #[deprecated]
        #[code("2" | "22", "two")]
        Two,
    }
"#;

/// An error with data, and the enum of its codes.
const ERROR: &str = r#"
    #[derive(::core::fmt::Debug, ::jmessage_codes::ErrorCatalog)]
    #[catalog(code_enum = FailureCode, code = u8, hex, SERDE)]
    #[catalog(column(ready: ::core::primitive::bool = false))]
    #[catalog(column(next: (Self, [Self; 1]) = (Self::Read, [Self::Failed])))]
    #[non_exhaustive]
    #[deprecated]
    /// An error.
    pub enum Failure<'a, T: ::core::marker::Copy> {
        /// Has a value.
        #[code(1, "read", kind = NotFound)]
        Read(T),
        /// Has a named value.
        #[deprecated]
        #[code(2, "failed", retired, ready = true)]
        Failed {
            /// The value.
            value: &'a ::core::primitive::u8,
        },
    }
"#;

fn program(modules: &str) -> String {
    let serde = if cfg!(feature = "serde") { "serde" } else { "crate = ::jmessage_codes" };
    format!("#![no_implicit_prelude]\n#![allow(nonstandard_style, unused)]\n{modules}")
        .replace("SERDE", serde)
}

/// All names in the expansion of the catalogs, and a few more.
fn names() -> &'static BTreeSet<String> {
    static NAMES: OnceLock<BTreeSet<String>> = OnceLock::new();
    NAMES.get_or_init(find_names)
}

fn find_names() -> BTreeSet<String> {
    let expansion = compiler::expand(
        "hygiene_names_expanded",
        &program(&format!("{CATALOGS} {ERROR}")),
        "2021",
    );
    let code = expansion.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join(" ");
    let words = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    // Names that begin with `__` are left to generated code.
    let is_name = |word: &&str| {
        !word.starts_with("__") && !word.is_empty() && !word.starts_with(char::is_numeric)
    };
    let is_keyword = |word: &str| KEYWORDS.split_whitespace().any(|keyword| keyword == word);
    let words = words.filter(is_name).chain(USUAL.split_whitespace());
    let names: BTreeSet<_> = words.filter(|word| !is_keyword(word)).map(str::to_owned).collect();
    assert!(names.contains("from_code") && names.len() > 100, "{names:?}");
    names
}

fn assert_compiles(name: &str, modules: &str, edition: &str) {
    assert_silent(name, &program(modules), edition, &[]);
}

fn assert_silent(name: &str, program: &str, edition: &str, options: &[String]) {
    let found = compiler::check(&format!("{name}_{edition}"), program, edition, options);
    let rendered: String = found.iter().take(3).map(|each| &*each.rendered).collect();
    assert!(found.is_empty(), "edition {edition}, {} reports:\n{rendered}", found.len());
}

#[test]
fn names_of_items_beside_a_catalog() {
    assert_compiles("hygiene_items", &items_of_any_name(), "2024");
}

#[test]
fn names_of_variants_and_columns() {
    assert_compiles("hygiene_variants", &variants_of_any_name(), "2024");
}

#[test]
fn names_of_catalogs() {
    assert_compiles("hygiene_catalogs", &catalogs_of_any_name(), "2024");
}

/// Nothing in the expansion is an `allow`, which would be an error here.
#[test]
fn all_lints_of_rustc() {
    // rustc also lists unstable lints, which it does not know.
    let forbidden = compiler::lints().filter(|lint| lint != "unknown_lints");
    let forbidden: Vec<String> = forbidden.map(|lint| format!("-F{lint}")).collect();
    let options = [vec!["-Aunknown_lints".to_owned()], forbidden].concat();
    let catalogs = CATALOGS.replace("::core::cmp::Eq)", "::core::cmp::Eq, ::core::fmt::Debug)");
    let unused = catalogs.replace("pub enum", "enum");
    let program = program(&format!(
        "//! Public and unused catalogs.
        /// All that are public.
        pub mod public {{ {catalogs} {ERROR} }}
        /// All that are not used.
        pub fn unused() {{ {unused} }}"
    ));
    let program = program.replace("#![allow(nonstandard_style, unused)]", "");
    for edition in ["2018", "2021", "2024"] {
        assert_silent("hygiene_lints", &program, edition, &options);
    }
}

#[test]
#[ignore = "takes ten seconds"]
fn names_in_edition_2018() {
    names_in("2018");
}

#[test]
#[ignore = "takes ten seconds"]
fn names_in_edition_2021() {
    names_in("2021");
}

fn names_in(edition: &str) {
    assert_compiles("hygiene_items", &items_of_any_name(), edition);
    assert_compiles("hygiene_variants", &variants_of_any_name(), edition);
    assert_compiles("hygiene_catalogs", &catalogs_of_any_name(), edition);
}

/// Catalogs beside items with each name.
fn items_of_any_name() -> String {
    // `NAME` is each name.
    const ITEMS: [(&str, &str); 11] = [
        ("constants", "pub const NAME: () = ();"),
        ("statics", "pub static NAME: () = ();"),
        ("units", "pub struct NAME;"),
        ("tuples", "pub struct NAME(());"),
        ("functions", "pub fn NAME() {}"),
        ("modules", "pub mod NAME {}"),
        ("traits", "pub trait NAME {}"),
        ("types", "pub type NAME = ();"),
        ("macros", "macro_rules! NAME { () => {} }"),
        ("units_of_an_enum", "NAME,"),
        ("tuples_of_an_enum", "NAME(()),"),
    ];
    const OWN: [&str; 5] = ["Integers", "Wide", "Strings", "Failure", "FailureCode"];
    // The catalogs' own names, which the items would define again.
    let names = names();
    let names = names.iter().filter(|name| !OWN.contains(&&***name));
    let names: Vec<&String> = names.collect();
    let mut modules = String::new();
    for (kind, item) in ITEMS {
        let items: String = names.iter().map(|name| item.replace("NAME", name)).collect();
        let items = if item.ends_with(',') {
            format!("pub enum Variants_ {{ {items} }} use Variants_::*;")
        } else {
            items
        };
        let _ = writeln!(modules, "pub mod in_{kind} {{ {items} {CATALOGS} {ERROR} }}");
        let _ = writeln!(modules, "pub fn beside_{kind}() {{ {items} {CATALOGS} {ERROR} }}");
    }
    modules
}

/// The derive, without the prelude.
const DERIVE: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy,
    ::core::cmp::PartialEq, ::core::cmp::Eq, ::jmessage_codes::ErrorCatalog)]";

/// Each name as that of a variant and of a column.
fn variants_of_any_name() -> String {
    let names = names();
    let (mut variants, mut columns) = (String::new(), String::new());
    let reserved = include_str!("../jmessage-codes-derive/src/reserved.rs");
    for (code, name) in names.iter().enumerate() {
        let _ = write!(variants, "#[code({code}, \"{}\")] {name},", code % 100);
        if !reserved.contains(&format!("\"{name}\"")) {
            let _ = write!(columns, "column({name}: ::core::primitive::u8 = 1),");
        }
    }
    format!(
        "pub mod variants {{
            {DERIVE} #[catalog(SERDE)] pub enum Variants_ {{ {variants} }}
            use Variants_::*;
        }}
        pub mod variants_and_other {{
            {DERIVE} #[catalog(SERDE)] pub enum Variants_ {{
                {variants} #[code(other, \"other\")] Else_(::jmessage_codes::Unlisted<Self>)
            }}
            use Variants_::*;
        }}
        pub mod errors {{
            #[derive(::jmessage_codes::ErrorCatalog)] #[catalog(code_enum = Codes_, SERDE)]
            pub enum Errors_ {{ {variants} #[code(9999, \"data\")] Data_(::core::primitive::u8) }}
            use Errors_::*;
        }}
        pub mod codes {{
            #[derive(::jmessage_codes::ErrorCatalog)] #[catalog(code_enum = Codes_, SERDE)]
            pub enum Errors_ {{ {variants} #[code(9999, \"data\")] Data_(::core::primitive::u8) }}
            use Codes_::*;
        }}
        pub mod columns {{
            {DERIVE} #[catalog({columns})] pub enum E {{ #[code(1, \"a\")] A, #[code(2, \"b\")] B }}
        }}"
    )
}

/// Each name as that of a catalog.
fn catalogs_of_any_name() -> String {
    let mut modules = String::new();
    for name in names() {
        let _ = writeln!(
            modules,
            "pub mod catalog_{name} {{
                {DERIVE} #[catalog(column(next: Self = Self::A), SERDE)] pub enum {name} {{
                    #[code(1, \"a\")] A, #[code(other, \"b\")] Other(::jmessage_codes::Unlisted<Self>)
                }}
            }}"
        );
    }
    modules
}
