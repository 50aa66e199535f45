//! Prints how long rustc takes over one crate with a table, and how much memory
//! it needs: for this crate's derive, for the bare enum, and for strum with
//! `num_enum`.
//!
//! Cargo runs this program in place of rustc. The program then starts rustc, and
//! reads from Linux's `/proc` how much memory it has used. So the figures are
//! those of one crate, without cargo and the dependencies.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use jmessage_codes_benches::is_bench;
use jmessage_codes_benches::output::{median, number, print_headings, print_row, print_section};
use jmessage_codes_benches::project::{NAME, Project};
use jmessage_codes_benches::source::{Form, catalog};
use jmessage_codes_benches::table::Table;

const TABLES: [Table; 4] =
    [Table::JMessage, Table::Thousand, Table::FiveThousand, Table::TwentyThousand];
const ROUNDS: usize = 3;
/// The variable that names the file for the figures, and so asks this program
/// to run in place of rustc.
const FIGURES: &str = "COMPILE_TIME_FIGURES";

fn main() -> io::Result<ExitCode> {
    if let Some(figures) = env::var_os(FIGURES) {
        return run_rustc(Path::new(&figures));
    }
    if is_bench() {
        let is_complete = env::args().any(|argument| argument == "all");
        let project = Project::new("compile-time", "src/lib.rs")?;
        print_headings(&TABLES);
        for profile in ["dev", "release"] {
            print_profile(profile, &measure(&project, profile, is_complete)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs rustc with the arguments of this program, and writes down its figures.
fn run_rustc(figures: &Path) -> io::Result<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next().unwrap_or_default();
    let arguments: Vec<OsString> = arguments.collect();
    let start = Instant::now();
    let mut child = Command::new(rustc).args(&arguments).spawn()?;
    let status = Path::new("/proc").join(child.id().to_string()).join("status");
    let mut peak = 0.0_f64;
    let exit = loop {
        peak = peak.max(peak_memory(&status));
        match child.try_wait()? {
            Some(exit) => break exit,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    if arguments.iter().any(|argument| argument == NAME) {
        fs::write(figures, format!("{} {peak}", start.elapsed().as_secs_f64()))?;
    }
    Ok(if exit.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The most memory that a process has used so far, in MB; zero if Linux does not
/// say.
fn peak_memory(status: &Path) -> f64 {
    let status = fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kibibytes.unwrap_or(0.0) * 1.024 / 1_000.0
}

#[derive(Clone, Copy, PartialEq)]
enum Contender {
    Ours,
    OursWithOther,
    Bare,
    Peers,
}

impl Contender {
    const ALL: [Self; 4] = [Self::Ours, Self::OursWithOther, Self::Bare, Self::Peers];

    fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::OursWithOther => "ours with an `other` variant",
            Self::Bare => "bare enum",
            Self::Peers => "strum and `num_enum`",
        }
    }

    fn source(self, table: Table) -> String {
        let form = Form { column: true, ..Form::default() };
        match self {
            Self::Ours => catalog(&table.rows(), form),
            Self::OursWithOther => catalog(&table.rows(), Form { other: true, ..form }),
            Self::Bare => bare(table),
            Self::Peers => peers(table),
        }
    }
}

fn bare(table: Table) -> String {
    let mut source = "#[derive(Clone, Copy, PartialEq, Eq)]\npub enum Catalog {\n".to_owned();
    for row in table.rows() {
        let _ = writeln!(source, "    {},", row.name);
    }
    source + "}\n"
}

fn peers(table: Table) -> String {
    let mut source = "#[derive(Clone, Copy, PartialEq, Eq, strum::EnumMessage, strum::FromRepr, \
        strum::VariantArray, num_enum::IntoPrimitive, num_enum::TryFromPrimitive)]\n\
        #[repr(u32)]\npub enum Catalog {\n"
        .to_owned();
    for (position, row) in table.rows().into_iter().enumerate() {
        let _ = writeln!(
            source,
            "    #[strum(message = {:?}, detailed_message = {:?}, props(zh = \"第{position}个\"))] \
             {} = {},",
            row.message, row.description, row.name, row.code
        );
    }
    source + "}\n"
}

/// What a contender needs to compile a table: seconds and megabytes, by round.
struct Cost {
    contender: Contender,
    table: Table,
    seconds: Vec<f64>,
    megabytes: Vec<f64>,
}

/// In each round every contender takes its turn with every table, so that other
/// work on the machine slows all of them alike.
fn measure(project: &Project, profile: &str, is_complete: bool) -> io::Result<Vec<Cost>> {
    let mut costs = Vec::new();
    for (table, contender) in
        TABLES.iter().flat_map(|table| Contender::ALL.map(|contender| (*table, contender)))
    {
        if contender != Contender::Peers || table.has_match_arms() || is_complete {
            costs.push(Cost { contender, table, seconds: Vec::new(), megabytes: Vec::new() });
        }
    }
    let (this, figures) = (env::current_exe()?, project.path("figures"));
    for _ in 0..ROUNDS {
        for cost in &mut costs {
            project.build(&cost.contender.source(cost.table), |cargo| {
                cargo.args(["--profile", profile]).env(FIGURES, &figures);
                cargo.env("RUSTC_WRAPPER", &this);
            })?;
            let text = fs::read_to_string(&figures)?;
            // So that no build can leave its figures to the next.
            fs::remove_file(&figures)?;
            let mut numbers = text.split(' ').filter_map(|number| number.parse::<f64>().ok());
            cost.seconds.extend(numbers.next());
            cost.megabytes.extend(numbers.next());
        }
    }
    Ok(costs)
}

/// A figure of a cost, by round.
type Figure = fn(&Cost) -> &[f64];

fn print_profile(profile: &str, costs: &[Cost]) {
    let figures: [(&str, &str, usize, Figure); 2] =
        [("time", "s", 2, |cost| &cost.seconds), ("memory", "MB", 0, |cost| &cost.megabytes)];
    for (name, unit, digits, figure) in figures {
        let of = |contender, table| {
            let cost = costs.iter().find(|cost| cost.contender == contender && cost.table == table);
            cost.map(figure)
        };
        print_section(&format!("{profile}, {name}"), &TABLES);
        let ours = TABLES.map(|table| of(Contender::Ours, table).and_then(median_of));
        print_row("ours", &ours.map(|value| format!("{:.digits$} {unit}", value.unwrap_or(0.0))));
        for contender in &Contender::ALL[1..] {
            let cells =
                TABLES.map(|table| ratio(of(*contender, table), of(Contender::Ours, table)));
            print_row(contender.name(), &cells);
        }
        let base = of(Contender::Ours, Table::FiveThousand);
        let cells = TABLES.map(|table| ratio(of(Contender::Ours, table), base));
        print_row(&format!("ours / ours at {}", Table::FiveThousand), &cells);
    }
}

fn median_of(values: &[f64]) -> Option<f64> {
    median(values.iter().copied())
}

/// The median of the ratios in each round.
fn ratio(values: Option<&[f64]>, base: Option<&[f64]>) -> String {
    let pairs = values.zip(base);
    let ratios =
        pairs.map(|(values, base)| values.iter().zip(base).map(|(one, other)| one / other));
    number(ratios.and_then(median))
}
