use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(url = "https://errors.example/all codes/{code}")]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
