//! Posts, comments and reactions.

use super::Lang;

/// What a post is meant as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    #[default]
    Discussion,
    Question,
    Announcement,
    Idea,
    Poll,
    Praise,
    Album,
}

/// A picture to paint with `picture(seed, width, height)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub seed: u64,
    pub width: u32,
    pub height: u32,
    pub alt_fr: String,
    pub alt_en: String,
}

/// A text file somebody attaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub text: String,
}

/// A post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub author: usize,
    pub community: usize,
    pub kind: PostKind,
    pub lang: Lang,
    pub title: Option<String>,
    /// Markdown.
    pub body: String,
    pub minutes_ago: u32,
    pub picture: Option<Picture>,
    /// Those of an album that follow the first.
    pub album: Vec<Picture>,
    pub file: Option<File>,
    /// Where an idea stands, in the platform's word for it, and why.
    pub verdict: Option<(String, String)>,
    pub poll: Option<Poll>,
    /// Those it praises: indices into people.
    pub praised: Vec<usize>,
    /// Days from the load through which it is pinned in its community.
    pub pinned: Option<u32>,
}

/// What a post asks, and what is answered to it in [`Gesture`]s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    pub options: Vec<String>,
    pub multiple: bool,
    pub anonymous: bool,
    /// Days from the load to its end; negative once it is over.
    pub ends_in: i32,
    /// Votes wanted for each option, as far as there are people.
    pub votes: Vec<usize>,
}

/// A comment, always later than its post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Index into posts.
    pub post: usize,
    pub author: usize,
    pub lang: Lang,
    /// Markdown.
    pub body: String,
    pub minutes_ago: u32,
    /// Accepted as the answer to the question it is under.
    pub accepted: bool,
    /// Index of the comment it answers, which is on the post itself.
    pub answers: Option<usize>,
}

/// An idea supported, an announcement read, or a vote cast, by one person; at most one a post and person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesture {
    /// Index into posts.
    pub post: usize,
    pub person: usize,
    /// The option voted for.
    pub choice: Option<usize>,
    pub minutes_ago: u32,
}

/// How someone reacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReactionKind {
    Bravo,
    Thanks,
    Useful,
    Moved,
    Curious,
    WithYou,
}

/// What a reaction answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Index into posts.
    Post(usize),
    /// Index into comments.
    Comment(usize),
}

/// One person's reaction; at most one a subject and person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    pub subject: Subject,
    pub person: usize,
    pub kind: ReactionKind,
    pub minutes_ago: u32,
}
