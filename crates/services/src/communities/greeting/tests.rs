//! Nobody comes in unseen.

use super::*;
use crate::{
    Context, Error, bind,
    communities::{found, join},
    db::{At, Id},
    events, feed,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor, Failure, Reason,
    community::welcome::{HELLO_MAX, NEW_DAYS, WelcomeView},
    event::EventForm,
    feed::Draft,
    id::CommunityId,
};

fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    match answer {
        Err(Error::Refused(Failure { reason, .. })) => reason,
        other => panic!("not refused: {other:?}"),
    }
}

struct House {
    yard: Yard,
    run: CommunityId,
    ana: Actor,
    zoe: Actor,
}

impl House {
    async fn open() -> House {
        let yard = Yard::open().await;
        let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
        let run = yard.community("course", &[&ana, &ben]).await;
        let zoe = yard.employee("Zoé Lebrun").await;
        yard.wait(60);
        join(&yard.ctx, &zoe, run, 1).await.unwrap();
        let (ana, zoe) = (yard.fresh(&ana).await, yard.fresh(&zoe).await);
        House { yard, run, ana, zoe }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn seen(&self, by: &Actor) -> Option<WelcomeView> {
        let found = found(self.ctx(), self.run).await.unwrap();
        welcome(self.ctx(), by, &found).await.unwrap()
    }

    async fn waiting(&self) -> Vec<String> {
        let sheet = welcome_sheet(self.ctx(), &self.ana, "course", None).await.unwrap();
        sheet.newcomers.items.into_iter().map(|row| row.person.name).collect()
    }

    async fn publish(&self, by: &Actor) -> domain::id::PostId {
        let draft = Draft { body: "Bonjour".into(), ..Draft::default() };
        feed::publish(self.ctx(), by, self.run, draft, Vec::new(), "").await.unwrap()
    }
}

#[tokio::test]
async fn who_comes_in_is_told_three_things_until_they_put_them_away() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    set_hello(ctx, ana, run, "Bonjour {prénom}, nous courons le mardi.").await.unwrap();
    let seen = house.seen(zoe).await.unwrap();
    assert_eq!(seen.hello, "Bonjour Zoé, nous courons le mardi.");
    assert_eq!((seen.said_hello, seen.read_charter, seen.takes_part), (false, true, false));
    assert_eq!((seen.event, seen.greeted_by), (None, None));
    let form = EventForm {
        summary: "Sortie".into(),
        location: "Parc".into(),
        date: "2026-11-30".into(),
        time: "12:00".into(),
        end_time: "13:00".into(),
        ..EventForm::default()
    };
    let event = events::create(ctx, ana, run, &form, "").await.unwrap();
    events::register(ctx, zoe, event).await.unwrap();
    house.yard.wait(60);
    house.publish(zoe).await;
    greet(ctx, ana, run, zoe.person).await.unwrap();
    let seen = house.seen(zoe).await.unwrap();
    assert!(seen.said_hello && seen.takes_part);
    assert_eq!(seen.event, Some((format!("/events/{event}"), "Sortie".into())));
    assert_eq!(seen.greeted_by.unwrap().name, "Ana");
    // Not for those who animate, nor after a month, nor once it was put away.
    assert_eq!(house.seen(ana).await, None);
    for _ in 0..2 {
        settle(ctx, zoe, run).await.unwrap();
    }
    assert_eq!(house.seen(zoe).await, None);
    let luc = house.yard.employee("Luc").await;
    join(ctx, &luc, run, 1).await.unwrap();
    let luc = house.yard.fresh(&luc).await;
    house.yard.wait(24 * 3600 * NEW_DAYS - 60);
    assert!(house.seen(&luc).await.is_some());
    house.yard.wait(60);
    assert_eq!(house.seen(&luc).await, None);
}

#[tokio::test]
async fn those_who_steer_see_whom_nobody_has_answered() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    house.yard.wait(60);
    let mut others = Vec::new();
    for name in ["Luc", "Noé", "Léa"] {
        let other = house.yard.employee(name).await;
        join(ctx, &other, run, 1).await.unwrap();
        others.push(house.yard.fresh(&other).await);
        house.yard.wait(60);
    }
    assert_eq!(house.waiting().await, ["Zoé Lebrun", "Luc", "Noé", "Léa"]);
    // A word is not an answer; a comment or a reaction to it is, and so is a greeting.
    let post = house.publish(zoe).await;
    house.publish(&others[0]).await;
    assert_eq!(house.waiting().await.len(), 4);
    feed::comment(ctx, ana, post, "Bienvenue !", "").await.unwrap();
    assert_eq!(house.waiting().await, ["Luc", "Noé", "Léa"]);
    let comment = feed::comment(ctx, &others[1], post, "Bonjour.", "").await.unwrap();
    assert_eq!(house.waiting().await.len(), 3);
    feed::answer_comment(ctx, ana, post, Some(comment), "Bonjour Noé !", "").await.unwrap();
    for _ in 0..2 {
        greet(ctx, ana, run, others[2].person).await.unwrap();
    }
    assert_eq!(house.waiting().await, ["Luc"]);
    house.yard.wait(24 * 3600 * NEW_DAYS);
    assert_eq!(house.waiting().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_welcome_is_for_those_who_steer_to_write() {
    let house = House::open().await;
    let (ctx, run, zoe) = (house.ctx(), house.run, &house.zoe);
    let luc = house.yard.employee("Luc").await;
    for other in [zoe, &luc] {
        assert_eq!(reason(set_hello(ctx, other, run, "Salut").await), Reason::Forbidden);
        assert_eq!(reason(welcome_sheet(ctx, other, "course", None).await), Reason::Forbidden);
        assert_eq!(reason(greet(ctx, other, run, zoe.person).await), Reason::Forbidden);
    }
    assert_eq!(reason(greet(ctx, &house.ana, run, luc.person).await), Reason::NotFound);
    assert_eq!(reason(set_hello(ctx, &house.ana, run, &"x".repeat(HELLO_MAX + 1)).await), Reason::Form);
    set_hello(ctx, &house.ana, run, "Salut").await.unwrap();
    set_hello(ctx, &house.ana, run, " ").await.unwrap();
    assert_eq!(welcome_sheet(ctx, &house.ana, "course", None).await.unwrap().hello, "");
}

#[tokio::test]
async fn who_is_in_because_everybody_is_has_no_welcome() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let house = yard.community_as("La maison", &[], Sketch { everyone: true, ..Sketch::default() }).await;
    yard.join(&zoe, house).await;
    let zoe = yard.fresh(&zoe).await;
    let found = found(&yard.ctx, house).await.unwrap();
    assert_eq!(welcome(&yard.ctx, &zoe, &found).await.unwrap(), None);
}

#[tokio::test]
async fn what_pages_ask_is_found_by_index() {
    let yard = Yard::open().await;
    let run = yard.community("course", &[]).await;
    let zoe = yard.employee("Zoé").await;
    let variables = || {
        bind! {
            community: Id(run), person: Id(zoe.person), author: Id(zoe.person), rank: "~".to_owned(),
            since: At(yard.now()), after: At(yard.now()), now: At(yard.now()), limit: 3_i64
        }
    };
    for (query, uses) in [
        (newcomers::LATELY, "membership_since"),
        (newcomers::ANSWERED, "IndexScan"),
        (newcomers::COMMENT_ANSWERED, "comment_author"),
        (super::welcome::MINE, "source: type::record("),
        (super::welcome::POSTED, "IndexScan"),
        (super::welcome::COMMENTED, "comment_author"),
    ] {
        let plan = plan(&yard.ctx, query, variables()).await;
        assert!(plan.contains(uses) && !plan.contains("TableScan"), "{query}\n{plan}");
    }
}
