//! Random tables, each right except for one mistake: it is one error, at the attribute or variant
//! at fault, and nothing else is reported, not even in generated code.

mod compiler;
#[path = "mistakes/kinds.rs"]
mod kinds;
#[path = "mistakes/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::ops::Range;

use compiler::Diagnostic;
use kinds::{KINDS, Kind};
use table::{Random, Table};

#[test]
fn each_mistake_is_one_error_at_its_place() {
    check("mistakes", KINDS.len());
}

#[test]
#[ignore = "takes a minute"]
fn a_thousand_mistakes() {
    check("mistakes_in_thousand", 1_000);
}

/// An error that rustc should report.
struct Expected {
    kind: &'static str,
    message: &'static str,
    place: Range<usize>,
}

/// A program of many tables, and the errors in it.
#[derive(Default)]
struct Batch {
    program: String,
    expected: Vec<Expected>,
}

/// Makes that many tables, with each kind of mistake in turn.
fn check(name: &str, tables: usize) {
    // rustc finds some mistakes only if there are none that it finds earlier. So those
    // that it finds by itself share no program with others.
    let mut batches: BTreeMap<(&str, usize), Batch> = BTreeMap::new();
    let mut random = Random::new(tables as u64);
    for (index, kind) in KINDS.iter().cycle().take(tables).enumerate() {
        let program = if kind.is_by_rustc { kind.name } else { "" };
        batches.entry((program, index / 300)).or_default().add(kind, &mut random);
    }
    let failures: Vec<String> = batches.values().flat_map(|batch| batch.failures(name)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

impl Batch {
    fn add(&mut self, kind: &Kind, random: &mut Random) {
        // A kind may need a table with codes of some type or with some column.
        let tables = std::iter::from_fn(|| {
            let mut table = Table::random(random);
            let places = (kind.make)(&mut table, random);
            Some(places.map(|places| (table, places)))
        });
        let Some((table, places)) = tables.take(1_000).flatten().next() else {
            panic!("no table can have the mistake: {}", kind.name);
        };
        assert_eq!(places.len(), kind.errors.len(), "{}", kind.name);
        let rendered = table.render(&mut self.program);
        let errors = kind.errors.iter().zip(places);
        self.expected.extend(errors.map(|(&message, place)| Expected {
            kind: kind.name,
            message,
            place: rendered.range(place),
        }));
    }

    /// What rustc reports but should not, and what it does not but should.
    fn failures(&self, name: &str) -> Vec<String> {
        // Broken tables too need no `allow`.
        let options = ["-Fdead_code", "-Fdeprecated", "-Funused"].map(str::to_owned);
        let mut found = compiler::check(name, &self.program, "2024", &options);
        let mut failures = Vec::new();
        for expected in &self.expected {
            match found.iter().position(|found| expected.matches(found)) {
                Some(index) => drop(found.remove(index)),
                None => failures.push(format!(
                    "{}: no error {:?} in:\n{}",
                    expected.kind,
                    expected.message,
                    &self.program[expected.place.clone()]
                )),
            }
        }
        failures.extend(found.iter().map(|found| format!("unexpected:\n{}", found.rendered)));
        failures
    }
}

impl Expected {
    fn matches(&self, found: &Diagnostic) -> bool {
        let is_inside =
            |place: &Range<usize>| self.place.start <= place.start && place.end <= self.place.end;
        found.level == "error"
            && found.message.contains(self.message)
            && found.place.as_ref().is_some_and(is_inside)
    }
}
