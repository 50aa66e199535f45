use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: match = ""), column(retriable: crate), column(next: Self = Self::A))]
#[catalog(column(type: u8 = 1), column(r#match: gen = 1))]
enum E {
    #[code(1, "a", retriable = true)]
    A,
}

fn main() {
    let _ = (E::A.next() == E::A, E::A.code());
}
