//! From what was written to a whole company, step by step; each step only looks at the ones before.

mod calendar;
mod communities;
mod events;
mod federations;
mod gestures;
mod journeys;
mod members;
mod people;
mod posts;
mod proposals;
mod reactions;
mod thread;

use crate::{Present, Scale, company::Company, written::written};

/// The company at this scale, loaded on the default morning.
pub fn company(scale: Scale) -> Company {
    company_at(scale, Present::default())
}

/// The company at this scale, with every offset counted from `present`.
pub fn company_at(scale: Scale, present: Present) -> Company {
    let written = written();
    let calendar = calendar::Calendar::new(present);
    let house = people::house(written, scale.people);
    let places = communities::places(written, scale.communities);
    let circles = members::circles(written, &house, &places);
    let communities = communities::furnish(written, &house, &places, &circles);
    let drafts = posts::drafts(written, &house, &places, &circles, &calendar, scale.posts);
    let moods: Vec<_> = drafts.iter().map(|draft| draft.mood).collect();
    let written_here: Vec<_> = drafts.iter().map(|draft| draft.as_written).collect();
    let (posts, comments) = thread::thread(drafts, &house, &circles, &calendar);
    let reactions = reactions::reactions(&posts, &moods, &comments, &circles);
    let gestures = gestures::gestures(&posts, &written_here, &circles);
    let federations = federations::federations(written, &house, &communities, &posts, &written_here);
    let (events, registrations) = events::events(written, &house, &places, &circles, &calendar);
    let commutes = journeys::commutes(written, &house);
    let proposals = proposals::proposals(written, &house);
    let changes = proposals::changes(written, &house, &communities);
    let memberships = circles.memberships();
    let decisions = proposals::decisions(written, &house, &communities, &memberships);
    Company {
        organisation: written.organisation.clone(),
        workplaces: written.workplaces.clone(),
        communes: written.communes.clone(),
        memberships,
        people: house.people,
        communities,
        posts,
        comments,
        reactions,
        gestures,
        events,
        registrations,
        commutes,
        proposals,
        changes,
        decisions,
        federations,
    }
}
