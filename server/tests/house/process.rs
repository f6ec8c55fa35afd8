//! The program itself: started, asked, killed.

use std::{
    io::{BufRead, BufReader, Read},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread::JoinHandle,
};

/// `preau`, with nothing inherited that would configure it.
pub fn preau(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PREAU_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command.arg("--data").arg(data);
    command
}

/// Runs `preau` to its end.
pub fn run(data: &Path, arguments: &[&str]) -> Output {
    preau(data).args(arguments).output().unwrap()
}

pub fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The house, open; killed when dropped.
pub struct Serving {
    child: Child,
    pub address: SocketAddr,
    /// Of the link that sets a new house up.
    pub setup: Option<String>,
    log: Option<JoinHandle<String>>,
}

/// Starts `preau serve` on a free port, and does not wait.
pub fn start(data: &Path, assets: &Path, arguments: &[&str]) -> Child {
    start_at(data, assets, "127.0.0.1:0", arguments)
}

fn start_at(data: &Path, assets: &Path, address: &str, arguments: &[&str]) -> Child {
    let mut command = preau(data);
    command.args(["serve", "--addr", address, "--assets"]).arg(assets).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Starts the house and waits until it is open.
pub fn serve(data: &Path, assets: &Path, arguments: &[&str]) -> Serving {
    opened(start(data, assets, arguments), None)
}

/// The same, under an address that people type and that is not where it listens.
pub fn serve_as(url: &str, data: &Path, assets: &Path) -> Serving {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    opened(start_at(data, assets, &free.to_string(), &["--url", url]), Some(free))
}

/// The same, in memory, under an address that people type and that is not where it listens.
pub fn serve_under(url: &str, data: &Path, assets: &Path) -> Serving {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let arguments = ["--store", "mem://", "--url", url];
    opened(start_at(data, assets, &free.to_string(), &arguments), Some(free))
}

fn opened(mut child: Child, known: Option<SocketAddr>) -> Serving {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut errors = child.stderr.take().unwrap();
    let log = std::thread::spawn(move || {
        let mut log = String::new();
        let _ = errors.read_to_string(&mut log);
        log
    });
    let mut setup = None;
    let address = loop {
        let Some(Ok(line)) = lines.next() else {
            let _ = child.kill();
            panic!("the house did not open: {:?}", child.wait());
        };
        if let Some((_, token)) = line.split_once("/setup/") {
            setup = Some(token.trim().to_owned());
        }
        if let Some(url) = line.strip_prefix("Préau is open at ") {
            let listens = url.strip_prefix("http://").and_then(|address| address.parse().ok());
            break known.or(listens).unwrap();
        }
    };
    // What it says later has to go somewhere.
    std::thread::spawn(move || lines.for_each(drop));
    Serving { child, address, setup, log: Some(log) }
}

impl Serving {
    /// `kill -9`.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// The most memory it ever had, in MiB.
    pub fn peak(&self) -> usize {
        let told = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches("kB").trim().parse::<usize>().unwrap() / 1024
    }

    /// What it wrote to its log, once it has ended.
    pub fn log(&mut self) -> String {
        self.log.take().unwrap().join().unwrap()
    }

    /// As a service manager stops it.
    pub fn stop(&mut self) -> ExitStatus {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        self.child.wait().unwrap()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}
