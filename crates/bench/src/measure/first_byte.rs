//! How long the first byte takes when people come at their own pace.

use super::{Scene, load::Page};
use crate::{Outcome, browser::Browser, figures::Times, report::Report};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{task::JoinSet, time::Instant};

/// 20 requests a second.
const EVERY: Duration = Duration::from_millis(50);
/// Half a minute of them.
const REQUESTS: usize = 600;

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let count = scene.asked.count(REQUESTS);
    eprintln!("→ First byte at 20 requests/s: {count} requests");
    let page = Page::of(scene, "/", 1).await?;
    let idle: Arc<Mutex<Vec<Browser>>> = Arc::default();
    let mut asked = JoinSet::new();
    let mut due = Instant::now();
    // A request starts when it is due, whether or not the ones before it are answered, and its time
    // counts from then: a stall is felt by all who come during it.
    for _ in 0..count {
        due += EVERY;
        tokio::time::sleep_until(due).await;
        let (idle, page, visitor) = (idle.clone(), page.clone(), scene.employee.clone());
        asked.spawn(async move {
            let waiting = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut browser = match waiting {
                Some(browser) => browser,
                None => visitor.browser().await?,
            };
            let late = due.elapsed();
            let answer = browser.get(&page.path).await?;
            page.verify(answer.status, &answer.body)?;
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
            Ok::<_, String>(late + answer.first_byte)
        });
    }
    let mut times = Times::default();
    while let Some(done) = asked.join_next().await {
        times.push(done.map_err(|error| error.to_string())??);
    }
    report.line("ttfb_20rps_p50_ms", times.median(), "ms", times.len());
    report.line("ttfb_20rps_p99_ms", times.percentile(99), "ms", times.len());
    Ok(())
}
