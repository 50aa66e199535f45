use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable bool = false))]
enum E {
    #[code(1, "a", retriable = true)]
    A,
    #[code(2, "b", retriable)]
    B,
}

fn main() {
    E::A.retriable();
}
