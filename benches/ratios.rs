//! Prints one table: how many times as long as ours each contender takes.
//!
//! All contenders take their turns in every round, so that what else the
//! machine does in the meantime meets them alike, and a ratio is one of times
//! within a round.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use jmessage_codes_benches::contenders::{Contender, OURS, Pace, by_code, by_message};
use jmessage_codes_benches::queries::{Mix, QUERIES};

const CODES: [usize; 5] = [4, 76, 1_000, 5_000, 20_000];
const MESSAGES: [usize; 2] = [76, 1_000];
const ROUNDS: usize = 25;
/// The fastest of so many passes is a contender's time in a round: an
/// interruption makes a pass slower, and nothing makes it faster.
const PASSES: usize = 5;

fn main() {
    // Cargo runs a bench as a test as well, which this is none of.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let lookups: [(&str, &[usize], Lookup); 2] =
        [("by code", &CODES, by_code), ("by message", &MESSAGES, by_message)];
    println!("| | {} |", CODES.map(grouped).join(" | "));
    println!("|---|{}", "---:|".repeat(CODES.len()));
    for (key, counts, lookup) in lookups {
        for pace in [Pace::Throughput, Pace::Latency] {
            for mix in [Mix::Hits, Mix::HalfMisses] {
                println!("| **{key}, {pace}, {mix}** |{}", " |".repeat(CODES.len()));
                print_section(counts, |count| measure(&lookup(count, mix), pace));
            }
        }
    }
}

type Lookup = fn(usize, Mix) -> Vec<Contender>;

/// A contender's name, and its time in each round.
type Times = Vec<(&'static str, Vec<Duration>)>;

fn measure(contenders: &[Contender], pace: Pace) -> Times {
    let mut times: Times =
        contenders.iter().map(|contender| (contender.name, Vec::new())).collect();
    for round in 0..ROUNDS {
        for turn in 0..contenders.len() {
            // Nobody always comes behind the same one.
            let turn = (turn + round) % contenders.len();
            times[turn].1.push(fastest_pass(&contenders[turn], pace));
        }
    }
    times
}

fn fastest_pass(contender: &Contender, pace: Pace) -> Duration {
    let pass = |_| {
        let start = Instant::now();
        black_box(contender.run(pace));
        start.elapsed()
    };
    (0..PASSES).map(pass).min().unwrap_or_default()
}

fn print_section(counts: &[usize], measure: impl Fn(usize) -> Times) {
    let columns: Vec<Times> =
        CODES.map(|count| if counts.contains(&count) { measure(count) } else { Vec::new() }).into();
    // The second has all contenders.
    for (name, _) in &columns[1] {
        let cells: Vec<String> = columns.iter().map(|times| cell(times, name)).collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
}

/// Of ours the time of a lookup; of another the ratio to it, with the least
/// and the greatest of any round; a dash where there is none.
fn cell(times: &Times, name: &str) -> String {
    let of = |name| times.iter().find(|(other, _)| *other == name).map(|(_, times)| times);
    let (Some(ours), Some(times)) = (of(OURS), of(name)) else {
        return "–".to_owned();
    };
    if name == OURS {
        let (least, median, most) = spread(times.iter().map(nanoseconds));
        return format!("{median:.2} ns ({least:.2}–{most:.2})");
    }
    let ratios = times.iter().zip(ours).map(|(time, ours)| nanoseconds(time) / nanoseconds(ours));
    let (least, median, most) = spread(ratios);
    format!("**{median:.2}** ({least:.2}–{most:.2})")
}

/// The time of one of the queries.
fn nanoseconds(time: &Duration) -> f64 {
    let queries = u32::try_from(QUERIES).map_or(f64::NAN, f64::from);
    time.as_secs_f64() * 1e9 / queries
}

fn spread(values: impl Iterator<Item = f64>) -> (f64, f64, f64) {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    (values[0], values[values.len() / 2], values[values.len() - 1])
}

/// With a comma in front of every three digits.
fn grouped(count: usize) -> String {
    if count < 1_000 {
        return count.to_string();
    }
    format!("{},{:03}", count / 1_000, count % 1_000)
}
