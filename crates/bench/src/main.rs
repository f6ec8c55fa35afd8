//! `bench`: measures the `preau` binary from outside, over HTTP, as a signed-in person.
//!
//! One JSON object a line on standard output; progress, the summary and the profile on standard
//! error. Every answer is verified, and a wrong one ends the run: a fast mistake is not a figure.
//! Nothing here asserts a time.

mod asked;
mod browser;
mod company;
mod figures;
mod house;
mod html;
mod machine;
mod measure;
mod profile;
mod report;

use asked::Asked;
use clap::Parser;
use std::process::ExitCode;

/// What came of it, or what to tell the person who measures.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let asked = Asked::parse();
    // One thread: the load has one core, and the server is tied to the life of this thread.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("bench: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(async {
        tokio::select! {
            outcome = measure::run(&asked) => outcome,
            signal = stopped() => Err(signal.to_owned()),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bench: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Being told to stop ends the run like a failure does: what was started is stopped on the way out.
async fn stopped() -> &'static str {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => "interrupted",
        _ = terminate.recv() => "told to stop",
    }
}
