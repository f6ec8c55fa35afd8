//! What the server holds in memory once everything before was asked of it: told after every measure of a
//! house that is open, as a time means little without what it costs.

use super::Scene;
use crate::{Outcome, report::Report};

pub fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let memory = scene.house.memory()?;
    report.line("rss_mib", memory.resident, "MiB", 1);
    report.line("rss_peak_mib", memory.peak, "MiB", 1);
    Ok(())
}
