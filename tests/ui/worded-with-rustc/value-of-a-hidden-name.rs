use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(first: E), column(second: &str = __NAMES.get(0)))]
enum E {
    #[code(1, "a", first = __VARIANTS[0])]
    A,
    #[code(2, "b", first = __entry(0))]
    B,
    #[code(3, "c", first = code)]
    C,
}

fn main() {
    let _ = (E::A.first().code(), E::B.message());
}
