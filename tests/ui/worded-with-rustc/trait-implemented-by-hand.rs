use jmessage_codes::{Coded, Entries, Entry, ErrorCatalog, Variants};

#[derive(Clone, Copy, PartialEq, Eq)]
enum E {
    A,
}

impl Coded for E {
    type Catalog = Self;

    fn error_code(&self) -> Self {
        *self
    }
}

impl ErrorCatalog for E {
    type Code = u32;
    const NAME: &'static str = "E";
    const ENTRIES: Entries<Self> = panic!();

    fn from_code(_: u32) -> Option<Self> {
        None
    }

    fn from_message(_: &str) -> Variants<Self> {
        panic!()
    }

    fn entry(self) -> Option<Entry<Self>> {
        None
    }

    fn code(self) -> u32 {
        0
    }

    fn name(self) -> &'static str {
        ""
    }

    fn message(self) -> &'static str {
        ""
    }

    fn description(self) -> &'static str {
        ""
    }

    fn kind(self) -> jmessage_codes::Kind {
        jmessage_codes::Kind::Unknown
    }

    fn is_success(self) -> bool {
        false
    }

    fn is_retryable(self) -> bool {
        false
    }

    fn is_retired(self) -> bool {
        false
    }

    fn aliases(self) -> &'static [u32] {
        &[]
    }

    fn into_result(self) -> Result<(), Self> {
        Ok(())
    }
}

fn main() {}
