use jmessage_codes::ErrorCatalog;
use postcard::experimental::max_size::MaxSize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16, serde)]
pub enum Door {
    #[code(700, "door jammed")]
    Jammed,
}

/// By hand: the derive of postcard counts variants, but serde writes the code.
impl MaxSize for Door {
    const POSTCARD_MAX_SIZE: usize = u16::POSTCARD_MAX_SIZE;
}
