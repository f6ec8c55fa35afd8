//! Searches: a rare word, a common one, a phrase, and two words in one community, in turn.

use super::Scene;
use crate::{Outcome, figures::Times, report::Report};
use std::time::{Duration, Instant};

const SEARCHES: usize = 400;
/// The index of a company that has just been copied is made while the house is open: so long for 100,000
/// posts.
const PATIENCE: Duration = Duration::from_secs(900);

const ASKED: [&str; 4] = [
    "/search?q=quenelles",
    "/search?q=merci",
    "/search?q=%22tout+le+monde%22",
    "/search?q=parcours+jardins&in=pause-foulees",
];

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let mut browser = scene.employee.browser().await?;
    let started = Instant::now();
    let patience = PATIENCE * u32::try_from(scene.asked.times_as_large()).unwrap_or(u32::MAX);
    // Until everything is in the index, the page says so.
    while browser.page("/search?q=merci").await?.contains("class=\"banner\"") {
        if started.elapsed() > patience {
            return Err(format!("the search was not ready after {} s", patience.as_secs()));
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    report.line("search_index_s", started.elapsed().as_secs_f64(), "s", 1);
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
