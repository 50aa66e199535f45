//! The kind of a code, in a vocabulary that all catalogs share.

use core::error::Error;
use core::fmt;
use core::str::FromStr;

macro_rules! kinds {
    ($($(#[$documentation:meta])* $name:ident = $grpc_code:literal, $http_status:literal, $canonical_name:literal;)*) => {
        /// The kind of a code, in a vocabulary that all catalogs share.
        ///
        /// The kinds are the seventeen codes of [`google.rpc.Code`], which gRPC and many
        /// HTTP gateways use. A program that has several catalogs can act on the kind
        /// without knowing their codes.
        ///
        /// # Which kind a code has
        ///
        /// Four questions decide, in this order:
        ///
        /// 1. Is it done already? "Already set" and "already a friend" are
        ///    [`AlreadyExists`](Self::AlreadyExists), if the caller can treat them as success.
        ///    "Already logged in", which may be about another user, is not.
        /// 2. May it have taken effect? A timeout is [`DeadlineExceeded`](Self::DeadlineExceeded):
        ///    retry it only if repeating does no harm.
        /// 3. Does waiting help? Then it is [`Unavailable`](Self::Unavailable) (the system),
        ///    [`ResourceExhausted`](Self::ResourceExhausted) (a limit, such as "too fast") or
        ///    [`Aborted`](Self::Aborted) (another request at the same time, such as "a login is
        ///    under way"). A limit on what exists, such as "the group is full", is also
        ///    `ResourceExhausted`, but something has to go before a retry helps.
        /// 4. Must the state change first? Then it is
        ///    [`FailedPrecondition`](Self::FailedPrecondition), such as "log out first",
        ///    "not in the group" and "too late to retract"; [`NotFound`](Self::NotFound) if what
        ///    the request names is missing; [`Unauthenticated`](Self::Unauthenticated) if a login
        ///    helps; and [`PermissionDenied`](Self::PermissionDenied) if someone else decides:
        ///    "not permitted", banned, barred and blacklisted.
        ///
        /// If the same request would fail in every state, such as one with too long a text, it is
        /// [`InvalidArgument`](Self::InvalidArgument). A code with several meanings is
        /// [`Unknown`](Self::Unknown). "Not set" after a request to unset is
        /// `FailedPrecondition`, since no kind says that there is nothing to undo; a column can
        /// say it, as `WebCode::is_done` does.
        ///
        /// A variant gets its kind from `#[code(…, kind = NotFound)]`. Without that, it is
        /// [`Ok`](Self::Ok) for a success code and [`Unknown`](Self::Unknown) otherwise.
        ///
        /// It is displayed, parsed and, with the feature `serde`, serialized as its name in
        /// `google.rpc.Code`:
        ///
        /// ```
        /// use jmessage_codes::Kind;
        ///
        /// assert_eq!(Kind::NotFound.to_string(), "NOT_FOUND");
        /// assert_eq!("NOT_FOUND".parse(), Ok(Kind::NotFound));
        /// ```
        ///
        /// [`google.rpc.Code`]: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[$documentation])* $name = $grpc_code,)*
        }

        impl Kind {
            /// All kinds, in the order of their numbers in gRPC.
            ///
            /// ```
            /// use jmessage_codes::Kind;
            ///
            /// for kind in Kind::ALL {
            ///     println!("{kind} is sent as {}", kind.http_status());
            /// }
            /// ```
            pub const ALL: [Self; 17] = [$(Self::$name),*];

            /// The status that HTTP gateways send for this kind, according to `google.rpc.Code`.
            ///
            /// ```
            /// use jmessage_codes::Kind;
            ///
            /// assert_eq!(Kind::NotFound.http_status(), 404);
            /// ```
            #[must_use]
            pub const fn http_status(self) -> u16 {
                match self {
                    $(Self::$name => $http_status,)*
                }
            }

            /// The number of this kind in gRPC.
            ///
            /// ```
            /// use jmessage_codes::Kind;
            ///
            /// assert_eq!(Kind::NotFound.grpc_code(), 5);
            /// ```
            #[must_use]
            pub const fn grpc_code(self) -> i32 {
                self as i32
            }

            /// The kind with this number in gRPC. An unknown number is
            /// [`Unknown`](Self::Unknown), as in gRPC.
            ///
            /// With it, a client can treat the status of a peer like a code of its own:
            ///
            /// ```
            /// use jmessage_codes::Kind;
            ///
            /// assert!(Kind::from_grpc_code(14).is_retryable());
            /// assert_eq!(Kind::from_grpc_code(99), Kind::Unknown);
            /// ```
            #[must_use]
            pub const fn from_grpc_code(code: i32) -> Self {
                match code {
                    $($grpc_code => Self::$name,)*
                    _ => Self::Unknown,
                }
            }

            /// The name of this kind in `google.rpc.Code`.
            ///
            /// ```
            /// use jmessage_codes::Kind;
            ///
            /// assert_eq!(Kind::NotFound.name(), "NOT_FOUND");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $canonical_name,)*
                }
            }
        }
    };
}

kinds! {
    /// The request succeeded.
    Ok = 0, 200, "OK";
    /// The caller cancelled the request.
    Cancelled = 1, 499, "CANCELLED";
    /// The cause is not known, or the table does not say.
    Unknown = 2, 500, "UNKNOWN";
    /// The request is wrong, whatever the state of the system.
    InvalidArgument = 3, 400, "INVALID_ARGUMENT";
    /// The deadline passed before the request finished. The request may still have taken effect.
    DeadlineExceeded = 4, 504, "DEADLINE_EXCEEDED";
    /// What the request names does not exist.
    NotFound = 5, 404, "NOT_FOUND";
    /// What the request would create or set is already there.
    AlreadyExists = 6, 409, "ALREADY_EXISTS";
    /// The caller is known but may not do this.
    PermissionDenied = 7, 403, "PERMISSION_DENIED";
    /// A limit is reached, such as a quota or a rate.
    ResourceExhausted = 8, 429, "RESOURCE_EXHAUSTED";
    /// The system is not in the state that the request needs. Change the state first.
    FailedPrecondition = 9, 400, "FAILED_PRECONDITION";
    /// The request conflicted with another one that ran at the same time.
    Aborted = 10, 409, "ABORTED";
    /// The request goes past the end, for example of a file or a list.
    OutOfRange = 11, 400, "OUT_OF_RANGE";
    /// The system does not support the request.
    Unimplemented = 12, 501, "UNIMPLEMENTED";
    /// The system is broken.
    Internal = 13, 500, "INTERNAL";
    /// The system cannot serve the request at the moment.
    Unavailable = 14, 503, "UNAVAILABLE";
    /// Data is lost or damaged and cannot be recovered.
    DataLoss = 15, 500, "DATA_LOSS";
    /// The caller is not known: log in, or log in again.
    Unauthenticated = 16, 401, "UNAUTHENTICATED";
}

impl Kind {
    /// The kind that best matches an HTTP status; `None` if the status is neither a success (2xx)
    /// nor an error (4xx, 5xx).
    ///
    /// The mapping is this crate's reading of RFC 9110. It is the inverse of
    /// [`http_status`](Self::http_status) if only one kind has the status. If several have it,
    /// one is chosen: 409 is `AlreadyExists`, 400 `InvalidArgument` and 500 `Internal`.
    ///
    /// ```
    /// use jmessage_codes::Kind;
    ///
    /// assert_eq!(Kind::from_http_status(410), Some(Kind::NotFound));
    /// assert_eq!(Kind::from_http_status(204), Some(Kind::Ok));
    /// assert_eq!(Kind::from_http_status(302), None);
    /// ```
    #[must_use]
    pub const fn from_http_status(status: u16) -> Option<Self> {
        Some(match status {
            200..=299 => Self::Ok,
            400 | 406 | 411 | 413 | 414 | 415 | 422 | 431 => Self::InvalidArgument,
            401 | 407 | 511 => Self::Unauthenticated,
            403 | 451 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            405 | 501 | 505 => Self::Unimplemented,
            408 | 504 => Self::DeadlineExceeded,
            409 => Self::AlreadyExists,
            416 => Self::OutOfRange,
            429 | 507 => Self::ResourceExhausted,
            499 => Self::Cancelled,
            425 | 502 | 503 => Self::Unavailable,
            // Any other status of the class.
            400..=499 => Self::FailedPrecondition,
            500..=599 => Self::Internal,
            _ => return None,
        })
    }

    /// Whether the same request may succeed later, unless the row of a code says otherwise.
    ///
    /// This is only the default: `#[code(…, retryable = true)]` or `= false` overrides it for a
    /// code. If you have the code, call its [`is_retryable`](crate::ErrorCatalog::is_retryable)
    /// instead.
    ///
    /// It is true for [`Unavailable`](Self::Unavailable),
    /// [`ResourceExhausted`](Self::ResourceExhausted), [`Aborted`](Self::Aborted) and
    /// [`DeadlineExceeded`](Self::DeadlineExceeded). `google.rpc.Code` leaves some of this open;
    /// the choice is this crate's. Wait before you retry, and give up after a few attempts.
    ///
    /// ```
    /// use jmessage_codes::Kind;
    ///
    /// assert!(Kind::Unavailable.is_retryable());
    /// assert!(!Kind::InvalidArgument.is_retryable());
    /// ```
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        matches!(
            self,
            Self::Unavailable | Self::ResourceExhausted | Self::Aborted | Self::DeadlineExceeded
        )
    }
}

/// The name in `google.rpc.Code`.
impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// From the name in `google.rpc.Code`.
impl FromStr for Kind {
    type Err = ParseKindError;

    fn from_str(name: &str) -> Result<Self, ParseKindError> {
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or(ParseKindError(()))
    }
}

/// A text that is not the name of a [`Kind`]: the error of `FromStr`.
///
/// ```
/// use jmessage_codes::Kind;
///
/// let error = "404".parse::<Kind>().err().ok_or("a kind")?;
/// assert_eq!(error.to_string(), "expected the name of a kind, such as NOT_FOUND");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseKindError(());

impl fmt::Display for ParseKindError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {EXPECTED}")
    }
}

impl Error for ParseKindError {}

const EXPECTED: &str = "the name of a kind, such as NOT_FOUND";

#[cfg(feature = "serde")]
crate::by_name::serde_by_name!(Kind, EXPECTED, Kind::name, Kind::ALL);
