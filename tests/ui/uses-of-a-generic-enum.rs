use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E<T> {
    #[code(1, "a")]
    A,
    #[code(2, "b")]
    B(T),
}

fn question(number: u32) -> Result<E<u8>, Box<dyn std::error::Error>> {
    Ok(E::try_from(number)?)
}

fn main() {
    const KNOWN: Option<E<u8>> = E::from_code(1);
    let code: u32 = E::B(7).into();
    println!("{KNOWN:?} {code} {} {:?}", E::<u8>::A.message(), question(E::B(1).code()));
}
