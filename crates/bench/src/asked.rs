//! The command line.

use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// Posts of the company that targets are about.
const POSTS: usize = 100_000;

/// Measures preau: one JSON object a line on standard output.
#[derive(Debug, Parser)]
#[command(name = "bench")]
pub struct Asked {
    /// The company as written and few requests: to try the bench itself.
    #[arg(long)]
    pub quick: bool,
    /// Posts of the company that is measured: 1000000 for the large one, which takes an hour to load.
    #[arg(long, value_name = "NUMBER", default_value_t = POSTS)]
    pub posts: usize,
    /// Measure this alone; may be repeated.
    #[arg(long, value_name = "NAME", value_enum)]
    only: Vec<Measure>,
    /// Record the server under load with `perf` for so long instead of measuring: the home feed,
    /// or publishing with `--only posts`.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=300))]
    pub profile: Option<u32>,
    /// The server's program.
    #[arg(long, env = "PREAU_BIN", value_name = "FILE", default_value = "target/release/preau")]
    pub program: PathBuf,
    /// Folder of the browser's files.
    #[arg(long, env = "PREAU_ASSETS", value_name = "DIR", default_value = "target/site")]
    pub assets: PathBuf,
    /// Where cargo compiles; companies are kept in `bench` there.
    #[arg(long, env = "CARGO_TARGET_DIR", value_name = "DIR", default_value = "target")]
    target: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Measure {
    ColdStart,
    Weight,
    HomeFeed,
    DeepPage,
    CommunityFeed,
    CatchUp,
    Ttfb,
    Search,
    Reactions,
    Posts,
    Memory,
}

impl Asked {
    pub fn wants(&self, measure: Measure) -> bool {
        self.only.is_empty() || self.only.contains(&measure)
    }

    /// Named on the command line, not merely part of everything.
    pub fn names(&self, measure: Measure) -> bool {
        self.only.contains(&measure)
    }

    /// Where companies and runs are kept.
    pub fn folder(&self) -> PathBuf {
        self.target.join("bench")
    }

    /// How often to ask: `full`, or a fraction of it when trying.
    pub fn count(&self, full: usize) -> usize {
        if self.quick { (full / 10).max(20) } else { full }
    }
}
