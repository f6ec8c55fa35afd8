//! Feeds: posts, comments and reactions.

use crate::form::Reader;
use serde::{Deserialize, Serialize};

/// Longest post, in characters.
pub const BODY_MAX: usize = 10_000;
pub const TITLE_MAX: usize = 160;
pub const COMMENT_MAX: usize = 4_000;
/// Pictures on one post.
pub const PICTURES_MAX: usize = 6;
/// Rows on one page of a feed.
pub const PAGE: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedError {
    /// Somebody changed it since the page was opened.
    Changed,
}

/// What a post is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    #[default]
    Discussion,
    Question,
    Announcement,
    Idea,
}

impl PostKind {
    pub const ALL: [PostKind; 4] =
        [PostKind::Discussion, PostKind::Question, PostKind::Announcement, PostKind::Idea];
}

/// Six ways to answer a post without words. A person has at most one on a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reaction {
    Bravo,
    Thanks,
    Useful,
    Moved,
    Curious,
    WithYou,
}

impl Reaction {
    pub const ALL: [Reaction; 6] = [
        Reaction::Bravo, Reaction::Thanks, Reaction::Useful, Reaction::Moved, Reaction::Curious,
        Reaction::WithYou,
    ];

    /// The word it is stored and posted under.
    pub fn word(self) -> &'static str {
        match self {
            Reaction::Bravo => "bravo",
            Reaction::Thanks => "thanks",
            Reaction::Useful => "useful",
            Reaction::Moved => "moved",
            Reaction::Curious => "curious",
            Reaction::WithYou => "with_you",
        }
    }

    pub fn from_word(word: &str) -> Option<Reaction> {
        Reaction::ALL.into_iter().find(|reaction| reaction.word() == word)
    }
}

/// How many of each reaction a post has, and which is the reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// In the order of [`Reaction::ALL`].
    pub counts: [u64; 6],
    pub mine: Option<Reaction>,
}

impl Tally {
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

/// A post as written: what the form gives, tidied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub kind: PostKind,
    pub title: String,
    pub body: String,
}

impl Draft {
    /// Reads the fields `title` and `body`; a post with pictures may be without words.
    pub fn read(form: &mut Reader, raw: &Draft, pictures: usize) -> Draft {
        Draft {
            kind: raw.kind,
            title: form.text("title", &raw.title, 0, TITLE_MAX),
            body: form.text("body", &raw.body, usize::from(pictures == 0), BODY_MAX),
        }
    }
}
