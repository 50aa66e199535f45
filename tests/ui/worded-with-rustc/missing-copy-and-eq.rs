use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(u32),
}

fn main() {}
