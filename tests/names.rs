//! Names that could clash: raw identifiers, and the names of prelude items and of
//! generated items.

use jmessage_codes::{Entry, ErrorCatalog};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(r#type: &str = "none"), column(from: u8 = 1), column(into: u8 = 2))]
#[allow(non_camel_case_types)]
enum r#enum {
    #[code(0, "none", success)]
    None,
    #[code(1, "some")]
    Some,
    #[code(2, "ok")]
    Ok,
    #[code(3, "err")]
    Err,
    #[code(4, "raw", r#type = "keyword")]
    r#match,
    #[code(5, "error")]
    Error,
    #[code(6, "unit")]
    u32,
    #[code(7, "trait")]
    ErrorCatalog,
    #[code(8, "associated type")]
    Code,
    #[code(other, "other")]
    Option(jmessage_codes::Unlisted<Self>),
}

#[test]
fn variants_can_have_any_name() {
    let names: Vec<&str> = r#enum::ENTRIES.iter().map(Entry::name).collect();
    assert_eq!(
        names,
        ["None", "Some", "Ok", "Err", "match", "Error", "u32", "ErrorCatalog", "Code"]
    );
    for (code, entry) in (0..).zip(r#enum::ENTRIES) {
        assert_eq!(r#enum::from_code(code), Some(entry.variant()));
        assert_eq!(entry.variant().code(), code);
    }
    assert!(matches!(<r#enum as From<u32>>::from(9), r#enum::Option(code) if code == 9));
    assert_eq!(r#enum::NAME, "enum");
}

#[test]
fn columns_can_have_the_names_of_trait_methods() {
    assert_eq!(r#enum::r#match.r#type(), "keyword");
    assert_eq!(r#enum::COLUMNS[0].name(), "type");
    assert_eq!((r#enum::from(r#enum::None), r#enum::into(r#enum::None)), (1, 2));
    assert_eq!("9".parse(), Ok(r#enum::from_code_or_other(9)));
}
