//! Another vendor's table: codes of its own type, aliases, kinds that say what to do,
//! and a column with the texts in a second language.

use jmessage_codes::{ErrorCatalog, Unlisted};

/// The errors of a parcel locker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, thiserror::Error)]
#[error("{} ({})", self.description(), self.code())]
#[catalog(
    code = i16,
    range = -99..=999,
    column(
        /// The description in German.
        de: &'static str
    )
)]
enum Locker {
    #[code(0, "ok", "Done", success, de = "Erledigt")]
    Done,
    #[code(-1, "internal", "The locker failed", kind = Unavailable, de = "Störung im Schließfach")]
    Internal,
    /// Every compartment of this size is taken.
    #[code(17 | 117, "full", kind = ResourceExhausted, de = "Kein Fach dieser Größe ist frei")]
    Full,
    #[code(
        404,
        "no parcel",
        "No parcel under this number",
        kind = NotFound,
        de = "Keine Sendung mit dieser Nummer"
    )]
    NoParcel,
    #[code(other, "unlisted", "A code that is not listed", de = "Unbekannter Fehler")]
    Other(Unlisted<Self>),
}

// Lookups are `const`: the compiler does this one.
const FULL: Option<Locker> = Locker::from_code(117);

fn report(number: i16) {
    let code = Locker::from(number);
    match code.into_result() {
        Ok(()) => println!("{number:>5}: fine"),
        Err(error) if error.is_retryable() => {
            println!("{number:>5}: {error}, try again later");
        }
        Err(error) => println!("{number:>5}: {error} / {}", error.de()),
    }
}

fn main() {
    println!("the table:");
    for entry in Locker::ENTRIES {
        println!("  {entry}, aliases {:?}", entry.aliases());
    }
    for number in [0, -1, 17, 117, 404, 500] {
        report(number);
    }
    assert_eq!(FULL, Some(Locker::Full));
}
