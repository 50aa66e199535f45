use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, ErrorCatalog)]
union U {
    a: u32,
}

fn main() {}
