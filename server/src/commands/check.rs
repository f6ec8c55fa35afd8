//! `preau check`

use super::Outcome;
use crate::config::Settings;
use std::process::ExitCode;

pub async fn run(settings: &Settings) -> Outcome {
    let ctx = super::context(settings).await?;
    let report = services::check::run(&ctx).await.map_err(|error| error.to_string())?;
    for line in &report.counted {
        println!("{line}");
    }
    for wrong in &report.wrong {
        println!("WRONG {wrong}");
    }
    if report.wrong.is_empty() {
        println!("Every invariant holds.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} invariants do not hold.", report.wrong.len());
    Ok(ExitCode::FAILURE)
}
