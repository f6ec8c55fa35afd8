//! A community outlives those who founded it.

use super::*;
use crate::{
    Context, Error, bind,
    communities::{found, leave, leave_anyway, life, list::END, set_role, view},
    db::{At, Id},
    testing::{Sketch, Yard, plan},
    tidy,
};
use domain::{
    Actor, Failure, Reason,
    actor::Role,
    community::{
        CommunityError, Stage,
        handing::OFFER_DAYS,
        life::{Move, Turn},
    },
    id::CommunityId,
};

fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    match answer {
        Err(Error::Refused(Failure { reason, .. })) => reason,
        other => panic!("not refused: {other:?}"),
    }
}

fn refused(error: CommunityError) -> Reason {
    Reason::Community(error)
}

struct House {
    yard: Yard,
    run: CommunityId,
    ana: Actor,
    ben: Actor,
    zoe: Actor,
    maya: Actor,
    luc: Actor,
}

impl House {
    async fn open() -> House {
        let yard = Yard::open().await;
        let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let maya = yard.manager("Maya").await;
        let run = yard.community("course", &[&ana, &ben]).await;
        yard.join(&zoe, run).await;
        let mut house = House { yard, run, ana, ben, zoe, maya, luc };
        house.refresh().await;
        house
    }

    async fn refresh(&mut self) {
        self.ana = self.yard.fresh(&self.ana).await;
        self.ben = self.yard.fresh(&self.ben).await;
        self.zoe = self.yard.fresh(&self.zoe).await;
        self.luc = self.yard.fresh(&self.luc).await;
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn animators(&self) -> u64 {
        found(self.ctx(), self.run).await.unwrap().animators
    }

    async fn sound(&self) {
        assert_eq!(crate::check::run(self.ctx()).await.unwrap().wrong, Vec::<String>::new());
    }

    async fn last_turn(&self) -> Option<Turn> {
        let told = life::history(self.ctx(), &self.maya, "course", None).await.unwrap();
        told.items.first().map(|line| line.turn)
    }
}

#[tokio::test]
async fn a_member_accepts_what_an_animator_offers() {
    let mut house = House::open().await;
    let (run, from) = (house.run, house.ana.person);
    for _ in 0..2 {
        offer_role(house.ctx(), &house.ana, run, house.zoe.person).await.unwrap();
    }
    let seen = offers(house.ctx(), &house.zoe, run).await.unwrap();
    assert_eq!(seen.len(), 1);
    assert!(seen[0].is_to(house.zoe.person));
    assert_eq!(offers(house.ctx(), &house.ana, run).await.unwrap(), seen);
    assert_eq!(offers(house.ctx(), &house.ben, run).await.unwrap(), []);
    let news = told(house.ctx(), &house.zoe).await.unwrap().unwrap();
    assert_eq!((news.slug.as_str(), news.from.as_str()), ("course", "Ana"));
    assert_eq!(told(house.ctx(), &house.ana).await.unwrap(), None);
    let other = accept_role(house.ctx(), &house.ben, run, from, "").await;
    assert_eq!(reason(other), refused(CommunityError::OfferGone));
    for _ in 0..2 {
        accept_role(house.ctx(), &house.zoe, run, from, "z").await.unwrap();
    }
    house.refresh().await;
    assert_eq!(house.zoe.role_in(run), Some(Role::Animator));
    assert_eq!(house.ana.role_in(run), Some(Role::Member));
    assert_eq!(house.animators().await, 2);
    assert_eq!(told(house.ctx(), &house.zoe).await.unwrap(), None);
    assert_eq!(house.last_turn().await, Some(Turn::HandedOver));
    house.sound().await;
}

#[tokio::test]
async fn an_offer_ends() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    // Taken back, declined; by nobody else.
    for by in [ana, zoe, &house.maya] {
        offer_role(ctx, ana, run, zoe.person).await.unwrap();
        assert!(told(ctx, zoe).await.unwrap().is_some());
        end_offer(ctx, &house.ben, run, ana.person).await.unwrap();
        assert_eq!(offers(ctx, zoe, run).await.unwrap().len(), 1);
        for _ in 0..2 {
            end_offer(ctx, by, run, ana.person).await.unwrap();
        }
        assert_eq!(told(ctx, zoe).await.unwrap(), None);
        assert_eq!(
            reason(accept_role(ctx, zoe, run, ana.person, "").await),
            refused(CommunityError::OfferGone)
        );
    }
    // Expired.
    offer_role(ctx, ana, run, zoe.person).await.unwrap();
    house.yard.wait(24 * 3600 * OFFER_DAYS);
    assert_eq!(offers(ctx, zoe, run).await.unwrap(), []);
    assert_eq!(told(ctx, zoe).await.unwrap(), None);
    assert_eq!(reason(accept_role(ctx, zoe, run, ana.person, "").await), refused(CommunityError::OfferGone));
    // Made anew, then its giver is an animator no more; or the other is no member.
    offer_role(ctx, ana, run, zoe.person).await.unwrap();
    leave_anyway(ctx, ana, run).await.unwrap();
    assert_eq!(reason(accept_role(ctx, zoe, run, ana.person, "").await), refused(CommunityError::OfferGone));
    house.sound().await;
    offer_role(ctx, &house.ben, run, zoe.person).await.unwrap();
    leave(ctx, zoe, run).await.unwrap();
    assert_eq!(offers(ctx, &house.ben, run).await.unwrap(), []);
    house.sound().await;
}

#[tokio::test]
async fn a_role_is_offered_by_who_has_it_to_a_member_of_the_house() {
    let house = House::open().await;
    let (ctx, run, ana) = (house.ctx(), house.run, &house.ana);
    let pat = house.yard.partner("Pat").await;
    house.yard.join(&pat, run).await;
    for to in [&house.ben, &house.luc, &pat] {
        assert_eq!(
            reason(offer_role(ctx, ana, run, to.person).await),
            refused(CommunityError::OfferMisplaced)
        );
    }
    assert_eq!(reason(offer_role(ctx, &house.zoe, run, house.zoe.person).await), Reason::Forbidden);
    assert_eq!(reason(offer_role(ctx, &house.maya, run, house.zoe.person).await), Reason::Forbidden);
    life::steer(ctx, ana, run, Move::Archive, "Fini.", "").await.unwrap();
    let late = offer_role(ctx, ana, run, house.zoe.person).await;
    assert_eq!(reason(late), refused(CommunityError::Archived));
}

#[tokio::test]
async fn the_last_who_animates_leaves_having_seen_it_and_managers_find_it() {
    let mut house = House::open().await;
    let run = house.run;
    assert_eq!(reason(leave(house.ctx(), &house.ana, run).await), refused(CommunityError::LastAnimators));
    leave_anyway(house.ctx(), &house.ana, run).await.unwrap();
    assert_eq!(house.animators().await, 1);
    let thin = orphans(house.ctx(), &house.maya, Thin::OneAlone, None).await.unwrap().items;
    assert_eq!(thin.iter().map(|found| found.id).collect::<Vec<_>>(), [run]);
    for _ in 0..2 {
        leave_anyway(house.ctx(), &house.ben, run).await.unwrap();
    }
    assert_eq!(house.animators().await, 0);
    assert_eq!(house.last_turn().await, Some(Turn::LeftAlone));
    house.sound().await;
    // Its content stays, members see who looks after it, managers find it.
    let seen = view(house.ctx(), &house.zoe, "course").await.unwrap();
    assert_eq!(seen.keepers.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Maya"]);
    let alone = orphans(house.ctx(), &house.maya, Thin::Nobody, None).await.unwrap().items;
    assert_eq!(alone.iter().map(|found| found.id).collect::<Vec<_>>(), [run]);
    for other in [&house.zoe, &house.luc] {
        assert_eq!(reason(orphans(house.ctx(), other, Thin::Nobody, None).await), Reason::NotFound);
    }
    // Somebody is named: a member, or not one yet.
    assert_eq!(reason(entrust(house.ctx(), &house.zoe, run, "Zoé", "").await), Reason::Forbidden);
    assert_eq!(reason(entrust(house.ctx(), &house.maya, run, "Personne", "").await), Reason::Form);
    for _ in 0..2 {
        entrust(house.ctx(), &house.maya, run, "Zoé", "m").await.unwrap();
        entrust(house.ctx(), &house.maya, run, "luc@exemple.fr", "n").await.unwrap();
    }
    let again = entrust(house.ctx(), &house.maya, run, "Zoé", "").await;
    assert_eq!(reason(again), refused(CommunityError::OfferMisplaced));
    house.refresh().await;
    assert_eq!(house.luc.role_in(run), Some(Role::Animator));
    assert_eq!(house.animators().await, 2);
    assert_eq!(orphans(house.ctx(), &house.maya, Thin::Nobody, None).await.unwrap().items, []);
    assert!(view(house.ctx(), &house.zoe, "course").await.unwrap().keepers.is_empty());
    house.sound().await;
}

#[tokio::test]
async fn who_has_left_the_house_animates_no_more() {
    let mut house = House::open().await;
    let run = house.run;
    let gone = "UPDATE $ana SET leaves = '2026-11-22'; UPDATE $ben SET leaves = '2026-11-24'";
    let people = bind! { ana: Id(house.ana.person), ben: Id(house.ben.person) };
    house.ctx().db().query(gone, people).await.unwrap();
    tidy(house.ctx()).await.unwrap();
    assert_eq!(house.animators().await, 1);
    house.yard.wait(2 * 24 * 3600);
    for _ in 0..2 {
        tidy(house.ctx()).await.unwrap();
    }
    assert_eq!(house.animators().await, 0);
    assert_eq!(house.last_turn().await, Some(Turn::LeftAlone));
    let alone = orphans(house.ctx(), &house.maya, Thin::Nobody, None).await.unwrap().items;
    assert_eq!(alone.len(), 1);
    house.zoe = house.yard.fresh(&house.zoe).await;
    assert_eq!(house.zoe.role_in(run), Some(Role::Member));
    house.sound().await;
}

#[tokio::test]
async fn managers_change_the_sponsor_and_nobody_else_does() {
    let mut house = House::open().await;
    let (run, zoe) = (house.run, house.zoe.person);
    assert_eq!(reason(set_role(house.ctx(), &house.ana, run, zoe, Role::Sponsor).await), Reason::Forbidden);
    set_role(house.ctx(), &house.maya, run, zoe, Role::Sponsor).await.unwrap();
    house.sound().await;
    assert_eq!(reason(set_role(house.ctx(), &house.ana, run, zoe, Role::Member).await), Reason::Forbidden);
    // Another one: who was it is a member again.
    house.yard.join(&house.luc, run).await;
    set_role(house.ctx(), &house.maya, run, house.luc.person, Role::Sponsor).await.unwrap();
    house.refresh().await;
    assert_eq!((house.luc.role_in(run), house.zoe.role_in(run)), (Some(Role::Sponsor), Some(Role::Member)));
    house.sound().await;
    // Animating and sponsoring are two things; two who animate stay.
    let two = set_role(house.ctx(), &house.maya, run, house.ana.person, Role::Sponsor).await;
    assert_eq!(reason(two), refused(CommunityError::LastAnimators));
    set_role(house.ctx(), &house.maya, run, house.luc.person, Role::Animator).await.unwrap();
    assert_eq!(house.animators().await, 3);
    set_role(house.ctx(), &house.maya, run, house.ana.person, Role::Sponsor).await.unwrap();
    set_role(house.ctx(), &house.maya, run, house.ana.person, Role::Member).await.unwrap();
    assert_eq!(house.animators().await, 2);
    house.sound().await;
}

#[tokio::test]
async fn a_community_that_does_not_run_is_nobody_s_to_look_for() {
    let yard = Yard::open().await;
    let maya = yard.manager("Maya").await;
    yard.community_as("Hier", &[], Sketch { stage: Stage::Archived, ..Sketch::default() }).await;
    yard.community_as("Un jour", &[], Sketch { stage: Stage::Draft, ..Sketch::default() }).await;
    assert_eq!(orphans(&yard.ctx, &maya, Thin::Nobody, None).await.unwrap().items, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_over_and_who_leaves_at_once_lose_nobody() {
    for _ in 0..10 {
        let house = House::open().await;
        offer_role(house.ctx(), &house.ana, house.run, house.zoe.person).await.unwrap();
        let (ctx, run, from) = (house.ctx().clone(), house.run, house.ana.person);
        let (zoe, ana) = (house.zoe.clone(), house.ana.clone());
        let taking = tokio::spawn({
            let ctx = ctx.clone();
            async move { accept_role(&ctx, &zoe, run, from, "").await }
        });
        let going = tokio::spawn(async move { leave_anyway(&ctx, &ana, run).await });
        let took = taking.await.unwrap().is_ok();
        going.await.unwrap().unwrap();
        assert_eq!(house.animators().await, if took { 2 } else { 1 });
        house.sound().await;
    }
}

#[tokio::test]
async fn what_pages_ask_is_found_by_index() {
    let yard = Yard::open().await;
    let run = yard.community("course", &[]).await;
    let zoe = yard.employee("Zoé").await;
    let variables = || {
        bind! {
            community: Id(run), person: Id(zoe.person), animators: 0_i64, after: String::new(),
            end: END.to_owned(), role: "employee".to_owned(), limit: 3_i64, at: At(yard.now()),
            today: "2026-11-23".to_owned()
        }
    };
    for (query, uses) in [
        (shown::TO.to_owned(), "handover_taker"),
        (orphans::query(), "community_animators"),
        (orphans::KEEPERS.to_owned(), "person_role"),
        (depart::GONE.to_owned(), "membership_community"),
    ] {
        let plan = plan(&yard.ctx, &query, variables()).await;
        assert!(plan.contains(uses) && !plan.contains("TableScan"), "{query}\n{plan}");
    }
}
