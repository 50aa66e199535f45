use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32)]
enum E {
    #[code(0xC000_0005, "access violation")]
    AccessViolation,
}

fn main() {}
