//! How long an index takes to make and to ask, on the demo company: `search_speed POSTS`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::as_conversions, clippy::indexing_slicing)]

use demo::{Present, Scale};
use domain::search::Asked;
use finder::{Doc, Finder, Sought};
use std::{collections::HashSet, path::Path, sync::Arc, time::Instant};

fn main() {
    let posts = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let scale = Scale { people: 1000, communities: 50, posts };
    let company = demo::company_at(scale, Present::default());
    let folder = tempfile::tempdir().unwrap();
    let started = Instant::now();
    let finder = Finder::anew(folder.path()).unwrap();
    let doc =
        |tag: u8, n: usize, community: usize, author: usize, minutes: u32, title: &str, body: &str| Doc {
            name: std::iter::once(tag).chain((n as u64).to_be_bytes()).collect(),
            places: vec![community as u64],
            author: Some(author as u64),
            at: 1_800_000_000_000 - u64::from(minutes) * 60_000,
            sorts: vec![if tag == b'p' { "post" } else { "comment" }],
            title: title.to_owned(),
            body: body.to_owned(),
            ..Doc::default()
        };
    let mut waiting = Vec::new();
    let mut count = 0;
    let all = company.posts.iter().enumerate().map(|(n, post)| {
        let title = post.title.as_deref().unwrap_or_default();
        doc(b'p', n, post.community, post.author, post.minutes_ago, title, &post.body)
    });
    let all = all.chain(company.comments.iter().enumerate().map(|(n, comment)| {
        let community = company.posts[comment.post].community;
        doc(b'c', n, community, comment.author, comment.minutes_ago, "", &comment.body)
    }));
    for doc in all {
        waiting.push(doc);
        count += 1;
        if waiting.len() == 1000 {
            finder.change(&std::mem::take(&mut waiting), &[]).unwrap();
        }
    }
    finder.change(&waiting, &[]).unwrap();
    finder.commit().unwrap();
    println!(
        "{count} documents in {:.1} s, {} MB",
        started.elapsed().as_secs_f32(),
        size(folder.path()) / 1_000_000
    );
    println!("resident after indexing: {} MB", resident());
    let keys: Arc<HashSet<u64>> = Arc::new((0..40).collect());
    for query in std::env::args().skip(2).chain(
        [
            "vélo",
            "merci",
            "machine à coudre",
            "pour bonjour",
            "\"pause de midi\"",
            "réunion équipe",
            "jour",
            "de",
        ]
        .map(str::to_owned),
    ) {
        for place in [None, Some(3)] {
            let sought = Sought {
                asked: Asked::read(&query),
                keys: keys.clone(),
                places: place.map(|place| vec![place]),
                count: 21,
                ..Sought::default()
            };
            let mut times: Vec<_> = (0..20)
                .map(|_| {
                    let started = Instant::now();
                    let found = finder.best(&sought).unwrap().len();
                    (started.elapsed(), found)
                })
                .collect();
            times.sort();
            println!(
                "{query:<22} {place:?} {:?} (slowest {:?}), {} found",
                times[10].0, times[19].0, times[10].1
            );
        }
    }
    println!("resident: {} MB", resident());
}

fn size(folder: &Path) -> u64 {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
}

fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1000
}
