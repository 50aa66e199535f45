use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E<T> {
    #[code(1, "a")]
    A,
    #[code(2, "b")]
    B(T),
}

fn main() {}
