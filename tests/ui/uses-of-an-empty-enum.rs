use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E {}

fn main() {
    const KNOWN: Option<E> = E::from_code(1);
    let parsed: Result<E, _> = "7".parse();
    println!("{KNOWN:?} {parsed:?} {:?} {}", E::try_from(7), <E as ErrorCatalog>::ENTRIES.len());
}
