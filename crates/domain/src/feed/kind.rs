//! What a post is meant as.

use super::{ALBUM_MAX, PICTURES_MAX};
use crate::{
    actor::Actor,
    form::Fault,
    policy::{Action, Place, Verdict, judge},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    #[default]
    Discussion,
    Question,
    Announcement,
    Idea,
    Poll,
    Praise,
    /// Pictures first, many of them, in an order.
    Album,
    /// A page elsewhere, and a word about it.
    Link,
}

impl PostKind {
    pub const ALL: [PostKind; 8] = [
        PostKind::Discussion,
        PostKind::Question,
        PostKind::Announcement,
        PostKind::Idea,
        PostKind::Poll,
        PostKind::Praise,
        PostKind::Album,
        PostKind::Link,
    ];

    /// The word it is stored and posted under.
    pub fn word(self) -> &'static str {
        match self {
            PostKind::Discussion => "discussion",
            PostKind::Question => "question",
            PostKind::Announcement => "announcement",
            PostKind::Idea => "idea",
            PostKind::Poll => "poll",
            PostKind::Praise => "praise",
            PostKind::Album => "album",
            PostKind::Link => "link",
        }
    }

    /// Reads a form's choice; none made is a discussion.
    pub fn read(word: &str) -> Result<PostKind, Fault> {
        if word.is_empty() {
            return Ok(PostKind::default());
        }
        PostKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(Fault::Choice)
    }

    /// Pictures it has at most.
    pub fn pictures_max(self) -> usize {
        if self == PostKind::Album { ALBUM_MAX } else { PICTURES_MAX }
    }

    /// Whether its author may make it one of the kind `other` later. The others ask something of
    /// their readers that cannot be taken back from those who have answered.
    pub fn may_become(self, other: PostKind) -> bool {
        let plain = |kind| matches!(kind, PostKind::Discussion | PostKind::Question | PostKind::Idea);
        self == other || (plain(self) && plain(other))
    }
}

/// Whether `actor` may publish a post of this kind in `place`. An announcement asks everybody to say
/// that they have read it: that is for those who moderate.
pub fn may_publish(actor: &Actor, kind: PostKind, place: &Place) -> Verdict {
    let writes = judge(actor, Action::Write, place);
    match kind {
        // Their names are not for the company's partners to hand round.
        PostKind::Praise if actor.is_partner() => Verdict::Refused,
        PostKind::Announcement if writes.is_allowed() => judge(actor, Action::Moderate, place),
        _ => writes,
    }
}
