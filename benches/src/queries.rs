//! The queries: random codes and messages.

use std::collections::HashSet;
use std::fmt;

use crate::random::Random;
use crate::table::Row;

/// The number of queries: few enough for the nearest caches, and enough for the
/// clock. It is a power of two, so that an index wraps with a mask instead of a
/// branch.
pub const QUERIES: usize = 4_096;

/// How many of the queries are in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mix {
    /// All of them.
    Hits,
    /// About half of them, at random.
    HalfMisses,
}

impl Mix {
    /// Both mixes.
    pub const ALL: [Self; 2] = [Self::Hits, Self::HalfMisses];
}

impl fmt::Display for Mix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Hits => "hits",
            Self::HalfMisses => "half misses",
        })
    }
}

/// For each query the position of its row, or `None` for a miss.
fn positions(random: &mut Random, rows: &[Row], mix: Mix) -> Vec<Option<usize>> {
    let positions: Vec<usize> = (0..rows.len()).collect();
    let position = |_| {
        let position = *random.choose(&positions);
        (mix == Mix::Hits || random.below(2) == 0).then_some(position)
    };
    (0..QUERIES).map(position).collect()
}

/// Queries by code. A miss is a little above a code of the table, like a code
/// that the vendor has added since.
#[must_use]
pub fn codes(rows: &[Row], mix: Mix) -> Vec<u32> {
    let mut random = Random::new(5);
    let listed: HashSet<u32> = rows.iter().map(|row| row.code).collect();
    let positions = positions(&mut random, rows, mix);
    let code = |position: Option<usize>| match position {
        Some(position) => rows[position].code,
        None => loop {
            let code = random.choose(rows).code + 1 + random.below(40);
            if !listed.contains(&code) {
                break code;
            }
        },
    };
    positions.into_iter().map(code).collect()
}

/// Queries by message. A miss is a message with one letter changed. Each query
/// is a string with its own allocation, like a text that comes from a server.
#[must_use]
pub fn messages(rows: &[Row], mix: Mix) -> Vec<String> {
    let mut random = Random::new(5);
    let positions = positions(&mut random, rows, mix);
    let message = |position: Option<usize>| match position {
        Some(position) => rows[position].message.clone(),
        None => with_typo(&random.choose(rows).message.clone(), &mut random),
    };
    positions.into_iter().map(message).collect()
}

fn with_typo(message: &str, random: &mut Random) -> String {
    let letters: Vec<usize> =
        message.match_indices(char::is_alphabetic).map(|(at, _)| at).collect();
    let typo = *random.choose(&letters);
    message.char_indices().map(|(at, letter)| if at == typo { '#' } else { letter }).collect()
}
