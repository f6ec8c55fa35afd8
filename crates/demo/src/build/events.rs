//! Events around the present, and who signed up.

use rand::{Rng, seq::SliceRandom};

use crate::{
    chance::chance,
    company::{Event, Registration},
    typography,
    written::{Written, WrittenEvent},
};

use super::{
    calendar::Calendar,
    communities::Place,
    members::{Circle, Circles},
    people::{House, workplace},
};

/// The written events in the written communities, and the same ones held by their sisters elsewhere.
pub(super) fn events(
    written: &Written,
    house: &House,
    places: &[Place],
    circles: &Circles,
    calendar: &Calendar,
) -> (Vec<Event>, Vec<Registration>) {
    let mut events = Vec::new();
    let mut registrations = Vec::new();
    for (community, place) in (0..).zip(places) {
        let (Some(text), Some(circle)) = (place.text(written), circles.get(community)) else {
            continue;
        };
        for event in written.events.iter().filter(|event| event.community == text.card.slug) {
            let named = house.find(&event.by).filter(|_| place.written);
            let Some(organiser) = named.or_else(|| circle.animators.first().copied()) else {
                continue;
            };
            let number = events.len();
            let names = sign_up(event, number, organiser, circle);
            registrations.extend(names);
            events.push(Event {
                community,
                organiser,
                title: typography::set(&event.title, event.lang),
                description: typography::set(&event.text, event.lang),
                lang: event.lang,
                place: typography::set(&event.place, event.lang),
                was_at: event.was_at.as_deref().map(|place| typography::set(place, event.lang)),
                workplace: event.at.as_deref().and_then(|at| workplace(written, at)),
                day_offset: day(event, calendar),
                starts_at: event.start.clone(),
                duration_minutes: event.minutes,
                capacity: event.capacity,
            });
        }
    }
    (events, registrations)
}

fn day(event: &WrittenEvent, calendar: &Calendar) -> i32 {
    match (event.ahead, event.back) {
        (_, Some(weeks)) => calendar.back(event.weekday.iso(), weeks),
        (weeks, None) => calendar.ahead(event.weekday.iso(), weeks.unwrap_or(0)),
    }
}

/// The organiser first, then members at random; a waiting list only behind a full event.
fn sign_up(event: &WrittenEvent, number: usize, organiser: usize, circle: &Circle) -> Vec<Registration> {
    let mut rng = chance("event", number);
    let mut names: Vec<usize> = circle.settled().collect();
    names.shuffle(&mut rng);
    names.retain(|person| *person != organiser);
    if circle.has(organiser) {
        names.insert(0, organiser);
    }
    let most = event.capacity.unwrap_or(u32::MAX).min(event.registered);
    let taken = usize::try_from(most).unwrap_or(0).min(names.len());
    let full = event.capacity.and_then(|capacity| usize::try_from(capacity).ok()) == Some(taken);
    let behind = if full { usize::try_from(event.waiting).unwrap_or(0) } else { 0 };
    // Events a week or more past were filled before they took place.
    let floor = event.back.map_or(30, |weeks| 1440 * 7 * (u32::try_from(weeks).unwrap_or(0) + 1) + 30);
    let mut ago: Vec<u32> = (0..taken + behind).map(|_| floor + rng.random_range(0..12 * 1440)).collect();
    ago.sort_unstable_by(|a, b| b.cmp(a));
    names
        .into_iter()
        .zip(ago)
        .zip(0..)
        .map(|((person, minutes_ago), rank)| Registration {
            event: number,
            person,
            waiting: rank >= taken,
            minutes_ago,
        })
        .collect()
}
