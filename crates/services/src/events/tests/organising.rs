//! Events called, changed and called off.

use super::*;
use domain::{
    event::{Phase, Status},
    form::Fault,
};

#[tokio::test]
async fn animators_and_community_managers_call_events() {
    let club = Club::open().await;
    let (ctx, manager) = (&club.yard.ctx, club.yard.manager("Camille").await);
    for (actor, made) in [(&club.animator, true), (&manager, true), (&club.member, false)] {
        let answer = create(ctx, actor, club.club, &run(), "").await;
        assert_eq!(answer.as_ref().is_ok(), made, "{}: {answer:?}", actor.name);
        if let Ok(id) = answer {
            let seen = event(ctx, &club.member, id).await.unwrap();
            assert_eq!((seen.organizer.name, seen.card.phase), (actor.name.clone(), Phase::Ahead));
        }
    }
}

#[tokio::test]
async fn wall_times_are_those_of_the_organisation() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    for (date, utc) in [("2026-11-24", "2026-11-24T11:15:00Z"), ("2027-07-01", "2027-07-01T10:15:00Z")] {
        let id = club.event_on(date, "").await;
        let span = event(ctx, &club.member, id).await.unwrap().card.span;
        assert_eq!(span.dtstart, utc.parse().unwrap());
        assert_eq!(span.starts.to_string(), format!("{date}T12:15:00"));
        assert_eq!(
            editing(ctx, &club.animator, id).await.unwrap().form,
            EventForm { date: date.into(), ..run() }
        );
    }
}

#[tokio::test]
async fn an_hour_that_clocks_skip_cannot_turn_an_event_round() {
    let club = Club::open().await;
    let form =
        EventForm { date: "2027-03-28".into(), time: "02:45".into(), end_time: "03:15".into(), ..run() };
    let refusal = refused(create(&club.yard.ctx, &club.animator, club.club, &form, "").await);
    assert_eq!(refusal.fields, [("end_time".to_owned(), Fault::EndBeforeStart)]);
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_event() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let first = create(ctx, &club.animator, club.club, &run(), "key").await.unwrap();
    let again = create(ctx, &club.animator, club.club, &run(), "key").await.unwrap();
    assert_eq!(first, again);
    assert_eq!(community_events(ctx, &club.member, club.club, None).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_bad_form_tells_all_its_faults() {
    let club = Club::open().await;
    let form = EventForm { summary: " ".into(), date: "2026-11-22".into(), capacity: "0".into(), ..run() };
    let refusal = refused(create(&club.yard.ctx, &club.animator, club.club, &form, "").await);
    let fields: Vec<_> = refusal.fields.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!((refusal.reason, fields), (Reason::Form, vec!["summary", "date", "capacity"]));
}

#[tokio::test]
async fn an_edit_starts_from_what_is_there() {
    let club = Club::open().await;
    let (ctx, animator) = (&club.yard.ctx, &club.animator);
    let id = club.event("").await;
    let at = editing(ctx, animator, id).await.unwrap().sequence;
    let moved = EventForm {
        summary: "Course du soir".into(),
        time: "18:00".into(),
        end_time: "19:00".into(),
        ..run()
    };
    edit(ctx, animator, id, &moved, at, "key").await.unwrap();
    edit(ctx, animator, id, &moved, at, "key").await.unwrap();
    assert_eq!(editing(ctx, animator, id).await.unwrap().form, moved);
    assert_eq!(reason(edit(ctx, animator, id, &run(), at, "other").await), CHANGED);
    assert_eq!(reason(edit(ctx, &club.member, id, &run(), at + 1, "").await), Reason::Forbidden);
    club.is_sound().await;
}

#[tokio::test]
async fn a_limit_never_throws_anybody_out() {
    let club = Club::open().await;
    let (ctx, animator) = (&club.yard.ctx, &club.animator);
    let id = club.event("5").await;
    register(ctx, animator, id).await.unwrap();
    register(ctx, &club.member, id).await.unwrap();
    let lower = |capacity: &str| EventForm { capacity: capacity.into(), ..run() };
    let refusal = refused(edit(ctx, animator, id, &lower("1"), 0, "").await);
    assert_eq!(refusal.fields, [("capacity".to_owned(), Fault::TooFew { min: 2 })]);
    edit(ctx, animator, id, &lower("2"), 0, "").await.unwrap();
    assert!(event(ctx, animator, id).await.unwrap().card.seats.is_full());
    edit(ctx, animator, id, &lower(""), 1, "").await.unwrap();
    assert_eq!(event(ctx, animator, id).await.unwrap().card.seats.capacity, None);
}

#[tokio::test]
async fn an_event_that_is_over_can_still_be_put_right_but_not_called_off() {
    let club = Club::open().await;
    let (ctx, animator) = (&club.yard.ctx, &club.animator);
    let id = club.event("").await;
    club.yard.wait(48 * 3600);
    let form = EventForm { description: "Les photos sont dans le fil.".into(), ..run() };
    edit(ctx, animator, id, &form, 0, "").await.unwrap();
    assert_eq!(reason(cancel(ctx, animator, id).await), OVER);
}

#[tokio::test]
async fn an_event_called_off_stays_and_says_so() {
    let club = Club::open().await;
    let (ctx, animator) = (&club.yard.ctx, &club.animator);
    let id = club.event("").await;
    register(ctx, &club.member, id).await.unwrap();
    assert_eq!(reason(cancel(ctx, &club.member, id).await), Reason::Forbidden);
    cancel(ctx, animator, id).await.unwrap();
    cancel(ctx, animator, id).await.unwrap();
    let seen = event(ctx, &club.member, id).await.unwrap();
    assert_eq!((seen.card.status, seen.may_attend), (Status::Cancelled, false));
    assert_eq!(reason(register(ctx, animator, id).await), CANCELLED);
    assert_eq!(reason(edit(ctx, animator, id, &run(), 1, "").await), CANCELLED);
    assert_eq!(mine(ctx, &club.member).await.unwrap().next, None);
    leave(ctx, &club.member, id).await.unwrap();
    club.is_sound().await;
}

#[tokio::test]
async fn what_is_next_follows_changes() {
    let club = Club::open().await;
    let (ctx, animator, member) = (&club.yard.ctx, &club.animator, &club.member);
    let [near, far] = [club.event("").await, club.event_on("2026-11-26", "").await];
    assert_eq!(mine(ctx, member).await.unwrap().next, None);
    register(ctx, member, far).await.unwrap();
    register(ctx, member, near).await.unwrap();
    let next = async || mine(ctx, member).await.unwrap().next.map(|card| card.id);
    assert_eq!(next().await, Some(near));
    edit(ctx, animator, near, &EventForm { date: "2026-12-01".into(), ..run() }, 0, "").await.unwrap();
    assert_eq!(next().await, Some(far));
    leave(ctx, member, far).await.unwrap();
    assert_eq!(next().await, Some(near));
    club.yard.wait(9 * 24 * 3600);
    assert_eq!(next().await, None);
    club.is_sound().await;
}
