//! Places taken and given back.

use super::*;
use crate::testing::Sketch;
use domain::{
    event::{PEOPLE_PAGE, Seats},
    live::Signal,
    policy::Admission,
};

#[tokio::test]
async fn registering_and_leaving_repeat_harmlessly() {
    let club = Club::open().await;
    let (ctx, member) = (&club.yard.ctx, &club.member);
    let run = club.event("3").await;
    for mine in [true, true, false, false, true] {
        let seats = if mine { register(ctx, member, run).await } else { leave(ctx, member, run).await };
        assert_eq!(seats.unwrap(), Seats { taken: u32::from(mine), capacity: Some(3), mine });
        assert_eq!(event(ctx, member, run).await.unwrap().card.seats.mine, mine);
    }
    club.is_sound().await;
}

#[tokio::test]
async fn a_full_event_says_so_until_somebody_leaves() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("1").await;
    register(ctx, &club.member, run).await.unwrap();
    assert_eq!(reason(register(ctx, &club.animator, run).await), FULL);
    assert!(event(ctx, &club.animator, run).await.unwrap().card.seats.is_full());
    register(ctx, &club.member, run).await.unwrap();
    leave(ctx, &club.member, run).await.unwrap();
    register(ctx, &club.animator, run).await.unwrap();
    assert_eq!(club.taken(run).await, 1);
    club.is_sound().await;
}

#[tokio::test]
async fn one_is_a_member_first() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    let visitor = club.yard.employee("Ines Visiteuse").await;
    let seen = event(ctx, &visitor, run).await.unwrap();
    assert!(seen.may_join && !seen.may_attend && !seen.may_organise && !seen.sees_who_comes);
    assert_eq!(reason(register(ctx, &visitor, run).await), Reason::Forbidden);
    assert_eq!(reason(registrations(ctx, &visitor, run, None).await), Reason::Forbidden);

    club.yard.join(&visitor, club.club).await;
    let visitor = club.yard.fresh(&visitor).await;
    let seen = event(ctx, &visitor, run).await.unwrap();
    assert!(seen.may_attend && !seen.may_join && seen.sees_who_comes);
    register(ctx, &visitor, run).await.unwrap();
}

#[tokio::test]
async fn what_one_may_not_read_does_not_exist() {
    let yard = Yard::open().await;
    let animator = yard.employee("Noor").await;
    let outside = [yard.employee("Ines").await, yard.partner("Paul").await];
    let sketch = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
    let secret = yard.community_as("secret", &[&animator], sketch).await;
    let (ctx, animator) = (&yard.ctx, yard.fresh(&animator).await);
    let meeting = create(ctx, &animator, secret, &run(), "").await.unwrap();
    let nowhere = EventId::new(ctx.ulid());
    for person in &outside {
        for id in [meeting, nowhere] {
            assert_eq!(reason(event(ctx, person, id).await), Reason::NotFound);
            assert_eq!(reason(register(ctx, person, id).await), Reason::NotFound);
            assert_eq!(reason(leave(ctx, person, id).await), Reason::NotFound);
            assert_eq!(reason(registrations(ctx, person, id, None).await), Reason::NotFound);
            assert_eq!(reason(editing(ctx, person, id).await), Reason::NotFound);
            assert_eq!(reason(cancel(ctx, person, id).await), Reason::NotFound);
        }
        assert_eq!(reason(community_events(ctx, person, secret, None).await), Reason::NotFound);
        assert_eq!(reason(create(ctx, person, secret, &run(), "").await), Reason::NotFound);
    }
}

#[tokio::test]
async fn once_it_has_begun_nobody_comes_or_leaves() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    register(ctx, &club.member, run).await.unwrap();
    club.yard.wait(28 * 3600);
    assert_eq!(reason(register(ctx, &club.animator, run).await), OVER);
    assert_eq!(reason(leave(ctx, &club.member, run).await), OVER);
    register(ctx, &club.member, run).await.unwrap();
    assert!(!event(ctx, &club.member, run).await.unwrap().may_attend);
    assert_eq!(club.taken(run).await, 1);
}

#[tokio::test]
async fn members_see_who_comes_in_the_order_they_came() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    for name in ["Zoé Un", "Abel Deux", "Mina Trois"] {
        let member = club.member(name).await;
        club.yard.wait(60);
        register(ctx, &member, run).await.unwrap();
    }
    let page = registrations(ctx, &club.member, run, None).await.unwrap();
    let names: Vec<_> = page.items.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names, page.next), (vec!["Zoé Un", "Abel Deux", "Mina Trois"], None));
    let manager = club.yard.manager("Camille").await;
    assert_eq!(registrations(ctx, &manager, run, None).await.unwrap().items.len(), 3);
}

#[tokio::test]
async fn those_who_come_are_paged() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    let crowd = club.yard.crowd(PEOPLE_PAGE + 3).await;
    let seeds: Vec<_> = crowd
        .iter()
        .map(|actor| SeedRegistration { event: run, person: actor.person, at: club.yard.now() })
        .collect();
    seed_registrations(ctx, &seeds).await.unwrap();
    let first = registrations(ctx, &club.member, run, None).await.unwrap();
    let second = registrations(ctx, &club.member, run, first.next.as_deref()).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (PEOPLE_PAGE, 3, None));
    let mut seen: Vec<_> = first.items.iter().chain(&second.items).map(|person| person.id).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), crowd.len());
}

#[tokio::test]
async fn a_registration_rings_the_bell() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let event = club.event("").await;
    let mut bell = ctx.live().listen(None).coming;
    register(ctx, &club.member, event).await.unwrap();
    assert_eq!(bell.try_recv().unwrap().1, Signal::Event { community: club.club, event });
}

#[tokio::test]
async fn who_leaves_the_community_frees_their_places_to_come() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let (run, next) = (club.event("").await, club.event_on("2026-11-26", "").await);
    let other = club.yard.community("lecture", &[&club.member]).await;
    let member = club.yard.fresh(&club.member).await;
    let reading =
        create(ctx, &member, other, &EventForm { date: "2026-11-25".into(), ..super::run() }, "").await;
    let reading = reading.unwrap();
    for event in [run, next, reading] {
        register(ctx, &member, event).await.unwrap();
    }
    club.yard.wait(28 * 3600);
    for _ in 0..2 {
        crate::communities::leave(ctx, &member, club.club).await.unwrap();
    }
    assert_eq!((club.taken(run).await, club.taken(next).await, club.taken(reading).await), (1, 0, 1));
    club.is_sound().await;
}
