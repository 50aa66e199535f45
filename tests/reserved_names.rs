//! The derive and the tool agree on the names that a column cannot have. A
//! proc-macro crate exports nothing, so the tool has a copy of the list.

const DERIVE: &str = include_str!("../jmessage-codes-derive/src/reserved.rs");
const TOOL: &str = include_str!("../error-catalog/src/source/identifier.rs");

/// The quoted names in the declaration of `RESERVED`, sorted.
fn reserved(source: &str) -> Vec<&str> {
    let (_, rest) = source.split_once("const RESERVED:").expect("the list is there");
    let (list, _) = rest.split_once("];").expect("the list has an end");
    let mut names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_copies_are_equal() {
    let names = reserved(DERIVE);
    assert!(names.contains(&"from_code"));
    assert_eq!(reserved(TOOL), names);
}
