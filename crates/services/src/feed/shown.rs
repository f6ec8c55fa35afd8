//! Posts as they were last read, rendered, in bounded memory. Every write that touches a post drops
//! it from here.

use super::{facts::Facts, stamps::Stamps};
use crate::search::{Subject, Touched};
use domain::{
    Lang,
    feed::{PostBody, Version},
    id::{CommunityId, PersonId, PostId},
};
use quick_cache::{Weighter, sync::Cache};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// A post with its counters.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) body: Arc<PostBody>,
    pub(super) comments: u64,
    /// In the order of `Reaction::ALL`.
    pub(super) counts: [u64; 6],
    /// What its kind adds.
    pub(super) facts: Facts,
    /// The first its author wrote for long.
    pub(super) rare: bool,
    /// The same in the other language.
    pub(super) other: Option<Other>,
    /// Those its text calls.
    pub(super) called: Vec<PersonId>,
    /// The federations it was shared to, as the store has it: see [`super::ways`] for what that opens.
    pub(super) shared: Vec<CommunityId>,
}

/// The second version of a post.
#[derive(Debug)]
pub(super) struct Other {
    /// The language of the first.
    pub(super) first: Lang,
    pub(super) lang: Lang,
    pub(super) body: Arc<PostBody>,
    /// The options of a poll, each in its place; an empty one is that of the first.
    pub(super) options: Vec<String>,
    /// It does not say yet what the first says.
    pub(super) older: bool,
}

impl Shown {
    /// What a reader of `lang` is shown, and which version that is when there are two.
    pub(super) fn version(&self, lang: Lang) -> (&Arc<PostBody>, Option<Version>) {
        match &self.other {
            Some(other) if other.lang == lang => {
                (&other.body, Some(Version { shown: other.lang, older: other.older }))
            }
            Some(other) => (&self.body, Some(Version { shown: other.first, older: false })),
            None => (&self.body, None),
        }
    }

    /// The options of a poll as a reader of `lang` reads them, given those of the `first` version.
    pub(super) fn options(&self, lang: Lang, first: &[String]) -> Vec<String> {
        let other = self.other.as_ref().filter(|other| other.lang == lang);
        let said = |place: usize| other?.options.get(place).filter(|said| !said.is_empty());
        first.iter().enumerate().map(|(place, option)| said(place).unwrap_or(option).clone()).collect()
    }
}

/// Memory for posts, in bytes.
const BUDGET: u64 = 32 << 20;
/// Posts remembered that call one person.
const CALLS: usize = 5_000;
/// What a post weighs beside its words.
const FRAME: usize = 400;

pub(super) struct ShownPosts {
    kept: Cache<PostId, Arc<Shown>, Weight>,
    stamps: Stamps,
    touched: Arc<Touched>,
    /// In which of the posts kept somebody is called, by the name they had.
    calls: Mutex<HashMap<PersonId, Vec<PostId>>>,
}

impl Default for ShownPosts {
    fn default() -> Self {
        let kept = Cache::with_weighter(20_000, BUDGET, Weight);
        ShownPosts { kept, stamps: Stamps::default(), touched: Arc::default(), calls: Mutex::default() }
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<PostId, Arc<Shown>> for Weight {
    fn weight(&self, _: &PostId, shown: &Arc<Shown>) -> u64 {
        let post = &shown.body;
        let files: usize = post.files.iter().map(|file| 64 + file.name.len()).sum();
        let pictures: usize = post.pictures.iter().map(|picture| 64 + picture.alt.len()).sum();
        let other = shown.other.as_ref().map_or(0, |other| {
            let alts: usize = other.body.pictures.iter().map(|picture| 64 + picture.alt.len()).sum();
            let options: usize = other.options.iter().map(|option| 24 + option.len()).sum();
            FRAME + other.body.html.len() + alts + options
        });
        let words = post.html.len() + post.title.len() + other;
        u64::try_from(FRAME + words + pictures + files + shown.facts.weight()).unwrap_or(u64::MAX)
    }
}

impl ShownPosts {
    pub(super) fn telling(touched: Arc<Touched>) -> Self {
        ShownPosts { touched, ..ShownPosts::default() }
    }

    pub(super) fn get(&self, post: PostId) -> Option<Arc<Shown>> {
        self.kept.get(&post)
    }

    /// To be taken before the store is asked for `post`.
    pub(super) fn stamp(&self, post: PostId) -> u64 {
        self.stamps.of(post)
    }

    /// Keeps what was read under `stamp`, unless it was written to meanwhile.
    pub(super) fn keep(&self, shown: Arc<Shown>, stamp: u64) {
        let post = shown.body.id;
        self.stamps.unless_changed(post, stamp, || {
            if !shown.called.is_empty() {
                self.called(&shown);
            }
            self.kept.insert(post, shown);
        });
    }

    fn called(&self, shown: &Shown) {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        for person in &shown.called {
            let posts = calls.entry(*person).or_default();
            // Posts leave the memory without a word: a list that grew too long is begun anew.
            if posts.len() >= CALLS {
                for post in posts.drain(..) {
                    self.kept.remove(&post);
                }
            }
            if !posts.contains(&shown.body.id) {
                posts.push(shown.body.id);
            }
        }
    }

    /// Somebody has another name now, or left: what calls them is rendered again.
    pub(super) fn renamed(&self, person: PersonId) {
        let posts = self.calls.lock().unwrap_or_else(PoisonError::into_inner).remove(&person);
        for post in posts.into_iter().flatten() {
            self.stamps.change(post, || {
                self.kept.remove(&post);
            });
        }
    }

    /// To be told after every write to `post`, whatever came of it.
    pub(super) fn forget(&self, post: PostId) {
        self.stamps.change(post, || {
            self.kept.remove(&post);
        });
        self.touched.touch(Subject::Post(post));
    }

    pub(super) fn clear(&self) {
        self.stamps.change_all(|| self.kept.clear());
    }
}
