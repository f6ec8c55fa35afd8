//! A charter changes: somebody proposes how, somebody else agrees, members see what is new.

use super::Charter;
use crate::{
    actor::Actor,
    id::{AmendmentId, PersonId},
    policy::{Action, Place, Verdict, judge},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Where a proposed change stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendmentState {
    #[default]
    Open,
    /// It became a version.
    Approved,
    Declined,
    /// Taken back by who proposed it.
    Withdrawn,
}

/// Whether `actor` may propose a change of the charter: members, and those who govern.
pub fn may_amend(actor: &Actor, place: &Place) -> Verdict {
    let (writes, governs) = (judge(actor, Action::Write, place), judge(actor, Action::Govern, place));
    if governs.is_allowed() { governs } else { writes }
}

/// Whether `actor` may read what was proposed: those within, archived or not, and community managers.
pub fn may_follow(actor: &Actor, place: &Place) -> Verdict {
    let within = actor.role_in(place.community).is_some() || actor.is_manager();
    match judge(actor, Action::Look, place) {
        Verdict::Allowed if !within => Verdict::Refused,
        verdict => verdict,
    }
}

/// Whether `actor` may answer a change that `by` proposed: those who govern, but nobody alone. An
/// animator's own change is read by somebody else first; community managers, who answer for every
/// charter, may settle theirs.
pub fn may_settle(actor: &Actor, place: &Place, by: PersonId) -> Verdict {
    match judge(actor, Action::Govern, place) {
        Verdict::Allowed if actor.person == by && !actor.is_manager() => Verdict::Refused,
        verdict => verdict,
    }
}

/// The parts of a charter, in the order they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    Purpose,
    Audience,
    Outside,
    Rules,
    Rituals,
    Calendar,
    Measures,
    Review,
}

impl Section {
    pub const ALL: [Section; 8] = [
        Section::Purpose,
        Section::Audience,
        Section::Outside,
        Section::Rules,
        Section::Rituals,
        Section::Calendar,
        Section::Measures,
        Section::Review,
    ];

    pub fn of(self, charter: &Charter) -> &str {
        match self {
            Section::Purpose => &charter.purpose,
            Section::Audience => &charter.audience,
            Section::Outside => &charter.outside,
            Section::Rules => &charter.rules,
            Section::Rituals => &charter.rituals,
            Section::Calendar => &charter.calendar,
            Section::Measures => &charter.measures,
            Section::Review => &charter.review_on,
        }
    }
}

/// A stretch of text that stayed, came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    Same(String),
    Added(String),
    Removed(String),
}

/// What changed in one part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionChange {
    pub section: Section,
    pub pieces: Vec<Piece>,
}

/// A proposed change in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentCard {
    pub id: AmendmentId,
    pub by: PersonId,
    pub name: String,
    pub reason: String,
    pub state: AmendmentState,
    pub at: Timestamp,
    /// The version it starts from.
    pub base: u32,
    /// The version it became.
    pub version: Option<u32>,
    /// Who answered, what they said, and when.
    pub answered: Option<(String, String, Timestamp)>,
}

/// A proposed change on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentView {
    pub card: AmendmentCard,
    pub text: Charter,
    pub changes: Vec<SectionChange>,
    /// Another version came meanwhile: it has to be written anew.
    pub outdated: bool,
    pub may_settle: bool,
    pub may_withdraw: bool,
    /// It waits for somebody else: the reader proposed it and may not settle it.
    pub waits_for_others: bool,
}

/// A version in the list of versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    pub version: u32,
    pub by: PersonId,
    pub name: String,
    pub at: Timestamp,
}

/// A charter as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    pub line: VersionLine,
    pub text: Charter,
    /// What it changed of the one before; empty for the first.
    pub changes: Vec<SectionChange>,
}

/// A member, and the version they accepted; 0 for who never had to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderRow {
    pub person: super::PersonRef,
    pub accepted: u32,
}

/// Days before the review on which those who animate are reminded.
pub const REVIEW_NEAR: i32 = 30;

/// How near the day is on which a charter is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    Near,
    Passed,
}

/// Whether to remind of the review `review_on` (ISO 8601) on `today`; one that cannot be read reminds
/// nobody.
pub fn review(review_on: &str, today: Date) -> Option<Review> {
    let on: Date = review_on.parse().ok()?;
    if on < today {
        return Some(Review::Passed);
    }
    let near = today.checked_add(REVIEW_NEAR.days()).is_ok_and(|last| on <= last);
    near.then_some(Review::Near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Lang,
        actor::{OrgRole, Role},
        community::Stage,
        id::CommunityId,
        policy::{Admission, Glimpse},
    };
    use Verdict::{Allowed, Hidden, Refused};
    use jiff::civil::date;

    fn actor(role: OrgRole, within: Option<Role>) -> Actor {
        let memberships = within.map(|role| (CommunityId::new(1_u128.into()), role)).into_iter().collect();
        Actor {
            person: PersonId::new(7_u128.into()),
            name: "Noor".into(),
            role,
            lang: Lang::Fr,
            memberships,
            invited: Vec::new(),
            at_home: Vec::new(),
        }
    }

    fn place(stage: Stage) -> Place {
        Place {
            community: CommunityId::new(1_u128.into()),
            listed: true,
            admission: Admission::Open,
            glimpse: Glimpse::Posts,
            stage,
        }
    }

    #[test]
    fn who_amends_who_follows_who_settles() {
        let (mine, theirs) = (PersonId::new(7_u128.into()), PersonId::new(8_u128.into()));
        for (org, role, amends, follows, settles_theirs, settles_own) in [
            (OrgRole::Employee, None, Refused, Refused, Refused, Refused),
            (OrgRole::Employee, Some(Role::Requested), Refused, Refused, Refused, Refused),
            (OrgRole::Partner, None, Hidden, Hidden, Hidden, Hidden),
            (OrgRole::Partner, Some(Role::Member), Allowed, Allowed, Refused, Refused),
            (OrgRole::Employee, Some(Role::Member), Allowed, Allowed, Refused, Refused),
            (OrgRole::Employee, Some(Role::Animator), Allowed, Allowed, Allowed, Refused),
            (OrgRole::Employee, Some(Role::Sponsor), Allowed, Allowed, Allowed, Refused),
            (OrgRole::CommunityManager, None, Allowed, Allowed, Allowed, Allowed),
            (OrgRole::Administrator, Some(Role::Animator), Allowed, Allowed, Allowed, Allowed),
        ] {
            let (actor, here) = (actor(org, role), place(Stage::Active));
            assert_eq!(may_amend(&actor, &here), amends, "{org:?} {role:?}");
            assert_eq!(may_follow(&actor, &here), follows, "{org:?} {role:?}");
            assert_eq!(may_settle(&actor, &here, theirs), settles_theirs, "{org:?} {role:?}");
            assert_eq!(may_settle(&actor, &here, mine), settles_own, "{org:?} {role:?}");
            let archived = place(Stage::Archived);
            assert_ne!(may_amend(&actor, &archived), Allowed);
            assert_ne!(may_settle(&actor, &archived, theirs), Allowed);
            assert_eq!(may_follow(&actor, &archived) == Allowed, follows == Allowed);
        }
    }

    #[test]
    fn a_review_is_reminded_of_a_month_before_and_ever_after() {
        let today = date(2026, 11, 23);
        for (on, reminded) in [
            ("2026-11-22", Some(Review::Passed)),
            ("2026-11-23", Some(Review::Near)),
            ("2026-12-23", Some(Review::Near)),
            ("2026-12-24", None),
            ("", None),
            ("au printemps", None),
        ] {
            assert_eq!(review(on, today), reminded, "{on}");
        }
    }
}
