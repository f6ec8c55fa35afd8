//! The machine: its name, its cores, who else is using them.

use std::{path::Path, process::Command, time::Duration};

/// The core of the server, and that of the load.
pub const SERVER_CORE: usize = 0;
const LOAD_CORE: usize = 1;

/// The processor's name as its maker gives it.
pub fn cpu() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named =
        |line: &str| line.strip_prefix("model name")?.split_once(':').map(|(_, name)| name.trim().to_owned());
    told.lines().find_map(named).unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}

/// The commit that was checked out.
pub fn commit() -> String {
    let told = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let told = told.map(|told| String::from_utf8_lossy(&told.stdout).trim().to_owned()).unwrap_or_default();
    if told.is_empty() { "unknown".to_owned() } else { told }
}

/// Whether server and load can have a core each.
pub fn has_two_cores() -> bool {
    std::thread::available_parallelism().is_ok_and(|cores| cores.get() > LOAD_CORE) && has("taskset")
}

/// Keeps this process, and what it starts from now on unless it says otherwise, on the load's core.
pub fn take_the_loads_core() {
    let own = std::process::id().to_string();
    let taken = Command::new("taskset").args(["-a", "-c", "-p", &LOAD_CORE.to_string(), &own]).output();
    if !taken.is_ok_and(|taken| taken.status.success()) {
        eprintln!("! the load could not be kept to core {LOAD_CORE}");
    }
}

pub fn has(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// A start of `program` on `core` that ends when this process does, however it ends.
pub fn start(program: &Path, core: Option<usize>) -> Command {
    let mut words: Vec<std::ffi::OsString> = Vec::new();
    if has("setpriv") {
        words.extend(["setpriv", "--pdeathsig", "KILL"].map(Into::into));
    }
    if let Some(core) = core {
        words.extend(["taskset".into(), "-c".into(), core.to_string().into()]);
    }
    words.push(program.into());
    let mut words = words.into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    // What is set for another preau is not meant for this one.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PREAU_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command
}

/// How long the server's core has been busy since the machine started, whoever kept it so.
pub fn busy() -> Duration {
    let told = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let name = format!("cpu{SERVER_CORE} ");
    let Some(line) = told.lines().find_map(|line| line.strip_prefix(&name)) else { return Duration::ZERO };
    // user nice system (idle iowait) irq softirq steal
    let numbers: Vec<u64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    [0, 1, 2, 5, 6, 7].into_iter().filter_map(|place| numbers.get(place)).copied().map(ticks).sum()
}

/// The kernel counts in hundredths of a second towards programs, whatever it does itself.
pub fn ticks(count: u64) -> Duration {
    Duration::from_millis(count * 10)
}
