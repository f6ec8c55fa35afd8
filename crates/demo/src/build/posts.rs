//! Which texts are posted where, by whom, and when.

use std::sync::LazyLock;

use rand::{Rng, rngs::SmallRng};
use serde::Deserialize;

use crate::{
    chance::chance,
    company::{File, Lang, Picture, Poll, Post, PostKind, ReactionKind},
    typography,
    written::{Written, WrittenPicture, WrittenPost},
};

use super::{
    calendar::{Calendar, HISTORY_DAYS},
    communities::{Place, lively},
    members::Circles,
    people::House,
};

/// A post and what will be answered to it.
pub(super) struct Draft {
    pub post: Post,
    pub text: &'static WrittenPost,
    pub mood: Option<ReactionKind>,
    /// Said by those the file names, or by whoever is there.
    pub as_written: bool,
}

#[derive(Default, Deserialize)]
struct Echoes {
    fr: Vec<String>,
    en: Vec<String>,
}

static ECHOES: LazyLock<Echoes> =
    LazyLock::new(|| toml::from_str(include_str!("../../content/echoes.toml")).unwrap_or_default());

/// `wanted` posts, the oldest first.
pub(super) fn drafts(
    written: &'static Written,
    house: &House,
    places: &[Place],
    circles: &Circles,
    calendar: &Calendar,
    wanted: usize,
) -> Vec<Draft> {
    let mut drafts = Vec::with_capacity(wanted);
    let mut spare = Vec::new();
    for (community, place) in (0..).zip(places) {
        let Some(text) = place.text(written).filter(|_| place.written) else {
            continue;
        };
        let count = text.posts.len();
        for (order, post) in text.posts.iter().enumerate() {
            match house.find(&post.by) {
                Some(author) => {
                    let mut rng = chance(&text.card.slug, order);
                    let age = age_in_file(order, count, text.card.quiet, post, house, &mut rng);
                    let minutes_ago = calendar.writing(age, house.night(author), &mut rng);
                    let mut shape = shape(post, author, community, minutes_ago);
                    as_first_written(&mut shape, post, house);
                    drafts.push(Draft { post: shape, text: post, mood: post.mood, as_written: true });
                }
                None => spare.push((community, post)),
            }
        }
    }
    sort(&mut drafts);
    let surplus = drafts.len().saturating_sub(wanted);
    drafts.drain(..surplus);
    let missing = wanted - drafts.len();
    if missing > 0 {
        drafts.extend(more(written, house, places, circles, calendar, &spare, missing));
        sort(&mut drafts);
    }
    drafts
}

fn sort(drafts: &mut [Draft]) {
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.post.minutes_ago));
}

/// Days ago, from the place in the file: the last ones are fresh, the first ones half a year old.
fn age_in_file(
    order: usize,
    count: usize,
    quiet: u32,
    post: &WrittenPost,
    house: &House,
    rng: &mut SmallRng,
) -> f64 {
    let quiet = f64::from(quiet);
    let position = f64::from(u32::try_from(count - 1 - order).unwrap_or(0));
    let share = (position + rng.random_range(0.0..0.9)) / f64::from(u32::try_from(count).unwrap_or(1));
    let age = post.ago.map_or_else(|| quiet + (f64::from(HISTORY_DAYS) - quiet) * share.powf(1.5), f64::from);
    // Nobody speaks before they arrive: the thread is as young as its youngest voice.
    let voices = std::iter::once(&post.by).chain(post.comments.iter().map(|comment| &comment.by));
    let youngest = voices.filter_map(|id| house.find(id)).map(|person| house.since(person)).min();
    age.min(youngest.map_or(age, |days| f64::from(days.saturating_sub(8).max(1))))
}

/// What is asked once, by the one who wrote it.
fn as_first_written(post: &mut Post, text: &WrittenPost, house: &House) {
    post.kind = text.kind;
    post.poll = text.poll.as_ref().map(|poll| Poll {
        options: poll.options.iter().map(|option| typography::set(option, text.lang)).collect(),
        multiple: poll.multiple,
        anonymous: poll.anonymous,
        ends_in: poll.ends_in,
        votes: poll.votes.clone(),
    });
    post.praised = text.praised.iter().filter_map(|id| house.find(id)).collect();
    post.pinned = text.pinned;
    post.album = text.album.iter().map(painted).collect();
    post.file = text.file.as_ref().map(|file| File { name: file.name.clone(), text: file.text.clone() });
    // In a house too small for those it is about, it is a word among others.
    if post.kind == PostKind::Praise && post.praised.is_empty() {
        post.kind = PostKind::Discussion;
    }
}

fn shape(text: &WrittenPost, author: usize, community: usize, minutes_ago: u32) -> Post {
    Post {
        author,
        community,
        kind: match text.kind {
            PostKind::Poll | PostKind::Praise | PostKind::Album => PostKind::Discussion,
            kind => kind,
        },
        lang: text.lang,
        title: text.title.as_deref().map(|title| typography::set(title, text.lang)),
        body: typography::set(&text.body, text.lang),
        minutes_ago,
        // Told again by other people, it is a matter to talk about, not a second vote.
        poll: None,
        praised: Vec::new(),
        pinned: None,
        verdict: text.verdict.as_ref().map(|(state, note)| (state.clone(), typography::set(note, text.lang))),
        picture: text.picture.as_ref().map(painted),
        album: Vec::new(),
        file: None,
    }
}

fn painted(picture: &WrittenPicture) -> Picture {
    let (width, height) = picture.scene.size();
    Picture {
        seed: picture.scene.seed(picture.variant),
        width,
        height,
        alt_fr: typography::set(&picture.fr, Lang::Fr),
        alt_en: typography::set(&picture.en, Lang::En),
    }
}

/// Texts said again by other people, with a closing line of their own.
fn more(
    written: &'static Written,
    house: &House,
    places: &[Place],
    circles: &Circles,
    calendar: &Calendar,
    spare: &[(usize, &'static WrittenPost)],
    missing: usize,
) -> Vec<Draft> {
    let lively: Vec<(usize, &[WrittenPost])> = (0..)
        .zip(places)
        .filter_map(|(community, place)| Some((community, place.text(written)?)))
        .filter(|(community, text)| {
            let peopled = circles.get(*community).is_some_and(|circle| !circle.members.is_empty());
            peopled && lively(text) && !text.posts.is_empty()
        })
        .map(|(community, text)| (community, text.posts.as_slice()))
        .collect();
    if lively.is_empty() {
        return Vec::new();
    }
    (0..missing)
        .filter_map(|number| {
            let mut rng = chance("again", number);
            let (community, text, echoed) = match spare.get(number) {
                Some((community, text)) => (*community, *text, false),
                None => {
                    let (community, posts) = lively.get(rng.random_range(0..lively.len()))?;
                    (*community, posts.get(rng.random_range(0..posts.len()))?, true)
                }
            };
            let age = f64::from(HISTORY_DAYS) * rng.random_range(0.0_f64..1.0).powf(1.4);
            let circle = circles.get(community)?;
            let author = (0..8)
                .filter_map(|_| circle.any(&mut rng))
                .find(|person| f64::from(house.since(*person)) > age)?;
            let minutes_ago = calendar.writing(age, house.night(author), &mut rng);
            let mut post = shape(text, author, community, minutes_ago);
            if echoed {
                let echo = echo(text.lang, &mut rng);
                post.body = format!("{}\n\n{}", post.body, typography::set(echo, text.lang));
            }
            Some(Draft { post, text, mood: text.mood, as_written: false })
        })
        .collect()
}

fn echo(lang: Lang, rng: &mut SmallRng) -> &'static str {
    let lines = match lang {
        Lang::Fr => &ECHOES.fr,
        Lang::En => &ECHOES.en,
    };
    lines.get(rng.random_range(0..lines.len().max(1))).map_or("", String::as_str)
}
