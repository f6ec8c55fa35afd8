//! Six ways to answer a post without words.

use serde::{Deserialize, Serialize};

/// A person has at most one on a post.
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
        Reaction::Bravo,
        Reaction::Thanks,
        Reaction::Useful,
        Reaction::Moved,
        Reaction::Curious,
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

    /// Its place in [`Reaction::ALL`] and in every tally.
    pub fn index(self) -> usize {
        match self {
            Reaction::Bravo => 0,
            Reaction::Thanks => 1,
            Reaction::Useful => 2,
            Reaction::Moved => 3,
            Reaction::Curious => 4,
            Reaction::WithYou => 5,
        }
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
    pub fn of(&self, reaction: Reaction) -> u64 {
        self.counts.get(reaction.index()).copied().unwrap_or_default()
    }

    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_places_agree() {
        for (place, reaction) in Reaction::ALL.into_iter().enumerate() {
            assert_eq!(reaction.index(), place);
            assert_eq!(Reaction::from_word(reaction.word()), Some(reaction));
        }
        assert_eq!(Reaction::from_word("none"), None);
    }
}
