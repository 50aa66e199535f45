//! The contenders, each asked in the same two loops.

use std::collections::HashMap;
use std::fmt;
use std::hint::black_box;
use std::str::FromStr;

use jmessage_codes::ErrorCatalog;
use num_enum::TryFromPrimitive;
use rustc_hash::FxBuildHasher;

use crate::generated;
use crate::queries::{self, Mix, QUERIES};
use crate::table::{Row, table};

/// How the queries follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Independent queries, which a processor overlaps.
    Throughput,
    /// Each query waits for the answer to the one before it.
    Latency,
}

impl fmt::Display for Pace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Throughput => "throughput",
            Self::Latency => "latency",
        })
    }
}

/// A way to look up, with its queries.
pub struct Contender {
    /// What it is.
    pub name: &'static str,
    loops: Box<dyn Loops>,
}

impl Contender {
    /// `answer` gives a number that cannot be had without all of what the
    /// lookup finds, and zero where it finds nothing.
    fn new<Q: 'static>(
        name: &'static str,
        queries: Vec<Q>,
        answer: impl Fn(&Q) -> u32 + 'static,
    ) -> Self {
        Self { name, loops: Box::new(Lookup { queries, answer }) }
    }

    /// Asks all queries once, and gives the sum of the answers.
    #[must_use]
    pub fn run(&self, pace: Pace) -> u32 {
        match pace {
            Pace::Throughput => self.loops.throughput(),
            Pace::Latency => self.loops.latency(),
        }
    }
}

trait Loops {
    fn throughput(&self) -> u32;
    fn latency(&self) -> u32;
}

struct Lookup<Q, A> {
    queries: Vec<Q>,
    answer: A,
}

impl<Q, A: Fn(&Q) -> u32> Loops for Lookup<Q, A> {
    fn throughput(&self) -> u32 {
        self.queries.iter().fold(0, |sum: u32, query| sum.wrapping_add((self.answer)(query)))
    }

    fn latency(&self) -> u32 {
        // Zero, which the compiler is not told: which query is the next must
        // wait for the answer, while all contenders are asked the same.
        let nothing: usize = black_box(0);
        let (mut sum, mut step) = (0_u32, 0);
        for index in 0..QUERIES {
            let answer = (self.answer)(&self.queries[(index + step) % QUERIES]);
            step = answer as usize & nothing;
            sum = sum.wrapping_add(answer);
        }
        sum
    }
}

/// The name of the contender that all others are set in relation to.
pub const OURS: &str = "ours";

/// A variant that a lookup finds.
pub(crate) trait Variant: Copy + 'static {
    /// A number above zero that says which variant it is, at no cost.
    fn number(self) -> u32;
}

fn number(variant: Option<impl Variant>) -> u32 {
    variant.map_or(0, Variant::number)
}

/// The lookups by code, at so many codes and with that mix of queries.
///
/// # Panics
///
/// When there is no table of so many codes.
#[must_use]
pub fn by_code(count: usize, mix: Mix) -> Vec<Contender> {
    macro_rules! arms {
        ($codes:expr, $module:ident) => {{
            use generated::$module::{Discriminants, from_code};
            arms(&$codes, from_code, Discriminants::from_repr)
        }};
    }
    let rows = table(count);
    let codes = queries::codes(&rows, mix);
    let (mut contenders, arms) = match count {
        4 => (structures(&rows, &codes, &generated::codes_4::PHF), arms!(codes, codes_4)),
        76 => (structures(&rows, &codes, &generated::codes_76::PHF), arms!(codes, codes_76)),
        1_000 => (structures(&rows, &codes, &generated::codes_1000::PHF), arms!(codes, codes_1000)),
        5_000 => (structures(&rows, &codes, &generated::codes_5000::PHF), arms!(codes, codes_5000)),
        20_000 => (structures(&rows, &codes, &generated::codes_20000::PHF), Vec::new()),
        _ => panic!("there is no table of {count} codes"),
    };
    contenders.extend(arms);
    contenders
}

/// Ours, and what stands in memory too.
fn structures<C>(rows: &[Row], codes: &[u32], phf: &'static phf::Map<u32, C>) -> Vec<Contender>
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

/// What no lookup can undercut: the positions are known beforehand, and one
/// behind the last finds nothing.
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

/// What is one arm a code.
fn arms<C: Variant, D: Variant + TryFromPrimitive<Primitive = u32>>(
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

/// The lookups by message, at so many codes and with that mix of queries.
///
/// # Panics
///
/// When there is no table of so many messages.
#[must_use]
pub fn by_message(count: usize, mix: Mix) -> Vec<Contender> {
    macro_rules! messages {
        ($module:ident) => {{
            use generated::$module::{PHF, PhfStrings, Strings};
            messages::<_, Strings, PhfStrings>(&queries::messages(&table(count), mix), &PHF)
        }};
    }
    match count {
        76 => messages!(messages_76),
        1_000 => messages!(messages_1000),
        _ => panic!("there is no table of {count} messages"),
    }
}

fn messages<C, S, P>(queries: &[String], phf: &'static phf::Map<&str, C>) -> Vec<Contender>
where
    C: ErrorCatalog + Variant,
    S: FromStr + Variant,
    P: FromStr + Variant,
{
    let first = |text: &String| C::from_message(text).first().copied();
    // The first that bears a message stays, since it is put in last.
    let catalog = C::ENTRIES.iter().rev().map(|entry| (entry.message(), entry.variant()));
    let fxhash: HashMap<&str, C, FxBuildHasher> = catalog.collect();
    let fxhash = move |text: &String| fxhash.get(text.as_str()).copied();
    vec![
        Contender::new(OURS, queries.to_vec(), move |text| number(first(text))),
        Contender::new("`FxHashMap`", queries.to_vec(), move |text| number(fxhash(text))),
        Contender::new("phf", queries.to_vec(), |text| number(phf.get(text.as_str()).copied())),
        Contender::new("strum `EnumString`", queries.to_vec(), |text| {
            number(S::from_str(text).ok())
        }),
        Contender::new("strum `EnumString`, `use_phf`", queries.to_vec(), |text| {
            number(P::from_str(text).ok())
        }),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Of each contender the sum of the answers, which is that of the
    /// positions or that of the codes.
    fn sums(contenders: &[Contender]) -> HashSet<u32> {
        let paces = [Pace::Throughput, Pace::Latency];
        let sums = |contender: &Contender| paces.map(|pace| contender.run(pace));
        contenders.iter().flat_map(sums).collect()
    }

    #[test]
    fn contenders_agree_on_codes() {
        for mix in [Mix::Hits, Mix::HalfMisses] {
            for count in [4, 76, 1_000, 5_000] {
                assert_eq!(sums(&by_code(count, mix)).len(), 2, "{count} codes, {mix}");
            }
            assert_eq!(sums(&by_code(20_000, mix)).len(), 1, "20,000 codes, {mix}");
        }
    }
}
