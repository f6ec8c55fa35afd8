//! Posts that wait for their hour.

use super::*;
use crate::{
    bind,
    db::{At, Id},
    media::{self, tests::drawing},
    testing::plan,
};
use domain::{
    community::CommunityError,
    feed::{FeedError, FileForm},
    id::LaterId,
};
use jiff::{ToSpan, civil::DateTime};

impl Club {
    /// So many minutes from now, where the organisation is.
    fn hour(&self, minutes: i64) -> DateTime {
        self.ctx().zone().to_datetime(self.yard.now()).checked_add(minutes.minutes()).unwrap()
    }

    async fn plans(&self, actor: &Actor, body: &str, minutes: i64) -> LaterId {
        self.plans_as(actor, PostKind::Discussion, body, minutes).await.unwrap()
    }

    async fn plans_as(&self, actor: &Actor, kind: PostKind, body: &str, minutes: i64) -> Result<LaterId> {
        let draft = Draft { kind, body: body.into(), ..Draft::default() };
        schedule(self.ctx(), actor, self.club, draft, Beside::default(), vec![], self.hour(minutes), "").await
    }

    /// What is written in the community, the latest first.
    async fn written(&self) -> Vec<String> {
        let page = community_feed(self.ctx(), &self.member, self.club, None).await.unwrap();
        page.items.into_iter().map(|view| view.post.html.clone()).collect()
    }

    async fn waiting(&self, actor: &Actor) -> Vec<(String, bool)> {
        let views = scheduled(self.ctx(), actor).await.unwrap();
        views.into_iter().map(|view| (view.body, view.held.is_some())).collect()
    }
}

#[tokio::test]
async fn a_post_is_published_at_its_hour_once_and_as_of_then() {
    let club = Club::open().await;
    let ctx = club.ctx();
    club.plans(&club.member, "Deux", 20).await;
    club.plans(&club.member, "Un, @Luc Durand", 10).await;
    club.says(&club.other, PostKind::Discussion).await;
    assert_eq!(publish_due(ctx).await.unwrap(), 0);
    assert_eq!(club.written().await.len(), 1, "nobody sees what waits");
    assert!(club.waiting(&club.other).await.is_empty());
    assert_eq!(club.waiting(&club.member).await.len(), 2);
    club.is_sound().await;
    // Both are late, as after a night without power; two processes wake at once.
    club.yard.wait(3600);
    let (one, two) = tokio::join!(publish_due(ctx), publish_due(ctx));
    one.unwrap();
    two.unwrap();
    let written = club.written().await;
    assert_eq!(written.len(), 3);
    assert!(written[0].contains("Deux") && written[1].contains("class=\"mention\""), "{written:?}");
    assert!(club.waiting(&club.member).await.is_empty());
    assert_eq!(publish_due(ctx).await.unwrap(), 0);
    let page = community_feed(ctx, &club.member, club.club, None).await.unwrap();
    assert_eq!(page.items[0].post.created, club.yard.now());
    club.is_sound().await;
}

#[tokio::test]
async fn what_may_not_be_published_at_that_hour_is_held_and_its_author_told() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let later = club.plans(&club.member, "Je serai parti", 10).await;
    crate::communities::leave(ctx, &club.member, club.club).await.unwrap();
    club.yard.wait(3600);
    let member = club.yard.fresh(&club.member).await;
    assert!(!has_held(ctx, &member).await.unwrap());
    assert_eq!(publish_due(ctx).await.unwrap(), 0);
    assert!(club.written().await.is_empty());
    let held = scheduled_one(ctx, &member, later).await.unwrap();
    assert_eq!(held.held.unwrap().reason, FeedError::NotMember.into());
    assert_eq!(held.body, "Je serai parti", "the words are kept");
    assert!(has_held(ctx, &member).await.unwrap());
    refuses(send_scheduled(ctx, &member, later).await, FeedError::NotMember);
    // Back again, it waits for another hour.
    club.yard.join(&member, club.club).await;
    let member = club.yard.fresh(&member).await;
    let at = club.hour(30);
    let hour = Hour { date: at.date().to_string(), time: at.strftime("%H:%M").to_string() };
    change_scheduled(ctx, &member, later, "", "Me revoilà", &hour, 1).await.unwrap();
    assert!(!has_held(ctx, &member).await.unwrap());
    refuses(change_scheduled(ctx, &member, later, "", "x", &hour, 1).await, FeedError::NotWaiting);
    club.yard.wait(1860);
    assert_eq!(publish_due(ctx).await.unwrap(), 1);
    assert_eq!(club.written().await, ["<p>Me revoilà</p>\n"]);
    club.is_sound().await;
}

#[tokio::test]
async fn nothing_of_somebody_who_left_or_of_an_archived_place_is_published() {
    let club = Club::open().await;
    let ctx = club.ctx();
    club.plans(&club.member, "Parti", 10).await;
    club.plans(&club.other, "Archivé", 10).await;
    let gone = "UPDATE $person SET active = false";
    ctx.db().query(gone, bind! { person: Id(club.member.person) }).await.unwrap();
    ctx.db().query("UPDATE $c SET stage = 'archived'", bind! { c: Id(club.club) }).await.unwrap();
    crate::communities::changed(ctx, club.club);
    club.yard.wait(3600);
    assert_eq!(publish_due(ctx).await.unwrap(), 0);
    assert_eq!(club.yard.number("RETURN count(SELECT id FROM post)", bind! {}).await, 0);
    let held = scheduled(ctx, &club.other).await.unwrap().remove(0).held.unwrap();
    assert_eq!(held.reason, CommunityError::Archived.into());
    assert_eq!(
        club.yard.number("RETURN count(SELECT id FROM later WHERE state = 'held')", bind! {}).await,
        2
    );
}

#[tokio::test]
async fn one_sends_now_or_drops_and_those_who_moderate_see_announcements() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let later = club.plans(&club.member, "Maintenant", 60).await;
    refuses(send_scheduled(ctx, &club.animator, later).await, Reason::NotFound);
    send_scheduled(ctx, &club.member, later).await.unwrap();
    refuses(send_scheduled(ctx, &club.member, later).await, Reason::NotFound);
    assert_eq!(club.written().await.len(), 1);

    refuses(club.plans_as(&club.member, PostKind::Announcement, "x", 60).await, FeedError::NotAnimator);
    let news = club.plans_as(&club.animator, PostKind::Announcement, "Demain", 60).await.unwrap();
    let colleague = crate::accounts::actor(ctx, club.animator.person).await.unwrap();
    assert_eq!(club.waiting(&colleague).await.len(), 1);
    let other = club.yard.employee("Cléo Trois").await;
    club.yard.admit(&other, club.club, domain::actor::Role::Animator).await;
    let other = club.yard.fresh(&other).await;
    assert_eq!(club.waiting(&other).await, [("Demain".to_owned(), false)]);
    refuses(send_scheduled(ctx, &other, news).await, Reason::Forbidden);
    drop_scheduled(ctx, &other, news).await.unwrap();
    refuses(drop_scheduled(ctx, &club.animator, news).await, Reason::NotFound);

    let picture = media::store(ctx, &club.member, drawing(60, 30)).await.unwrap();
    let shown = vec![(picture, "Un trait".to_owned())];
    let hour = club.hour(60);
    let draft = Draft::default();
    let kept =
        schedule(ctx, &club.member, club.club, draft, Beside::default(), shown, hour, "").await.unwrap();
    club.yard.wait(3 * 24 * 3600);
    media::sweep(ctx).await.unwrap();
    refuses(media::open(ctx, &club.other, picture, 480).await, Reason::NotFound);
    club.is_sound().await;
    assert_eq!(publish_due(ctx).await.unwrap(), 1);
    media::open(ctx, &club.other, picture, 480).await.unwrap();
    refuses(scheduled_one(ctx, &club.member, kept).await, Reason::NotFound);
    club.is_sound().await;
}

#[tokio::test]
async fn a_link_and_its_file_wait_together() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let file = media::store_document(ctx, &club.member, "Liste.txt", "pommes".into()).await.unwrap();
    let picture = media::store(ctx, &club.member, drawing(60, 30)).await.unwrap();
    let draft = || Draft { kind: PostKind::Link, ..Draft::default() };
    let with = |fresh, url: &str| Beside {
        files: FileForm { fresh, ..FileForm::default() },
        url: url.into(),
        ..Beside::default()
    };
    let hour = club.hour(60);
    for (beside, field) in
        [(with(vec![], "javascript:alert(1)"), "url"), (with(vec![picture], "x.fr"), "file")]
    {
        let told = schedule(ctx, &club.member, club.club, draft(), beside, vec![], hour, "").await;
        assert_eq!(told.unwrap_err().failure().fields[0].0, field);
    }
    let beside = with(vec![file], "exemple.fr");
    let later = schedule(ctx, &club.member, club.club, draft(), beside, vec![], hour, "").await.unwrap();
    let view = scheduled_one(ctx, &club.member, later).await.unwrap();
    assert_eq!((view.files, view.url.as_str()), (1, "exemple.fr"));
    club.yard.wait(3 * 24 * 3600);
    media::sweep(ctx).await.unwrap();
    refuses(media::open_document(ctx, &club.other, file).await, Reason::NotFound);
    club.is_sound().await;
    assert_eq!(publish_due(ctx).await.unwrap(), 1);
    media::open_document(ctx, &club.other, file).await.unwrap();
    let view = community_feed(ctx, &club.other, club.club, None).await.unwrap().items.remove(0);
    assert_eq!(view.post.files.len(), 1);
    assert!(matches!(&view.extra, Extra::Link(link) if link.url == "https://exemple.fr"));
    club.is_sound().await;
    // Dropped, it leaves nothing.
    let file = media::store_document(ctx, &club.member, "Autre.txt", "poires".into()).await.unwrap();
    let (beside, hour) = (with(vec![file], "exemple.fr"), club.hour(60));
    let later = schedule(ctx, &club.member, club.club, draft(), beside, vec![], hour, "").await.unwrap();
    let path = media::open_document(ctx, &club.member, file).await.unwrap().path;
    drop_scheduled(ctx, &club.member, later).await.unwrap();
    assert!(!path.exists());
    club.is_sound().await;
}

#[tokio::test]
async fn what_waits_is_found_by_its_index() {
    let club = Club::open().await;
    let none = || At(jiff::Timestamp::UNIX_EPOCH);
    for (surql, variables, index) in [
        (later::DUE, bind! { now: At(club.yard.now()) }, "later_due"),
        (later::MINE, bind! { person: Id(club.member.person), after: none(), limit: 21 }, "later_author"),
        (later::THEIRS, bind! { community: Id(club.club), after: none(), limit: 21 }, "later_kind"),
        (later::HELD, bind! { person: Id(club.member.person), after: none() }, "later_author"),
    ] {
        let plan = plan(club.ctx(), surql, variables).await;
        assert!(plan.contains(index) && !plan.contains("TableScan"), "{surql}\n{plan}");
    }
}
