//! Prints how many times as long as ours each lookup takes.
//!
//! In each round every contender takes its turn, so that other work on the
//! machine slows all of them alike, and each ratio compares times of one round.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use jmessage_codes_benches::contender::{Contender, OURS, Pace};
use jmessage_codes_benches::contenders::{by_code, by_message};
use jmessage_codes_benches::is_bench;
use jmessage_codes_benches::output::{median, number, print_headings, print_row, print_section};
use jmessage_codes_benches::queries::{Mix, QUERIES};
use jmessage_codes_benches::random::Random;
use jmessage_codes_benches::table::Table;

const ROUNDS: usize = 49;
/// A contender's time in a round is that of the fastest of these passes: an
/// interruption can only make a pass slower.
const PASSES: usize = 5;

type Lookup = fn(Table, Mix) -> Vec<Contender>;

/// A contender's name, and its time in each round.
type Times = Vec<(&'static str, Vec<Duration>)>;

fn main() {
    if !is_bench() {
        return;
    }
    print_headings(&Table::ALL);
    let lookups: [(&str, Lookup); 2] = [("by code", by_code), ("by message", by_message)];
    for (key, lookup) in lookups {
        for pace in Pace::ALL {
            for mix in Mix::ALL {
                print_section(&format!("{key}, {mix}, {pace}"), &Table::ALL);
                print_rows(&Table::ALL.map(|table| measure(&mut lookup(table, mix), pace)));
            }
        }
    }
}

fn measure(contenders: &mut [Contender], pace: Pace) -> Times {
    let mut times: Times =
        contenders.iter().map(|contender| (contender.name, Vec::new())).collect();
    for round in 0..ROUNDS {
        for turn in 0..contenders.len() {
            // The first of a round changes.
            let turn = (turn + round) % contenders.len();
            times[turn].1.push(fastest_pass(&mut contenders[turn], pace, round));
        }
    }
    times
}

fn fastest_pass(contender: &mut Contender, pace: Pace, round: usize) -> Duration {
    // The same orders for all contenders, and others in every round.
    let mut random = Random::new(round as u64);
    let pass = |_| {
        contender.shuffle(&mut random);
        let start = Instant::now();
        black_box(contender.run(pace));
        start.elapsed()
    };
    (0..PASSES).map(pass).min().unwrap_or_default()
}

/// A row for each contender. The small tables have all of them.
fn print_rows(columns: &[Times]) {
    for (name, _) in &columns[0] {
        let cells: Vec<String> = columns.iter().map(|times| cell(times, name)).collect();
        print_row(name, &cells);
    }
}

/// Our time for one lookup, or another contender's median ratio to it.
fn cell(times: &Times, name: &str) -> String {
    let of = |name| times.iter().find(|(other, _)| *other == name).map(|(_, times)| times);
    let Some((ours, times)) = of(OURS).zip(of(name)) else {
        return number(None);
    };
    if name == OURS {
        return format!("{} ns", number(median(times.iter().map(nanoseconds))));
    }
    let ratios = times.iter().zip(ours).map(|(time, ours)| time.div_duration_f64(*ours));
    number(median(ratios))
}

/// The time of one query.
fn nanoseconds(time: &Duration) -> f64 {
    let queries = u32::try_from(QUERIES).map_or(f64::NAN, f64::from);
    time.as_secs_f64() * 1e9 / queries
}
