use jmessage_codes::{AnyCatalog, ErrorCatalog};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retried: bool = false))]
enum E {
    #[code(1, "a")]
    A,
    #[code(2, "b", retried = true)]
    B(u8),
    #[code(3, "c")]
    C,
}

const FOUND: Option<E> = E::from_code(1);
const MESSAGE: &str = E::A.message();
static ALL: AnyCatalog = AnyCatalog::of::<E>();

fn log<C: ErrorCatalog>(code: C) {
    println!("{} {}", code.code(), code.message());
}

fn find(number: u32) -> Result<E, Box<dyn std::error::Error>> {
    let parsed: E = "3".parse()?;
    log(parsed);
    Ok(E::try_from(number)?)
}

fn main() {
    log(E::A);
    println!("{FOUND:?} {MESSAGE} {} {:?}", ALL.name(), find(3).map(E::name));
    for entry in E::ENTRIES {
        println!("{entry} {}", entry.variant().retried());
    }
    if E::A == 1 {
        println!("{}", u32::from(E::B(7)));
    }
}
