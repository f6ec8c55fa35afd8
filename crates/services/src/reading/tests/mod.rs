//! Unread marks, catching up, and what readers choose.

mod above;
mod absence;
mod choices;

use super::*;
use crate::{
    Context, bind,
    db::Id,
    events, feed,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor,
    event::EventForm,
    feed::{Draft, PostKind, Reaction},
    id::{CommunityId, PostId},
    reading::UNREAD_MOST,
};
use std::collections::HashMap;

async fn posts(yard: &Yard, by: &Actor, community: CommunityId, title: &str) -> PostId {
    posts_as(yard, by, community, title, PostKind::Discussion).await
}

async fn posts_as(yard: &Yard, by: &Actor, community: CommunityId, title: &str, kind: PostKind) -> PostId {
    yard.wait(1);
    let draft = Draft { kind, title: title.into(), body: "Un mot.".into() };
    feed::publish(&yard.ctx, by, community, draft, vec![], "").await.unwrap()
}

/// Opens the home page, and waits for what follows.
async fn reads(yard: &Yard, actor: &Actor) {
    let before = writes(&yard.ctx).await;
    feed::home(&yard.ctx, actor, None).await.unwrap();
    settle(&yard.ctx, before).await;
}

async fn writes(ctx: &Context) -> Option<String> {
    ctx.db()
        .row::<String>("SELECT VALUE <string> at FROM seen ORDER BY at DESC LIMIT 1", bind! {})
        .await
        .unwrap()
}

/// What is written after the page is answered is written soon.
async fn settle(ctx: &Context, before: Option<String>) {
    for _ in 0..50 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        if writes(ctx).await != before {
            return;
        }
    }
}

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn what_one_has_not_seen_is_counted_up_to_a_few() {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let (club, other) =
        (yard.community("club", &[&zoe, &luc]).await, yard.community("autre", &[&zoe, &luc]).await);
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    posts(&yard, &zoe, club, "Un").await;
    posts(&yard, &zoe, other, "Un").await;
    let counts = async || unread(&yard.ctx, &luc, &[club, other]).await.unwrap();
    assert!(counts().await.is_empty(), "nobody is greeted by what was written before");
    reads(&yard, &luc).await;
    assert!(counts().await.is_empty());
    posts(&yard, &zoe, club, "Deux").await;
    posts(&yard, &zoe, club, "Trois").await;
    assert_eq!(counts().await, HashMap::from([(club, 2)]));
    for _ in 0..20 {
        posts(&yard, &zoe, other, "Encore").await;
    }
    assert_eq!(counts().await, HashMap::from([(club, 2), (other, UNREAD_MOST + 1)]));
    let before = writes(&yard.ctx).await;
    feed::community_feed(&yard.ctx, &luc, club, None).await.unwrap();
    settle(&yard.ctx, before).await;
    assert_eq!(counts().await, HashMap::from([(other, UNREAD_MOST + 1)]));
}

#[tokio::test]
async fn nothing_is_written_when_nothing_moved_and_never_a_row_a_post() {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let club = yard.community("club", &[&zoe, &luc]).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    for _ in 0..3 {
        posts(&yard, &zoe, club, "Un").await;
    }
    reads(&yard, &luc).await;
    let first = writes(&yard.ctx).await;
    yard.wait(60);
    reads(&yard, &luc).await;
    assert_eq!(writes(&yard.ctx).await, first);
    assert_eq!(yard.number("RETURN count(SELECT * FROM seen)", bind! {}).await, 1);
    yard.wait(2 * DAY);
    reads(&yard, &luc).await;
    assert_ne!(writes(&yard.ctx).await, first, "the day they came");
}

#[tokio::test]
async fn who_was_away_is_shown_what_mattered_until_they_say_so() {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let (club, quiet) =
        (yard.community("club", &[&zoe, &luc]).await, yard.community("calme", &[&zoe, &luc]).await);
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    let mine = posts(&yard, &luc, club, "La mienne").await;
    let theirs = posts(&yard, &zoe, club, "La leur").await;
    yard.wait(1);
    let said = feed::comment(&yard.ctx, &luc, theirs, "Bien vu", "").await.unwrap();
    feed::comment(&yard.ctx, &zoe, mine, "Avant l’absence", "").await.unwrap();
    yard.wait(1);
    reads(&yard, &luc).await;
    assert_eq!(away(&yard.ctx, &luc).await.unwrap(), None);
    yard.wait(21 * DAY);
    assert_eq!(away(&yard.ctx, &luc).await.unwrap(), Some(21));
    feed::comment(&yard.ctx, &zoe, mine, "Une réponse", "").await.unwrap();
    yard.wait(1);
    feed::answer_comment(&yard.ctx, &zoe, theirs, Some(said), "Merci", "").await.unwrap();
    // Said to all, not to Luc.
    feed::comment(&yard.ctx, &zoe, theirs, "À propos", "").await.unwrap();
    posts_as(&yard, &zoe, club, "Important", PostKind::Announcement).await;
    let hot = posts(&yard, &zoe, club, "Ça parle").await;
    feed::comment(&yard.ctx, &zoe, hot, "Oui", "").await.unwrap();
    feed::react(&yard.ctx, &zoe, hot, Some(Reaction::Bravo)).await.unwrap();
    posts(&yard, &zoe, club, "Sans suite").await;
    posts(&yard, &zoe, quiet, "Personne").await;
    let event = EventForm {
        summary: "Sortie".into(),
        location: "Parc".into(),
        date: "2026-12-30".into(),
        time: "12:00".into(),
        end_time: "13:00".into(),
        ..EventForm::default()
    };
    events::create(&yard.ctx, &zoe, club, &event, "").await.unwrap();
    // Reading the home page does not take the page away from who was absent.
    reads(&yard, &luc).await;
    assert_eq!(away(&yard.ctx, &luc).await.unwrap(), Some(21));
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    let answers: Vec<_> = page
        .answers
        .iter()
        .map(|answer| (answer.post.title.as_str(), answer.count, answer.by.name.as_str()))
        .collect();
    assert_eq!(answers, [("La leur", 1, "Zoé"), ("La mienne", 1, "Zoé")]);
    assert_eq!(page.communities.len(), 1);
    let missed = &page.communities[0];
    assert_eq!((missed.origin.slug.as_str(), missed.unread), ("club", 3));
    let titles = |briefs: &[domain::reading::Brief]| -> Vec<String> {
        briefs.iter().map(|brief| brief.title.clone()).collect()
    };
    assert_eq!(
        (titles(&missed.announcements), titles(&missed.posts)),
        (vec!["Important".into()], vec!["Ça parle".into()])
    );
    assert_eq!(page.others.iter().map(|origin| origin.slug.as_str()).collect::<Vec<_>>(), ["calme"]);
    assert_eq!(page.events.len(), 1);
    let later = posts(&yard, &zoe, club, "Après la page").await;
    caught_up(&yard.ctx, &luc, page.upto).await.unwrap();
    assert_eq!(away(&yard.ctx, &luc).await.unwrap(), None);
    assert_eq!(unread(&yard.ctx, &luc, &[club, quiet]).await.unwrap(), HashMap::from([(club, 1)]));
    // Marks go forward only, and never beyond now.
    caught_up(&yard.ctx, &luc, mine).await.unwrap();
    assert_eq!(unread(&yard.ctx, &luc, &[club]).await.unwrap(), HashMap::from([(club, 1)]));
    caught_up(&yard.ctx, &luc, PostId::new(ulid::Ulid(u128::MAX))).await.unwrap();
    assert!(unread(&yard.ctx, &luc, &[club]).await.unwrap().is_empty());
    posts(&yard, &zoe, club, "Plus tard encore").await;
    assert_eq!(unread(&yard.ctx, &luc, &[club]).await.unwrap(), HashMap::from([(club, 1)]));
    assert!(catch_up(&yard.ctx, &luc).await.unwrap().answers.is_empty());
    let _ = later;
}

#[tokio::test]
async fn nobody_catches_up_with_what_they_may_not_read() {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let hidden = Sketch { listed: false, ..Sketch::default() };
    let secret = yard.community_as("caché", &[&zoe, &luc], hidden).await;
    let (zoe, mut luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    let mine = posts(&yard, &luc, secret, "La mienne").await;
    reads(&yard, &luc).await;
    yard.wait(10 * DAY);
    feed::comment(&yard.ctx, &zoe, mine, "Une réponse", "").await.unwrap();
    posts_as(&yard, &zoe, secret, "Important", PostKind::Announcement).await;
    assert_eq!(catch_up(&yard.ctx, &luc).await.unwrap().answers.len(), 1);
    let left = "DELETE type::record('membership', [$person, $community])";
    yard.ctx.db().query(left, bind! { person: Id(luc.person), community: Id(secret) }).await.unwrap();
    luc = yard.fresh(&luc).await;
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    assert!(page.is_empty() && page.events.is_empty(), "{page:?}");
}

#[tokio::test]
async fn a_page_of_what_was_missed_is_found_by_indexes() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("club", &[&zoe]).await;
    let now = crate::db::At(yard.now());
    for (surql, variables, index) in [
        (feed::newest_of_kind(0, PostKind::Announcement), bind! { c0: Id(club) }, "post_kind"),
        (feed::newest_of_kind(0, PostKind::Idea), bind! { c0: Id(club) }, "post_kind"),
        (feed::newest_of_kind(0, PostKind::Poll), bind! { c0: Id(club) }, "post_kind"),
        (
            catch_up::UNDER_A_COMMENT.to_owned(),
            bind! { post: Id(PostId::new(ulid::Ulid(1))), thread: String::new(), after: String::new() },
            "comment_thread",
        ),
        (
            catch_up::UNDER_A_POST.to_owned(),
            bind! { post: Id(PostId::new(ulid::Ulid(1))), after: String::new() },
            "DynamicScan",
        ),
        (catch_up::WRITTEN.to_owned(), bind! { person: Id(zoe.person), limit: 30 }, "post_author"),
        (
            catch_up::COMMENTED.to_owned(),
            bind! { person: Id(zoe.person), from: now, to: now },
            "comment_author",
        ),
    ] {
        let plan = plan(&yard.ctx, &surql, variables).await;
        assert!(plan.contains(index) && !plan.contains("TableScan"), "{plan}");
    }
}
