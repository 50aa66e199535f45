use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(pointer: *const u8 = std::ptr::null()))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
