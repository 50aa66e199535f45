use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[cfg_attr(all(), catalog(column(zh: &str = "")))]
enum E<'code, T>
where
    T: Copy + 'code,
{
    #[code("1", "a")]
    A,
    #[code("2", "b")]
    B(&'code T),
}

fn main() {
    let found: Option<E<u8>> = E::from_code("1");
    let parsed = "1".parse::<E<u8>>().is_ok();
    let _ = (found, parsed, E::<u8>::A.zh());
}
