//! Every method and key of the derive is in its documentation, in the tool and in the tests of all
//! tokens. The lists are the derive's own, so a test names every place that lacks a new method or
//! key.

const PAGE: &str = include_str!("../jmessage-codes/src/derive.md");
const RESERVED: &str = include_str!("../jmessage-codes-derive/src/reserved.rs");
const CODE: &str = include_str!("../jmessage-codes-derive/src/attr/code.rs");
const CATALOG: &str = include_str!("../jmessage-codes-derive/src/attr/catalog.rs");
const FUZZ: &str = include_str!("../jmessage-codes-derive/src/tests.rs");
const EXPANSION: &str = include_str!("../jmessage-codes-derive/src/expand/expected/fallback.rs");
const ENTRY: &str = include_str!("../jmessage-codes/src/entry.rs");
const ANY_ENTRY: &str = include_str!("../jmessage-codes/src/any_entry.rs");
const COMBINATIONS: &str = include_str!("combinations.rs");
const TOOL_CODE: &str = include_str!("../error-catalog/src/source/parse/code.rs");
const TOOL_CLASS: &str = include_str!("../error-catalog/src/compare/class.rs");
const TOOL_CATALOG: &str = include_str!("../error-catalog/src/source/parse/catalog.rs");
const TOOL_RESERVED: &str = include_str!("../error-catalog/src/source/identifier.rs");

/// The quoted names between these two texts.
#[track_caller]
fn quoted<'s>(source: &'s str, start: &str, end: &str) -> Vec<&'s str> {
    let (_, rest) = source.split_once(start).expect("the list is there");
    let (list, _) = rest.split_once(end).expect("the list has an end");
    list.split('"').skip(1).step_by(2).collect()
}

/// The flags and keys of `#[code(…)]`.
fn code_keys() -> Vec<&'static str> {
    let flags = quoted(CODE, "const fn name(self)", "fn of(");
    let keys = quoted(CODE, "/// The keys that are not columns.", "const ARGUMENTS");
    assert!(flags.contains(&"success") && keys.contains(&"kind"));
    [flags, keys].concat()
}

fn catalog_keys() -> Vec<&'static str> {
    quoted(CATALOG, "const CATALOG_KEYS:", "];")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// The words of the page in code marks.
fn documented() -> Vec<&'static str> {
    PAGE.split('`').skip(1).step_by(2).flat_map(words).collect()
}

#[track_caller]
fn assert_has(place: &str, has: &[&str], names: &[&str]) {
    let missing: Vec<_> = names.iter().filter(|name| !has.contains(name)).collect();
    assert!(missing.is_empty(), "{place} lacks {missing:?}");
}

#[test]
fn methods_and_keys_are_on_the_page_of_the_derive() {
    let page = "jmessage-codes/src/derive.md";
    let generated = quoted(RESERVED, "const GENERATED:", "];");
    assert_has(page, &documented(), &[generated, catalog_keys(), code_keys()].concat());
}

#[test]
fn a_mistake_on_the_page_has_the_words_of_the_derive() {
    let (_, mistake) = PAGE.split_once("```compile_fail").expect("there is a mistake");
    let comment = mistake.lines().find_map(|line| line.split_once(" // "));
    let (_, words) = comment.expect("a comment says what the derive reports");
    assert!(EXPANSION.contains(&format!("\"{words}\"")), "jmessage-codes/src/derive.md: {words}");
}

#[test]
fn what_an_entry_has_any_entry_has() {
    let methods = ENTRY.split("    pub ").filter_map(|item| item.split_once("fn "));
    let names = methods.filter_map(|(_, method)| words(method).next());
    // A variant has a type.
    let is_shared = |name: &&str| !name.starts_with('_') && *name != "variant";
    let names: Vec<&str> = names.filter(is_shared).collect();
    assert_has("jmessage-codes/src/any_entry.rs", &words(ANY_ENTRY).collect::<Vec<_>>(), &names);
}

#[test]
fn everything_is_skipped_in_a_test() {
    let (_, skipped) = COMBINATIONS.split_once("#[catalog(skip(").expect("the list is there");
    let (skipped, _) = skipped.split_once("))]").expect("the list has an end");
    let generated = quoted(RESERVED, "const GENERATED:", "];");
    assert_has("Bare of tests/combinations.rs", &words(skipped).collect::<Vec<_>>(), &generated);
}

#[test]
fn the_tool_has_the_names_and_keys_of_the_derive() {
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    for list in ["GENERATED", "WORDS"] {
        let start = format!("const {list}:");
        let names = sorted(quoted(RESERVED, &start, "];"));
        let place = format!("{list} of error-catalog/src/source/identifier.rs");
        assert_eq!(sorted(quoted(TOOL_RESERVED, &start, "];")), names, "{place}");
    }
    let place = "error-catalog/src/source/parse/code.rs";
    assert_has(place, &words(TOOL_CODE).collect::<Vec<_>>(), &code_keys());
    let (_, list) = TOOL_CATALOG.split_once("const KEYS:").expect("the list is there");
    let (list, _) = list.split_once("\n];").expect("the list has an end");
    let lines = list.lines().filter_map(|line| line.trim().strip_prefix("(\""));
    let of_tool = lines.filter_map(|line| line.split('"').next()).collect();
    let place = "KEYS of error-catalog/src/source/parse/catalog.rs";
    assert_eq!(sorted(of_tool), sorted(catalog_keys()), "{place}");
}

/// These keys change nothing that users of an enum rely on, or are compared by themselves.
const NO_FACTS: [&str; 3] = ["range", "crate", "column"];

#[test]
fn the_tool_reads_and_compares_every_key() {
    let keys = catalog_keys().into_iter().filter(|key| !NO_FACTS.contains(key));
    let keys: Vec<&str> = keys.collect();
    let place = "CatalogAttribute::add_key of error-catalog/src/source/parse/catalog.rs";
    let add_key = quoted(TOOL_CATALOG, "match (key, value, group) {", "fn add_column");
    assert_has(place, &add_key, &catalog_keys());
    let place = "CatalogAttribute::facts of error-catalog/src/source/parse/catalog.rs";
    assert_has(place, &quoted(TOOL_CATALOG, "let facts = [", "];"), &keys);
    let (_, breaks) = TOOL_CLASS.split_once("\nfn breaks(").expect("the function is there");
    let place = "breaks of error-catalog/src/compare/class.rs";
    assert_has(place, &words(breaks).collect::<Vec<_>>(), &keys);
}

#[test]
fn random_tokens_have_every_key() {
    let (_, tokens) = FUZZ.split_once("const TOKENS:").expect("the list is there");
    let (tokens, _) = tokens.split_once("\"##;").expect("the list has an end");
    let words: Vec<&str> = tokens.split_whitespace().collect();
    let place = "TOKENS of jmessage-codes-derive/src/tests.rs";
    assert_has(place, &words, &[catalog_keys(), code_keys()].concat());
}
