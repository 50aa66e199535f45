use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column)]
#[catalog(column())]
#[catalog(column = 1)]
#[catalog(column(severity))]
#[catalog(column(severity: u8 3))]
#[catalog(column(severity: u8, 3))]
#[catalog(column(a: u8 = 0, b: u8 = 0))]
#[catalog(column(severity: u8 =))]
#[catalog(column(severity: = 3))]
#[catalog(column(3))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
