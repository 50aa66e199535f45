use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = E)]
enum E {
    #[code(1, "a")]
    A(u32),
}

fn main() {}
