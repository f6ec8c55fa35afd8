//! Searches: a rare word, a common one, a phrase, and two words in one community, in turn.

use super::Scene;
use crate::{Outcome, browser::Visitor, company::index, figures::Times, house::Plan, report::Report};
use std::time::{Duration, Instant};

const SEARCHES: usize = 400;
/// At its start a house compares its index with the store: so long at most for 100,000 posts.
const PATIENCE: Duration = Duration::from_secs(300);

const ASKED: [&str; 4] = [
    "/search?q=quenelles",
    "/search?q=merci",
    "/search?q=%22tout+le+monde%22",
    "/search?q=parcours+jardins&in=pause-foulees",
];

/// How long the index takes to be made from the store, nobody else at work.
pub fn making(plan: &Plan, report: &mut Report) -> Outcome {
    eprintln!("→ Making the search's index");
    report.line("search_index_s", index(&plan.program, &plan.data)?.as_secs_f64(), "s", 1);
    Ok(())
}

/// Waits until the house has compared its index with the store; until then, the page says so.
pub async fn ready(employee: &Visitor, times_as_large: usize) -> Outcome {
    let mut browser = employee.browser().await?;
    let started = Instant::now();
    let patience = PATIENCE * u32::try_from(times_as_large).unwrap_or(u32::MAX);
    while browser.page("/search?q=merci").await?.contains("class=\"banner\"") {
        if started.elapsed() > patience {
            return Err(format!("the search was not ready after {} s", patience.as_secs()));
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    Ok(())
}

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let mut browser = scene.employee.browser().await?;
    let count = scene.asked.count(SEARCHES);
    eprintln!("→ Searches: {count}, one after the other");
    let mut times = Times::default();
    for turn in 0..count {
        let path = ASKED.get(turn % ASKED.len()).ok_or("no query")?;
        let started = Instant::now();
        let page = browser.page(path).await?;
        times.push(started.elapsed());
        if !page.contains("class=\"hit card\"") {
            return Err(format!("{path} found nothing"));
        }
    }
    report.line("search_p50_ms", times.median(), "ms", times.len());
    report.line("search_p95_ms", times.percentile(95), "ms", times.len());
    Ok(())
}
