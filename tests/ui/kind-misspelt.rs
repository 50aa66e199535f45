use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", kind = Unavailabel)]
    A,
    #[code(2, "b", kind = NOT_FOUND)]
    B,
    #[code(3, "c", kind = "not_found")]
    C,
    #[code(4, "d", kind = Kind::Internal)]
    D,
    #[code(5, "e", kind = internal)]
    E,
}

fn main() {}
