use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(weight: u8))]
enum E {
    #[code(1, "a", weight = 2)]
    A,
    #[code(1, "b", weight = 3)]
    B,
}

const FOUND: E = match E::from_code(1) {
    Some(found) => found,
    None => panic!(),
};
const NAMES: [&str; E::ENTRIES.len()] = ["A", "B"];
const FIRST: &str = E::ENTRIES.get(0).unwrap().name();
const FOUND_BY_MESSAGE: Option<E> = E::from_message("a").first();
const ENTRY: u32 = E::A.entry().unwrap().code();
const WEIGHT: [u8; E::B.weight() as usize] = [0; E::A.weight() as usize];

fn main() {
    assert!(const { E::from_code(1).is_some() });
    println!("{FOUND:?} {NAMES:?} {FIRST} {FOUND_BY_MESSAGE:?} {ENTRY} {WEIGHT:?}");
}
