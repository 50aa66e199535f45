//! The documentation page of `WebCode`: the table at its top, and what each
//! variant says.
//!
//! `WEB_TABLE=overwrite cargo test --test web_page` rewrites the table's file.

use std::fmt::Write;

use jmessage_codes::{ErrorCatalog, WebCode};

const TABLE: &str = include_str!("../jmessage-codes/src/web.md");
const SOURCE: &str = include_str!("../jmessage-codes/src/web.rs");

#[test]
fn the_page_shows_the_table() {
    let mut expected = String::from(
        "| Code | Variant | Message | Description | In Chinese |\n|---|---|---|---|---|\n",
    );
    for entry in WebCode::ENTRIES {
        let (code, name) = (entry.code(), entry.name());
        let (message, description) = (escaped(entry.message()), escaped(entry.description()));
        let zh = entry.variant().description_zh();
        writeln!(
            expected,
            "| {code} | [`{name}`](Self::{name}) | {message} | {description} | {zh} |"
        )
        .expect("a string can be written to");
    }
    if std::env::var_os("WEB_TABLE").is_some_and(|value| value == "overwrite") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/jmessage-codes/src/web.md");
        std::fs::write(path, &expected).expect("the table's file can be written to");
        return;
    }
    assert!(TABLE == expected, "run `WEB_TABLE=overwrite cargo test --test web_page`");
}

/// What Markdown would read as more than text.
fn escaped(text: &str) -> String {
    text.replace('_', "\\_").replace('|', "\\|")
}

/// A reader who hovers over a variant sees its code, and a search for the code
/// finds the variant.
#[test]
fn every_variant_documents_its_code() {
    let mut rest = SOURCE;
    for entry in WebCode::ENTRIES {
        let code = entry.code();
        let parts = [
            format!("\n    /// `{code}`: "),
            format!("\n    #[doc(alias = \"{code}\")]\n    #[code("),
            format!("{code},"),
            format!("\n    {},", entry.name()),
        ];
        for part in parts {
            let Some((_, behind)) = rest.split_once(&part) else {
                panic!("`{}` lacks {part:?}", entry.name());
            };
            rest = behind;
        }
    }
}
