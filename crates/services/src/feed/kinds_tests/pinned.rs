use super::*;
use domain::feed::FeedError;
use jiff::civil::{Date, date};

impl Club {
    /// The feed's first page: each post, and the last day it is pinned.
    async fn top(&self) -> Vec<(PostId, Option<Date>)> {
        let page = community_feed(self.ctx(), &self.member, self.club, None).await.unwrap();
        page.items.iter().map(|view| (view.post.id, view.pinned)).collect()
    }
}

#[tokio::test]
async fn what_is_pinned_stands_on_top_until_its_day_is_over() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let mut posts = Vec::new();
    for _ in 0..3 {
        posts.push(club.says(&club.member, PostKind::Discussion).await);
    }
    assert_eq!(club.top().await, [(posts[2], None), (posts[1], None), (posts[0], None)]);
    pin(ctx, &club.animator, posts[0], "2026-11-24").await.unwrap();
    pin(ctx, &club.animator, posts[0], "2026-11-25").await.unwrap();
    let until = Some(date(2026, 11, 25));
    assert_eq!(club.top().await, [(posts[0], until), (posts[2], None), (posts[1], None)]);
    assert_eq!(super::super::post(ctx, &club.member, posts[0]).await.unwrap().pinned, until);
    // In its own community alone.
    let home = home(ctx, &club.member, None).await.unwrap();
    assert_eq!((home.items[0].post.id, home.items[2].pinned), (posts[2], None));
    pin(ctx, &club.animator, posts[1], "").await.unwrap();
    assert_eq!(club.top().await[0], (posts[1], Some(date(2026, 12, 7))), "the latest comes first");
    unpin(ctx, &club.animator, posts[1]).await.unwrap();
    unpin(ctx, &club.animator, posts[1]).await.unwrap();
    // Wednesday is over where the house is, an hour before it is in Greenwich.
    club.yard.wait(2 * 24 * 3600 + 15 * 3600 + 29 * 60);
    assert_eq!(club.top().await[0].1, until);
    club.yard.wait(120);
    assert_eq!(club.top().await[0], (posts[2], None));
    club.is_sound().await;
}

#[tokio::test]
async fn pins_are_for_those_who_moderate_and_end_in_time() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Discussion).await;
    refuses(pin(ctx, &club.member, post, "").await, Reason::Forbidden);
    refuses(unpin(ctx, &club.outsider, post).await, Reason::Forbidden);
    for until in ["2026-11-22", "2027-06-01", "demain"] {
        let refused = pin(ctx, &club.animator, post, until).await.unwrap_err().failure();
        assert_eq!(refused.fields[0].0, "until", "{until}");
    }
    pin(ctx, &club.animator, post, "").await.unwrap();
    delete(ctx, &club.member, post).await.unwrap();
    assert_eq!(club.top().await, []);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_pinned_at_once_three_are() {
    let club = Club::open().await;
    let mut posts = Vec::new();
    for _ in 0..9 {
        posts.push(club.says(&club.member, PostKind::Discussion).await);
    }
    for _ in 0..3 {
        let tries = posts.iter().map(|post| pin(club.ctx(), &club.animator, *post, ""));
        for answer in futures::future::join_all(tries).await {
            assert!(answer.is_ok() || answer.unwrap_err().failure().reason == FeedError::PinsFull.into());
        }
        let top = club.top().await;
        assert_eq!(top.iter().filter(|(_, until)| until.is_some()).count(), 3);
        assert_eq!(top.len(), 9);
        for (post, _) in top.iter().take(2) {
            unpin(club.ctx(), &club.animator, *post).await.unwrap();
        }
    }
    club.is_sound().await;
}
