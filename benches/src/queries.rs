//! What is asked: so many random queries that no branch predictor learns them.

use std::collections::HashSet;
use std::fmt;

use crate::random::Random;
use crate::table::Row;

/// How many queries there are: a power of two, so that an index is wrapped by
/// a mask, without a branch.
pub const QUERIES: usize = 16_384;

/// How many of the queries are in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mix {
    /// All.
    Hits,
    /// Every second one, at random.
    HalfMisses,
}

impl fmt::Display for Mix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Hits => "random hits",
            Self::HalfMisses => "half misses",
        })
    }
}

/// The positions of the rows to ask for; `None` where the query is to miss.
fn positions(random: &mut Random, rows: &[Row], mix: Mix) -> Vec<Option<usize>> {
    let positions: Vec<usize> = (0..rows.len()).collect();
    let position = |_| {
        let position = *random.choose(&positions);
        (mix == Mix::Hits || random.below(2) == 0).then_some(position)
    };
    (0..QUERIES).map(position).collect()
}

/// Queries by code. A miss lies beside codes of the table: one that the vendor
/// has added since.
#[must_use]
pub fn codes(rows: &[Row], mix: Mix) -> Vec<u32> {
    let mut random = Random::new(5);
    let known: HashSet<u32> = rows.iter().map(|row| row.code).collect();
    let positions = positions(&mut random, rows, mix);
    let code = |position: Option<usize>| match position {
        Some(position) => rows[position].code,
        None => loop {
            let code = random.choose(rows).code + 1 + random.below(40);
            if !known.contains(&code) {
                break code;
            }
        },
    };
    positions.into_iter().map(code).collect()
}

/// Queries by message. A miss is a message with one letter changed. Each text
/// has bytes of its own, as those that come from a server do.
#[must_use]
pub fn messages(rows: &[Row], mix: Mix) -> Vec<String> {
    let mut random = Random::new(5);
    let positions = positions(&mut random, rows, mix);
    let message = |position: Option<usize>| match position {
        Some(position) => rows[position].message.clone(),
        None => with_a_slip(&random.choose(rows).message.clone(), &mut random),
    };
    positions.into_iter().map(message).collect()
}

fn with_a_slip(message: &str, random: &mut Random) -> String {
    let letters: Vec<usize> =
        message.match_indices(char::is_alphabetic).map(|(at, _)| at).collect();
    let slip = *random.choose(&letters);
    message.char_indices().map(|(at, letter)| if at == slip { '#' } else { letter }).collect()
}
