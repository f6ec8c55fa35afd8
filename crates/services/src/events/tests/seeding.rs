//! The demonstration's events.

use super::*;
use jiff::ToSpan;

#[tokio::test]
async fn seeds_are_stored_with_their_counts_and_may_be_sown_again() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let dtstart = club.yard.now() - 72.hours();
    let seed = SeedEvent {
        community: club.club,
        organizer: club.animator.person,
        summary: "La sortie d’automne".into(),
        description: "Belle sortie.".into(),
        location: "Parc".into(),
        dtstart,
        dtend: dtstart + 2.hours(),
        capacity: Some(2),
        created: dtstart - 200.hours(),
    };
    let id = seed_events(ctx, &[seed]).await.unwrap()[0];
    let seeds: Vec<_> = [&club.animator, &club.member]
        .map(|actor| SeedRegistration { event: id, person: actor.person, at: dtstart - 50.hours() })
        .into();
    seed_registrations(ctx, &seeds).await.unwrap();
    seed_registrations(ctx, &seeds).await.unwrap();
    assert_eq!(club.taken(id).await, 2);
    seed_move(ctx, id, "Le quai").await.unwrap();
    let told = |view: domain::event::EventView| view.told.map(|told| told.location);
    assert_eq!(told(event(ctx, &club.member, id).await.unwrap()).as_deref(), Some("Le quai"));
    assert_eq!(told(event(ctx, &club.animator, id).await.unwrap()), None);
    let more = SeedRegistration { event: id, person: club.yard.employee("Ines").await.person, at: dtstart };
    assert_eq!(reason(seed_registrations(ctx, &[more]).await), FULL);
    club.is_sound().await;
}
