use clap::Parser;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jmessage_codes::{Entry, ErrorCatalog, WebCode};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
pub enum State {
    #[code("00000", "successful completion", success)]
    Successful,
    #[code("23505", "unique violation")]
    UniqueViolation,
}

#[derive(Debug, Parser)]
pub struct Arguments {
    /// `FromStr` parses any code.
    pub code: WebCode,

    /// The help lists the codes with their messages.
    #[arg(long, value_parser = listed::<State>())]
    pub state: Option<State>,
}

fn listed<C: ErrorCatalog<Code = &'static str>>() -> impl TypedValueParser<Value = C> {
    let value = |entry: Entry<C>| PossibleValue::new(entry.code()).help(entry.message());
    let values = PossibleValuesParser::new(C::ENTRIES.iter().map(value));
    values.try_map(|code| C::try_from_code(&code))
}
