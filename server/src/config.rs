//! Configuration: by flag, environment variable or one file, in this order of precedence.
//!
//! Each option is documented here and nowhere else: `preau --help` prints it.

use crate::log::LogFormat;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, error::ErrorKind};
use std::{net::SocketAddr, path::PathBuf};

/// Préau: the covered yard of the company.
#[derive(Debug, Parser)]
#[command(
    name = "preau",
    version,
    about,
    after_help = "Every option can also be set by the environment \
    variable named beside it, or in the file given with --config, as `name = \"value\"` lines."
)]
pub struct Asked {
    #[command(flatten)]
    pub settings: Settings,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Clone, Debug, Args)]
pub struct Settings {
    /// A TOML file of options, one `name = "value"` a line; unknown names are refused.
    #[arg(long, env = "PREAU_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of the data: the store and the pictures.
    #[arg(long, env = "PREAU_DATA", global = true, value_name = "DIR", default_value = "./data")]
    pub data: PathBuf,
    /// Where the store is: `disk` (in the data folder), `mem://` (forgotten at the end), or the
    /// address of a SurrealDB server, `ws://…` or `wss://…`.
    #[arg(long, env = "PREAU_STORE", global = true, value_name = "STORE", default_value = "disk", value_parser = store)]
    pub store: Store,
    /// User of the remote store.
    #[arg(long, env = "PREAU_STORE_USER", global = true, default_value = "root")]
    pub store_user: String,
    /// Password of the remote store.
    #[arg(long, env = "PREAU_STORE_PASSWORD", global = true, default_value = "", hide_env_values = true)]
    pub store_password: String,
    /// Memory for blocks read from disk, in MiB.
    #[arg(long, env = "PREAU_BLOCK_CACHE_MIB", global = true, default_value_t = 128, value_parser = clap::value_parser!(u64).range(16..=65536))]
    pub block_cache_mib: u64,
    /// Memory for writes not yet in their final place on disk, in MiB.
    #[arg(long, env = "PREAU_MEMTABLE_MIB", global = true, default_value_t = 64, value_parser = clap::value_parser!(u64).range(16..=4096))]
    pub memtable_mib: u64,
    /// Address people type, such as `https://preau.example.org`; links begin with it, and cookies are
    /// secure when it is HTTPS.
    #[arg(long, env = "PREAU_URL", global = true, value_name = "URL", value_parser = origin)]
    pub url: Option<String>,
    /// Time zone of the organisation, an IANA name.
    #[arg(long, env = "PREAU_ZONE", global = true, default_value = "Europe/Paris", value_parser = zone)]
    pub zone: jiff::tz::TimeZone,
    /// How the log is written.
    #[arg(long, env = "PREAU_LOG_FORMAT", global = true, value_enum, default_value = "text")]
    pub log_format: LogFormat,
    /// Threads that serve requests.
    #[arg(long, env = "PREAU_THREADS", global = true, default_value_t = threads(), value_parser = workers)]
    pub threads: usize,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the house.
    Serve(Serve),
    /// Bring the store to the shape this program knows.
    Migrate,
    /// Load the demo company into an empty store.
    Demo(Demo),
    /// Import from other tools.
    #[command(subcommand)]
    Import(Import),
    /// Make new links for all who were invited and have not come: those they had are dead then. The
    /// house may be open meanwhile.
    Invitations {
        /// The file to write (CSV, for its owner alone). It must not exist; a new one in the data
        /// folder unless said.
        file: Option<PathBuf>,
    },
    /// Print a link by which somebody who forgot their password chooses another: once, within 24
    /// hours. The house may be open meanwhile.
    ResetPassword {
        /// Their address.
        email: String,
    },
    /// Verify every invariant of the store; exit 1 and say what is wrong when one does not hold.
    Check,
    /// Make the index of the search anew from the store; it follows by itself, so this is for doubts.
    Reindex,
    /// Write a backup of the store and the pictures; the house may be open meanwhile.
    Backup {
        /// The file to write. It must not exist.
        file: PathBuf,
    },
    /// Read a backup into an empty data folder.
    Restore {
        /// The file to read.
        file: PathBuf,
    },
}

#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Address and port to listen on.
    #[arg(long, env = "PREAU_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Folder of the browser's files (`make assets`).
    #[arg(long, env = "PREAU_ASSETS", value_name = "DIR", default_value = "target/site")]
    pub assets: PathBuf,
    /// Trust `X-Forwarded-For` and `X-Forwarded-Proto`: only behind a proxy that sets them.
    #[arg(long, env = "PREAU_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Connections held open at once.
    #[arg(long, env = "PREAU_MAX_CONNECTIONS", default_value_t = 4096, value_parser = clap::value_parser!(u32).range(16..=100_000))]
    pub max_connections: u32,
}

#[derive(Clone, Debug, Args)]
pub struct Demo {
    /// People in the company.
    #[arg(long)]
    pub people: Option<usize>,
    /// Communities.
    #[arg(long)]
    pub communities: Option<usize>,
    /// Posts.
    #[arg(long)]
    pub posts: Option<usize>,
    /// Print the ready-made accounts as one line of JSON at the end.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Import {
    /// People, from the CSV file of an HR tool, matched by e-mail; the house may be open meanwhile.
    ///
    /// Every row is checked before the first is written: with anything to correct, nothing is
    /// imported and all of it is told. Then people are written 250 at a time; an import that was cut
    /// is finished by starting it again.
    People(ImportPeople),
}

#[derive(Clone, Debug, Args)]
pub struct ImportPeople {
    /// The file to read.
    pub file: PathBuf,
    /// Say what would change; make nothing and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Language of the report.
    #[arg(long, default_value = "fr", value_parser = ["fr", "en"])]
    pub lang: String,
    /// File to write the invitation links to (CSV, for its owner alone). It must not exist; a new one
    /// in the data folder unless said.
    #[arg(long, value_name = "FILE")]
    pub invitations: Option<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Store {
    Disk,
    Memory,
    Remote(String),
}

fn store(text: &str) -> Result<Store, String> {
    match text {
        "disk" => Ok(Store::Disk),
        "mem://" => Ok(Store::Memory),
        url if url.starts_with("ws://") || url.starts_with("wss://") => Ok(Store::Remote(url.to_owned())),
        _ => Err("expected `disk`, `mem://`, `ws://…` or `wss://…`".into()),
    }
}

fn zone(name: &str) -> Result<jiff::tz::TimeZone, String> {
    jiff::tz::TimeZone::get(name).map_err(|_| "expected an IANA time zone such as `Europe/Paris`".into())
}

fn origin(url: &str) -> Result<String, String> {
    let bare = url.trim_end_matches('/');
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains('/') => Ok(bare.to_owned()),
        _ => Err("expected `http://` or `https://` and a host, without a path".into()),
    }
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2))
}

fn workers(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(workers @ 1..=256) => Ok(workers),
        _ => Err("expected a number between 1 and 256".into()),
    }
}

/// Reads the configuration; a bad value names itself, what was wrong and what is allowed, and the
/// program exits with 2.
pub fn read() -> Asked {
    let mut command = Asked::command();
    if let Some(file) = config_file() {
        command = match with_file(command, &file) {
            Ok(command) => command,
            Err(message) => Asked::command().error(ErrorKind::InvalidValue, message).exit(),
        };
    }
    let matches = command.get_matches();
    Asked::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// The file named by `--config` or `PREAU_CONFIG`, found before the rest is parsed.
fn config_file() -> Option<PathBuf> {
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--config" {
            return arguments.next().map(PathBuf::from);
        }
        if let Some(file) = argument.to_str().and_then(|argument| argument.strip_prefix("--config=")) {
            return Some(PathBuf::from(file));
        }
    }
    std::env::var_os("PREAU_CONFIG").map(PathBuf::from)
}

/// Makes each line of the file the default of its option, so that flags and variables win.
fn with_file(mut command: clap::Command, file: &std::path::Path) -> Result<clap::Command, String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("--config {shown}: {error}"))?;
    let table: toml::Table = text.parse().map_err(|error| format!("--config {shown}: {error}"))?;
    for (name, value) in table {
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Table(_) | toml::Value::Array(_) => {
                return Err(format!("--config {shown}: `{name}` takes one value"));
            }
            other => other.to_string(),
        };
        let id = name.replace('-', "_");
        let known = |command: &clap::Command| {
            id != "config" && command.get_arguments().any(|argument| argument.get_id() == id.as_str())
        };
        let serves = command.find_subcommand("serve").is_some_and(known);
        if known(&command) {
            command = command.mut_arg(id.clone(), |argument| argument.default_value(leak(value)));
        } else if serves {
            command = command.mut_subcommand("serve", |serve| {
                serve.mut_arg(id.clone(), |argument| argument.default_value(leak(value)))
            });
        } else {
            return Err(format!("--config {shown}: there is no option `{name}`; see preau --help"));
        }
    }
    Ok(command)
}

/// The parser wants defaults that live as long as the program; there are a dozen of them.
fn leak(value: String) -> &'static str {
    Box::leak(value.into_boxed_str())
}
