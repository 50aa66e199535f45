use jmessage_codes::{ErrorCatalog, WebCode};
use prost::Message;

/// With `i32` codes and a default, a catalog is an enumeration for prost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32)]
pub enum Door {
    #[default]
    #[code(0, "fine", success)]
    Fine,
    #[code(7, "door jammed")]
    Jammed,
}

#[derive(Clone, PartialEq, Message)]
pub struct Failure {
    /// The field holds the number, and the method `door()` returns the variant.
    #[prost(enumeration = "Door", tag = 1)]
    pub door: i32,
    /// Any other catalog is sent as its number.
    #[prost(uint32, tag = 2)]
    pub web: u32,
}

impl Failure {
    pub fn web(&self) -> WebCode {
        self.web.into()
    }
}
