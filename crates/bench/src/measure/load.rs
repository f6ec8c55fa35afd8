//! Asking as fast as answers come, from several connections, and verifying each.

use super::Scene;
use crate::{
    Outcome,
    figures::{Times, millis, number, per_second},
    html, machine,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// Connections kept open at once.
pub const CONNECTIONS: usize = 8;
/// A round ends by then with what it has.
const LONGEST: Duration = Duration::from_secs(60);

/// What every answer must look like.
#[derive(Clone, Debug)]
pub struct Page {
    pub path: String,
    articles: usize,
    bytes: usize,
}

impl Page {
    /// Looks at `path` once; it must be a feed of at least `articles` posts, signed in.
    pub async fn of(scene: &Scene<'_>, path: &str, articles: usize) -> Outcome<Page> {
        let mut browser = scene.employee.browser().await?;
        let text = browser.page(path).await?;
        let page = Page { path: path.to_owned(), articles: html::articles(&text), bytes: text.len() };
        if page.articles < articles || html::posts(&text).len() < articles {
            return Err(format!(
                "{path} shows {} posts ({} links to posts), not {articles}",
                page.articles,
                html::posts(&text).len()
            ));
        }
        page.verify(200, text.as_bytes())?;
        Ok(page)
    }

    pub fn articles(&self) -> usize {
        self.articles
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The whole page, for the person signed in, with every post on it.
    pub fn verify(&self, status: u16, body: &[u8]) -> Outcome {
        let text = std::str::from_utf8(body).map_err(|error| format!("{}: {error}", self.path))?;
        let wrong = if status != 200 {
            format!("status {status}")
        } else if html::articles(text) != self.articles {
            format!("{} posts instead of {}", html::articles(text), self.articles)
        } else if !html::is_whole(text) {
            "a page cut short".to_owned()
        } else if !text.contains("do=sign_out") {
            "a page for somebody who is not signed in".to_owned()
        } else if text.len() * 10 < self.bytes * 9 || text.len() * 9 > self.bytes * 10 {
            format!("{} bytes instead of about {}", text.len(), self.bytes)
        } else {
            return Ok(());
        };
        Err(format!("GET {} answered with {wrong}", self.path))
    }
}

/// What a page cost, over the rounds that were run.
#[derive(Default)]
pub struct Load {
    pub times: Times,
    spent: Duration,
    cpu: Duration,
    others: Duration,
}

impl Load {
    /// Asks `count` times more, from [`CONNECTIONS`] connections.
    pub async fn run(&mut self, scene: &Scene<'_>, page: &Page, count: usize) -> Outcome {
        let left = Arc::new(AtomicUsize::new(count));
        let mut browsers = Vec::new();
        for _ in 0..CONNECTIONS {
            browsers.push(scene.employee.browser().await?);
        }
        let (cpu, busy, started) = (scene.house.cpu()?, machine::busy(), Instant::now());
        let mut workers = JoinSet::new();
        for mut browser in browsers {
            let (left, page) = (left.clone(), page.clone());
            workers.spawn(async move {
                let mut times = Times::default();
                while started.elapsed() < LONGEST && take(&left) {
                    let asked = Instant::now();
                    let answer = browser.get(&page.path).await?;
                    times.push(asked.elapsed());
                    page.verify(answer.status, &answer.body)?;
                }
                Ok::<_, String>(times)
            });
        }
        while let Some(done) = workers.join_next().await {
            self.times.extend(done.map_err(|error| error.to_string())??);
        }
        self.spent += started.elapsed();
        let cpu = scene.house.cpu()?.saturating_sub(cpu);
        self.cpu += cpu;
        self.others += machine::busy().saturating_sub(busy).saturating_sub(cpu);
        Ok(())
    }

    pub fn per_second(&self) -> f64 {
        per_second(self.times.len(), self.spent)
    }

    /// Processor time of the server for one request, in milliseconds.
    pub fn cpu_millis(&self) -> f64 {
        millis(self.cpu) / number(self.times.len()).max(1.0)
    }

    /// How much of the server's core other programs took meanwhile, in per cent.
    pub fn taken_by_others(&self) -> f64 {
        100.0 * self.others.as_secs_f64() / self.spent.as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

/// Takes one of what is left.
pub fn take(left: &AtomicUsize) -> bool {
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
}
