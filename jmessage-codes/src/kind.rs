//! What kind of answer a code is, in a vocabulary that all catalogs share.

use core::fmt;

macro_rules! kinds {
    ($($(#[$documentation:meta])* $name:ident = $grpc_code:literal, $http_status:literal, $canonical_name:literal;)*) => {
        /// What kind of answer a code is, in a vocabulary that all catalogs share.
        ///
        /// The kinds are the seventeen codes of [`google.rpc.Code`], which gRPC and many
        /// HTTP gateways use. A program that has several catalogs can act on the kind
        /// without knowing their codes.
        ///
        /// # Which kind a code has
        ///
        /// Four questions decide, in this order:
        ///
        /// 1. Is it so already? "Already set" and "already a friend" are
        ///    [`AlreadyExists`](Self::AlreadyExists), if the caller can take them for done.
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
        /// A variant gets its kind from `#[code(…, kind = NotFound)]`. Without that, the kind
        /// is [`Ok`](Self::Ok) for a success code and otherwise [`Unknown`](Self::Unknown).
        ///
        /// ```
        /// use jmessage_codes::Kind;
        ///
        /// assert_eq!(Kind::NotFound.http_status(), 404);
        /// assert_eq!(Kind::NotFound.grpc_code(), 5);
        /// assert!(Kind::Unavailable.is_retryable());
        /// assert_eq!(Kind::NotFound.to_string(), "NOT_FOUND");
        /// ```
        ///
        /// [`google.rpc.Code`]: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[$documentation])* $name = $grpc_code,)*
        }

        impl Kind {
            /// The status that HTTP gateways send for this kind, as `google.rpc.Code` documents
            /// it.
            #[must_use]
            pub const fn http_status(self) -> u16 {
                match self {
                    $(Self::$name => $http_status,)*
                }
            }

            /// The number of this kind in gRPC.
            #[must_use]
            pub const fn grpc_code(self) -> u8 {
                self as u8
            }

            pub(crate) const fn from_number(number: u8) -> Self {
                match number {
                    $($grpc_code => Self::$name,)*
                    _ => Self::Unknown,
                }
            }

            /// The name of this kind in `google.rpc.Code`, such as `NOT_FOUND`.
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
    /// The request goes past the end of what there is.
    OutOfRange = 11, 400, "OUT_OF_RANGE";
    /// The system does not support the request.
    Unimplemented = 12, 501, "UNIMPLEMENTED";
    /// The system is broken.
    Internal = 13, 500, "INTERNAL";
    /// The system cannot answer at the moment.
    Unavailable = 14, 503, "UNAVAILABLE";
    /// Data is lost or damaged and cannot be recovered.
    DataLoss = 15, 500, "DATA_LOSS";
    /// The caller is not known: log in, or log in again.
    Unauthenticated = 16, 401, "UNAUTHENTICATED";
}

impl Kind {
    /// Whether the same request may succeed later, unless the row of a code says otherwise.
    ///
    /// This is only the default of a row: `#[code(…, retryable = true)]` or `= false` says
    /// it for one code. So ask the code,
    /// [`is_retryable`](crate::ErrorCatalog::is_retryable), if there is one.
    ///
    /// It is true for [`Unavailable`](Self::Unavailable),
    /// [`ResourceExhausted`](Self::ResourceExhausted), [`Aborted`](Self::Aborted) and
    /// [`DeadlineExceeded`](Self::DeadlineExceeded). `google.rpc.Code` leaves this open in
    /// part; it is this crate's reading. Wait before you retry, and stop after some tries.
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
