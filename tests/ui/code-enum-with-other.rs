use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum E {
    #[code(1, "a")]
    A(u32),
    #[code(other, "other")]
    Other(Unlisted<AppCode>),
}

fn main() {}
