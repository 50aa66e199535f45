//! Prints how much processor time rustc takes over one crate with a table, and how much
//! memory it needs: for this crate's derive, for the bare enum, for strum with
//! `num_enum`, and with `before=REVISION` for this crate as it was at a revision.
//!
//! Cargo runs this program in place of rustc. The program then starts rustc, and
//! reads from Linux's `/proc` what it has used. So the figures are those of one crate,
//! without cargo and the dependencies. Processor time changes less than the time on the
//! clock while other programs run.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;
use std::{env, fs, io, thread};

use jmessage_codes_benches::is_bench;
use jmessage_codes_benches::output::{median, number, print_headings, print_row, print_section};
use jmessage_codes_benches::project::{NAME, Project};
use jmessage_codes_benches::source::{Form, catalog};
use jmessage_codes_benches::table::Table;

const TABLES: [Table; 5] = [
    Table::JMessage,
    Table::Thousand,
    Table::FiveThousand,
    Table::TwentyThousand,
    Table::HundredThousand,
];
const ROUNDS: usize = 3;
/// The variable that names the file for the figures, and so asks this program
/// to run in place of rustc.
const FIGURES: &str = "COMPILE_TIME_FIGURES";

fn main() -> io::Result<ExitCode> {
    if let Some(figures) = env::var_os(FIGURES) {
        return run_rustc(Path::new(&figures));
    }
    if is_bench() {
        let bench = Bench::new()?;
        print_headings(&bench.tables);
        for profile in ["dev", "release"] {
            bench.print_profile(profile, &bench.measure(profile)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs rustc with the arguments of this program, and writes down its figures.
fn run_rustc(figures: &Path) -> io::Result<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next().unwrap_or_default();
    let arguments: Vec<OsString> = arguments.collect();
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
        fs::write(figures, format!("{} {peak}", processor_time()?))?;
    }
    Ok(if exit.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many seconds the processor has worked for the programs that this one has run, in
/// steps of a hundredth.
fn processor_time() -> io::Result<f64> {
    let status = fs::read_to_string("/proc/self/stat")?;
    // The name of the program, in parentheses, may have blanks. Of the fields after it these
    // are `cutime` and `cstime`.
    let fields = status.rsplit(") ").next().unwrap_or_default().split(' ');
    let ticks = fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
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
    Before,
    OursWithOther,
    Bare,
    Peers,
}

impl Contender {
    const ALL: [Self; 5] = [Self::Ours, Self::Before, Self::OursWithOther, Self::Bare, Self::Peers];

    fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Before => "ours before",
            Self::OursWithOther => "ours with an `other` variant",
            Self::Bare => "bare enum",
            Self::Peers => "strum and `num_enum`",
        }
    }

    fn source(self, table: Table) -> String {
        let form = Form { column: true, ..Form::default() };
        match self {
            Self::Ours | Self::Before => catalog(&table.rows(), form),
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

/// What is compiled, and with which version of this crate.
struct Bench {
    tables: Vec<Table>,
    is_complete: bool,
    project: Project,
    before: Option<Project>,
}

impl Bench {
    fn new() -> io::Result<Self> {
        const SOURCE: &str = "src/lib.rs";
        let has = |argument: &str| env::args().any(|each| each == argument);
        let asked: Vec<Table> =
            TABLES.into_iter().filter(|table| has(&table.to_string())).collect();
        let revision =
            env::args().find_map(|argument| Some(argument.strip_prefix("before=")?.to_owned()));
        let before = revision.map(|revision| Project::at(&revision, "compile-time-before", SOURCE));
        Ok(Self {
            tables: if asked.is_empty() { TABLES[..4].to_vec() } else { asked },
            is_complete: has("all"),
            project: Project::new("compile-time", SOURCE)?,
            before: before.transpose()?,
        })
    }

    fn project(&self, contender: Contender) -> Option<&Project> {
        if contender == Contender::Before { self.before.as_ref() } else { Some(&self.project) }
    }

    fn takes_part(&self, contender: Contender, table: Table) -> bool {
        match contender {
            Contender::Peers => table.has_match_arms() || self.is_complete,
            _ => self.project(contender).is_some(),
        }
    }

    /// In each round every contender takes its turn with every table, so that other
    /// work on the machine slows all of them alike.
    fn measure(&self, profile: &str) -> io::Result<Vec<Cost>> {
        let mut costs = Vec::new();
        for (table, contender) in self
            .tables
            .iter()
            .flat_map(|table| Contender::ALL.map(|contender| (*table, contender)))
            .filter(|(table, contender)| self.takes_part(*contender, *table))
        {
            costs.push(Cost { contender, table, seconds: Vec::new(), megabytes: Vec::new() });
        }
        for _ in 0..ROUNDS {
            for cost in &mut costs {
                self.build(profile, cost)?;
            }
        }
        Ok(costs)
    }

    fn build(&self, profile: &str, cost: &mut Cost) -> io::Result<()> {
        let Some(project) = self.project(cost.contender) else { return Ok(()) };
        let (this, figures) = (env::current_exe()?, project.path("figures"));
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
        Ok(())
    }

    fn print_profile(&self, profile: &str, costs: &[Cost]) {
        let figures: [(&str, &str, usize, Figure); 2] =
            [("time", "s", 2, |cost| &cost.seconds), ("memory", "MB", 0, |cost| &cost.megabytes)];
        for (name, unit, digits, figure) in figures {
            let of = |contender, table| {
                let is_it = |cost: &&Cost| cost.contender == contender && cost.table == table;
                costs.iter().find(is_it).map(figure)
            };
            let cells = |cell: &dyn Fn(Table) -> String| -> Vec<String> {
                self.tables.iter().map(|table| cell(*table)).collect()
            };
            print_section(&format!("{profile}, {name}"), &self.tables);
            let ours = |table| of(Contender::Ours, table);
            let own = |table| median_of(ours(table).unwrap_or_default()).unwrap_or(f64::NAN);
            print_row("ours", &cells(&|table| format!("{:.digits$} {unit}", own(table))));
            for contender in &Contender::ALL[1..] {
                if self.project(*contender).is_some() {
                    let cell = |table| ratio(of(*contender, table), ours(table));
                    print_row(contender.name(), &cells(&cell));
                }
            }
            let base = ours(Table::FiveThousand);
            let name = format!("ours / ours at {}", Table::FiveThousand);
            print_row(&name, &cells(&|table| ratio(ours(table), base)));
        }
    }
}

/// A figure of a cost, by round.
type Figure = fn(&Cost) -> &[f64];

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
