//! What one reader keeps for later, does not want to hear of, and in which order they read.

use crate::{
    feed::PostKind,
    id::{CommunityId, PersonId, PostId},
    page::Page,
    person::PersonName,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Posts one keeps for later. A longer list is one that nobody reads.
pub const SAVED_MOST: usize = 300;
/// Threads, people and communities one does not want to hear of, together.
pub const MUTED_MOST: usize = 300;

/// What one does not want to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Muted {
    Thread(PostId),
    Person(PersonId),
    Community(CommunityId),
}

impl Muted {
    /// The word of its kind, as forms send it.
    pub fn word(self) -> &'static str {
        match self {
            Muted::Thread(_) => "thread",
            Muted::Person(_) => "person",
            Muted::Community(_) => "community",
        }
    }

    /// The identifier, as forms send it.
    pub fn id(self) -> String {
        match self {
            Muted::Thread(post) => post.to_string(),
            Muted::Person(person) => person.to_string(),
            Muted::Community(community) => community.to_string(),
        }
    }

    /// What a form names by the word of its kind and its identifier.
    pub fn read(word: &str, id: &str) -> Option<Muted> {
        Some(match word {
            "thread" => Muted::Thread(id.parse().ok()?),
            "person" => Muted::Person(id.parse().ok()?),
            "community" => Muted::Community(id.parse().ok()?),
            _ => return None,
        })
    }
}

/// In which order one reads the posts of all one's communities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The post written last comes first.
    #[default]
    Newest,
    /// The post that was answered, or written, last comes first.
    Active,
}

impl Order {
    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            Order::Newest => "newest",
            Order::Active => "active",
        }
    }

    pub fn from_word(word: &str) -> Option<Order> {
        [Order::Newest, Order::Active].into_iter().find(|order| order.word() == word)
    }
}

/// What one reader chose; the same for every page they open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taste {
    saved: Vec<(PostId, Timestamp)>,
    muted: Vec<(Muted, Timestamp)>,
    pub order: Order,
    kept: HashSet<PostId>,
    hidden: HashSet<Muted>,
}

impl Taste {
    /// In the order in which they were chosen, the first one first.
    pub fn new(saved: Vec<(PostId, Timestamp)>, muted: Vec<(Muted, Timestamp)>, order: Order) -> Taste {
        let kept = saved.iter().map(|(post, _)| *post).collect();
        let hidden = muted.iter().map(|(what, _)| *what).collect();
        Taste { saved, muted, order, kept, hidden }
    }

    pub fn keeps(&self, post: PostId) -> bool {
        self.kept.contains(&post)
    }

    pub fn mutes(&self, what: Muted) -> bool {
        self.hidden.contains(&what)
    }

    /// Whether what `author` wrote stands folded. Announcements never do: their readers are asked to
    /// confirm them, and one cannot confirm what one is not shown.
    pub fn folds(&self, author: PersonId, kind: PostKind) -> bool {
        kind != PostKind::Announcement && self.mutes(Muted::Person(author))
    }

    /// Whether anybody's posts stand folded at all: only then has one to know who wrote what.
    pub fn mutes_people(&self) -> bool {
        self.hidden.iter().any(|what| matches!(what, Muted::Person(_)))
    }

    /// Posts kept for later, the last one kept first; those that follow `cursor`.
    pub fn saved(&self, cursor: Option<&str>, size: usize) -> Page<PostId> {
        after(&self.saved, cursor, size, |post| post.to_string()).map(|(post, _)| post)
    }

    /// What is muted, the last one muted first; those that follow `cursor`.
    pub fn muted(&self, cursor: Option<&str>, size: usize) -> Page<(Muted, Timestamp)> {
        after(&self.muted, cursor, size, |what| what.id())
    }
}

/// A page of `all` from its end; a cursor that cannot be read is the beginning. It says when its row was
/// chosen, so that it leads on when that row was taken out meanwhile.
fn after<T: Copy>(
    all: &[(T, Timestamp)],
    cursor: Option<&str>,
    size: usize,
    key: impl Fn(&T) -> String,
) -> Page<(T, Timestamp)> {
    let read = |cursor: &str| {
        let (millis, id) = cursor.split_once('.')?;
        Some((millis.parse::<i64>().ok()?, id.to_owned()))
    };
    let mut rest: Vec<_> = all.iter().rev().copied().collect();
    if let Some((millis, id)) = cursor.and_then(read) {
        rest.retain(|(_, at)| at.as_millisecond() <= millis);
        let read = rest.iter().position(|(what, at)| at.as_millisecond() == millis && key(what) == id);
        rest.drain(..read.map_or(0, |place| place + 1));
    }
    rest.truncate(size + 1);
    Page::cut(rest, size, |(what, at)| format!("{}.{}", at.as_millisecond(), key(what)))
}

/// Something one muted, as one reads of it to undo it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MutedView {
    pub what: Muted,
    /// A thread's title or first words, with who wrote it; a person's or a community's name.
    pub name: String,
    pub by: Option<PersonName>,
    /// A path of ours.
    pub address: String,
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use ulid::Ulid;

    fn post(n: u128) -> PostId {
        PostId::new(Ulid(n))
    }

    fn at(n: u128) -> Timestamp {
        Timestamp::from_millisecond(i64::try_from(n).unwrap()).unwrap()
    }

    fn taste(saved: u128) -> Taste {
        let saved = (1..=saved).map(|n| (post(n), at(n))).collect();
        let zoe = PersonId::new(Ulid(1));
        Taste::new(saved, vec![(Muted::Person(zoe), Timestamp::UNIX_EPOCH)], Order::default())
    }

    #[test]
    fn what_was_kept_last_comes_first_and_pages_follow() {
        let all = taste(5);
        let page = all.saved(None, 2);
        assert_eq!(page.items, [post(5), post(4)]);
        let rest = all.saved(page.next.as_deref(), 3);
        assert_eq!((rest.items, rest.next), (vec![post(3), post(2), post(1)], None));
        // The last of the page was let go before one went on.
        let fewer = Taste::new([1, 2, 3, 5].map(|n| (post(n), at(n))).to_vec(), Vec::new(), Order::default());
        assert_eq!(fewer.saved(page.next.as_deref(), 3).items, [post(3), post(2), post(1)]);
        for cursor in ["", "x", "../..", "1", "x.y"] {
            assert_eq!(all.saved(Some(cursor), 9).items.len(), 5, "{cursor}");
        }
    }

    #[test]
    fn announcements_are_never_folded() {
        let taste = taste(0);
        let (zoe, luc) = (PersonId::new(Ulid(1)), PersonId::new(Ulid(2)));
        assert!(taste.folds(zoe, PostKind::Discussion));
        assert!(!taste.folds(zoe, PostKind::Announcement) && !taste.folds(luc, PostKind::Discussion));
        assert!(taste.mutes_people() && !Taste::default().mutes_people());
    }

    #[test]
    fn what_is_muted_comes_back_from_its_words() {
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        for word in ["thread", "person", "community"] {
            let read = Muted::read(word, id).unwrap();
            assert_eq!((read.word(), read.id().as_str()), (word, id));
        }
        assert_eq!(Muted::read("thread", "x"), None);
        assert_eq!(Muted::read("house", id), None);
        for order in [Order::Newest, Order::Active] {
            assert_eq!(Order::from_word(order.word()), Some(order));
        }
    }
}
