//! Who belongs where: those who speak, then enough others, three to nine communities each.

use std::collections::BTreeSet;

use rand::{Rng, rngs::SmallRng, seq::SliceRandom};

use crate::{
    chance::chance,
    company::{CommunityRole, Membership},
    written::{Written, WrittenCommunity},
};

use super::{
    communities::{Place, lively},
    people::House,
};

const FEWEST: usize = 3;
const MOST: usize = 9;
/// Days during which one is new.
const LATELY: u32 = 14;

/// The members of one community.
#[derive(Default)]
pub(super) struct Circle {
    pub animators: Vec<usize>,
    pub members: Vec<usize>,
    inside: BTreeSet<usize>,
    /// Who arrived days ago: they are there, and have done nothing yet.
    pub newcomers: BTreeSet<usize>,
    opened_days_ago: u32,
    pub everyone: bool,
}

impl Circle {
    fn admit(&mut self, person: usize) -> bool {
        let new = self.inside.insert(person);
        if new {
            self.members.push(person);
        }
        new
    }

    pub(super) fn has(&self, person: usize) -> bool {
        self.inside.contains(&person)
    }

    /// Somebody who has been here for some time, at random.
    pub(super) fn any(&self, rng: &mut SmallRng) -> Option<usize> {
        let at = rng.random_range(0..self.members.len().max(1));
        self.members.get(at).copied().filter(|person| !self.newcomers.contains(person))
    }

    /// Members who have been here for some time.
    pub(super) fn settled(&self) -> impl Iterator<Item = usize> {
        self.members.iter().copied().filter(|person| !self.newcomers.contains(person))
    }
}

pub(super) struct Circles {
    pub of: Vec<Circle>,
    joined: Vec<Vec<u32>>,
}

impl Circles {
    pub(super) fn get(&self, community: usize) -> Option<&Circle> {
        self.of.get(community)
    }

    pub(super) fn animators(&self, community: usize) -> Vec<usize> {
        self.get(community).map(|circle| circle.animators.clone()).unwrap_or_default()
    }

    pub(super) fn memberships(&self) -> Vec<Membership> {
        let circles = (0..).zip(self.of.iter().zip(&self.joined));
        circles
            .flat_map(|(community, (circle, joined))| {
                circle.members.iter().zip(joined).map(move |(person, days)| Membership {
                    community,
                    person: *person,
                    role: if circle.animators.contains(person) {
                        CommunityRole::Animator
                    } else {
                        CommunityRole::Member
                    },
                    joined_days_ago: *days,
                })
            })
            .collect()
    }
}

pub(super) fn circles(written: &Written, house: &House, places: &[Place]) -> Circles {
    let mut counts = vec![0_usize; house.people.len()];
    let mut of: Vec<Circle> = places
        .iter()
        .zip(0..)
        .map(|(place, number)| cast(written, house, place, number, &mut counts))
        .collect();
    for (number, (circle, place)) in of.iter_mut().zip(places).enumerate() {
        if let Some(text) = place.text(written) {
            let crowd = crowd(written, house, text);
            fill(circle, house, crowd, number, &mut counts);
        }
    }
    let open: Vec<usize> = (0..)
        .zip(places)
        .filter(|(_, place)| place.text(written).is_some_and(|text| text.card.listed && lively(text)))
        .map(|(number, _)| number)
        .collect();
    company_for_the_lonely(&mut of, &open, house, &mut counts);
    let newcomers: BTreeSet<usize> =
        house.employees().filter(|person| house.since(*person) < LATELY).collect();
    for circle in &mut of {
        circle.newcomers.clone_from(&newcomers);
    }
    let joined = (0..).zip(&of).map(|(number, circle)| arrivals(circle, house, number)).collect();
    Circles { of, joined }
}

/// Those the files name, or a team drawn by lot for a community opened again elsewhere.
fn cast(written: &Written, house: &House, place: &Place, number: usize, counts: &mut [usize]) -> Circle {
    let Some(text) = place.text(written) else {
        return Circle::default();
    };
    let mut circle =
        Circle { opened_days_ago: text.card.opened, everyone: text.card.everyone, ..Circle::default() };
    let mut enter = |circle: &mut Circle, person: usize| {
        if circle.admit(person)
            && let Some(count) = counts.get_mut(person)
        {
            *count += 1;
        }
    };
    if place.written {
        circle.animators = text.charter.animators.iter().filter_map(|id| house.find(id)).collect();
        let speakers = text.posts.iter().flat_map(|post| {
            std::iter::once(post.by.as_str()).chain(post.comments.iter().map(|comment| comment.by.as_str()))
        });
        let named = std::iter::once(text.charter.sponsor.as_str()).chain(speakers);
        for person in named.filter_map(|id| house.find(id)) {
            enter(&mut circle, person);
        }
    }
    let employees: Vec<usize> = house.employees().collect();
    let mut rng = chance("team", number);
    for _ in 0..employees.len().min(64) {
        if circle.animators.len() >= 2 {
            break;
        }
        let drawn = employees.get(rng.random_range(0..employees.len())).copied();
        circle.animators.extend(drawn.filter(|person| !circle.animators.contains(person)));
    }
    for person in circle.animators.clone() {
        enter(&mut circle, person);
    }
    if text.card.everyone {
        for person in employees {
            enter(&mut circle, person);
        }
    }
    circle
}

/// How many members to look for: what was written, grown with the house.
fn crowd(written: &Written, house: &House, text: &WrittenCommunity) -> usize {
    let grown = text.card.crowd * house.people.len().max(written.people.len());
    grown.checked_div(written.people.len()).unwrap_or_default()
}

fn fill(circle: &mut Circle, house: &House, crowd: usize, number: usize, counts: &mut [usize]) {
    let mut rng = chance("crowd", number);
    let mut others: Vec<usize> = house.employees().filter(|person| !circle.has(*person)).collect();
    others.shuffle(&mut rng);
    // The less surrounded first, without being strict about it.
    others.sort_by_key(|person| counts.get(*person).map_or(0, |count| count / 2));
    for person in others {
        if circle.members.len() >= crowd {
            break;
        }
        if let Some(count) = counts.get_mut(person)
            && *count + 1 < MOST
            && circle.admit(person)
        {
            *count += 1;
        }
    }
}

fn company_for_the_lonely(of: &mut [Circle], open: &[usize], house: &House, counts: &mut [usize]) {
    for person in house.employees() {
        let mut rng = chance("lonely", person);
        let mut choice = open.to_vec();
        choice.shuffle(&mut rng);
        for community in choice {
            let Some(count) = counts.get_mut(person).filter(|count| **count < FEWEST) else {
                break;
            };
            if of.get_mut(community).is_some_and(|circle| circle.admit(person)) {
                *count += 1;
            }
        }
    }
}

/// When each joined: after both the person and the community were there.
fn arrivals(circle: &Circle, house: &House, number: usize) -> Vec<u32> {
    let mut rng = chance("joined", number);
    circle
        .members
        .iter()
        .map(|person| {
            let longest = house.since(*person).min(circle.opened_days_ago);
            if circle.everyone || circle.animators.contains(person) || longest <= 200 {
                longest
            } else {
                rng.random_range(190..=longest)
            }
        })
        .collect()
}
