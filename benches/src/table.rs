//! The tables that are looked up in.

use std::collections::HashSet;

use jmessage_codes::{ErrorCatalog, WebCode};

use crate::random::Random;

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The code.
    pub code: u32,
    /// The name of the variant.
    pub name: String,
    /// The vendor's message.
    pub message: String,
    /// What the code means.
    pub description: String,
}

/// The table of `count` codes: for 76 the one of the `JMessage` Web SDK, and
/// otherwise one like it.
#[must_use]
pub fn table(count: usize) -> Vec<Row> {
    if count == WebCode::ENTRIES.len() { jmessage() } else { invented(count) }
}

fn jmessage() -> Vec<Row> {
    let rows = WebCode::ENTRIES.iter().map(|entry| Row {
        code: entry.code(),
        name: entry.name().to_owned(),
        message: entry.message().to_owned(),
        description: entry.description().to_owned(),
    });
    rows.collect()
}

/// Codes as vendors number them: services far apart, in each some families of
/// a hundred, in each a run of codes from 1 with a gap here and there.
fn invented(count: usize) -> Vec<Row> {
    let mut random = Random::new(76);
    let mut messages = HashSet::new();
    let mut rows = Vec::with_capacity(count);
    let mut service = 880_000;
    loop {
        for family in 0..5 + random.below(20) {
            let mut code = service + family * 100;
            for _ in 0..3 + random.below(25) {
                if rows.len() == count {
                    return rows;
                }
                code += if random.below(8) == 0 { 2 + random.below(3) } else { 1 };
                rows.push(row(code, &mut random, &mut messages));
            }
        }
        service += 10_000 * (1 + random.below(3));
    }
}

const SUBJECTS: &[&str] =
    &["user", "group", "target user", "message", "file", "room", "token", "device", "appkey"];
const DETAILS: &[&str] =
    &["", "name ", "owner ", "member ", "password ", "version ", "signature ", "list "];
const FAULTS: &[&str] = &[
    "not exist",
    "already set",
    "never set",
    "too long",
    "out of limit",
    "is in blacklist",
    "has no permission",
    "not valid",
    "expired",
    "login out before register",
];
const OCCASIONS: &[&str] =
    &["", " on login", " on sending", " in the group", " of the server", " after retrying"];

/// A row with a message that no row before it bears.
fn row(code: u32, random: &mut Random, messages: &mut HashSet<String>) -> Row {
    let mut message = String::new();
    for part in [SUBJECTS, &[" "], DETAILS, FAULTS, OCCASIONS] {
        message.push_str(random.choose::<&str>(part));
    }
    if messages.contains(&message) {
        message = format!("{message} ({code})");
    }
    messages.insert(message.clone());
    let description = format!("The request failed, since the {message}");
    Row { code, name: format!("{}{code}", camel_case(&message)), message, description }
}

/// The words in front of the number, as the name of a variant.
fn camel_case(message: &str) -> String {
    let words = message.split(' ').filter(|word| word.chars().all(char::is_alphabetic));
    words
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}
