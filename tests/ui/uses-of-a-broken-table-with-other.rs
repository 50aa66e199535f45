use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", success)]
    A,
    #[code(other, "other")]
    Other { code: u32 },
}

fn keep(number: u32) -> E {
    E::from(number)
}

fn main() {
    const KNOWN: Option<E> = E::from_code(1);
    const KEPT: E = E::from_code_or_other(7);
    let parsed: Result<E, _> = "7".parse();
    let code = match KNOWN.unwrap_or(keep(2)) {
        E::A => 1,
        E::Other { code } => code,
    };
    println!("{:?} {:?} {code} {}", parsed, keep(7).entry(), KEPT == 7);
}
