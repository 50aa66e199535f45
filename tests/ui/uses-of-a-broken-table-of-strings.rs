use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("23505", "a")]
    A,
    #[code("23505", "b")]
    B,
}

fn generic<C: ErrorCatalog<Code = &'static str>>(code: &str) -> Option<C> {
    C::from_code(code)
}

fn question(code: String) -> Result<E, Box<dyn std::error::Error>> {
    let _: E = code.parse()?;
    Ok(E::try_from(code.as_str())?)
}

fn main() {
    const KNOWN: Option<E> = E::from_code("00000");
    let code: &'static str = E::A.into();
    println!("{KNOWN:?} {code} {:?} {:?}", generic::<E>(E::B.code()), question(String::new()));
}
