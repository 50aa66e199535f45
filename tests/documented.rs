//! What the derive has is in its documentation, in the tool and in the tests of all tokens. The
//! lists are the derive's own, so a test names every place that a new method or key lacks.

const PAGE: &str = include_str!("../jmessage-codes/src/derive.md");
const RESERVED: &str = include_str!("../jmessage-codes-derive/src/reserved.rs");
const DATA: &str = include_str!("../jmessage-codes-derive/src/surface/data.rs");
const CODE: &str = include_str!("../jmessage-codes-derive/src/attr/code.rs");
const CATALOG: &str = include_str!("../jmessage-codes-derive/src/attr/catalog.rs");
const FUZZ: &str = include_str!("../jmessage-codes-derive/src/tests.rs");
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

/// The parts of the page in code marks, and the words in them.
fn documented() -> Vec<&'static str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let code = PAGE.split('`').skip(1).step_by(2);
    code.flat_map(|code| code.split(move |letter| !is_name(letter))).collect()
}

#[track_caller]
fn assert_has(place: &str, has: &[&str], names: &[&str]) {
    let missing: Vec<_> = names.iter().filter(|name| !has.contains(name)).collect();
    assert!(missing.is_empty(), "{place} lacks {missing:?}");
}

#[test]
fn methods_and_keys_are_on_the_page_of_the_derive() {
    let page = "jmessage-codes/src/derive.md";
    let reserved = quoted(RESERVED, "const RESERVED:", "];");
    // The method that only the trait has is on the trait's page.
    let own: Vec<&str> = reserved.into_iter().filter(|name| *name != "try_from_code").collect();
    assert_has(page, &documented(), &own);
    assert_has(page, &documented(), &quoted(DATA, "const METHODS:", "];"));
    assert_has(page, &documented(), &quoted(CATALOG, "const CATALOG_KEYS:", "];"));
    assert_has(page, &documented(), &code_keys());
}

#[test]
fn the_tool_has_the_names_and_keys_of_the_derive() {
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    let names = sorted(quoted(RESERVED, "const RESERVED:", "];"));
    let place = "RESERVED of error-catalog/src/source/identifier.rs";
    assert_eq!(sorted(quoted(TOOL_RESERVED, "const RESERVED:", "];")), names, "{place}");
    let keys = quoted(CATALOG, "const CATALOG_KEYS:", "];");
    let (_, list) = TOOL_CATALOG.split_once("const KEYS:").expect("the list is there");
    let (list, _) = list.split_once("\n];").expect("the list has an end");
    let lines = list.lines().filter_map(|line| line.trim().strip_prefix("(\""));
    let of_tool = lines.filter_map(|line| line.split('"').next()).collect();
    let place = "KEYS of error-catalog/src/source/parse/catalog.rs";
    assert_eq!(sorted(of_tool), sorted(keys), "{place}");
}

#[test]
fn random_tokens_have_every_key() {
    let (_, tokens) = FUZZ.split_once("const TOKENS:").expect("the list is there");
    let (tokens, _) = tokens.split_once("\"##;").expect("the list has an end");
    let words: Vec<&str> = tokens.split_whitespace().collect();
    let place = "TOKENS of jmessage-codes-derive/src/tests.rs";
    assert_has(place, &words, &quoted(CATALOG, "const CATALOG_KEYS:", "];"));
    assert_has(place, &words, &code_keys());
}
