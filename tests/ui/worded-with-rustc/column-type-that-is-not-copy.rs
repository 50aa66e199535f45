use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(note: String = String::new()))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
