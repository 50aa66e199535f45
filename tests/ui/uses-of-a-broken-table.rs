use jmessage_codes::{ErrorCatalog, Variants};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool), column(zh: &str = ""))]
enum E {
    #[code(-1, "a")]
    A,
    #[code(-1, "b", retriable = true)]
    B,
}

fn generic<C: ErrorCatalog>(catalog: Variants<C>) -> usize {
    C::ENTRIES.len() + catalog.len()
}

fn question(number: i32) -> Result<(), Box<dyn std::error::Error>> {
    E::try_from(number)?.into_result().map_err(E::name)?;
    "7".parse::<E>()?;
    Ok(())
}

fn main() {
    const KNOWN: Option<E> = E::from_code(-1);
    let code: i32 = E::A.into();
    let texts = [E::A.name(), E::A.message(), E::B.description()];
    let entry = E::A.entry().map(|entry| (entry.code(), entry.variant() == E::B));
    let found: Variants<E> = E::from_message("a");
    let columns: (bool, &'static str) = (E::A.retriable(), E::B.zh());
    println!("{code} {texts:?} {entry:?} {columns:?} {}", E::A.is_success() || E::A.is_retryable());
    let _ = (KNOWN, generic(found), question(E::B.code()), E::from_code(1).map(E::message));
}
