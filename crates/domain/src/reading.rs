//! How far one has read, and what one missed.

mod taste;

pub use taste::{MUTED_MOST, Muted, MutedView, Order, SAVED_MOST, Taste};

use crate::{
    event::EventCard,
    feed::{IdeaState, Origin, PostKind},
    id::{CommentId, PostId},
    person::PersonName,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// More unread posts than this are not counted.
pub const UNREAD_MOST: usize = 9;
/// After so many days without reading, catching up is offered.
pub const AWAY_DAYS: i64 = 7;
/// Posts shown of one community to who catches up; announcements beside them.
pub const POSTS_SHOWN: usize = 3;
pub const ANNOUNCEMENTS_SHOWN: usize = 3;
/// Threads with answers, communities, and events shown.
pub const ANSWERS_SHOWN: usize = 10;
pub const COMMUNITIES_SHOWN: usize = 15;
pub const EVENTS_SHOWN: usize = 5;
/// Decisions shown of one community.
pub const DECISIONS_SHOWN: usize = 4;
/// A poll that ends within so many days is closing.
pub const CLOSING_DAYS: i64 = 3;

/// Comments and reactions a post has to have to be one that drew people.
pub const DREW_PEOPLE: u64 = 3;

/// How much a post drew people: who writes an answer counts for two who press a button.
pub fn heat(comments: u64, reactions: u64) -> u64 {
    comments.saturating_mul(2).saturating_add(reactions)
}

/// What mattered since one last read. It has an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatchUp {
    pub since: Timestamp,
    /// Up to where this page goes: what is written after it is not marked as seen by it.
    pub upto: PostId,
    pub answers: Vec<Answer>,
    pub accepted: Vec<Accepted>,
    pub communities: Vec<Missed>,
    /// Communities with news that are not shown one by one.
    pub others: Vec<Origin>,
    pub events: Vec<EventCard>,
}

impl CatchUp {
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.accepted.is_empty()
            && self.communities.is_empty()
            && self.others.is_empty()
    }
}

/// A post of one's own, or one where one wrote, and what others answered to oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub post: Brief,
    /// Answers by others since, at most twenty.
    pub count: usize,
    pub first: CommentId,
    /// Who answered last.
    pub by: PersonName,
}

/// A question that a comment of one's own answers, as those who asked say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub post: Brief,
    pub comment: CommentId,
}

/// Something was decided, or is about to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub post: Brief,
    pub what: Decided,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decided {
    /// Those who run the community said where an idea stands.
    Idea(IdeaState),
    /// A poll has ended.
    PollOver,
    /// A poll one has not voted in ends this day.
    PollCloses(Date),
}

/// What was missed in one community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    pub origin: Origin,
    /// At most one more than [`UNREAD_MOST`].
    pub unread: usize,
    /// Those one has not confirmed; what is to be confirmed first.
    pub announcements: Vec<Brief>,
    pub decisions: Vec<Decision>,
    /// Those that drew people, most first.
    pub posts: Vec<Brief>,
}

/// A post in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    pub id: PostId,
    pub kind: PostKind,
    /// Its title, or the beginning of its text; empty for a picture without words.
    pub title: String,
    pub author: PersonName,
    pub comments: u64,
    pub reactions: u64,
    /// An announcement that asks to be confirmed.
    pub to_confirm: bool,
    pub at: Timestamp,
}

/// Safe HTML as one line of text, cut after `most` characters.
pub fn one_line(html: &str, most: usize) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' => inside = false,
            _ if inside => {}
            _ => text.push(c),
        }
    }
    let text = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text, |text, (from, to)| text.replace(from, to));
    let line = text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        None => line,
        Some((end, _)) => {
            let cut = line.get(..end).unwrap_or_default();
            let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
            format!("{cut}…")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_one_line() {
        for (html, line) in [
            ("<p>Un <strong>mot</strong>.</p>\n<p>Deux</p>", "Un mot . Deux"),
            ("<p>a &amp;lt; b &lt;c&gt;</p>", "a &lt; b <c>"),
            ("", ""),
            ("<p>un deux troisième</p>", "un deux…"),
        ] {
            assert_eq!(one_line(html, 14), line);
        }
    }
}
