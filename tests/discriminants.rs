//! Discriminants as codes, and discriminants beside codes.

use jmessage_codes::{Entry, ErrorCatalog, Unlisted};

/// `_` is what is written, and counts on from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
#[repr(i16)]
enum Signed {
    #[code(_, "minus two")]
    MinusTwo = -2,
    #[code(_, "minus one")]
    MinusOne,
    #[code(_ | 100, "zero", success)]
    Zero,
    #[code(1, "one")]
    One,
    #[code(_, "two")]
    Two,
    #[code(_, "hexadecimal")]
    Hexadecimal = 0x1F,
    #[code(_, "with a suffix")]
    WithASuffix = 1_000i16,
    #[code(_, "the next")]
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u8)]
#[repr(u8)]
enum Extreme {
    #[code(_, "zero")]
    Zero = 0,
    #[code(_, "last")]
    Last = 0b1111_1111,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u64)]
#[repr(u64)]
enum Wide {
    #[code(_, "the greatest but one")]
    LastButOne = 0xFFFF_FFFF_FFFF_FFFE,
    #[code(_, "the greatest")]
    Last,
}

#[test]
fn discriminants_are_codes() {
    for entry in Signed::ENTRIES {
        let variant = entry.variant();
        assert_eq!(variant as i16, entry.code(), "{entry}");
        assert_eq!(Signed::from_code(variant as i16), Some(variant));
    }
    let codes: Vec<i16> = Signed::ENTRIES.iter().map(Entry::code).collect();
    assert_eq!(codes, [-2, -1, 0, 1, 2, 31, 1_000, 1_001]);
    assert_eq!(Signed::from_code(100), Some(Signed::Zero));
    assert_eq!(Extreme::ENTRIES.iter().map(Entry::code).collect::<Vec<_>>(), [0, 255]);
    assert_eq!(Wide::Last.code(), u64::MAX);
    assert_eq!(Wide::from_code(u64::MAX), Some(Wide::Last));
}

/// A macro wraps what it passes on in groups.
macro_rules! numbered {
    ($name:ident { $($variant:ident = $discriminant:expr, $minus:literal, $message:literal;)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        #[catalog(code = i32)]
        enum $name {
            $(#[code(_, $message)] $variant = $discriminant,)*
            #[code(_, "literal")]
            Literal = -7,
        }
        const LITERALS: &[i32] = &[$($minus),*];
    };
}

numbered! {
    Macro {
        A = 5, 5, "a";
        B = (-3), -3, "b";
        C = 0x10, 16, "c";
    }
}

#[test]
fn discriminants_from_a_macro() {
    assert_eq!([Macro::A, Macro::B, Macro::C].map(Macro::code), LITERALS);
    assert_eq!(Macro::Literal.code(), -7);
}

const BASE: i8 = -3;

/// What is not a literal, or not written at all, has nothing to do with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, ErrorCatalog)]
#[repr(i8)]
#[non_exhaustive]
enum Beside {
    #[default]
    #[code(900, "first")]
    First,
    #[code(100, "second")]
    Second = BASE,
    #[code(500, "third")]
    Third,
    #[code(10, "fourth")]
    Fourth = 5 + 5,
    #[code(7 | 8, "literal")]
    Literal = 7,
}

#[test]
fn discriminants_beside_codes() {
    let table = [
        (Beside::First, 0, 900),
        (Beside::Second, -3, 100),
        (Beside::Third, -2, 500),
        (Beside::Fourth, 10, 10),
        (Beside::Literal, 7, 7),
    ];
    for (variant, discriminant, code) in table {
        assert_eq!(variant as i8, discriminant);
        assert_eq!(variant.code(), code);
        assert_eq!(Beside::from_code(code), Some(variant));
    }
    assert_eq!(Beside::default().name(), "First");
}

/// A code that is a text cannot be meant by a discriminant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[repr(u8)]
enum State {
    #[code("00000", "ok", success)]
    Ok = 7,
    #[code("23505", "unique violation")]
    UniqueViolation = 3,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[repr(u8)]
enum WithOther {
    #[code(_, "ten")]
    Ten = 10,
    #[code(2, "two")]
    Two,
    #[code(other, "other")]
    Other(Unlisted<Self>) = 200,
}

#[test]
fn discriminants_beside_texts_and_other() {
    assert_eq!(State::from_code("23505"), Some(State::UniqueViolation));
    assert_eq!(WithOther::from(2).name(), "Two");
    assert_eq!(WithOther::Ten.code(), 10);
    assert_eq!(WithOther::from(3).code(), 3);
    assert!(WithOther::from(11).entry().is_none());
}
