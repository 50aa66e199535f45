use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E<const N: usize> {
    #[code(1, "a")]
    A,
    #[code(2, "b")]
    B,
}

fn question(number: u32) -> Result<E<8>, Box<dyn std::error::Error>> {
    Ok(E::try_from(number)?)
}

fn main() {
    const KNOWN: Option<E<8>> = E::from_code(1);
    let code: u32 = E::<8>::B.into();
    println!("{KNOWN:?} {code} {} {:?}", E::<8>::A.message(), question(E::<8>::B.code()));
}
