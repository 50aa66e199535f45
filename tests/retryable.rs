//! `retryable = true | false`: whether a code is worth a retry, where its kind is too coarse.

use jmessage_codes::{AnyCatalog, Coded, Entry, ErrorCatalog, Kind, Unlisted};

/// The same rows without the flag, with `true` and with `false`. The flag comes from a
/// macro, so the derive reads it in an invisible group.
macro_rules! catalogs {
    ($yes:literal, $no:literal, $($code:literal $kind:ident)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        enum Usual {
            #[code(0, "", success)]
            Ok,
            $(#[code($code, "", kind = $kind)] $kind,)*
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        enum Always {
            $(#[code($code, "", kind = $kind, retryable = $yes)] $kind,)*
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        enum Never {
            #[code(0, "", retryable = $no, success)]
            Ok,
            $(#[code($code, "", retryable = $no, kind = $kind)] $kind,)*
        }
    };
}

catalogs! {
    true, false,
    1 Cancelled 2 Unknown 3 InvalidArgument 4 DeadlineExceeded 5 NotFound 6 AlreadyExists
    7 PermissionDenied 8 ResourceExhausted 9 FailedPrecondition 10 Aborted 11 OutOfRange
    12 Unimplemented 13 Internal 14 Unavailable 15 DataLoss 16 Unauthenticated
}

/// Checks the entries with and without their type, and the variants through the trait.
fn check<C: ErrorCatalog<Code = u32>>(expected: fn(Kind) -> bool) {
    for (entry, erased) in C::ENTRIES.iter().zip(AnyCatalog::of::<C>().entries()) {
        let kind = entry.kind();
        // The flag is a fact beside the kind.
        assert_eq!(u32::try_from(kind.grpc_code()), Ok(entry.code()));
        assert_eq!(entry.is_retryable(), expected(kind), "{entry}");
        assert_eq!(erased.is_retryable(), expected(kind), "{entry}");
        assert_eq!(entry.variant().is_retryable(), expected(kind), "{entry}");
    }
}

#[test]
fn the_row_decides_and_else_its_kind() {
    check::<Usual>(Kind::is_retryable);
    check::<Always>(|_| true);
    check::<Never>(|_| false);
    assert_eq!((Usual::ENTRIES.len(), Always::ENTRIES.len(), Never::ENTRIES.len()), (17, 16, 17));
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Chat {
    #[code(0, "ok", success)]
    Ok,
    #[code(1 | 11, "too fast", kind = ResourceExhausted)]
    TooFast,
    #[code(2 | 12, "group full", kind = ResourceExhausted, retryable = false)]
    GroupFull,
    #[code(3, "odd", retryable = true, retired)]
    Odd,
    #[code(4, "odd", "Described", retryable = true)]
    OddToo,
    #[code(other, "unlisted", retryable = true)]
    Other(Unlisted<Self>),
}

#[test]
fn lookups_say_it_at_compile_time() {
    const FULL: bool = Chat::from_code(12).unwrap().is_retryable();
    const FAST: bool = Chat::TooFast.entry().unwrap().is_retryable();
    const UNLISTED: bool = Chat::from_code_or_other(99).is_retryable();
    assert_eq!((FULL, FAST, UNLISTED), (false, true, true));
    let retryable = Chat::ENTRIES.iter().filter(|entry| entry.is_retryable()).map(Entry::name);
    assert_eq!(retryable.collect::<Vec<_>>(), ["TooFast", "Odd", "OddToo"]);
}

/// The facts of a row are bits of one byte.
#[test]
fn it_changes_no_other_fact() {
    let facts = Chat::ENTRIES.iter().map(|entry| (entry.kind(), entry.is_retired()));
    let expected = [
        (Kind::Ok, false),
        (Kind::ResourceExhausted, false),
        (Kind::ResourceExhausted, false),
        (Kind::Unknown, true),
        (Kind::Unknown, false),
    ];
    assert_eq!(facts.collect::<Vec<_>>(), expected);
    assert_eq!((Chat::Odd.description(), Chat::OddToo.description()), ("odd", "Described"));
    assert_eq!(Chat::from(99).kind(), Kind::Unknown);
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Strict {
    #[code(1, "one")]
    One,
    #[code(other, "unlisted", kind = Unavailable, retryable = false)]
    Other(Unlisted<Self>),
}

#[test]
fn unlisted_codes_can_be_final() {
    assert!(!Strict::from(2).is_retryable() && !Strict::One.is_retryable());
    assert_eq!(Strict::from(2).kind(), Kind::Unavailable);
}

#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum AppError {
    #[code(1, "read failed", kind = Unavailable, retryable = false)]
    Read(#[allow(dead_code, reason = "nobody reads it")] String),
    #[code(2, "crowded", retryable = true)]
    Crowded,
    #[code(3, "busy", kind = Unavailable)]
    Busy,
}

fn is_worth_a_retry<E: Coded>(error: &E) -> bool {
    error.error_code().is_retryable()
}

#[test]
fn errors_with_data_say_it() {
    let table =
        [(AppError::Read(String::new()), false), (AppError::Crowded, true), (AppError::Busy, true)];
    for (error, expected) in table {
        assert_eq!(error.is_retryable(), expected, "{error:?}");
        assert_eq!(error.error_code().is_retryable(), expected, "{error:?}");
        assert_eq!(is_worth_a_retry(&error), expected, "{error:?}");
    }
}
