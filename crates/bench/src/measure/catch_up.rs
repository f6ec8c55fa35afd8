//! The page that gathers what was missed, for somebody in many communities.

use super::Scene;
use crate::{Outcome, figures::Times, html, report::Report};
use std::time::Instant;

const VISITS: usize = 200;

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let count = scene.asked.count(VISITS);
    eprintln!("→ Catching up: {count}, one after the other");
    let mut browser = scene.employee.browser().await?;
    let mut times = Times::default();
    let mut told = 0;
    for _ in 0..count {
        let started = Instant::now();
        let page = browser.page("/catch-up").await?;
        times.push(started.elapsed());
        if !html::is_whole(&page) || !page.contains("do=mark_caught_up") {
            return Err("the page of what was missed has no end".to_owned());
        }
        told = page.matches("class=\"brief\"").count();
    }
    report.line("catch_up_told", crate::figures::number(told), "posts", 1);
    report.line("catch_up_p50_ms", times.median(), "ms", times.len());
    report.line("catch_up_p95_ms", times.percentile(95), "ms", times.len());
    Ok(())
}
