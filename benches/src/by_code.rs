//! The contenders by code.

use std::collections::HashMap;

use jmessage_codes::ErrorCatalog;
use num_enum::TryFromPrimitive;
use rustc_hash::FxBuildHasher;

use crate::contender::{Contender, OURS, Variant, number};
use crate::table::Row;

/// This crate, the maps, and the other structures in memory.
pub(crate) fn structures<C>(
    rows: &[Row],
    codes: &[u32],
    phf: &'static phf::Map<u32, C>,
) -> Vec<Contender>
where
    C: ErrorCatalog<Code = u32> + Variant,
{
    let catalog = || C::ENTRIES.iter().map(|entry| (entry.code(), entry.variant()));
    let mut sorted: Vec<(u32, C)> = catalog().collect();
    sorted.sort_unstable_by_key(|(code, _)| *code);
    let search = move |code: &u32| {
        let found = sorted.binary_search_by_key(code, |(code, _)| *code);
        found.ok().map(|position| sorted[position].1)
    };
    let siphash: HashMap<u32, C> = catalog().collect();
    let fxhash: HashMap<u32, C, FxBuildHasher> = catalog().collect();
    vec![
        Contender::new(OURS, codes.to_vec(), |code| number(C::from_code(*code))),
        floor::<C>(rows, codes),
        Contender::new("`FxHashMap`", codes.to_vec(), move |code| {
            number(fxhash.get(code).copied())
        }),
        Contender::new("`HashMap`", codes.to_vec(), move |code| number(siphash.get(code).copied())),
        Contender::new("binary search", codes.to_vec(), move |code| number(search(code))),
        Contender::new("phf", codes.to_vec(), |code| number(phf.get(code).copied())),
    ]
}

/// A plain array index; no lookup can beat it. The queries are positions; that
/// of a miss is one after the last row, where the array has `None`.
fn floor<C: ErrorCatalog<Code = u32> + Variant>(rows: &[Row], codes: &[u32]) -> Contender {
    let positions: HashMap<u32, usize> =
        rows.iter().enumerate().map(|(position, row)| (row.code, position)).collect();
    let positions = codes.iter().map(|code| positions.get(code).copied().unwrap_or(rows.len()));
    let variants: Vec<Option<C>> =
        C::ENTRIES.iter().map(|entry| Some(entry.variant())).chain([None]).collect();
    let positions: Vec<u32> = positions.filter_map(|position| position.try_into().ok()).collect();
    Contender::new("floor: array index", positions, move |position| {
        number(variants[*position as usize])
    })
}

/// The contenders with one `match` arm per code.
pub(crate) fn match_arms<C: Variant, D: Variant + TryFromPrimitive<Primitive = u32>>(
    codes: &[u32],
    plain_match: impl Fn(u32) -> Option<C> + 'static,
    from_repr: impl Fn(u32) -> Option<D> + 'static,
) -> Vec<Contender> {
    vec![
        Contender::new("`match`", codes.to_vec(), move |code| number(plain_match(*code))),
        Contender::new("strum `FromRepr`", codes.to_vec(), move |code| number(from_repr(*code))),
        Contender::new("`num_enum`", codes.to_vec(), |code| {
            number(D::try_from_primitive(*code).ok())
        }),
    ]
}
