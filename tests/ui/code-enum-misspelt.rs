use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(codeenum = AppCode)]
enum E {
    #[code(1, "a")]
    A(String),
}

fn main() {}
