//! The command line.

use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// Posts of the company that targets are about.
const POSTS: usize = 100_000;
const PEOPLE: usize = 1_000;

const EXAMPLES: &str = "\
Examples:
  bench                                                  everything, on the company of the aims
  bench --only home_feed,community_feed                  one person in forty communities, and one community
  bench --posts 1000000 --only catch_up,search           the large company; its memory is told at the end
  bench --people 10000 --only post_sizes,reactions       a community of 10,000 members and one of three";

/// Measures preau: one JSON object a line on standard output.
#[derive(Debug, Parser)]
#[command(name = "bench", after_help = EXAMPLES)]
pub struct Asked {
    /// The company as written and few requests: to try the bench itself.
    #[arg(long)]
    pub quick: bool,
    /// Posts of the company that is measured: 1000000 for the large one, which takes an hour to load.
    #[arg(long, value_name = "NUMBER", default_value_t = POSTS)]
    pub posts: usize,
    /// People of that company, who are all in the community of everybody.
    #[arg(long, value_name = "NUMBER", default_value_t = PEOPLE)]
    pub people: usize,
    /// Measure this alone, and what the server holds in memory after it; may be repeated, or several
    /// with commas between.
    #[arg(long, value_name = "NAME", value_enum, value_delimiter = ',')]
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
    #[value(alias = "catch-up")]
    CatchUp,
    Ttfb,
    Search,
    Reactions,
    /// A post to a community of everybody, and to one of three.
    PostSizes,
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

    /// The company's name among those that are kept.
    pub fn scale(&self) -> String {
        match (self.quick, self.people) {
            (true, _) => "quick".to_owned(),
            (false, PEOPLE) => format!("full-{}", self.posts),
            (false, people) => format!("{people}-people-{}", self.posts),
        }
    }

    /// How many times the company of the aims this one is, at least once.
    pub fn times_as_large(&self) -> usize {
        (self.posts / POSTS).max(1)
    }

    /// How often to ask: `full`, or a fraction of it when trying.
    pub fn count(&self, full: usize) -> usize {
        if self.quick { (full / 10).max(20) } else { full }
    }
}
