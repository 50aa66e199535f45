use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(schemars(number))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
