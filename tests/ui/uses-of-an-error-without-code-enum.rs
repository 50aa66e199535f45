use jmessage_codes::{Coded, ErrorCatalog};

#[derive(Debug, thiserror::Error, ErrorCatalog)]
enum E {
    #[error("a")]
    #[code(1, "a")]
    A,
    #[error("b")]
    #[code(2, "b")]
    B { text: String },
}

fn log(error: &impl Coded) {
    println!("{}", error.error_code().name());
}

fn main() {
    let error = E::B { text: String::new() };
    log(&error);
    println!("{} {} {}", error.code(), error.name(), E::A.message());
}
