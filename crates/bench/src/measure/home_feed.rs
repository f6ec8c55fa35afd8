//! The home feed, its thousandth page, and a community's feed beside it: requests per second, times,
//! processor time.

use super::{
    Scene,
    load::{Load, Page},
};
use crate::{Outcome, asked::Measure, company::DEEP, figures::Times, html, report::Report};
use std::{collections::HashSet, time::Instant};

/// Posts on a page of the feed.
const POSTS: usize = 20;
/// First and thousandth page take turns, so that what disturbs one disturbs the other.
const ROUNDS: usize = 5;
const REQUESTS: usize = 6000;
const WARM_UP: usize = 600;
/// Pages before the deep one whose first reading is timed.
const FRESH: usize = 100;

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    let asked = scene.asked;
    let first = Page::of(scene, "/", POSTS).await?;
    let mut pages = Vec::new();
    if asked.wants(Measure::HomeFeed) {
        pages.push(first.clone());
    }
    if asked.wants(Measure::DeepPage) {
        let (path, number, fresh) = walk(scene).await?;
        let deep = Page::of(scene, &path, POSTS).await?;
        if deep.articles() != first.articles() {
            return Err(format!(
                "page {number} shows {} posts, the first {}",
                deep.articles(),
                first.articles()
            ));
        }
        report.line("deep_page_number", crate::figures::number(number), "page", 1);
        report.line("deep_page_first_read_p50_ms", fresh.median(), "ms", fresh.len());
        pages.push(deep);
    }
    if asked.wants(Measure::CommunityFeed) {
        pages.push(community(scene).await?);
    }
    eprintln!("→ Home feed: {} requests a page, 8 connections", asked.count(REQUESTS));
    let mut loads: Vec<_> = pages.into_iter().map(|page| (page, Load::default())).collect();
    for (page, _) in &loads {
        Load::default().run(scene, page, asked.count(WARM_UP)).await?;
    }
    for _ in 0..ROUNDS {
        for (page, load) in &mut loads {
            load.run(scene, page, asked.count(REQUESTS).div_ceil(ROUNDS)).await?;
        }
    }
    for (page, load) in &loads {
        let names = match kind(&page.path) {
            "home" => HOME,
            "community" => COMMUNITY,
            _ => DEEP_PAGE,
        };
        tell(report, load, names);
        if page.path == "/" {
            report.line("home_feed_html_bytes", crate::figures::number(page.bytes()), "bytes", 1);
        }
    }
    let others = loads.iter().map(|(_, load)| load.taken_by_others()).fold(0.0, f64::max);
    report.note(format!("Other programs had {others:.0} % of the server's core during the home feed."));
    let load = |wanted: &str| loads.iter().find(|(page, _)| kind(&page.path) == wanted).map(|(_, load)| load);
    if let (Some(home), Some(community)) = (load("home"), load("community")) {
        let communities = html::own_communities(&scene.employee.browser().await?.page("/").await?);
        report.line("home_feed_communities", crate::figures::number(communities), "communities", 1);
        let ratio = home.cpu_millis() / community.cpu_millis();
        report.line("home_to_community_cpu_ratio", ratio, "×", home.times.len());
        let ratio = home.times.median() / community.times.median();
        report.line("home_to_community_p50_ratio", ratio, "×", home.times.len());
    }
    if let (Some(first), Some(deep)) = (load("home"), load("deep")) {
        report.line("deep_page_ratio", first.per_second() / deep.per_second(), "×", deep.times.len());
        report.line("deep_page_cpu_ratio", deep.cpu_millis() / first.cpu_millis(), "×", deep.times.len());
    }
    Ok(())
}

fn kind(path: &str) -> &'static str {
    match path {
        "/" => "home",
        path if path.starts_with("/communities/") => "community",
        _ => "deep",
    }
}

/// The first community of the employee whose feed fills a page.
async fn community(scene: &Scene<'_>) -> Outcome<Page> {
    let mut browser = scene.employee.browser().await?;
    let home = browser.page("/").await?;
    for slug in html::communities(&home) {
        let path = format!("/communities/{slug}");
        // Whole pages alone are compared: one more post is pinned on some.
        if html::articles(&browser.page(&path).await?) == POSTS {
            return Page::of(scene, &path, POSTS).await;
        }
    }
    Err("no community's feed fills a page".to_owned())
}

const COMMUNITY: [&str; 4] =
    ["community_feed_rps", "community_feed_p50_ms", "community_feed_p99_ms", "community_feed_cpu_ms"];
const HOME: [&str; 4] = ["home_feed_rps", "home_feed_p50_ms", "home_feed_p99_ms", "home_feed_cpu_ms"];
const DEEP_PAGE: [&str; 4] = ["deep_page_rps", "deep_page_p50_ms", "deep_page_p99_ms", "deep_page_cpu_ms"];

fn tell(report: &mut Report, load: &Load, [rps, p50, p99, cpu]: [&'static str; 4]) {
    let n = load.times.len();
    report.line(rps, load.per_second(), "requests/s", n);
    report.line(p50, load.times.median(), "ms", n);
    report.line(p99, load.times.percentile(99), "ms", n);
    report.line(cpu, load.cpu_millis(), "ms", n);
}

/// Follows the link to the next page a thousand times, or to the last full page of a smaller
/// company: the address, its number, and the times of the last pages, which nobody had read before.
async fn walk(scene: &Scene<'_>) -> Outcome<(String, usize, Times)> {
    eprintln!("→ Walking to page {DEEP} of the home feed");
    let quick = scene.asked.quick;
    let mut browser = scene.employee.browser().await?;
    let mut path = "/".to_owned();
    let mut reached = (path.clone(), 0);
    let mut seen = HashSet::new();
    let mut fresh = Times::default();
    for number in 1..=DEEP {
        let started = Instant::now();
        let page = browser.page(&path).await?;
        let time = started.elapsed();
        if html::articles(&page) < POSTS {
            break;
        }
        if quick || number + FRESH > DEEP {
            fresh.push(time);
        }
        for post in html::posts(&page) {
            if !seen.insert(post.to_owned()) {
                return Err(format!("page {number} shows post {post}, and so does a page before it"));
            }
        }
        reached = (path.clone(), number);
        match html::next_page(&page, &path) {
            Some(next) => path = next,
            None => break,
        }
    }
    match reached {
        (path, number) if number == DEEP || (quick && number > 0) => Ok((path, number, fresh)),
        (_, number) => Err(format!("the home feed ends after {number} full pages, before {DEEP}")),
    }
}

/// Load for as long as somebody wants.
pub async fn for_ever(scene: &Scene<'_>) -> Outcome {
    let page = Page::of(scene, "/", POSTS).await?;
    loop {
        Load::default().run(scene, &page, REQUESTS).await?;
    }
}
