//! What `preau` is made of: one binary that serves the house, and the commands that look after it.
//! A library, so that tests can stand in front of the site without opening a port.

pub mod commands;
pub mod config;
pub mod control;
pub mod http;
pub mod listen;
pub mod log;

use std::process::ExitCode;

/// A page is many small texts: with the C library's allocator a third of its time goes to them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let asked = config::read();
    log::start(asked.settings.log_format, &asked.settings.log_level);
    // The store runs deep recursions; the default 2 MiB stack is not enough for them.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(usize::try_from(asked.settings.threads).unwrap_or(2))
        .thread_stack_size(10 << 20)
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(async {
            let outcome = commands::run(asked).await;
            if !services::db::all_closed().await {
                tracing::warn!("something still used the store; it is opened again from its log");
            }
            outcome
        }),
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
