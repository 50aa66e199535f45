use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, range = -1..=200, column(retriable: bool = false))]
enum Broker {
    #[code(0, "none", "No error", sucess)]
    None,
    #[code(-2, "unknown server error")]
    UnknownServerError,
    #[code(1, "offset out of range", retriabel = true)]
    OffsetOutOfRange,
    CorruptMessage,
    #[code(0x3, "unknown topic")]
    UnknownTopic,
    #[code("4", "invalid fetch size")]
    InvalidFetchSize,
    #[code(40_000, "leader not available")]
    LeaderNotAvailable,
    #[code(7)]
    RequestTimedOut,
    #[code(3 | 5, "broker not available")]
    BrokerNotAvailable,
    #[code(other, "unlisted error")]
    Other(u16),
}

fn main() {}
