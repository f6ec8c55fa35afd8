//! Configuration: by flag, environment variable or one file, in this order of precedence.
//!
//! Each option is documented here and nowhere else: `preau --help` prints it.

mod file;

use crate::log::{self, LogFormat};
use clap::{
    Arg, Args, CommandFactory, FromArgMatches, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};
use std::{net::SocketAddr, path::PathBuf};

/// Préau: the covered yard of the company.
#[derive(Debug, Parser)]
#[command(
    name = "preau",
    version,
    about,
    after_help = "An option with an environment variable beside it can be set by that too, or in the file given with \
    --config, as a line `name = \"value\"`. A flag wins over the variable, the variable over the file. \
    `preau serve --help` has more such options; what other commands add is said by flag alone."
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
    #[arg(long, env = "PREAU_BLOCK_CACHE_MIB", global = true, default_value_t = 128, value_parser = number::<16, 65_536>)]
    pub block_cache_mib: u64,
    /// Memory for writes not yet in their final place on disk, in MiB.
    #[arg(long, env = "PREAU_MEMTABLE_MIB", global = true, default_value_t = 64, value_parser = number::<16, 4096>)]
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
    /// What the log tells: a level (`off`, `error`, `warn`, `info`, `debug`, `trace`), or levels of parts
    /// of the program, such as `info,services=debug`.
    #[arg(long, env = "PREAU_LOG_LEVEL", global = true, value_name = "LEVEL", default_value = "info", value_parser = log::level)]
    pub log_level: String,
    /// Threads that serve requests.
    #[arg(long, env = "PREAU_THREADS", global = true, default_value_t = threads(), value_parser = number::<1, 256>)]
    pub threads: u64,
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
    #[arg(long, env = "PREAU_ADDR", default_value = "127.0.0.1:3000", value_parser = address)]
    pub addr: SocketAddr,
    /// Folder of the browser's files (`make assets`).
    #[arg(long, env = "PREAU_ASSETS", value_name = "DIR", default_value = "target/site")]
    pub assets: PathBuf,
    /// Trust `X-Forwarded-For` and `X-Forwarded-Proto`: only behind a proxy that sets them.
    #[arg(long, env = "PREAU_BEHIND_PROXY", value_parser = switch)]
    pub behind_proxy: bool,
    /// Open pages load anew when the program is started again: for who builds the house.
    #[arg(long, env = "PREAU_RELOAD_PAGES", value_parser = switch)]
    pub reload_pages: bool,
    /// The largest file that may be attached to a post, in megabytes.
    #[arg(long, env = "PREAU_FILE_LIMIT_MB", default_value_t = 25, value_parser = number::<1, 200>)]
    pub file_limit_mb: u64,
    /// Whether pages that people link to are looked at, to show what is behind a link: the house then
    /// asks public web servers, and no others, on behalf of who posts.
    #[arg(long, env = "PREAU_LINK_PREVIEWS", value_name = "ON|OFF", default_value = "on", value_parser = on_or_off, action = clap::ArgAction::Set)]
    pub link_previews: bool,
    /// Connections held open at once.
    #[arg(long, env = "PREAU_MAX_CONNECTIONS", default_value_t = 4096, value_parser = number::<16, 100_000>)]
    pub max_connections: u64,
}

#[derive(Clone, Debug, Args)]
pub struct Demo {
    /// People in the company.
    #[arg(long, value_parser = number::<0, 10_000_000>)]
    pub people: Option<u64>,
    /// Communities.
    #[arg(long, value_parser = number::<0, 10_000_000>)]
    pub communities: Option<u64>,
    /// Posts.
    #[arg(long, value_parser = number::<0, 10_000_000>)]
    pub posts: Option<u64>,
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

/// As browsers name it: `Origin` is compared with it letter by letter.
fn origin(url: &str) -> Result<String, String> {
    let bare = url.trim_end_matches('/').to_ascii_lowercase();
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    let authority = host.and_then(|host| host.parse::<http::uri::Authority>().ok());
    match authority.filter(|host| !host.host().is_empty() && !host.as_str().contains('@')) {
        Some(_) => Ok(bare),
        None => Err("expected `http://` or `https://` and a host, without a path".into()),
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "expected an IP address and a port, such as `127.0.0.1:3000`".into())
}

fn on_or_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("expected `on` or `off`".into()),
    }
}

fn switch(text: &str) -> Result<bool, String> {
    match text {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err("expected `true` or `false`".into()),
    }
}

fn threads() -> u64 {
    let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 256));
    u64::try_from(cores).unwrap_or(2)
}

fn number<const LEAST: u64, const MOST: u64>(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(number) if (LEAST..=MOST).contains(&number) => Ok(number),
        _ => Err(format!("expected a whole number between {LEAST} and {MOST}")),
    }
}

/// Reads the configuration; a bad value names itself and where it stands, what was wrong and what is
/// allowed, and the program exits with 2.
pub fn read() -> Asked {
    let mut command = Asked::command();
    if let Some(path) = file::named() {
        command = match file::applied(command, &path) {
            Ok(command) => command,
            Err(message) => refuse(&message),
        };
    }
    let known = command.clone();
    match command.try_get_matches().and_then(|matches| Asked::from_arg_matches(&matches)) {
        Ok(asked) => asked,
        Err(error) => match of_a_variable(&known, &error) {
            Some(message) => refuse(&message),
            None => error.exit(),
        },
    }
}

fn refuse(message: &str) -> ! {
    Asked::command().error(ErrorKind::InvalidValue, message).exit()
}

/// What is wrong with the value of an environment variable, when that is what is wrong: clap tells
/// of the flag, which nobody gave.
fn of_a_variable(command: &clap::Command, error: &clap::Error) -> Option<String> {
    let ContextValue::String(flag) = error.get(ContextKind::InvalidArg)? else { return None };
    let long = flag.split_whitespace().next()?.strip_prefix("--")?;
    let given = |argument: std::ffi::OsString| {
        let argument = argument.to_string_lossy();
        argument.strip_prefix("--").is_some_and(|name| name == long || name.starts_with(&format!("{long}=")))
    };
    if std::env::args_os().any(given) {
        return None;
    }
    let commands = std::iter::once(command).chain(command.get_subcommands());
    let mut arguments = commands.flat_map(clap::Command::get_arguments);
    let variable = arguments.find(|argument| argument.get_long() == Some(long))?.get_env()?;
    let variable = variable.to_string_lossy();
    let value = std::env::var_os(variable.as_ref())?;
    Some(format!("{variable}={}: {}", value.to_string_lossy(), why(error)))
}

/// What is wrong with a value, and what is allowed.
fn why(error: &clap::Error) -> String {
    if let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue)
        && !valid.is_empty()
    {
        return format!("expected one of {}", valid.join(", "));
    }
    match std::error::Error::source(error) {
        Some(source) => source.to_string(),
        None => error.to_string().lines().next().unwrap_or_default().to_owned(),
    }
}

/// The same, of `value` given to `argument` alone.
fn refused(argument: &Arg, value: &str) -> Option<String> {
    let alone = argument.clone().env(clap::builder::Resettable::Reset).required(false).global(false);
    let flag = format!("--{}={value}", argument.get_long()?);
    let error = clap::Command::new("preau").arg(alone).try_get_matches_from(["preau", &flag]).err()?;
    Some(why(&error))
}
