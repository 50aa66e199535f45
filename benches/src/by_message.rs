//! The contenders by message.

use std::collections::HashMap;
use std::str::FromStr;

use jmessage_codes::ErrorCatalog;
use rustc_hash::FxBuildHasher;

use crate::contender::{Contender, OURS, Variant, number};

/// This crate and the maps.
pub(crate) fn structures<C: ErrorCatalog + Variant>(
    messages: &[String],
    phf: &'static phf::Map<&str, C>,
) -> Vec<Contender> {
    let first = |text: &String| C::from_message(text).first();
    // Of the variants with the same message, the map keeps the one inserted
    // last: in reverse order, the first.
    let catalog = C::ENTRIES.iter().rev().map(|entry| (entry.message(), entry.variant()));
    let fxhash: HashMap<&str, C, FxBuildHasher> = catalog.collect();
    let fxhash = move |text: &String| fxhash.get(text.as_str()).copied();
    vec![
        Contender::new(OURS, messages.to_vec(), move |text| number(first(text))),
        Contender::new("`FxHashMap`", messages.to_vec(), move |text| number(fxhash(text))),
        Contender::new("phf", messages.to_vec(), |text| number(phf.get(text.as_str()).copied())),
    ]
}

/// strum, which compares the text with one message after the other, and strum
/// with its own phf map.
pub(crate) fn match_arms<S: FromStr + Variant, P: FromStr + Variant>(
    messages: &[String],
) -> Vec<Contender> {
    vec![
        Contender::new("strum `EnumString`", messages.to_vec(), |text| {
            number(S::from_str(text).ok())
        }),
        Contender::new("strum `EnumString`, `use_phf`", messages.to_vec(), |text| {
            number(P::from_str(text).ok())
        }),
    ]
}
