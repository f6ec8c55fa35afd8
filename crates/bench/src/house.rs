//! The server under measurement, a process of its own.

use crate::{Outcome, browser::Visitor, html, machine};
use std::{
    fs::File,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A server that is not open by then has failed.
const OPENS_WITHIN: Duration = Duration::from_secs(90);
/// A server that was asked to stop is killed after this.
const STOPS_WITHIN: Duration = Duration::from_secs(20);

/// A process that does not outlive what holds it.
pub struct Started(pub Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What is served, and by which program.
#[derive(Clone, Debug)]
pub struct Plan {
    pub program: PathBuf,
    pub assets: PathBuf,
    pub data: PathBuf,
    /// On a core of its own.
    pub pinned: bool,
}

pub struct House {
    process: Started,
    pub address: SocketAddr,
    log: PathBuf,
}

/// What a process holds in memory, in MiB.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    pub resident: f64,
    /// The most it ever was.
    pub peak: f64,
}

impl House {
    /// Starts the server and waits until its first page is there; the second value is how long that
    /// took.
    pub async fn open(plan: &Plan) -> Outcome<(House, Duration)> {
        let address = free_address()?;
        let log = plan.data.with_extension("log");
        let errors = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
        let core = plan.pinned.then_some(machine::SERVER_CORE);
        let mut command = machine::start(&plan.program, core);
        command.arg("serve").args(["--threads", "1"]).arg("--data").arg(&plan.data);
        command.arg("--addr").arg(address.to_string()).arg("--assets").arg(&plan.assets);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors);
        let started = Instant::now();
        let child = command.spawn().map_err(|error| format!("{}: {error}", plan.program.display()))?;
        let mut house = House { process: Started(child), address, log };
        while !house.has_opened().await {
            if let Ok(Some(status)) = house.process.0.try_wait() {
                return Err(format!("the server ended at its start ({status}):\n{}", house.last_words()));
            }
            if started.elapsed() > OPENS_WITHIN {
                return Err(format!(
                    "the server is not open after {} s:\n{}",
                    OPENS_WITHIN.as_secs(),
                    house.last_words()
                ));
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok((house, started.elapsed()))
    }

    async fn has_opened(&self) -> bool {
        let Ok(mut browser) = Visitor::nobody(self.address).browser().await else { return false };
        browser.get("/sign-in").await.is_ok_and(|answer| {
            let page = answer.text().unwrap_or_default();
            answer.status == 200 && page.contains("do=sign_in") && html::is_whole(page)
        })
    }

    pub fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// The end of the server's log.
    pub fn last_words(&self) -> String {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        lines.get(lines.len().saturating_sub(12)..).unwrap_or_default().join("\n")
    }

    /// Processor time it has used, in user and kernel, all threads.
    pub fn cpu(&self) -> Outcome<Duration> {
        let path = format!("/proc/{}/stat", self.pid());
        let told = std::fs::read_to_string(&path)
            .map_err(|error| format!("{path}: {error}\n{}", self.last_words()))?;
        // The name, in brackets, may hold anything; utime and stime are the 12th and 13th after it.
        let after = told.rsplit_once(") ").map_or("", |(_, after)| after);
        let numbers = after.split_whitespace().skip(11).take(2).filter_map(|word| word.parse().ok());
        Ok(numbers.map(machine::ticks).sum())
    }

    pub fn memory(&self) -> Outcome<Memory> {
        let path = format!("/proc/{}/status", self.pid());
        let told = std::fs::read_to_string(&path)
            .map_err(|error| format!("{path}: {error}\n{}", self.last_words()))?;
        let of = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            let kib: u32 = line
                .and_then(|line| line.split_whitespace().next()?.parse().ok())
                .ok_or(format!("no {name}"))?;
            Ok::<_, String>(f64::from(kib) / 1024.0)
        };
        Ok(Memory { resident: of("VmRSS:")?, peak: of("VmHWM:")? })
    }

    /// Asks it to stop, as an administrator would, and waits until it has.
    pub async fn close(mut self) -> Outcome {
        let told = Command::new("kill").args(["-TERM", &self.pid().to_string()]).status();
        told.map_err(|error| error.to_string())?;
        let asked = Instant::now();
        while asked.elapsed() < STOPS_WITHIN {
            if let Ok(Some(_)) = self.process.0.try_wait() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        eprintln!("! the server did not stop within {} s and was killed", STOPS_WITHIN.as_secs());
        Ok(())
    }

    /// Kills it where it stands.
    pub fn kill(self) {
        drop(self);
    }
}

/// An address nobody listens on.
fn free_address() -> Outcome<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map_err(|error| error.to_string())
}

/// A folder that is gone when the run is over.
pub struct Scratch(pub PathBuf);

impl Scratch {
    /// Takes a copy of `from`, written out to the disk so that the run does not pay for it.
    pub fn copy_of(from: &Path, folder: &Path) -> Outcome<Scratch> {
        let scratch = Scratch(folder.join(format!("run-{}", std::process::id())));
        std::fs::create_dir_all(&scratch.0).map_err(|error| format!("{}: {error}", scratch.0.display()))?;
        scratch.copy(from)?;
        Ok(scratch)
    }

    /// Takes another copy in place of the one it has.
    pub fn copy(&self, from: &Path) -> Outcome {
        let data = self.data();
        if data.exists() {
            std::fs::remove_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
        }
        let copied = Command::new("cp").args(["-a", "--reflink=auto"]).arg(from).arg(&data).status();
        if !copied.is_ok_and(|status| status.success()) {
            return Err(format!("{} could not be copied to {}", from.display(), data.display()));
        }
        let _ = Command::new("sync").arg("-f").arg(&data).status();
        Ok(())
    }

    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
