//! What the derive and the facade have in common.

#[test]
fn the_two_copies_of_the_formulas_are_the_same() {
    let facade = include_str!("../jmessage-codes/src/formula.rs");
    let derive = include_str!("../jmessage-codes-derive/src/perfect_hash/formula.rs");
    assert!(facade == derive, "copy the file that you changed over the other");
}
