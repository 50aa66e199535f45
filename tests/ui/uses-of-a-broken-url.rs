use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(url = "https://errors.example/{cod}")]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {
    println!("{}", E::A.url());
}
