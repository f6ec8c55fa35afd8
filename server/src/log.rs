//! The log: one line an event, on standard error, without personal data.

use clap::ValueEnum;
use std::fmt::Debug;
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    EnvFilter, fmt,
    layer::{Context, Filter, Layer, SubscriberExt},
    registry,
    util::SubscriberInitExt,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// The store's own crates, quiet unless they are named.
const QUIET: &str = "surrealdb=warn,surrealdb_core=warn,surrealkv=warn";

const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

/// Starts the log at `level`: see [`level`].
pub fn start(format: LogFormat, level: &str) {
    let filter = EnvFilter::builder().parse_lossy(format!("{QUIET},{level}"));
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(false);
    let lines = match format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    registry().with(filter).with(lines.with_filter(News)).init();
}

/// The commit thread of the store on disk (surrealkv 0.21) says it whenever it ends, above all when
/// the store was closed in good order. Whether it was is told in [`crate::run`].
const NO_NEWS: &str = "No runtime available for closing the store correctly";

struct News;

impl<S: Subscriber> Filter<S> for News {
    fn enabled(&self, _: &Metadata<'_>, _: &Context<'_, S>) -> bool {
        true
    }

    fn event_enabled(&self, event: &Event<'_>, _: &Context<'_, S>) -> bool {
        let mut said = Said(false);
        if *event.metadata().level() == Level::WARN {
            event.record(&mut said);
        }
        !said.0
    }
}

/// Whether an event is that one.
struct Said(bool);

impl Visit for Said {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0 |= field.name() == "message" && format!("{value:?}") == NO_NEWS;
    }
}

/// Reads a level, or several of parts of the program: `info,services=debug`.
///
/// The filter itself would take a misspelt level for the name of a part, and log next to nothing.
pub fn level(text: &str) -> Result<String, String> {
    let is_level = |word: &str| LEVELS.contains(&word);
    let is_part = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
    };
    let known = |directive: &str| match directive.split_once('=') {
        Some((part, level)) => is_part(part) && is_level(level),
        None => is_level(directive),
    };
    if text.split(',').all(known) {
        return Ok(text.to_owned());
    }
    Err(format!("expected one of {}, or levels of parts, such as `info,services=debug`", LEVELS.join(", ")))
}
