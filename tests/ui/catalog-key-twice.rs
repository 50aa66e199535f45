use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16, code = u32)]
#[catalog(range = 1..=2)]
#[catalog(range = 1..=2)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
