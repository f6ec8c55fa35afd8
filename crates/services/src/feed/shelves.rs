//! Which posts stand in which community, newest last, in memory: a feed's page needs no query to
//! find its posts, and the thousandth page costs what the first does.
//!
//! A community's shelf is read from the `post_feed` index, as far down as somebody asks; from then on
//! it follows what this process publishes and deletes. 16 bytes a post.

use crate::{
    Context, bind,
    db::Id,
    error::Result,
    search::{Subject, Touched},
};
use domain::id::{CommunityId, PostId, newest_first};
use std::{
    collections::{BinaryHeap, HashMap},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

#[derive(Default)]
pub(super) struct Shelves {
    all: RwLock<HashMap<CommunityId, Shelf>>,
    /// One reader of the store at a time: the others find the shelves filled when their turn comes.
    turn: tokio::sync::Mutex<()>,
    touched: Arc<Touched>,
}

/// The newest posts of a community, as far down as somebody asked.
#[derive(Default)]
struct Shelf {
    /// Oldest first, so that a new post goes at the end. No post newer than the first is missing.
    posts: Vec<PostId>,
    /// Down to the very first post.
    whole: bool,
    /// What came and went since the store was asked for more.
    news: Option<Vec<News>>,
}

#[derive(Clone, Copy)]
enum News {
    Came(PostId),
    Went(PostId),
}

/// Posts read of a community at first: enough for a page of it and two or three of many together.
const FIRST: usize = 40;
/// How many times as many are read when more are asked for, again and again.
const GROWTH: usize = 16;

/// The newest posts of a community that are older than one we know, newest first: `rank` is the id
/// upside down.
pub(super) const MORE: &str = "SELECT VALUE id FROM post WITH INDEX post_feed
    WHERE community = $community AND rank > $above ORDER BY rank LIMIT $limit";

impl Shelves {
    pub(super) fn telling(touched: Arc<Touched>) -> Self {
        Shelves { touched, ..Shelves::default() }
    }

    /// The `count` newest posts of `communities` that are older than `before`, newest first.
    pub(super) async fn newest(
        &self,
        ctx: &Context,
        communities: &[CommunityId],
        before: Option<PostId>,
        count: usize,
    ) -> Result<Vec<PostId>> {
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
        before: Option<PostId>,
        count: usize,
    ) -> Result<Vec<PostId>, Vec<CommunityId>> {
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
        before: Option<PostId>,
        count: usize,
    ) -> Result<()> {
        let _turn = self.turn.lock().await;
        // Somebody else may have read them while this one waited.
        let still = self.merge(communities, before, count).err().unwrap_or_default();
        for community in short.iter().copied().filter(|community| still.contains(community)) {
            let (oldest, known) = self.start(community);
            let limit = if known == 0 { FIRST } else { known.saturating_mul(GROWTH) };
            let above = oldest.map_or(String::new(), |oldest| newest_first(oldest.ulid()).to_string());
            let variables =
                bind! { community: Id(community), above, limit: i64::try_from(limit).unwrap_or(i64::MAX) };
            let posts = ctx.db().rows::<Id<PostId>>(MORE, variables).await?;
            let whole = posts.len() < limit;
            self.finish(community, posts.into_iter().map(|Id(post)| post), whole);
        }
        Ok(())
    }

    /// The oldest post known, and how many are.
    fn start(&self, community: CommunityId) -> (Option<PostId>, usize) {
        let mut all = self.write();
        let shelf = all.entry(community).or_default();
        // What an interrupted read had heard is in the store by now.
        shelf.news = Some(Vec::new());
        (shelf.posts.first().copied(), shelf.posts.len())
    }

    /// Puts `older`, newest first, under what is known.
    fn finish(&self, community: CommunityId, older: impl DoubleEndedIterator<Item = PostId>, whole: bool) {
        let mut all = self.write();
        // Dropped meanwhile: what was read may be too old, so it is read again.
        let Some(shelf) = all.get_mut(&community) else { return };
        let Some(news) = shelf.news.take() else { return };
        let mut posts: Vec<_> = older.rev().collect();
        posts.append(&mut shelf.posts);
        posts.dedup();
        *shelf = Shelf { posts, whole, news: None };
        for event in news {
            shelf.apply(event);
        }
    }

    /// To be told once a post is in the store.
    pub(super) fn came(&self, community: CommunityId, post: PostId) {
        self.touched.touch(Subject::Post(post));
        self.tell(community, News::Came(post));
    }

    /// To be told once a post is no longer in the store.
    pub(super) fn went(&self, community: CommunityId, post: PostId) {
        self.touched.touch(Subject::Post(post));
        self.tell(community, News::Went(post));
    }

    fn tell(&self, community: CommunityId, event: News) {
        // Whoever reads a shelf that is not there finds it in the store.
        let mut all = self.write();
        let Some(shelf) = all.get_mut(&community) else { return };
        shelf.apply(event);
        if let Some(news) = &mut shelf.news {
            news.push(event);
        }
    }

    /// Reads this community again next time: nobody knows whether a write took effect.
    pub(super) fn doubt(&self, community: CommunityId) {
        self.write().remove(&community);
    }

    pub(super) fn clear(&self) {
        self.write().clear();
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<CommunityId, Shelf>> {
        self.all.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<CommunityId, Shelf>> {
        self.all.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn apply(&mut self, event: News) {
        match event {
            News::Came(post) => {
                // Below what is known there may be others: the store gives them together.
                let below = self.posts.first().is_none_or(|oldest| post < *oldest);
                if let Err(place) = self.posts.binary_search(&post)
                    && (self.whole || !below)
                {
                    self.posts.insert(place, post);
                }
            }
            News::Went(post) => {
                if let Ok(place) = self.posts.binary_search(&post) {
                    self.posts.remove(place);
                }
            }
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
    fn fill(shelves: &Shelves, name: u128, posts: &[u128], whole: bool) {
        shelves.start(community(name));
        shelves.finish(community(name), posts.iter().map(|n| post(*n)), whole);
    }

    /// Posts, or the communities that are short.
    fn merged(
        shelves: &Shelves,
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
        let shelves = Shelves::default();
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
        let shelves = Shelves::default();
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
        let shelves = Shelves::default();
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
        let shelves = Shelves::default();
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
        let shelves = Shelves::default();
        shelves.start(community(1));
        shelves.clear();
        shelves.finish(community(1), [post(1)].into_iter(), true);
        assert_eq!(merged(&shelves, &[1], None, 9), Err(vec![1]));
    }

    #[test]
    fn a_shelf_nobody_reads_hears_no_news() {
        let shelves = Shelves::default();
        shelves.came(community(1), post(1));
        assert_eq!(merged(&shelves, &[1], None, 9), Err(vec![1]));
    }
}
