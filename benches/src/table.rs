//! The tables that the benches compare.

use std::collections::HashSet;
use std::fmt;

use jmessage_codes::WebCode;

use crate::random::Random;

/// A table of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// 4 invented codes.
    Four,
    /// The table of the JMessage Web SDK.
    JMessage,
    /// 1,000 invented codes.
    Thousand,
    /// 5,000 invented codes.
    FiveThousand,
    /// 20,000 invented codes.
    TwentyThousand,
    /// 100,000 invented codes, which only `compile-time` has.
    HundredThousand,
}

impl Table {
    /// All tables but the largest, the smallest first.
    pub const ALL: [Self; 5] =
        [Self::Four, Self::JMessage, Self::Thousand, Self::FiveThousand, Self::TwentyThousand];

    /// The number of codes.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::Four => 4,
            Self::JMessage => jmessage().len(),
            Self::Thousand => 1_000,
            Self::FiveThousand => 5_000,
            Self::TwentyThousand => 20_000,
            Self::HundredThousand => 100_000,
        }
    }

    /// Whether the contenders with one `match` arm per code take part. rustc
    /// takes minutes over 20,000 arms.
    #[must_use]
    pub fn has_match_arms(self) -> bool {
        !matches!(self, Self::TwentyThousand | Self::HundredThousand)
    }

    /// The rows, the same in every run.
    #[must_use]
    pub fn rows(self) -> Vec<Row> {
        match self {
            Self::JMessage => jmessage(),
            _ => invented(self.count()),
        }
    }
}

/// The number of codes, as the heading of a column: `5,000`.
impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count() {
            count @ ..1_000 => write!(formatter, "{count}"),
            count => write!(formatter, "{},{:03}", count / 1_000, count % 1_000),
        }
    }
}

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

/// The codes that the vendor lists today.
fn jmessage() -> Vec<Row> {
    let listed = WebCode::ENTRIES.iter().filter(|entry| !entry.is_retired());
    let rows = listed.map(|entry| Row {
        code: entry.code(),
        name: entry.name().to_owned(),
        message: entry.message().to_owned(),
        description: entry.description().to_owned(),
    });
    rows.collect()
}

/// Codes as vendors number them. Services are far apart. Each has some families
/// of a hundred codes, and each family a run of codes from 1, with a few gaps.
fn invented(count: usize) -> Vec<Row> {
    let mut random = Random::new(1);
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

/// A row whose message is not yet among the messages.
fn row(code: u32, random: &mut Random, messages: &mut HashSet<String>) -> Row {
    let mut message = String::new();
    for part in [SUBJECTS, &[" "], DETAILS, FAULTS, OCCASIONS] {
        message.push_str(random.choose::<&str>(part));
    }
    if messages.contains(&message) {
        message = format!("{message} ({code})");
    }
    messages.insert(message.clone());
    let description = format!("The request failed because the {message}");
    Row { code, name: format!("{}{code}", camel_case(&message)), message, description }
}

/// The words of the message without its number, as the name of a variant.
fn camel_case(message: &str) -> String {
    let words = message.split(' ').filter(|word| word.chars().all(char::is_alphabetic));
    words
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}
