use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(serde(number))]
enum E {
    #[code("1", "a")]
    A,
}

fn main() {}
