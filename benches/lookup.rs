//! Lookups by code and by message; `ratios` prints the same as one table.
#![forbid(unsafe_code)]

use criterion::{BenchmarkId, Criterion, Throughput};
use jmessage_codes_benches::contenders::{Contender, Pace, by_code, by_message};
use jmessage_codes_benches::queries::{Mix, QUERIES};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for count in [4, 76, 1_000, 5_000, 20_000] {
        compare(&mut criterion, "code", count, by_code);
    }
    for count in [76, 1_000] {
        compare(&mut criterion, "message", count, by_message);
    }
    criterion.final_summary();
}

fn compare(
    criterion: &mut Criterion,
    key: &str,
    count: usize,
    contenders: fn(usize, Mix) -> Vec<Contender>,
) {
    for mix in [Mix::Hits, Mix::HalfMisses] {
        for pace in [Pace::Throughput, Pace::Latency] {
            let mut group = criterion.benchmark_group(format!("{key}, {pace}, {mix}"));
            group.throughput(Throughput::Elements(QUERIES as u64));
            for contender in contenders(count, mix) {
                let id = BenchmarkId::new(contender.name, count);
                group.bench_function(id, |bencher| bencher.iter(|| contender.run(pace)));
            }
        }
    }
}
