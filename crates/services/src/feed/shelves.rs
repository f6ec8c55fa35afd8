//! Which posts stand in which community, newest last, in memory: a feed's page needs no query to
//! find its posts, and the thousandth page costs what the first does.
//!
//! A community's shelf is read from the `post_feed` index the first time somebody asks; from then on
//! it follows what this process publishes and deletes. 16 bytes a post.

use crate::{
    Context, bind,
    db::Id,
    error::Result,
};
use domain::id::{CommunityId, PostId};
use std::{
    collections::{BinaryHeap, HashMap},
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

#[derive(Default)]
pub(super) struct Shelves {
    all: RwLock<HashMap<CommunityId, Shelf>>,
    /// One reader of the store at a time: the others find the shelf full when their turn comes.
    turn: tokio::sync::Mutex<()>,
}

enum Shelf {
    /// Being read from the store; meanwhile these came and went.
    Filling(Vec<News>),
    /// Oldest first, so that a new post goes at the end.
    Full(Vec<PostId>),
}

#[derive(Clone, Copy)]
enum News {
    Came(PostId),
    Went(PostId),
}

/// Every post of one community, newest first.
pub(super) const FILL: &str =
    "SELECT VALUE id FROM post WITH INDEX post_feed WHERE community = $community ORDER BY rank";

impl Shelves {
    /// The `count` newest posts of `communities` that are older than `before`, newest first.
    pub(super) async fn newest(
        &self,
        ctx: &Context,
        communities: &[CommunityId],
        before: Option<PostId>,
        count: usize,
    ) -> Result<Vec<PostId>> {
        loop {
            if let Some(posts) = self.merge(communities, before, count) {
                return Ok(posts);
            }
            self.fill(ctx, communities).await?;
        }
    }

    /// `None` when a shelf is not full yet.
    fn merge(&self, communities: &[CommunityId], before: Option<PostId>, count: usize) -> Option<Vec<PostId>> {
        let all = self.read();
        let mut heads = BinaryHeap::with_capacity(communities.len());
        let mut shelves = Vec::with_capacity(communities.len());
        for community in communities {
            let Some(Shelf::Full(posts)) = all.get(community) else { return None };
            let end = before.map_or(posts.len(), |before| posts.partition_point(|post| *post < before));
            let mut rest = posts.get(..end).unwrap_or_default().iter().rev();
            if let Some(newest) = rest.next() {
                heads.push((*newest, shelves.len()));
                shelves.push(rest);
            }
        }
        let mut merged = Vec::with_capacity(count);
        while merged.len() < count
            && let Some((post, shelf)) = heads.pop()
        {
            merged.push(post);
            if let Some(next) = shelves.get_mut(shelf).and_then(Iterator::next) {
                heads.push((*next, shelf));
            }
        }
        Some(merged)
    }

    /// Reads the shelves of `communities` that are not full.
    ///
    /// A post published during the read is in what the store answers or in the news, and may be in
    /// both; one published before it is in the answer.
    async fn fill(&self, ctx: &Context, communities: &[CommunityId]) -> Result<()> {
        let _turn = self.turn.lock().await;
        let missing = self.start(communities);
        for community in missing {
            let posts = ctx.db().rows::<Id<PostId>>(FILL, bind! { community: Id(community) }).await?;
            self.finish(community, posts.into_iter().map(|Id(post)| post).collect());
        }
        Ok(())
    }

    fn start(&self, communities: &[CommunityId]) -> Vec<CommunityId> {
        let mut all = self.write();
        let full = |community: &CommunityId| matches!(all.get(community), Some(Shelf::Full(_)));
        let missing: Vec<_> = communities.iter().copied().filter(|community| !full(community)).collect();
        for community in &missing {
            // What an interrupted read had gathered is in the store by now.
            all.insert(*community, Shelf::Filling(Vec::new()));
        }
        missing
    }

    fn finish(&self, community: CommunityId, mut posts: Vec<PostId>) {
        let mut all = self.write();
        // Dropped meanwhile: what was read may be too old, so it is read again.
        let Some(Shelf::Filling(news)) = all.get(&community) else { return };
        posts.sort_unstable();
        for event in news {
            apply(&mut posts, *event);
        }
        all.insert(community, Shelf::Full(posts));
    }

    /// To be told once a post is in the store.
    pub(super) fn came(&self, community: CommunityId, post: PostId) {
        self.tell(community, News::Came(post));
    }

    /// To be told once a post is no longer in the store.
    pub(super) fn went(&self, community: CommunityId, post: PostId) {
        self.tell(community, News::Went(post));
    }

    fn tell(&self, community: CommunityId, event: News) {
        match self.write().get_mut(&community) {
            Some(Shelf::Full(posts)) => apply(posts, event),
            Some(Shelf::Filling(news)) => news.push(event),
            // Whoever reads it later finds it in the store.
            None => {}
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

fn apply(posts: &mut Vec<PostId>, event: News) {
    match event {
        News::Came(post) => {
            if let Err(place) = posts.binary_search(&post) {
                posts.insert(place, post);
            }
        }
        News::Went(post) => {
            if let Ok(place) = posts.binary_search(&post) {
                posts.remove(place);
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

    fn shelves(shelf: &[(u128, &[u128])]) -> Shelves {
        let shelves = Shelves::default();
        for (name, posts) in shelf {
            shelves.start(&[community(*name)]);
            shelves.finish(community(*name), posts.iter().map(|n| post(*n)).collect());
        }
        shelves
    }

    fn merged(shelves: &Shelves, communities: &[u128], before: Option<u128>, count: usize) -> Vec<u128> {
        let communities: Vec<_> = communities.iter().map(|n| community(*n)).collect();
        let posts = shelves.merge(&communities, before.map(post), count).unwrap();
        posts.into_iter().map(|post| post.ulid().0).collect()
    }

    #[test]
    fn several_communities_merge_newest_first_from_anywhere() {
        let shelves = shelves(&[(1, &[10, 40, 50]), (2, &[20, 30, 60]), (3, &[])]);
        assert_eq!(merged(&shelves, &[1, 2, 3], None, 4), [60, 50, 40, 30]);
        assert_eq!(merged(&shelves, &[1, 2, 3], Some(40), 4), [30, 20, 10]);
        assert_eq!(merged(&shelves, &[1, 2, 3], Some(45), 2), [40, 30]);
        assert_eq!(merged(&shelves, &[1], Some(10), 4), [0_u128; 0]);
        assert_eq!(merged(&shelves, &[], None, 4), [0_u128; 0]);
    }

    #[test]
    fn a_post_published_while_its_shelf_is_read_is_kept_once() {
        let shelves = Shelves::default();
        let yard = community(1);
        shelves.start(&[yard]);
        shelves.came(yard, post(3));
        shelves.came(yard, post(4));
        shelves.went(yard, post(1));
        // The store answered with 3 already, with 1 still, and without 4.
        shelves.finish(yard, vec![post(3), post(2), post(1)]);
        assert_eq!(merged(&shelves, &[1], None, 9), [4, 3, 2]);
    }

    #[test]
    fn what_was_dropped_while_it_was_read_is_read_again() {
        let shelves = Shelves::default();
        shelves.start(&[community(1)]);
        shelves.clear();
        shelves.finish(community(1), vec![post(1)]);
        assert!(shelves.merge(&[community(1)], None, 9).is_none());
    }

    #[test]
    fn a_shelf_nobody_reads_hears_no_news() {
        let shelves = Shelves::default();
        shelves.came(community(1), post(1));
        assert!(shelves.merge(&[community(1)], None, 9).is_none());
    }
}
