//! The program itself: started, asked, killed.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

/// `preau`, with nothing inherited that would configure it.
pub fn preau(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PREAU_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command.arg("--data").arg(data).args(["--block-cache-mib", "16", "--memtable-mib", "16"]);
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
    pub child: Child,
    pub address: SocketAddr,
}

/// Starts `preau serve` on a free port.
pub fn start(data: &Path, assets: &Path, arguments: &[&str]) -> Child {
    let mut command = preau(data);
    command.args(["serve", "--addr", "127.0.0.1:0", "--assets"]).arg(assets).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// The same, and waits until it is open.
pub fn serve(data: &Path, assets: &Path, arguments: &[&str]) -> Serving {
    let mut child = start(data, assets, arguments);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let opened = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let address = line.strip_prefix("Préau is open at http://")?;
        address.parse().ok()
    });
    let address = opened.unwrap_or_else(|| {
        let _ = child.kill();
        panic!("the house did not open: {:?}", child.wait())
    });
    // What it says later has to go somewhere.
    std::thread::spawn(move || lines.for_each(drop));
    Serving { child, address }
}

impl Serving {
    /// `kill -9`.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}
