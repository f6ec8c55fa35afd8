//! Where the server spends its time under load, by `perf`.

use crate::{
    Outcome,
    house::{House, Started},
    machine,
};
use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

/// Symbols shown.
const TOP: usize = 30;
const CRATES: usize = 15;

/// Records `house` for `seconds`; the load must be running meanwhile. Prints the symbols and the
/// crates that cost most on standard error.
pub async fn record(house: &House, seconds: u32, folder: &Path) -> Outcome {
    if !machine::has("perf") {
        eprintln!("! perf is not installed: no profile (Debian: apt-get install linux-perf)");
        return Ok(());
    }
    let file = folder.join("perf.data");
    let mut command = Command::new("perf");
    command.args(["record", "-q", "-F", "999", "-p", &house.pid().to_string(), "-o"]).arg(&file);
    command.args(["--", "sleep", &seconds.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut perf = Started(command.spawn().map_err(|error| format!("perf: {error}"))?);
    let status = loop {
        if let Some(status) = perf.0.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    if !status.success() {
        let mut said = String::new();
        if let Some(mut errors) = perf.0.stderr.take() {
            let _ = std::io::Read::read_to_string(&mut errors, &mut said);
        }
        eprintln!("! perf does not work on this machine: no profile\n{said}");
        return Ok(());
    }
    let report = Command::new("perf")
        .args(["report", "--stdio", "--no-children", "--sort", "symbol", "--percent-limit", "0", "-i"])
        .arg(&file)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("perf report: {error}"))?;
    let report = String::from_utf8_lossy(&report.stdout).into_owned();
    let costs: Vec<_> = report.lines().filter_map(cost).collect();
    if costs.is_empty() {
        eprintln!("! perf recorded nothing: no profile");
        return Ok(());
    }
    eprintln!("\n## Profile: {TOP} symbols\n");
    for (percent, symbol) in costs.iter().take(TOP) {
        eprintln!("{percent:6.2} %  {symbol}");
    }
    eprintln!("\n## Profile: {CRATES} crates\n");
    for (name, percent) in by_crate(&costs).iter().take(CRATES) {
        eprintln!("{percent:6.2} %  {name}");
    }
    Ok(())
}

/// A line of perf's report: per cent, and the symbol; the kernel's are marked.
fn cost(line: &str) -> Option<(f64, String)> {
    let line = line.trim();
    let (percent, symbol) = line.split_once('%')?;
    let percent = percent.trim().parse().ok()?;
    // Columns of nothing may follow.
    let symbol = symbol.trim().split("  ").next().unwrap_or_default();
    match symbol.strip_prefix("[k]") {
        Some(kernel) => Some((percent, format!("[kernel] {}", kernel.trim()))),
        None => Some((percent, symbol.trim_start_matches("[.]").trim().to_owned())),
    }
}

fn by_crate(costs: &[(f64, String)]) -> Vec<(String, f64)> {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for (percent, symbol) in costs {
        *sums.entry(crate_of(symbol)).or_default() += percent;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums
}

/// The crate whose code a symbol is, as far as its name tells: the first path in it. A blanket
/// implementation counts for its trait's crate, an instance of a generic for where it is written.
fn crate_of(symbol: &str) -> String {
    if symbol.starts_with("[kernel]") {
        return "[kernel]".to_owned();
    }
    if ALLOCATOR.iter().any(|name| symbol.contains(name)) && !symbol.contains("::") {
        return "[allocator]".to_owned();
    }
    let before = symbol.split_once("::").map_or("", |(before, _)| before);
    let name = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    if name.is_empty() { "[other]".to_owned() } else { name.to_owned() }
}

/// What glibc's and other allocators call their functions.
const ALLOCATOR: [&str; 6] = ["malloc", "calloc", "realloc", "free", "unlink_chunk", "mi_"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_are_summed_by_crate() {
        let report = "# Overhead\n  12.50%  [.] <alloc::string::String as core::fmt::Write>::write_str\n\
                      2.50%  [.] alloc::raw_vec::grow    -      -\n   5.00%  [k] copy_user\n   1.00%  [.] memcpy\n\
                      4.00%  [.] _int_malloc\n   3.00%  [.] <T as tachys::view::IntoAny>::into_any\n";
        let costs: Vec<_> = report.lines().filter_map(cost).collect();
        let told: Vec<_> = by_crate(&costs).into_iter().map(|(name, sum)| format!("{name} {sum}")).collect();
        assert_eq!(told, ["alloc 15", "[kernel] 5", "[allocator] 4", "tachys 3", "[other] 1"]);
    }
}
