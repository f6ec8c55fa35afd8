//! What open pages are told when something changes.

use crate::id::{CommunityId, EventId, JourneyId, PersonId, PostId};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What changed. A page that shows it asks the server again: the signal carries no content, so
/// it cannot tell anybody what they may not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Signal {
    /// A comment, a reaction or an edit.
    Post { community: CommunityId, post: PostId },
    /// A new post in a feed.
    Feed { community: CommunityId },
    /// A registration came or went.
    Event { community: CommunityId, event: EventId },
    /// A booking changed; `people` are the two it concerns.
    Ride { journey: JourneyId, people: [PersonId; 2] },
}

/// Where the house's news stands at some moment: a page carries the mark of the moment before it was
/// drawn, and asks for what came after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Of the program; another after each start.
    pub run: u64,
    /// How many signals there were.
    pub number: u64,
}

impl Mark {
    /// Whether a page drawn at `page` shows already what this mark stands for.
    pub fn is_in(self, page: Mark) -> bool {
        self.run == page.run && self.number <= page.number
    }
}

/// Topics one page listens to: somebody in a hundred communities, and a page of posts.
pub const TOPICS_MOST: usize = 200;

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x}", self.run, self.number)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Mark, ()> {
        let (run, number) = text.split_once('-').ok_or(())?;
        let read = |part: &str| u64::from_str_radix(part, 16).map_err(|_| ());
        Ok(Mark { run: read(run)?, number: read(number)? })
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn a_page_shows_what_came_before_it_was_drawn() {
        let mark = |run, number| Mark { run, number };
        assert!(mark(1, 3).is_in(mark(1, 3)) && mark(1, 2).is_in(mark(1, 3)));
        assert!(!mark(1, 4).is_in(mark(1, 3)) && !mark(2, 1).is_in(mark(1, 3)));
    }

    #[test]
    fn a_mark_reads_as_it_is_written() {
        let mark = Mark { run: u64::MAX, number: 17 };
        assert_eq!(mark.to_string().parse(), Ok(mark));
        for wrong in ["", "-", "1", "1-", "z-1", "1-2-3"] {
            assert_eq!(wrong.parse::<Mark>(), Err(()), "{wrong}");
        }
    }
}
