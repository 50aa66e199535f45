//! The contenders of each table.

use crate::contender::Contender;
use crate::generated;
use crate::queries::{self, Mix};
use crate::table::Table;

/// The lookups by code.
#[must_use]
pub fn by_code(table: Table, mix: Mix) -> Vec<Contender> {
    let rows = table.rows();
    generated::by_code(table, &rows, &queries::codes(&rows, mix))
}

/// The lookups by message.
#[must_use]
pub fn by_message(table: Table, mix: Mix) -> Vec<Contender> {
    generated::by_message(table, &queries::messages(&table.rows(), mix))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::contender::Pace;
    use crate::random::Random;

    /// The different sums that the contenders return, in any order of queries.
    fn sums(contenders: Vec<Contender>) -> HashSet<u32> {
        let mut random = Random::new(1);
        let sums = |mut contender: Contender| {
            Pace::ALL.map(|pace| {
                contender.shuffle(&mut random);
                contender.run(pace)
            })
        };
        contenders.into_iter().flat_map(sums).collect()
    }

    #[test]
    fn contenders_find_the_same_codes() {
        for (table, mix) in Table::ALL.iter().flat_map(|table| Mix::ALL.map(|mix| (*table, mix))) {
            // Ours number the variants; those of strum and `num_enum` have
            // their codes as discriminants.
            let expected = if table.has_match_arms() { 2 } else { 1 };
            assert_eq!(sums(by_code(table, mix)).len(), expected, "{table} codes, {mix}");
        }
    }

    #[test]
    fn contenders_find_the_same_messages() {
        for (table, mix) in Table::ALL.iter().flat_map(|table| Mix::ALL.map(|mix| (*table, mix))) {
            assert_eq!(sums(by_message(table, mix)).len(), 1, "{table} messages, {mix}");
        }
    }
}
