use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: &str = fn), column(retriable: bool))]
enum E {
    #[code(1, "a", zh = match, retriable = false)]
    A,
    #[code(2, "b", zh = _, retriable = yield)]
    B,
    #[code(3, "c", retriable = Self)]
    C,
    #[code(4, "d", zh = 'static, retriable = true)]
    D,
    #[code(other, "d", retriable = crate)]
    Other(Unlisted<Self>),
}

fn main() {
    let _ = (E::A.zh().len(), !E::B.retriable(), E::from(7).code());
}
