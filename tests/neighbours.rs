//! Other attributes and derives on the enum, and the code around it, do not affect the
//! catalog.

use jmessage_codes::{Entry, ErrorCatalog, Unlisted};

/// Variants with `cfg`, and `other` in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Conditional {
    #[code(1, "always")]
    Always,
    #[cfg(not(test))]
    #[code(2, "never in a test")]
    Never,
    #[code(other, "other")]
    Other(Unlisted<Self>),
    #[cfg(test)]
    #[code(2, "only in a test")]
    OnlyInTest,
    #[cfg_attr(test, code(3, "attribute only in a test"))]
    #[cfg_attr(not(test), code(4, "attribute not in a test"))]
    Either,
}

#[test]
fn variants_with_cfg() {
    let names: Vec<&str> = Conditional::ENTRIES.iter().map(Entry::name).collect();
    assert_eq!(names, ["Always", "OnlyInTest", "Either"]);
    assert_eq!(Conditional::from_code(2), Some(Conditional::OnlyInTest));
    assert_eq!(Conditional::from(3), Conditional::Either);
    assert!(matches!(Conditional::from(4), Conditional::Other(code) if code == 4));
    assert_eq!(Conditional::OnlyInTest.message(), "only in a test");
    assert_eq!(Conditional::from(9).message(), "other");
}

/// Generated code may use a deprecated variant without a warning.
#[deny(deprecated, unused, warnings)]
mod deprecated {
    use jmessage_codes::{ErrorCatalog, Unlisted};

    #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    pub(super) enum Aging {
        #[code(1, "current")]
        Current,
        #[deprecated(note = "the vendor gave it up")]
        #[code(2, "old")]
        Old,
        #[deprecated]
        #[code(other, "other")]
        Other(Unlisted<Self>),
    }
}

#[test]
fn deprecated_variants_are_found() {
    assert_eq!(deprecated::Aging::from_code(2).map(deprecated::Aging::name), Some("Old"));
    assert_eq!(deprecated::Aging::from(3).code(), 3);
    assert_eq!(deprecated::Aging::Current.code(), 1);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, thiserror::Error)]
#[error("{} ({})", self.description(), self.code())]
#[allow(missing_docs)]
enum Failure {
    #[code(1, "a", "{braces} stay")]
    A,
    #[error("its own words")]
    #[code(2, "b")]
    B,
}

fn fails(number: u32) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    Failure::try_from(number)?.into_result()?;
    Ok(())
}

#[test]
fn errors_by_thiserror() {
    let messages = [1, 2, 3].map(|number| fails(number).unwrap_err().to_string());
    assert_eq!(
        messages,
        ["{braces} stay (1)", "its own words", "code 3 is not listed in `Failure`"]
    );
}

/// A re-export of the facade.
mod vendor {
    pub(crate) mod __codes {
        pub(crate) use jmessage_codes::*;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(crate = vendor::__codes)]
enum Reexported {
    #[code(1, "a")]
    A,
}

/// A vendor's macro that passes everything on to the derive.
macro_rules! vendor_codes {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident: $code_type:ty {
            $($(#[$of_variant:meta])* $variant:ident = $code:literal $(| $alias:literal)*, $message:expr, $text:literal;)*
            | $other:ident: $unlisted:literal
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        #[catalog(crate = $crate::vendor::__codes, code = $code_type, column(severity: $code_type = 1))]
        $visibility enum $name {
            $($(#[$of_variant])* #[code($code $(| $alias)*, $message, $text)] $variant,)*
            #[code(other, $unlisted)]
            $other($crate::vendor::__codes::Unlisted<Self>),
        }
    };
}

vendor_codes! {
    /// From a macro.
    pub(crate) enum FromMacro: i32 {
        /// Below zero.
        Negative = -5 | 5, "negative", "A negative code";
        Hexadecimal = 0x7FFF_FFFF, "hexadecimal", "";
        | Unlisted: "unlisted"
    }
}

#[test]
fn through_other_paths_and_macros() {
    assert_eq!(Reexported::from_code(1), Some(Reexported::A));
    assert_eq!(FromMacro::from(5), FromMacro::Negative);
    assert_eq!(FromMacro::from(i32::MAX).message(), "hexadecimal");
    assert!(matches!(FromMacro::from(7), FromMacro::Unlisted(code) if code == 7));
    assert_eq!(FromMacro::from(7).severity(), 1);
}

#[test]
fn catalogs_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Unpin + std::panic::UnwindSafe + 'static>() {}
    shared::<Failure>();
    shared::<Entry<Failure>>();
    shared::<jmessage_codes::TryFromCodeError<Failure>>();
    shared::<jmessage_codes::ParseCodeError<Failure>>();
}
