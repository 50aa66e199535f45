use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: &str), column(en: &str = + ))]
enum E {
    #[code(1, "a", zh = gen)]
    A,
    #[code(2, "b", zh = 'label: b)]
    B,
    #[code(3, "c", zh = a b)]
    C,
    #[code(4, "d", zh = match x)]
    D,
}

fn main() {
    let _ = (E::A.zh().len(), E::B.message());
}
