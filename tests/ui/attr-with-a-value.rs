use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = Code)]
enum E {
    #[code(1, "a", attr = "#[default]")]
    A(u8),
}

fn main() {}
