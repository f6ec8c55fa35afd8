//! Which posts stand in which community, newest last, in memory: a feed's page needs no query to
//! find its posts, and the thousandth page costs what the first does.
//!
//! A community's shelf is read from an index of the store, as far down as somebody asks; from then on
//! it follows what this process publishes, stirs and deletes. 16 bytes a post in the order they were
//! written; 24 more in the order they were stirred, where somebody reads so.

use super::stir::Stir;
use crate::{
    Context, bind,
    db::Id,
    error::Result,
    search::{Subject, Touched},
};
use domain::id::{CommunityId, PostId, newest_first};
use jiff::Timestamp;
use std::{
    collections::{BinaryHeap, HashMap},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use ulid::Ulid;

/// By what posts stand on a shelf: greater is nearer to the top.
pub(super) trait Key: Copy + Ord + Send + Sync + 'static {
    /// The `limit` keys of a community that follow `$above`, the greatest first: as they are stored,
    /// upside down.
    const MORE: &'static str;
    /// Whether a post may come up again.
    const MOVES: bool;
    fn post(self) -> PostId;
    /// Upside down.
    fn rank(self) -> String;
    fn from_rank(rank: &str) -> Option<Self>;
}

impl Key for PostId {
    const MORE: &'static str = "SELECT VALUE rank FROM post WITH INDEX post_feed
    WHERE community = $community AND rank > $above ORDER BY rank LIMIT $limit";
    const MOVES: bool = false;

    fn post(self) -> PostId {
        self
    }

    fn rank(self) -> String {
        newest_first(self.ulid()).to_string()
    }

    fn from_rank(rank: &str) -> Option<PostId> {
        Ulid::from_string(rank).ok().map(|rank| PostId::new(newest_first(rank)))
    }
}

impl Key for Stir {
    const MORE: &'static str = "SELECT VALUE stir FROM post WITH INDEX post_stir
    WHERE community = $community AND stir > $above ORDER BY stir LIMIT $limit";
    const MOVES: bool = true;

    fn post(self) -> PostId {
        self.post
    }

    fn rank(self) -> String {
        Stir::rank(self)
    }

    fn from_rank(rank: &str) -> Option<Stir> {
        Stir::from_rank(rank)
    }
}

/// The posts of all communities, in both orders.
#[derive(Default)]
pub(super) struct Shelves {
    pub(super) newest: Rows<PostId>,
    pub(super) active: Rows<Stir>,
    touched: Arc<Touched>,
}

impl Shelves {
    pub(super) fn telling(touched: Arc<Touched>) -> Self {
        Shelves { touched, ..Shelves::default() }
    }

    /// To be told once a post is in the store.
    pub(super) fn came(&self, community: CommunityId, post: PostId) {
        self.touched.touch(Subject::Post(post));
        self.newest.came(community, post);
        self.active.came(community, Stir::new(post));
    }

    /// To be told once somebody wrote under a post.
    pub(super) fn stirred(&self, community: CommunityId, post: PostId, at: Timestamp) {
        self.active.came(community, Stir::at(post, at));
    }

    /// To be told once a post is no longer in the store.
    pub(super) fn went(&self, community: CommunityId, post: PostId) {
        self.touched.touch(Subject::Post(post));
        self.newest.went(community, post);
        self.active.went(community, post);
    }

    /// Reads this community again next time: nobody knows whether a write took effect.
    pub(super) fn doubt(&self, community: CommunityId) {
        self.newest.doubt(community);
        self.active.doubt(community);
    }

    pub(super) fn clear(&self) {
        self.newest.clear();
        self.active.clear();
    }
}

/// The posts of all communities, in one order.
pub(super) struct Rows<K> {
    all: RwLock<HashMap<CommunityId, Shelf<K>>>,
    /// One reader of the store at a time: the others find the shelves filled when their turn comes.
    turn: tokio::sync::Mutex<()>,
}

impl<K> Default for Rows<K> {
    fn default() -> Self {
        Rows { all: RwLock::default(), turn: tokio::sync::Mutex::default() }
    }
}

/// The uppermost posts of a community, as far down as somebody asked.
struct Shelf<K> {
    /// Lowest first, so that a new post goes at the end. No post above the first is missing.
    posts: Vec<K>,
    /// Down to the very first post.
    whole: bool,
    /// What came and went since the store was asked for more.
    news: Option<Vec<News<K>>>,
}

impl<K> Default for Shelf<K> {
    fn default() -> Self {
        Shelf { posts: Vec::new(), whole: false, news: None }
    }
}

#[derive(Clone, Copy)]
enum News<K> {
    Came(K),
    Went(PostId),
}

/// Posts read of a community at first: enough for a page of it and two or three of many together.
const FIRST: usize = 40;
/// How many times as many are read when more are asked for, again and again.
const GROWTH: usize = 16;

impl<K: Key> Rows<K> {
    /// The `count` uppermost posts of `communities` that are below `before`, the uppermost first.
    pub(super) async fn top(
        &self,
        ctx: &Context,
        communities: &[CommunityId],
        before: Option<K>,
        count: usize,
    ) -> Result<Vec<K>> {
        loop {
            match self.merge(communities, before, count) {
                Ok(posts) => return Ok(posts),
                Err(short) => self.extend(ctx, &short, communities, before, count).await?,
            }
        }
    }

    /// The communities whose shelves do not go down far enough, when there are some.
    fn merge(
        &self,
        communities: &[CommunityId],
        before: Option<K>,
        count: usize,
    ) -> Result<Vec<K>, Vec<CommunityId>> {
        let all = self.read();
        let mut heads = BinaryHeap::with_capacity(communities.len());
        let mut shelves = Vec::with_capacity(communities.len());
        let mut short = Vec::new();
        for community in communities {
            let (posts, whole) =
                all.get(community).map_or((&[][..], false), |shelf| (&shelf.posts, shelf.whole));
            let end = before.map_or(posts.len(), |before| posts.partition_point(|post| *post < before));
            let mut rest = posts.get(..end).unwrap_or_default().iter().rev();
            match rest.next() {
                Some(newest) => {
                    heads.push((*newest, shelves.len()));
                    shelves.push((*community, rest, whole));
                }
                None if whole => {}
                None => short.push(*community),
            }
        }
        let mut merged = Vec::with_capacity(count);
        while short.is_empty()
            && merged.len() < count
            && let Some((post, shelf)) = heads.pop()
        {
            merged.push(post);
            let Some((community, rest, whole)) = shelves.get_mut(shelf) else { continue };
            match rest.next() {
                Some(next) => heads.push((*next, shelf)),
                None if *whole || merged.len() == count => {}
                None => short.push(*community),
            }
        }
        if short.is_empty() { Ok(merged) } else { Err(short) }
    }

    /// Reads further down the shelves that are `short` of what is asked.
    ///
    /// A post published during the read is in what the store answers or in the news, and may be in
    /// both; one published before it is in the answer.
    async fn extend(
        &self,
        ctx: &Context,
        short: &[CommunityId],
        communities: &[CommunityId],
        before: Option<K>,
        count: usize,
    ) -> Result<()> {
        let _turn = self.turn.lock().await;
        // Somebody else may have read them while this one waited.
        let still = self.merge(communities, before, count).err().unwrap_or_default();
        for community in short.iter().copied().filter(|community| still.contains(community)) {
            let (lowest, known) = self.start(community);
            let limit = if known == 0 { FIRST } else { known.saturating_mul(GROWTH) };
            let above = lowest.map_or(String::new(), Key::rank);
            let variables =
                bind! { community: Id(community), above, limit: i64::try_from(limit).unwrap_or(i64::MAX) };
            let ranks = ctx.db().rows::<String>(K::MORE, variables).await?;
            let whole = ranks.len() < limit;
            let keys: Vec<_> = ranks.iter().filter_map(|rank| K::from_rank(rank)).collect();
            self.finish(community, keys.into_iter(), whole);
        }
        Ok(())
    }

    /// The lowest post known, and how many are.
    fn start(&self, community: CommunityId) -> (Option<K>, usize) {
        let mut all = self.write();
        let shelf = all.entry(community).or_default();
        // What an interrupted read had heard is in the store by now.
        shelf.news = Some(Vec::new());
        (shelf.posts.first().copied(), shelf.posts.len())
    }

    /// Puts `lower`, the uppermost first, under what is known.
    fn finish(&self, community: CommunityId, lower: impl DoubleEndedIterator<Item = K>, whole: bool) {
        let mut all = self.write();
        // Dropped meanwhile: what was read may be too old, so it is read again.
        let Some(shelf) = all.get_mut(&community) else { return };
        let Some(news) = shelf.news.take() else { return };
        let mut posts: Vec<_> = lower.rev().collect();
        posts.append(&mut shelf.posts);
        posts.dedup();
        *shelf = Shelf { posts, whole, news: None };
        for event in news {
            shelf.apply(event);
        }
    }

    fn came(&self, community: CommunityId, key: K) {
        self.tell(community, News::Came(key));
    }

    fn went(&self, community: CommunityId, post: PostId) {
        self.tell(community, News::Went(post));
    }

    fn tell(&self, community: CommunityId, event: News<K>) {
        // Whoever reads a shelf that is not there finds it in the store.
        let mut all = self.write();
        let Some(shelf) = all.get_mut(&community) else { return };
        shelf.apply(event);
        if let Some(news) = &mut shelf.news {
            news.push(event);
        }
    }

    fn doubt(&self, community: CommunityId) {
        self.write().remove(&community);
    }

    fn clear(&self) {
        self.write().clear();
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<CommunityId, Shelf<K>>> {
        self.all.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<CommunityId, Shelf<K>>> {
        self.all.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Key> Shelf<K> {
    fn apply(&mut self, event: News<K>) {
        match event {
            News::Came(key) => {
                if K::MOVES {
                    // It stands once, where it was stirred last.
                    let post = key.post();
                    self.posts.retain(|other| other.post() != post || *other >= key);
                    if self.posts.iter().any(|other| other.post() == post) {
                        return;
                    }
                }
                // Below what is known there may be others: the store gives them together.
                let below = self.posts.first().is_none_or(|lowest| key < *lowest);
                if let Err(place) = self.posts.binary_search(&key)
                    && (self.whole || !below)
                {
                    self.posts.insert(place, key);
                }
            }
            News::Went(post) => self.posts.retain(|key| key.post() != post),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ulid::Ulid;

    fn post(n: u128) -> PostId {
        PostId::new(Ulid(n))
    }

    fn community(n: u128) -> CommunityId {
        CommunityId::new(Ulid(n))
    }

    /// Gives `posts`, newest first, for `name`.
    fn fill(shelves: &Rows<PostId>, name: u128, posts: &[u128], whole: bool) {
        shelves.start(community(name));
        shelves.finish(community(name), posts.iter().map(|n| post(*n)), whole);
    }

    /// Posts, or the communities that are short.
    fn merged(
        shelves: &Rows<PostId>,
        communities: &[u128],
        before: Option<u128>,
        count: usize,
    ) -> Result<Vec<u128>, Vec<u128>> {
        let communities: Vec<_> = communities.iter().map(|n| community(*n)).collect();
        let merged = shelves.merge(&communities, before.map(post), count);
        merged
            .map(|posts| posts.into_iter().map(|post| post.ulid().0).collect())
            .map_err(|short| short.into_iter().map(|community| community.ulid().0).collect())
    }

    #[test]
    fn several_communities_merge_newest_first_from_anywhere() {
        let shelves = Rows::<PostId>::default();
        fill(&shelves, 1, &[50, 40, 10], true);
        fill(&shelves, 2, &[60, 30, 20], true);
        fill(&shelves, 3, &[], true);
        assert_eq!(merged(&shelves, &[1, 2, 3], None, 4), Ok(vec![60, 50, 40, 30]));
        assert_eq!(merged(&shelves, &[1, 2, 3], Some(40), 4), Ok(vec![30, 20, 10]));
        assert_eq!(merged(&shelves, &[1, 2, 3], Some(45), 2), Ok(vec![40, 30]));
        assert_eq!(merged(&shelves, &[1], Some(10), 4), Ok(vec![]));
        assert_eq!(merged(&shelves, &[], None, 4), Ok(vec![]));
    }

    #[test]
    fn a_shelf_is_read_further_down_only_when_a_page_needs_it() {
        let shelves = Rows::<PostId>::default();
        assert_eq!(merged(&shelves, &[1, 2], None, 2), Err(vec![1, 2]));
        fill(&shelves, 1, &[50, 40], false);
        fill(&shelves, 2, &[60, 30], true);
        assert_eq!(merged(&shelves, &[1, 2], None, 3), Ok(vec![60, 50, 40]));
        assert_eq!(merged(&shelves, &[1, 2], None, 4), Err(vec![1]), "35 may be in 1");
        assert_eq!(merged(&shelves, &[1, 2], Some(40), 1), Err(vec![1]));
        fill(&shelves, 1, &[35, 25], true);
        assert_eq!(merged(&shelves, &[1, 2], None, 9), Ok(vec![60, 50, 40, 35, 30, 25]));
    }

    #[test]
    fn a_post_published_while_its_shelf_is_read_is_kept_once() {
        let shelves = Rows::<PostId>::default();
        let yard = community(1);
        shelves.start(yard);
        shelves.came(yard, post(3));
        shelves.came(yard, post(4));
        shelves.went(yard, post(1));
        // The store answered with 3 already, with 1 still, and without 4.
        shelves.finish(yard, [3, 2, 1].into_iter().map(post), true);
        assert_eq!(merged(&shelves, &[1], None, 9), Ok(vec![4, 3, 2]));
    }

    #[test]
    fn a_post_that_comes_late_under_what_is_known_leaves_no_hole() {
        let shelves = Rows::<PostId>::default();
        fill(&shelves, 1, &[50, 40], false);
        shelves.came(community(1), post(30));
        // 35 is in the store and not here: 30 alone would hide it.
        assert_eq!(merged(&shelves, &[1], None, 3), Err(vec![1]));
        shelves.start(community(1));
        shelves.came(community(1), post(20));
        shelves.finish(community(1), [35, 30].into_iter().map(post), false);
        assert_eq!(merged(&shelves, &[1], None, 4), Ok(vec![50, 40, 35, 30]));
        assert_eq!(merged(&shelves, &[1], None, 5), Err(vec![1]));
    }

    #[test]
    fn what_was_dropped_while_it_was_read_is_read_again() {
        let shelves = Rows::<PostId>::default();
        shelves.start(community(1));
        shelves.clear();
        shelves.finish(community(1), [post(1)].into_iter(), true);
        assert_eq!(merged(&shelves, &[1], None, 9), Err(vec![1]));
    }

    #[test]
    fn a_shelf_nobody_reads_hears_no_news() {
        let shelves = Rows::<PostId>::default();
        shelves.came(community(1), post(1));
        assert_eq!(merged(&shelves, &[1], None, 9), Err(vec![1]));
    }

    #[test]
    fn a_post_that_is_stirred_stands_once_where_it_was_stirred_last() {
        let rows = Rows::<Stir>::default();
        let yard = community(1);
        let stir = |n: u128, at: i64| Stir::at(post(n), Timestamp::from_millisecond(at).unwrap());
        let top = || -> Vec<u128> {
            rows.merge(&[yard], None, 9).unwrap().into_iter().map(|key| key.post.ulid().0).collect()
        };
        rows.start(yard);
        rows.came(yard, stir(1, 40));
        // The store answered with the first before it was stirred, and once again after.
        rows.finish(yard, [stir(3, 30), stir(2, 20), stir(1, 10)].into_iter(), true);
        assert_eq!(top(), [1, 3, 2]);
        rows.came(yard, stir(2, 50));
        // Two who wrote at once: the later word is heard first.
        rows.came(yard, stir(2, 45));
        assert_eq!(top(), [2, 1, 3]);
        rows.went(yard, post(1));
        assert_eq!(top(), [2, 3]);
        assert_eq!(rows.merge(&[yard], Some(stir(2, 50)), 9).map(|rest| rest.len()), Ok(1));
    }

    #[test]
    fn a_post_below_what_is_known_comes_up_when_it_is_stirred() {
        let rows = Rows::<Stir>::default();
        let yard = community(1);
        let stir = |n: u128, at: i64| Stir::at(post(n), Timestamp::from_millisecond(at).unwrap());
        rows.start(yard);
        rows.finish(yard, [stir(3, 30), stir(2, 20)].into_iter(), false);
        rows.came(yard, stir(1, 60));
        assert_eq!(rows.merge(&[yard], None, 2).unwrap(), [stir(1, 60), stir(3, 30)]);
        // Its old place is not read again: it stands above.
        rows.start(yard);
        rows.finish(yard, [stir(0, 5)].into_iter(), true);
        assert_eq!(rows.merge(&[yard], None, 9).unwrap().len(), 4);
    }
}
