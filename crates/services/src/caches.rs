//! What is kept in memory because every page asks for it. Each entry is dropped by the write
//! that changes it, in the service that writes; a page is right without any of them.

use crate::{
    accounts::{Browsers, KnownSession, Passwords, Throttle},
    communities::{CommunityCache, Suggestions},
    feed::FeedIndex,
    reading::Seen,
    search::Touched,
};
use domain::{
    Actor,
    carpool::RideSummary,
    community::proposal::ProposalCard,
    id::{CommunityId, PersonId, WorkplaceId},
    person::PersonName,
    reading::Taste,
};
use quick_cache::sync::Cache;
use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

pub struct Caches {
    /// And the day on which they were read: some rights end at midnight.
    pub(crate) actors: Kept<PersonId, (jiff::civil::Date, Arc<Actor>)>,
    /// By the hash of their token.
    pub(crate) sessions: Kept<String, Arc<KnownSession>>,
    pub(crate) names: Kept<PersonId, Arc<PersonName>>,
    /// The next ride of each; of who has none, that.
    pub(crate) next_rides: Kept<PersonId, Option<Arc<RideSummary>>>,
    /// Where each has a place and is going next.
    pub(crate) attending: Kept<PersonId, Arc<crate::events::Attending>>,
    /// Communities in which no decision is open: most of them, most of the time.
    pub(crate) undisputed: Kept<CommunityId, ()>,
    pub(crate) newcomers: Kept<(), crate::people::Newcomers>,
    /// The last proposals of each.
    pub(crate) proposals: Kept<PersonId, Arc<[ProposalCard]>>,
    /// Communities suggested to each, of one day.
    pub(crate) suggestions: Kept<PersonId, Suggestions>,
    /// How many members of a community work where, of one day.
    pub(crate) colleagues: Kept<CommunityId, (jiff::civil::Date, Arc<HashMap<WorkplaceId, u64>>)>,
    /// Roles that are offered to each.
    pub(crate) offers: Kept<PersonId, Arc<[crate::communities::handing::Offered]>>,
    /// Links just made, shown to who made them for a few minutes.
    pub(crate) links: Kept<PersonId, Arc<crate::accounts::InviteLink>>,
    pub(crate) resets: Kept<PersonId, Arc<crate::accounts::ResetLink>>,
    pub(crate) throttle: Throttle,
    pub(crate) browsers: Browsers,
    pub(crate) passwords: Passwords,
    pub(crate) communities: CommunityCache,
    pub(crate) feeds: FeedIndex,
    pub(crate) seen: Kept<PersonId, Arc<Seen>>,
    /// What each keeps, hides and prefers: of most people nothing.
    pub(crate) tastes: Kept<PersonId, Arc<Taste>>,
    /// The marks of one person move one after the other.
    pub(crate) seen_turns: Turns,
    /// Of whom a post was not published at its hour.
    pub(crate) held: Kept<PersonId, bool>,
    /// What the search has yet to read again.
    pub(crate) touched: Arc<Touched>,
}

impl Default for Caches {
    fn default() -> Self {
        let touched = Arc::<Touched>::default();
        Caches {
            actors: Kept::new(10_000),
            sessions: Kept::new(20_000),
            names: Kept::new(20_000),
            next_rides: Kept::new(20_000),
            attending: Kept::new(20_000),
            undisputed: Kept::new(10_000),
            newcomers: Kept::new(1),
            proposals: Kept::new(20_000),
            suggestions: Kept::new(20_000),
            colleagues: Kept::new(1_000),
            offers: Kept::new(20_000),
            links: Kept::new(100),
            resets: Kept::new(100),
            throttle: Throttle::default(),
            browsers: Browsers::default(),
            passwords: Passwords::default(),
            communities: CommunityCache::default(),
            feeds: FeedIndex::telling(&touched),
            seen: Kept::new(20_000),
            tastes: Kept::new(10_000),
            seen_turns: Turns::default(),
            held: Kept::new(20_000),
            touched,
        }
    }
}

impl Caches {
    /// Forgets everything that the store says better: nobody knows whether a write took effect.
    pub(crate) fn doubt(&self) {
        self.actors.forget_all();
        self.sessions.forget_all();
        self.names.forget_all();
        self.next_rides.forget_all();
        self.attending.forget_all();
        self.undisputed.forget_all();
        self.newcomers.forget_all();
        self.seen.forget_all();
        self.tastes.forget_all();
        self.suggestions.forget_all();
        self.offers.forget_all();
        self.communities.forget_all();
        self.held.forget_all();
        self.feeds.clear();
    }

    /// Forgets who `person` is and how they are named: their next request reads them again.
    pub(crate) fn forget(&self, person: PersonId) {
        self.actors.forget(&person);
        self.names.forget(&person);
        self.attending.forget(&person);
        self.feeds.renamed(person);
    }
}

/// Turns of people: what one does twice at once is done one after the other, and others wait for none of
/// it but the few who share a turn.
pub(crate) struct Turns([tokio::sync::Mutex<()>; TURNS]);

const TURNS: usize = 64;

impl Default for Turns {
    fn default() -> Self {
        Turns(std::array::from_fn(|_| tokio::sync::Mutex::default()))
    }
}

impl Turns {
    pub(crate) fn of(&self, person: PersonId) -> &tokio::sync::Mutex<()> {
        let turns = u128::try_from(TURNS).unwrap_or(1);
        let index = usize::try_from(person.ulid().0 % turns).unwrap_or_default();
        let [first, ..] = &self.0;
        self.0.get(index).unwrap_or(first)
    }
}

/// A bounded cache that never keeps what was read before a write and arrives after it.
///
/// A reader notes the era, reads the store, and keeps what it read in that era; a writer that
/// forgets an entry ends the era.
pub(crate) struct Kept<K, V> {
    entries: Cache<K, V>,
    era: AtomicU64,
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    fn new(capacity: usize) -> Self {
        Kept { entries: Cache::new(capacity), era: AtomicU64::new(0) }
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        self.entries.get(key)
    }

    /// To be noted before the store is read.
    pub(crate) fn era(&self) -> u64 {
        self.era.load(Ordering::SeqCst)
    }

    /// Keeps what was read in `era`, unless something was forgotten meanwhile.
    pub(crate) fn keep(&self, key: K, value: V, era: u64)
    where
        K: Clone,
    {
        if self.era() != era {
            return;
        }
        self.entries.insert(key.clone(), value);
        // Forgotten between the question and the insertion.
        if self.era() != era {
            self.entries.remove(&key);
        }
    }

    pub(crate) fn forget(&self, key: &K) {
        self.era.fetch_add(1, Ordering::SeqCst);
        self.entries.remove(key);
    }

    pub(crate) fn forget_all(&self) {
        self.era.fetch_add(1, Ordering::SeqCst);
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let kept = Kept::new(10);
        let era = kept.era();
        kept.forget(&"zoé");
        kept.keep("zoé", 1, era);
        assert_eq!(kept.get(&"zoé"), None);
        kept.keep("zoé", 2, kept.era());
        assert_eq!(kept.get(&"zoé"), Some(2));
    }
}
