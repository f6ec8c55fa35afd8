//! Who comes is told when the event is no longer what they signed up for.

use super::*;
use domain::event::Told;

impl Club {
    async fn told(&self, actor: &Actor, event: EventId) -> Option<Told> {
        let view = super::event(&self.yard.ctx, actor, event).await.unwrap();
        assert_eq!(view.told.is_some(), view.card.changed);
        view.told
    }

    async fn changed(&self, actor: &Actor) -> Vec<EventId> {
        mine(&self.yard.ctx, actor).await.unwrap().changed.iter().map(|card| card.id).collect()
    }

    async fn edit(&self, event: EventId, form: &EventForm) {
        let at = editing(&self.yard.ctx, &self.animator, event).await.unwrap().sequence;
        edit(&self.yard.ctx, &self.animator, event, form, at, "").await.unwrap();
        self.is_sound().await;
    }
}

fn later() -> EventForm {
    EventForm { time: "18:00".into(), end_time: "19:00".into(), ..run() }
}

#[tokio::test]
async fn a_change_of_time_or_place_is_told_to_those_who_come() {
    let club = Club::open().await;
    let (ctx, member) = (&club.yard.ctx, &club.member);
    let id = club.event("").await;
    register(ctx, member, id).await.unwrap();
    register(ctx, &club.animator, id).await.unwrap();
    club.edit(id, &EventForm { description: "Avec un café.".into(), ..run() }).await;
    assert_eq!((club.told(member, id).await, club.changed(member).await), (None, vec![]), "not of words");

    club.edit(id, &later()).await;
    let told = club.told(member, id).await.unwrap();
    let now = event(ctx, member, id).await.unwrap().card;
    assert_eq!(told.differs(&now), (true, false));
    assert_eq!((told.span.starts.hour(), told.location.as_str()), (12, "Devant l’accueil"));
    assert_eq!(club.changed(member).await, [id]);
    assert!(upcoming(ctx, member, None).await.unwrap().items[0].changed, "in the agenda too");
    assert_eq!(club.changed(&club.animator).await, [], "who changed it knows");
    let late = club.member("Léo").await;
    register(ctx, &late, id).await.unwrap();
    assert_eq!(club.changed(&late).await, [], "who comes now knows");

    club.edit(id, &EventForm { location: "Parc".into(), ..later() }).await;
    assert_eq!(
        club.told(&late, id).await.unwrap().differs(&event(ctx, &late, id).await.unwrap().card),
        (false, true)
    );
    club.edit(id, &run()).await;
    assert_eq!(club.changed(member).await, [], "back as it was, there is nothing to tell");
    assert_eq!(club.changed(&late).await, [id], "but to who came meanwhile");
}

#[tokio::test]
async fn what_was_seen_is_told_no_more() {
    let club = Club::open().await;
    let (ctx, member) = (&club.yard.ctx, &club.member);
    let id = club.event("").await;
    note_change(ctx, member, id, 0).await.unwrap();
    register(ctx, member, id).await.unwrap();
    club.edit(id, &later()).await;
    note_change(ctx, member, id, 0).await.unwrap();
    assert_eq!(club.changed(member).await, [id], "they looked at an older page");
    for _ in 0..2 {
        note_change(ctx, member, id, 1).await.unwrap();
        assert_eq!(club.changed(member).await, []);
    }
    club.edit(id, &run()).await;
    assert_eq!(club.changed(member).await, [id], "it moved again");
    let outside = club.yard.employee("Ève").await;
    assert!(note_change(ctx, &outside, EventId::new(ctx.ulid()), 0).await.is_err());
    club.yard.wait(48 * 3600);
    assert_eq!(club.changed(member).await, [], "what is over is no news");
}

#[tokio::test]
async fn what_is_called_off_is_told_until_it_was_seen() {
    let club = Club::open().await;
    let (ctx, member, animator) = (&club.yard.ctx, &club.member, &club.animator);
    let id = club.event("").await;
    for actor in [member, animator] {
        register(ctx, actor, id).await.unwrap();
    }
    cancel(ctx, animator, id).await.unwrap();
    club.is_sound().await;
    assert_eq!((club.changed(member).await, club.changed(animator).await), (vec![id], vec![]));
    assert_eq!(
        club.told(member, id).await.unwrap().differs(&event(ctx, member, id).await.unwrap().card),
        (false, false)
    );
    note_change(ctx, member, id, 1).await.unwrap();
    assert_eq!(club.changed(member).await, []);
    cancel(ctx, animator, id).await.unwrap();
    assert_eq!(club.changed(member).await, [], "repeating it tells nobody again");
    club.is_sound().await;
}
