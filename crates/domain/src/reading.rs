//! How far one has read, and what one missed.

use crate::{
    event::EventCard,
    feed::{Origin, PostKind},
    id::{CommentId, DecisionId, PostId},
    person::PersonName,
};
use jiff::Timestamp;
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
/// Decisions shown.
pub const UNDECIDED_SHOWN: usize = 10;

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
    pub communities: Vec<Missed>,
    /// Communities with news that are not shown one by one.
    pub others: Vec<Origin>,
    pub events: Vec<EventCard>,
    /// Decisions that wait for one's vote.
    pub undecided: Vec<Undecided>,
}

impl CatchUp {
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.communities.is_empty()
            && self.others.is_empty()
            && self.undecided.is_empty()
    }
}

/// A decision of one's community that one has not voted in yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided {
    pub slug: String,
    pub community: String,
    pub id: DecisionId,
    pub question: String,
}

/// A thread of one's own, or where one wrote, with what others answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub post: Brief,
    /// Answers by others since, at most twenty.
    pub count: usize,
    pub first: CommentId,
    /// Who answered last.
    pub by: PersonName,
}

/// What was missed in one community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    pub origin: Origin,
    /// At most one more than [`UNREAD_MOST`].
    pub unread: usize,
    pub announcements: Vec<Brief>,
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
