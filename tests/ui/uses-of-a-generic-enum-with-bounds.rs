use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[cfg_attr(all(), catalog(column(zh: &str = "")))]
enum E<const N: usize>
where
    [u8; N]: Copy,
{
    #[code("1", "a")]
    A,
    #[code("2", "b")]
    B,
}

fn main() {
    let found: Option<E<8>> = E::from_code("1");
    let parsed = "1".parse::<E<8>>().is_ok();
    let _ = (found, parsed, E::<8>::A.zh());
}
