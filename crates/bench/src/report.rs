//! The figures: a line of JSON each as they come, and what they amount to at the end.

use crate::machine;
use serde::Serialize;
use std::io::Write;

/// One figure, as it is printed.
#[derive(Clone, Debug, Serialize)]
struct Line {
    name: &'static str,
    value: f64,
    unit: &'static str,
    /// How many requests, starts… it rests on.
    n: usize,
    commit: String,
    cpu: String,
}

pub struct Report {
    /// How many times the company of the aims is measured.
    times_as_large: usize,
    commit: String,
    cpu: String,
    lines: Vec<Line>,
    notes: Vec<String>,
}

/// What we set out to reach: name of the figure, bound, whether it is a least or a most.
const TARGETS: [(&str, f64, Bound); 13] = [
    ("home_feed_rps", 600.0, Bound::Least),
    ("home_feed_p99_ms", 50.0, Bound::Most),
    ("home_to_community_p50_ratio", 1.3, Bound::Most),
    ("home_to_community_cpu_ratio", 1.3, Bound::Most),
    ("deep_page_ratio", 1.2, Bound::Most),
    ("catch_up_p95_ms", 50.0, Bound::Most),
    ("search_p95_ms", 50.0, Bound::Most),
    ("reaction_p99_ms", 10.0, Bound::Most),
    // Equal, as far as a clock can tell.
    ("post_sizes_p50_ratio", 1.1, Bound::Most),
    ("posts_per_s_16_writers", 500.0, Bound::Least),
    ("posts_per_s_16_writers_one_community", 500.0, Bound::Least),
    ("rss_mib", 400.0, Bound::Most),
    ("js_wasm_brotli_bytes", 230_000.0, Bound::Most),
];

/// Those that are another in a company of a million posts.
const TARGETS_OF_A_MILLION: [(&str, f64); 2] = [("catch_up_p95_ms", 80.0), ("search_p95_ms", 80.0)];
/// How many times the company of 100,000 posts that is.
const MILLION: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
}

impl Report {
    pub fn new(times_as_large: usize) -> Report {
        Report {
            times_as_large,
            commit: machine::commit(),
            cpu: machine::cpu(),
            lines: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Prints a figure that rests on `n` measurements.
    pub fn line(&mut self, name: &'static str, value: f64, unit: &'static str, n: usize) {
        let value = (value * 1e3).round() / 1e3;
        let line = Line { name, value, unit, n, commit: self.commit.clone(), cpu: self.cpu.clone() };
        if let Ok(json) = serde_json::to_string(&line) {
            println!("{json}");
            let _ = std::io::stdout().flush();
        }
        self.lines.push(line);
    }

    /// Something to know about the figures, said now and in the summary.
    pub fn note(&mut self, note: String) {
        eprintln!("  {note}");
        self.notes.push(note);
    }

    pub fn value(&self, name: &str) -> Option<f64> {
        self.lines.iter().find(|line| line.name == name).map(|line| line.value)
    }

    /// Another than the usual one.
    fn bound(&self, name: &str) -> Option<f64> {
        let own = TARGETS_OF_A_MILLION.into_iter().find(|(of, _)| *of == name);
        own.filter(|_| self.times_as_large >= MILLION).map(|(_, bound)| bound)
    }

    /// A summary in Markdown.
    pub fn summary(&self) -> String {
        let mut told = format!("\n## Figures of {} on {}\n\n", self.commit, self.cpu);
        told.push_str("| measure | value | unit | n |\n|---|---:|---|---:|\n");
        for line in &self.lines {
            told.push_str(&format!("| {} | {} | {} | {} |\n", line.name, line.value, line.unit, line.n));
        }
        told.push_str("\n| first target | here | |\n|---|---:|---|\n");
        for (name, bound, kind) in TARGETS {
            let Some(value) = self.value(name) else { continue };
            let bound = self.bound(name).unwrap_or(bound);
            let (sign, reached) = match kind {
                Bound::Least => ("≥", value >= bound),
                Bound::Most => ("≤", value <= bound),
            };
            let word = if reached { "reached" } else { "**not reached**" };
            told.push_str(&format!("| {name} {sign} {bound} | {value} | {word} |\n"));
        }
        for note in &self.notes {
            told.push_str(&format!("\n- {note}"));
        }
        told
    }
}
