use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum)]
enum E {
    #[code(1, "a")]
    A(String),
}

fn main() {}
