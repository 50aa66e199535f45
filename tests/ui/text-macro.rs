use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, concat!("a", "b"))]
    A,
    #[code(2, "b", format!("{}", 2))]
    B,
}

fn main() {}
