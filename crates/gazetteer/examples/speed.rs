//! Prints what loading the gazetteer takes, and each query's slowest of many runs.
//!
//! `cargo run --release -p gazetteer --example speed`

use std::time::{Duration, Instant};

const RUNS: usize = 200;
const QUERIES: &[&str] = &[
    "s",
    "l",
    "d",
    "la",
    "sa",
    "st",
    "saint",
    "saint e",
    "saint-étienne",
    "sur",
    "de la",
    "villefranche sur saone",
    "l'arbresle",
    "6",
    "690",
    "69003",
    "lyon 69003",
    "Saint-Étienne (42000)",
    "saint 42",
    "villeurbane",
    "saint etinne",
    "larbresle",
    "saint germain de la riviere x",
    "xyzzy",
    // Made to be slow.
    "s 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s s st",
    "saint remy en bouzemont saint genest et issom 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9",
    "",
];

fn main() {
    let start = Instant::now();
    let count = gazetteer::search("lyon", 1).len();
    println!("load and first query {:>8} µs ({count} found)", start.elapsed().as_micros());

    let mut slowest = (Duration::ZERO, "");
    for query in QUERIES {
        let mut times: Vec<Duration> = (0..RUNS)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(gazetteer::search(std::hint::black_box(query), 10));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        let median = times.get(RUNS / 2).copied().unwrap_or_default();
        let most = times.last().copied().unwrap_or_default();
        println!("{query:<32} median {:>6} µs, slowest {:>6} µs", median.as_micros(), most.as_micros());
        slowest = slowest.max((median, query));
    }
    println!("slowest median {} µs: {:?}", slowest.0.as_micros(), slowest.1);
}
