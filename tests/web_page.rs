//! The documentation page of `WebCode`: the table at its top, and what each
//! variant says.
//!
//! `WEB_TABLE=overwrite cargo test --test web_page` rewrites the table's file.

use std::fmt::Write;

use jmessage_codes::WebCode;

const TABLE: &str = include_str!("../jmessage-codes/src/web.md");
const SOURCE: &str = include_str!("../jmessage-codes/src/web.rs");

#[test]
fn the_page_shows_the_table() {
    let mut expected = String::from(
        "| Code | Variant | Message | Description | To the user | In Chinese | Kind |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for entry in WebCode::ENTRIES {
        let variant = entry.variant();
        let (code, name, kind) = (variant.code(), variant.name(), variant.kind());
        let retired = if entry.is_retired() { " (retired)" } else { "" };
        let (message, description) = (escaped(variant.message()), escaped(variant.description()));
        let (en, zh) = (variant.description_en(), variant.description_zh());
        writeln!(
            expected,
            "| {code} | [`{name}`](Self::{name}){retired} | {message} | {description} | {en} \
             | {zh} | {kind:?} |"
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

/// A reader who hovers over a variant sees its code, what happened and what to do about it.
/// A search for the code, the message or the Chinese text finds the variant.
#[test]
fn every_variant_documents_its_code() {
    let mut rest = SOURCE;
    for entry in WebCode::ENTRIES {
        let variant = entry.variant();
        let (code, name) = (variant.code(), variant.name());
        let (message, zh) = (variant.message(), variant.description_zh());
        let parts = [
            format!("\n    /// `{code}`: "),
            "\n    #[doc(alias(".to_owned(),
            format!("\"{code}\","),
            format!("\"{message}\","),
            format!("\"{zh}\""),
            format!("#[code(\n        {code},"),
            format!("\n    {name},"),
        ];
        for (number, part) in parts.iter().enumerate() {
            let Some((before, after)) = rest.split_once(part) else {
                panic!("`{name}` lacks {part:?}");
            };
            if number == 1 {
                assert_eq!(advice(before), variant.advice(), "`{name}`");
            }
            rest = after;
        }
    }
}

/// What follows the first sentence of a doc comment, without further paragraphs.
fn advice(comment: &str) -> String {
    let paragraph = comment.split("\n    ///\n").next().unwrap_or_default();
    let paragraph = paragraph.replace("\n    /// ", " ");
    paragraph.split_once(". ").map_or_else(String::new, |(_, advice)| advice.to_owned())
}
