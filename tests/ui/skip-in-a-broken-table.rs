//! What the user has in place of the skipped impls causes no errors of its own.

use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(skip(FromStr, TryFrom, code))]
enum E {
    #[code(1, "a", kin = NotFound)]
    A,
}

impl E {
    fn code(self) -> u8 {
        1
    }
}

impl std::str::FromStr for E {
    type Err = ();

    fn from_str(_: &str) -> Result<Self, ()> {
        Ok(Self::A)
    }
}

impl TryFrom<u32> for E {
    type Error = ();

    fn try_from(_: u32) -> Result<Self, ()> {
        Ok(Self::A)
    }
}

fn main() {
    let _: u8 = E::A.code();
    let _: Result<E, ()> = "1".parse();
}
