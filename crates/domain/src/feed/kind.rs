//! What a post is meant as.

use crate::form::Fault;
use serde::{Deserialize, Serialize};

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

    /// The word it is stored and posted under.
    pub fn word(self) -> &'static str {
        match self {
            PostKind::Discussion => "discussion",
            PostKind::Question => "question",
            PostKind::Announcement => "announcement",
            PostKind::Idea => "idea",
        }
    }

    /// Reads a form's choice; none made is a discussion.
    pub fn read(word: &str) -> Result<PostKind, Fault> {
        if word.is_empty() {
            return Ok(PostKind::default());
        }
        PostKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(Fault::Choice)
    }
}
