//! From the start of the process to its first page. The files are in the system's cache, as they are
//! after an upgrade; the store is opened and its migrations are compared.

use crate::{
    Outcome,
    figures::Times,
    house::{House, Plan},
    report::Report,
};

const STARTS: usize = 5;

pub async fn measure(plan: &Plan, report: &mut Report) -> Outcome {
    eprintln!("→ Cold start: {STARTS} times");
    let mut times = Times::default();
    for _ in 0..STARTS {
        let (house, time) = House::open(plan).await?;
        times.push(time);
        house.close().await?;
    }
    report.line("cold_start_ms", times.median(), "ms", STARTS);
    Ok(())
}
