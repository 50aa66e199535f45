use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: &str = "a"), column(other_zh: &str = __COLUMN_0[0]))]
enum E {
    #[code(1, "a", zh = (__COLUMN_1[0]))]
    A,
}

fn main() {
    let _ = E::A.zh().len();
}
