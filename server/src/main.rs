//! `preau`: one binary that serves the house, and the commands that look after it.

mod commands;
mod config;
mod http;
mod listen;
mod log;

use std::process::ExitCode;

fn main() -> ExitCode {
    let asked = config::read();
    log::start(asked.settings.log_format);
    // The store runs deep recursions; the default 2 MiB stack is not enough for them.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(asked.settings.threads)
        .thread_stack_size(10 << 20)
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(commands::run(asked)),
        Err(error) => Err(format!("no threads to work with: {error}")),
    };
    match outcome {
        Ok(code) => code,
        Err(message) => {
            eprintln!("preau: {message}");
            ExitCode::FAILURE
        }
    }
}
