use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {
    E::A.retriable(1);
}
