//! Numbers that may be years.

use super::headings;
use super::pattern::first;
use crate::integer::{self, Integer};

/// The numbers that may be years in a document with certain codes.
pub(super) struct Years {
    first: u128,
    last: u128,
}

impl Years {
    pub(super) fn beside<'c>(codes: impl IntoIterator<Item = &'c str>) -> Self {
        let mut years = Self { first: 1900, last: 2099 };
        codes.into_iter().for_each(|code| years.add(code));
        years
    }

    /// The document has this code, too. Beside codes of four digits, only years that documents
    /// speak of are likely, and not those that go on from the codes.
    pub(super) fn add(&mut self, code: &str) {
        if let Some(number @ 1000..=9999) = natural(code) {
            self.first = self.first.max(2010);
            self.last = 2039;
            if (2000..=self.last).contains(&number) {
                self.first = self.first.max(number + 10);
            }
        }
    }

    pub(super) fn may_have(&self, code: &str) -> bool {
        natural(code).is_some_and(|number| (self.first..=self.last).contains(&number))
    }
}

fn natural(code: &str) -> Option<u128> {
    match integer::decimal(first(code)) {
        Some(Integer::Natural(number)) => Some(number),
        _ => None,
    }
}

/// Whether a heading says that what is below it happened in years.
pub(super) fn is_history(title: &str) -> bool {
    const WORDS: [&str; 16] = [
        "change",
        "history",
        "release",
        "version",
        "revision",
        "news",
        "update",
        "timeline",
        "milestone",
        "roadmap",
        "copyright",
        "更新",
        "历史",
        "版本",
        "变更",
        "发布",
    ];
    headings::says(title, &WORDS)
}
