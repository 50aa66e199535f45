use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq)]
enum E {
    A,
}

fn count<C: ErrorCatalog>() -> usize {
    C::ENTRIES.len()
}

fn main() {
    count::<E>();
}
