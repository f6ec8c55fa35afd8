//! Handing a community over: from one who animates to a member who accepts, or, when nobody animates
//! it any more, by those who look after all communities.

use super::PersonRef;
use crate::{
    actor::{Actor, Role},
    id::{CommunityId, PersonId},
    policy::{Action, Place, Verdict, judge},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Days an offer stands.
pub const OFFER_DAYS: i64 = 14;
/// Names of those who look after a community that nobody animates, said at most.
pub const KEEPERS_SHOWN: usize = 3;

/// Whether `actor` may offer their role in the community to a member: those who animate it.
pub fn may_offer(actor: &Actor, place: &Place) -> Verdict {
    let animates = actor.role_in(place.community) == Some(Role::Animator);
    match judge(actor, Action::Govern, place) {
        Verdict::Allowed if !animates => Verdict::Refused,
        verdict => verdict,
    }
}

/// Whether `actor` may entrust the community to somebody, or change its sponsor: those who look
/// after all communities.
pub fn may_entrust(actor: &Actor, place: &Place) -> Verdict {
    match judge(actor, Action::Govern, place) {
        Verdict::Allowed if !actor.is_manager() => Verdict::Refused,
        verdict => verdict,
    }
}

/// A role that is offered, as the two see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    pub community: CommunityId,
    pub from: PersonRef,
    pub to: PersonRef,
    pub expires: Timestamp,
}

impl OfferView {
    pub fn is_to(&self, person: PersonId) -> bool {
        self.to.id == person
    }
}

/// What leaving means for the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// Nothing but one member less.
    Plain,
    /// So many others go on animating it.
    Animated(u64),
    /// One alone would animate it.
    OneLeft,
    /// Nobody would: it goes to those who look after all communities.
    Alone,
}

/// What it means that somebody of this role leaves, in a community with so many who animate, themselves
/// among them.
pub fn leaving(role: Option<Role>, animators: u64) -> Leaving {
    match (role, animators) {
        (Some(Role::Animator), 0 | 1) => Leaving::Alone,
        (Some(Role::Animator), 2) => Leaving::OneLeft,
        (Some(Role::Animator), more) => Leaving::Animated(more - 1),
        _ => Leaving::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leaves_sees_what_it_means() {
        for (role, animators, means) in [
            (Some(Role::Member), 1, Leaving::Plain),
            (Some(Role::Sponsor), 1, Leaving::Plain),
            (Some(Role::Animator), 1, Leaving::Alone),
            (Some(Role::Animator), 2, Leaving::OneLeft),
            (Some(Role::Animator), 5, Leaving::Animated(4)),
            (None, 2, Leaving::Plain),
        ] {
            assert_eq!(leaving(role, animators), means);
        }
    }
}
