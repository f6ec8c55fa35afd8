//! Searching: what is asked, and what is found.

mod asked;
mod found;
mod stop_words;

pub use asked::{Asked, QUERY_MAX, WORDS_MAX};
pub use found::{Address, Hit, Piece, Results};

use crate::feed::PostKind;
use serde::{Deserialize, Serialize};

/// Rows on one page of results.
pub const PAGE: usize = 20;
/// People shown above the first page of everything.
pub const PEOPLE_SHOWN: usize = 4;

/// What one may look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    Post,
    Comment,
    Event,
    Community,
    Person,
}

impl Thing {
    pub const ALL: [Thing; 5] = [Thing::Post, Thing::Comment, Thing::Event, Thing::Community, Thing::Person];

    /// The word it is sent under.
    pub fn word(self) -> &'static str {
        match self {
            Thing::Post => "post",
            Thing::Comment => "comment",
            Thing::Event => "event",
            Thing::Community => "community",
            Thing::Person => "person",
        }
    }

    pub fn from_word(word: &str) -> Option<Thing> {
        Thing::ALL.into_iter().find(|thing| thing.word() == word)
    }
}

/// What one looks for alone: things of a sort, or posts of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    Things(Thing),
    Posts(PostKind),
}

impl Only {
    /// The word it is sent under.
    pub fn word(self) -> &'static str {
        match self {
            Only::Things(thing) => thing.word(),
            Only::Posts(kind) => kind.word(),
        }
    }

    pub fn from_word(word: &str) -> Option<Only> {
        let kind = || PostKind::ALL.into_iter().find(|kind| kind.word() == word).map(Only::Posts);
        Thing::from_word(word).map(Only::Things).or_else(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_of_post_is_called_as_a_thing_is() {
        for only in Thing::ALL.map(Only::Things).into_iter().chain(PostKind::ALL.map(Only::Posts)) {
            assert_eq!(Only::from_word(only.word()), Some(only));
        }
        assert_eq!(Only::from_word(""), None);
    }
}
