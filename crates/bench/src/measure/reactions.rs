//! A reaction: how long until it is acknowledged.

use super::Scene;
use crate::{Outcome, figures::Times, html, report::Report};
use std::time::Instant;

const REACTIONS: usize = 1000;

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let count = scene.asked.count(REACTIONS);
    eprintln!("→ Reactions: {count}, one after the other");
    let mut browser = scene.employee.browser().await?;
    let page = browser.page("/").await?;
    let forms: Vec<_> = html::forms(&page)
        .into_iter()
        .filter(|form| form.does() == "react" && form.buttons.len() > 1)
        .collect();
    if forms.is_empty() {
        return Err("no post of the home feed offers reactions".to_owned());
    }
    let mut times = Times::default();
    for turn in 0..count {
        // Each round over the page chooses another reaction than the one before: every one is a write.
        let form = forms.get(turn % forms.len()).ok_or("no form")?;
        let button = form.buttons.get(turn / forms.len() % form.buttons.len()).ok_or("no reaction")?;
        let started = Instant::now();
        let answer = browser.send(form, &[(&button.0, &button.1)]).await?;
        times.push(started.elapsed());
        if answer.status != 303 {
            return Err(format!("a reaction was answered with {}, not 303", answer.status));
        }
    }
    report.line("reaction_p50_ms", times.median(), "ms", times.len());
    report.line("reaction_p99_ms", times.percentile(99), "ms", times.len());
    Ok(())
}
