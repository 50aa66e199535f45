use jmessage_codes::ErrorCatalog;

macro_rules! catalog {
    ($($variant:ident $code:expr, $message:expr;)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
        enum E {
            $(#[code($code, $message)] $variant,)*
        }
    };
}

catalog! {
    A 1, "a";
    B 2 + 1, "b";
    C 3.0, "c";
    D 4.0, concat!("d", "d");
    E 1, b"e";
}

fn main() {}
