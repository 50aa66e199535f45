use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(from: u8 = 1), column(clone: u8 = 1), column(__row: u8 = 1))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {
    let _ = (E::try_from(1), E::A.clone());
}
