//! What a post has beside its words, according to its kind, as one reader sees it.

use super::{AnnouncementView, IdeaView, LinkView, PollView, QuestionView};
use crate::person::PersonName;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extra {
    /// Words and pictures, and that is all.
    #[default]
    None,
    Question(QuestionView),
    Idea(IdeaView),
    Announcement(AnnouncementView),
    Poll(PollView),
    /// Those it is for.
    Praise(Vec<PersonName>),
    Link(LinkView),
}
