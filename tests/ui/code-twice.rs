use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(880203, "target user not exist")]
    TargetUserNotExist,
    #[code(880203, "target does not exist")]
    TargetNotExist,
}

fn main() {}
