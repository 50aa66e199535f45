//! `kind = NAME` and `retired`: what a program acts on without knowing the codes.

use jmessage_codes::{AnyCatalog, Entry, ErrorCatalog, Kind, Unlisted};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum All {
    #[code(0, "ok", success)]
    Ok,
    #[code(1, "cancelled", kind = Cancelled)]
    Cancelled,
    #[code(2, "unknown", kind = Unknown)]
    Unknown,
    #[code(3, "invalid argument", kind = InvalidArgument)]
    InvalidArgument,
    #[code(4, "deadline exceeded", kind = DeadlineExceeded)]
    DeadlineExceeded,
    #[code(5, "not found", kind = NotFound)]
    NotFound,
    #[code(6, "already exists", kind = AlreadyExists)]
    AlreadyExists,
    #[code(7, "permission denied", kind = PermissionDenied)]
    PermissionDenied,
    #[code(8, "resource exhausted", kind = ResourceExhausted)]
    ResourceExhausted,
    #[code(9, "failed precondition", kind = FailedPrecondition)]
    FailedPrecondition,
    #[code(10, "aborted", kind = Aborted)]
    Aborted,
    #[code(11, "out of range", kind = OutOfRange)]
    OutOfRange,
    #[code(12, "unimplemented", kind = Unimplemented)]
    Unimplemented,
    #[code(13, "internal", kind = Internal)]
    Internal,
    #[code(14, "unavailable", kind = Unavailable)]
    Unavailable,
    #[code(15, "data loss", kind = DataLoss)]
    DataLoss,
    #[code(16, "unauthenticated", kind = Unauthenticated)]
    Unauthenticated,
}

/// The HTTP status of each kind, as `google/rpc/code.proto` documents it.
const HTTP_STATUSES: [u16; 17] =
    [200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];

#[test]
fn a_variant_can_have_each_of_the_seventeen_kinds() {
    assert_eq!(All::ENTRIES.len(), HTTP_STATUSES.len());
    for (entry, status) in All::ENTRIES.iter().zip(HTTP_STATUSES) {
        let kind = entry.kind();
        assert_eq!(u32::try_from(kind.grpc_code()), Ok(entry.code()));
        assert_eq!(kind.http_status(), status);
        assert_eq!(format!("{kind:?}"), entry.name());
        // The canonical name has the words of the message.
        assert_eq!(kind.to_string().to_lowercase().replace('_', " "), entry.message());
        assert_eq!(kind.to_string(), kind.name());
    }
    let retryable = All::ENTRIES.iter().filter(|entry| entry.kind().is_retryable());
    let retryable: Vec<&str> = retryable.map(Entry::name).collect();
    assert_eq!(retryable, ["DeadlineExceeded", "ResourceExhausted", "Aborted", "Unavailable"]);
    assert_eq!(size_of::<Kind>(), 1);
}

#[test]
fn a_kind_is_found_by_its_number_and_name() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_grpc_code(kind.grpc_code()), kind);
        assert_eq!(kind.name().parse(), Ok(kind));
        assert!(kind.name().to_lowercase().parse::<Kind>().is_err());
    }
    assert!(Kind::ALL.is_sorted_by_key(|kind| kind.grpc_code()));
    for number in [-1, 17, i32::MIN, i32::MAX, 256, 261] {
        assert_eq!(Kind::from_grpc_code(number), Kind::Unknown, "{number}");
    }
}

#[test]
fn a_status_of_http_has_a_kind_of_its_class() {
    for status in 0..=u16::MAX {
        let kind = Kind::from_http_status(status);
        match (status / 100, kind) {
            (2, kind) => assert_eq!(kind, Some(Kind::Ok)),
            (4 | 5, kind) => assert!(kind.is_some_and(|kind| kind != Kind::Ok), "{status}"),
            (_, kind) => assert_eq!(kind, None, "{status}"),
        }
    }
    // One of the kinds with a status is the kind of the status.
    for kind in Kind::ALL {
        let found = Kind::from_http_status(kind.http_status()).unwrap();
        assert_eq!(found.http_status(), kind.http_status());
    }
}

/// A status that is not in the table has the kind of its class.
#[test]
fn a_status_of_http_has_the_kind_that_matches_best() {
    let table: [(Kind, &[u16]); 11] = [
        (Kind::InvalidArgument, &[400, 406, 411, 413, 414, 415, 422, 431]),
        (Kind::Unauthenticated, &[401, 407, 511]),
        (Kind::PermissionDenied, &[403, 451]),
        (Kind::NotFound, &[404, 410]),
        (Kind::Unimplemented, &[405, 501, 505]),
        (Kind::DeadlineExceeded, &[408, 504]),
        (Kind::AlreadyExists, &[409]),
        (Kind::OutOfRange, &[416]),
        (Kind::ResourceExhausted, &[429, 507]),
        (Kind::Cancelled, &[499]),
        (Kind::Unavailable, &[425, 502, 503]),
    ];
    for status in 200..600 {
        let listed = table.iter().find(|(_, statuses)| statuses.contains(&status));
        let expected = match (listed, status / 100) {
            (Some((kind, _)), _) => Some(*kind),
            (None, 2) => Some(Kind::Ok),
            (None, 4) => Some(Kind::FailedPrecondition),
            (None, 5) => Some(Kind::Internal),
            (None, _) => None,
        };
        assert_eq!(Kind::from_http_status(status), expected, "{status}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_kind_is_serialized_as_its_name() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        assert_eq!(serde_json::from_value::<Kind>(kind.name().into()).unwrap(), kind);
        let bytes = postcard::to_allocvec(&kind).unwrap();
        assert_eq!(postcard::from_bytes::<Kind>(&bytes), Ok(kind));
    }
    let error = serde_json::from_str::<Kind>("\"404\"").unwrap_err().to_string();
    assert!(
        error.contains("string \"404\", expected the name of a kind, such as NOT_FOUND"),
        "{error}"
    );
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Broker {
    #[code(0, "none", success)]
    None,
    #[code(1, "also none", success, kind = Ok)]
    AlsoNone,
    #[code(5 | 105, "leader not available", kind = Unavailable)]
    LeaderNotAvailable,
    #[code(6, "fenced")]
    Fenced,
    #[code(77 | 78, "stale controller epoch", retired, kind = Aborted)]
    StaleControllerEpoch,
    #[code(79, "fine once", retired, success)]
    FineOnce,
    #[code(other, "unlisted error", kind = Internal)]
    Other(Unlisted<Self>),
}

#[test]
fn the_default_kind_is_ok_or_unknown() {
    const KIND: Kind = Broker::from_code(105).unwrap().kind();
    assert_eq!(KIND, Kind::Unavailable);
    let table = [
        (0, Kind::Ok),
        (1, Kind::Ok),
        (5, Kind::Unavailable),
        (6, Kind::Unknown),
        (78, Kind::Aborted),
        (79, Kind::Ok),
        (1_000, Kind::Internal),
    ];
    for (code, kind) in table {
        let variant = Broker::from(code);
        assert_eq!(variant.kind(), kind, "{code}");
        assert_eq!(ErrorCatalog::kind(variant), kind, "{code}");
        assert_eq!(variant.is_success(), kind == Kind::Ok);
        assert_eq!(variant.entry().map_or(kind, Entry::kind), kind);
    }
}

#[test]
fn a_table_that_says_nothing_has_the_defaults() {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    enum Door {
        #[code(7, "door jammed")]
        Jammed,
    }

    assert_eq!(Door::Jammed.kind(), Kind::Unknown);
    assert_eq!(Door::Jammed.into_result(), Err(Door::Jammed));
    assert!(!Door::Jammed.is_retryable() && !Door::Jammed.is_retired());
}

#[test]
fn lookups_find_retired_codes() {
    for code in [77, 78] {
        assert_eq!(Broker::from_code(code), Some(Broker::StaleControllerEpoch));
    }
    assert_eq!(Broker::from_message("stale controller epoch"), [Broker::StaleControllerEpoch]);
    let retired = Broker::ENTRIES.iter().filter(|entry| entry.is_retired()).map(Entry::name);
    assert_eq!(retired.collect::<Vec<_>>(), ["StaleControllerEpoch", "FineOnce"]);
}

#[test]
fn entries_without_their_type_have_both() {
    let catalogs = [AnyCatalog::of::<Broker>(), AnyCatalog::of::<All>()];
    let entry = |code: &str| catalogs.iter().find_map(|catalog| catalog.find(code)).unwrap();
    assert_eq!(entry("105").kind().http_status(), 503);
    assert_eq!(entry("3").kind(), Kind::InvalidArgument);
    assert!(entry("77").is_retired() && !entry("5").is_retired());
}
