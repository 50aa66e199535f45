//! The discriminants of new variants, in an enum that has explicit ones.
//!
//! A new variant gets its code as its discriminant. No other variant can have that number,
//! and `other` is often counted from the variant before it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::place::Places;
use crate::code_type::CodeType;
use crate::integer::Integer;
use crate::source::parse::variant::SourceVariant;
use crate::source::write_variant::Variant;

/// A new variant, before it is written.
pub(super) struct NewVariant<'a> {
    pub(super) variant: Variant<'a>,
    /// The number of its row.
    pub(super) row: usize,
    /// The number of variants before it.
    pub(super) before: usize,
    /// Its discriminant, if it needs one.
    pub(super) number: Option<Integer>,
}

/// The discriminants that the enum has.
pub(super) struct Discriminants<'a> {
    places: &'a Places<'a>,
    /// The variants of these numbers, without `other` and those counted from it.
    taken: HashMap<Integer, &'a str>,
    /// The variant whose discriminant only rustc knows.
    unknown: Option<&'a str>,
    counted: Option<Counted<'a>>,
    /// The variants that will be deleted.
    gone: &'a HashSet<usize>,
}

/// An `other` variant that is counted from the variant before it.
struct Counted<'a> {
    name: &'a str,
    /// The variant and those that are counted from it.
    places: Range<usize>,
    /// The number of variants before it, up to one that stays.
    before: usize,
    /// The variant that it is counted from now.
    base: Option<Integer>,
}

/// Why a variant cannot be written.
type Reason = String;

impl<'a> Discriminants<'a> {
    /// `gone` are the variants that will be deleted.
    pub(super) fn new(places: &'a Places<'a>, gone: &'a HashSet<usize>) -> Self {
        let variants = &places.source.variants;
        let counted = Counted::of(variants, gone);
        let is_counted =
            |place: &usize| counted.as_ref().is_some_and(|counted| counted.places.contains(place));
        let (mut taken, mut unknown) = (HashMap::new(), None);
        for (place, SourceVariant { name, numbers, .. }) in variants.iter().enumerate() {
            match numbers {
                _ if gone.contains(&place) || is_counted(&place) => {}
                None => unknown = unknown.or(Some(&**name)),
                Some(numbers) => taken.extend(numbers.iter().map(|number| (*number, &**name))),
            }
        }
        Self { places, taken, unknown, counted, gone }
    }

    /// Whether a new variant can have the number, leaving `other` aside.
    pub(super) fn check(&self, number: Integer) -> Result<(), Reason> {
        if !self.fits(number) {
            return Err(match self.places.source.repr {
                Some(repr) => format!("{number} does not fit #[repr({repr})]; change that"),
                None => format!("{number} does not fit isize; write #[repr(TYPE)] on the enum"),
            });
        }
        if let Some(name) = self.taken.get(&number) {
            return Err(format!("its code is the discriminant of `{name}`; change that"));
        }
        match self.unknown {
            Some(name) => Err(format!(
                "its code may be the discriminant of `{name}`, which only rustc can compute; \
                 write a number there"
            )),
            None => Ok(()),
        }
    }

    /// Puts new variants where `other` does not get the number of any of them. Returns those
    /// without such a place, by their rows.
    pub(super) fn arrange(&self, new: &mut Vec<NewVariant>) -> Vec<(usize, Reason)> {
        let mut refused = Vec::new();
        let Some(counted) = &self.counted else { return refused };
        while new.iter().any(|each| each.number.is_some()) && !self.settle(counted, new) {
            let base = counted.base;
            let follows = |each: &NewVariant| {
                let next = counted.numbers_after(base);
                each.number.is_some_and(|number| next.contains(&number))
            };
            let is_last = |each: &NewVariant| each.before == counted.before;
            let place = new.iter().position(follows).or_else(|| new.iter().rposition(is_last));
            let Some(place) = place else { break };
            let each = new.remove(place);
            let name = counted.name;
            let reason = format!(
                "`{name}` is counted from the variant before it, and would get the number of \
                 another; write one there, as in `{name}(…) = NUMBER`"
            );
            refused.push((each.row, reason));
        }
        refused
    }

    fn fits(&self, number: Integer) -> bool {
        self.places.source.repr.unwrap_or(CodeType::Isize).holds(number)
    }

    /// Whether `other` gets its own number, if necessary after a move.
    fn settle(&self, counted: &Counted, new: &mut Vec<NewVariant>) -> bool {
        let numbers: HashSet<Integer> = new.iter().filter_map(|each| each.number).collect();
        let is_free = |number: &Integer| {
            self.fits(*number) && !numbers.contains(number) && !self.taken.contains_key(number)
        };
        let can_be_last = |number: Option<Integer>| {
            number.is_some() && counted.numbers_after(number).iter().all(&is_free)
        };
        let is_at_end = |each: &NewVariant| each.before == counted.before;
        let last = new.iter().rev().find(|each| is_at_end(each));
        if can_be_last(last.map_or(counted.base, |last| last.number)) {
            return true;
        }
        let order = |each: &NewVariant| (!is_at_end(each), each.number < counted.base, each.number);
        let candidates = new.iter().enumerate().filter(|(_, each)| can_be_last(each.number));
        if let Some((place, _)) = candidates.min_by_key(|(_, each)| order(each)) {
            let each = new.remove(place);
            new.push(NewVariant { before: counted.before, ..each });
            return true;
        }
        let stays =
            |place: usize| place.checked_sub(1).is_none_or(|last| !self.gone.contains(&last));
        let can_be_there = |place: &usize| self.places.after(*place) == *place && stays(*place);
        let earlier = (0..counted.before).rev().find(can_be_there);
        match earlier.filter(|_| can_be_last(counted.base)) {
            Some(earlier) => {
                new.iter_mut()
                    .filter(|each| is_at_end(each))
                    .for_each(|each| each.before = earlier);
                true
            }
            None => false,
        }
    }
}

impl<'a> Counted<'a> {
    fn of(variants: &'a [SourceVariant], gone: &HashSet<usize>) -> Option<Self> {
        let is_counted = |variant: &SourceVariant| !variant.has_discriminant();
        let other = variants.iter().position(|each| each.code.is_other && is_counted(each))?;
        let kept = (0..other).rev().find(|place| !gone.contains(place));
        let number = |place: usize| variants.get(place)?.numbers.as_ref()?.first().copied();
        let rest = variants.get(other..).unwrap_or_default();
        let length = rest.iter().take_while(|variant| is_counted(variant)).count();
        Some(Self {
            name: &variants.get(other)?.name,
            before: kept.map_or(0, |kept| kept + 1),
            places: other..other + length,
            base: kept.map_or(Some(Integer::Negative(-1)), number),
        })
    }

    /// The numbers of the variants that are counted from this one.
    fn numbers_after(&self, number: Option<Integer>) -> Vec<Integer> {
        let mut last = number;
        let next = || {
            last = last.and_then(Integer::successor);
            last
        };
        std::iter::from_fn(next).take(self.places.len()).collect()
    }
}
