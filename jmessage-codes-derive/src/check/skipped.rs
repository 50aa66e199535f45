//! The rules of `skip(…)`.

use crate::errors::{Errors, Place};
use crate::reserved;
use crate::suggestion::did_you_mean;
use crate::table::Table;

const TRY_FROM: &str = "TryFrom";
const IMPLS: [&str; 4] = ["From", TRY_FROM, "FromStr", "PartialEq"];

/// Checks the names, once it is known whether there is an `other` variant.
pub(super) fn check(table: &Table, errors: &mut Errors) {
    let names: Vec<&str> =
        IMPLS.into_iter().chain(reserved::methods(&table.catalog.attribute)).collect();
    let skipped = &table.catalog.attribute.skipped;
    for (index, name) in skipped.iter().enumerate() {
        let message = if skipped[..index].contains(name) {
            format!("duplicate `{name}` in `skip`; remove one")
        } else if !names.iter().any(|known| name == known) {
            let hint = did_you_mean(&name.to_string(), names.iter().copied())
                .unwrap_or_else(|| format!("the names are: {}", names.join(", ")));
            format!("unknown name `{name}` in `skip`; {hint}")
        } else if name == TRY_FROM && table.other.is_some() {
            "with an `other` variant, the derive makes `From` instead of `TryFrom`; write `From`"
                .to_owned()
        } else {
            continue;
        };
        errors.push_at(Place::Enum, name, message);
    }
}
