//! What a reader is shown of a post and its thread.

use super::{AttachedFile, Draft, Extra, PostKind, Reaction, Tally, Version};
use crate::{
    community::Hue,
    id::{CommentId, CommunityId, MediaId, PersonId, PostId},
    lang::Lang,
    page::Page,
    person::PersonName,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A picture of a post, at the largest size kept of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub id: MediaId,
    /// What it shows; empty when its author did not say.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// What a post says: the same for all who may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostBody {
    pub id: PostId,
    pub community: CommunityId,
    pub author: PersonId,
    pub kind: PostKind,
    /// May be empty.
    pub title: String,
    /// Safe HTML of the body; headings from `h3` on.
    pub html: String,
    pub pictures: Vec<Picture>,
    pub files: Vec<AttachedFile>,
    pub created: Timestamp,
    pub edited: Option<Timestamp>,
    /// Marked to be read from outside, where the community lets it.
    pub public: bool,
}

/// The community a post stands in, as named beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub hue: Hue,
}

/// A post, as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostView {
    pub post: Arc<PostBody>,
    pub origin: Origin,
    pub author: PersonName,
    pub comments: u64,
    pub tally: Tally,
    /// What its kind adds.
    pub extra: Extra,
    /// The reader may comment and react.
    pub writes: bool,
    /// The reader may change it.
    pub edits: bool,
    /// The reader may delete it.
    pub deletes: bool,
    /// The reader may pin it on top of its community's feed.
    pub pins: bool,
    /// Which of its two versions this is; none where there is one.
    pub version: Option<Version>,
    /// The reader may mark it public, or no longer.
    pub marks: bool,
    /// Those outside read it.
    pub open: bool,
    /// The last day it is pinned there; told in that feed and on its own page.
    pub pinned: Option<Date>,
    pub stance: Stance,
    pub upward: Upward,
}

/// How a post was shared to the federations of its community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upward {
    /// Those it was shared to, that the reader may know of.
    pub to: Vec<Origin>,
    /// Its community is not the reader's to know: its origin is said to be a federation.
    pub veiled: bool,
    /// The reader may share it, or take it back.
    pub may: bool,
}

/// What the reader made of a post, and what their feed makes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stance {
    /// They keep it for later.
    pub saved: bool,
    /// They do not want to hear of its thread.
    pub muted: bool,
    /// They muted who wrote it: in lists it stands folded.
    pub folded: bool,
    /// The first its author wrote for long.
    pub rare: bool,
    /// Others of its author's that the feed leaves to a press, and how they begin.
    pub others: Vec<(PostId, String)>,
}

/// Who gave a post one reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReactedView {
    pub tally: Tally,
    /// Of these people.
    pub kind: Reaction,
    /// The last who did comes first.
    pub people: Page<PersonName>,
}

/// A post as it was typed, for who may change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostSource {
    pub id: PostId,
    pub origin: Origin,
    pub draft: Draft,
    pub pictures: Vec<Picture>,
    pub files: Vec<AttachedFile>,
    /// Where it leads, if it is a link.
    pub url: Option<String>,
    /// Sent back with the change, so that one does not undo another unseen.
    pub revision: i64,
}

/// A comment, as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    pub id: CommentId,
    pub author: PersonName,
    /// Safe HTML of the body.
    pub html: Arc<str>,
    pub created: Timestamp,
    pub edited: bool,
    /// Accepted as the answer to the question it is under.
    pub accepted: bool,
    /// Whom an answer to an answer is for.
    pub to: Option<PersonName>,
    /// Taken away: it stands without its words for those who answered it.
    pub gone: bool,
    /// The reader muted who wrote it: it stands folded.
    pub folded: bool,
    pub edits: bool,
    pub deletes: bool,
}

/// A comment and what was answered to it: threads are two levels deep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    pub root: CommentView,
    /// The first of them.
    pub answers: Vec<CommentView>,
    /// How many there are besides.
    pub more: u64,
}

/// Where a comment is found in its thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// On the page of this comment's branch alone.
    pub branch: Option<CommentId>,
    /// On the page that follows this cursor.
    pub after: Option<String>,
}

/// What a post said before it was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    pub title: String,
    /// Safe HTML of the body.
    pub html: String,
    /// When it was replaced.
    pub until: Timestamp,
    /// Its author called that a minor edit.
    pub minor: bool,
    /// What its pictures showed and its poll offered, where that was changed.
    pub beside: Vec<String>,
    /// The language of the second version, where it is that which was changed.
    pub lang: Option<Lang>,
}
