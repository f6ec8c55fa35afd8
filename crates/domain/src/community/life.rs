//! The life of a community: where it may go from where it is, and what each stage asks of its team.
//!
//! The two first stages, draft and proposed, are those of a proposal (see [`super::proposal`]): a
//! community begins its own life when it opens, *launching* after a proposal, *active* otherwise.

use super::{ANIMATORS_MIN, Stage};
use crate::{
    actor::{Actor, Role},
    person::PersonName,
    policy::{Action, Place, Verdict, judge},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Days without a post or a comment after which a rest is proposed; declined, it is proposed again
/// after as many.
pub const QUIET_DAYS: i64 = 60;
/// What makes a launch: so many posts, and so many members.
pub const LAUNCHED_POSTS: u64 = 5;
pub const LAUNCHED_MEMBERS: u64 = 8;
/// Lines of a community's history on one page.
pub const LIFE_PAGE: usize = 20;

/// What those who steer do with a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// It is launched.
    Begin,
    /// It takes a break.
    Rest,
    /// No, it does not: a break that was proposed is declined.
    StayAwake,
    /// It goes on after a break.
    Wake,
    Archive,
    Reopen,
}

impl Move {
    pub const ALL: [Move; 6] =
        [Move::Begin, Move::Rest, Move::StayAwake, Move::Wake, Move::Archive, Move::Reopen];

    /// The word it is sent under.
    pub fn word(self) -> &'static str {
        match self {
            Move::Begin => "begin",
            Move::Rest => "rest",
            Move::StayAwake => "stay_awake",
            Move::Wake => "wake",
            Move::Archive => "archive",
            Move::Reopen => "reopen",
        }
    }

    pub fn from_word(word: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|each| each.word() == word)
    }

    /// The stages it starts from.
    pub fn from(self) -> &'static [Stage] {
        match self {
            Move::Begin => &[Stage::Launching],
            Move::Rest | Move::StayAwake => &[Stage::Launching, Stage::Active],
            Move::Wake => &[Stage::Dormant],
            Move::Archive => &[Stage::Launching, Stage::Active, Stage::Dormant],
            Move::Reopen => &[Stage::Archived],
        }
    }

    /// The stage it leads to; none when it stays where it is.
    pub fn to(self) -> Option<Stage> {
        match self {
            Move::Begin | Move::Wake | Move::Reopen => Some(Stage::Active),
            Move::Rest => Some(Stage::Dormant),
            Move::StayAwake => None,
            Move::Archive => Some(Stage::Archived),
        }
    }

    /// Whether it is told why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Move::StayAwake | Move::Archive)
    }

    pub fn turn(self) -> Turn {
        match self {
            Move::Begin => Turn::Begun,
            Move::Rest => Turn::Rested,
            Move::StayAwake => Turn::KeptAwake,
            Move::Wake => Turn::Woken,
            Move::Archive => Turn::Archived,
            Move::Reopen => Turn::Reopened,
        }
    }
}

/// What happened to a community, as its history tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    Begun,
    Rested,
    KeptAwake,
    Woken,
    Archived,
    Reopened,
    /// Somebody took over from who animated.
    HandedOver,
    /// A community manager named somebody to animate it.
    Entrusted,
    /// The last of those who animated it left.
    LeftAlone,
}

/// Whether `actor` may do this to the community, wherever it stands: those who steer. What is for
/// everyone is closed and opened again by those who look after all communities.
pub fn may_move(actor: &Actor, place: &Place, everyone: bool, what: Move) -> Verdict {
    let verdict = match what {
        Move::Reopen => may_keep(actor, place),
        _ => judge(actor, Action::Govern, place),
    };
    let for_managers = everyone && matches!(what, Move::Archive | Move::Reopen);
    match verdict {
        Verdict::Allowed if for_managers && !actor.is_manager() => Verdict::Refused,
        verdict => verdict,
    }
}

/// Whether `actor` answers for the community, archived or not: they may take its content with them
/// and open it again.
pub fn may_keep(actor: &Actor, place: &Place) -> Verdict {
    let answers = actor.is_manager() || actor.role_in(place.community) >= Some(Role::Animator);
    match judge(actor, Action::Look, place) {
        Verdict::Allowed if !answers => Verdict::Refused,
        verdict => verdict,
    }
}

/// A line of a community's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeLine {
    pub turn: Turn,
    pub by: PersonName,
    /// Whom it concerns besides.
    pub about: Option<PersonName>,
    /// The reason given; may be empty.
    pub said: String,
    pub at: Timestamp,
}

/// What is known of a community when its team is asked something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub stage: Stage,
    pub posts: u64,
    pub members: u64,
    pub animators: u64,
    /// Something is on its calendar.
    pub event: bool,
    /// The last word said, or its opening.
    pub spoken: Timestamp,
    /// When a rest was last declined.
    pub awake: Option<Timestamp>,
}

/// One thing the stage asks of the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Two people at least animate it.
    FindAnimators,
    /// A few first posts.
    Write,
    /// A few first members.
    Gather,
    /// A first date, or the next one.
    CallEvent,
    /// It has taken off: say that it is launched.
    Begin,
    /// Nothing was said for long: a break, or a reason to go on.
    Rest,
    /// After a break: go on, or close it well.
    WakeOrArchive,
}

/// What the stage asks of the team, the most pressing first; nothing is asked of a team whose
/// community goes its way.
pub fn asks(facts: &Facts, now: Timestamp) -> Vec<Ask> {
    let thin = usize::try_from(facts.animators).is_ok_and(|animators| animators < ANIMATORS_MIN);
    let resting = is_quiet(facts, now);
    let launched = facts.posts >= LAUNCHED_POSTS && facts.members >= LAUNCHED_MEMBERS;
    let asked = match facts.stage {
        Stage::Launching => vec![
            (resting, Ask::Rest),
            (launched, Ask::Begin),
            (thin, Ask::FindAnimators),
            (facts.posts < LAUNCHED_POSTS, Ask::Write),
            (facts.members < LAUNCHED_MEMBERS, Ask::Gather),
            (!facts.event, Ask::CallEvent),
        ],
        Stage::Active => {
            vec![(resting, Ask::Rest), (thin, Ask::FindAnimators), (!facts.event, Ask::CallEvent)]
        }
        Stage::Dormant => vec![(true, Ask::WakeOrArchive), (thin, Ask::FindAnimators)],
        Stage::Draft | Stage::Proposed | Stage::Archived => Vec::new(),
    };
    asked.into_iter().filter(|(asked, _)| *asked).map(|(_, ask)| ask).collect()
}

/// Whether so long passed without a word, and since a rest was last declined, that one is proposed.
fn is_quiet(facts: &Facts, now: Timestamp) -> bool {
    let since = facts.awake.map_or(facts.spoken, |awake| awake.max(facts.spoken));
    now.duration_since(since) >= SignedDuration::from_hours(24 * QUIET_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Lang,
        actor::OrgRole,
        id::{CommunityId, PersonId},
        policy::{Admission, Glimpse},
    };
    use serde::de::{IntoDeserializer, value::Error};

    fn here() -> CommunityId {
        CommunityId::new(1_u128.into())
    }

    fn actor(role: OrgRole, within: Option<Role>) -> Actor {
        let memberships = within.map(|role| (here(), role)).into_iter().collect();
        Actor {
            person: PersonId::new(2_u128.into()),
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
            community: here(),
            listed: true,
            admission: Admission::Open,
            stage,
            glimpse: Glimpse::Charter,
        }
    }

    #[test]
    fn words_are_those_the_forms_send() {
        for each in Move::ALL {
            assert_eq!(Move::from_word(each.word()), Some(each));
            assert_eq!(
                Move::deserialize(IntoDeserializer::<Error>::into_deserializer(each.word())),
                Ok(each)
            );
        }
    }

    #[test]
    fn every_move_leads_somewhere_else() {
        for each in Move::ALL {
            assert!(each.from().iter().all(|from| each.to() != Some(*from)), "{each:?}");
        }
        // No stage of a running community is a dead end, and an archived one opens again.
        for stage in [Stage::Launching, Stage::Active, Stage::Dormant, Stage::Archived] {
            assert!(Move::ALL.into_iter().any(|each| each.from().contains(&stage) && each.to().is_some()));
        }
    }

    #[test]
    fn who_steers_moves_it_and_what_is_for_everyone_is_for_managers_to_close() {
        use OrgRole::{CommunityManager, Employee, Partner};
        use Verdict::{Allowed, Hidden, Refused};
        let (active, archived) = (place(Stage::Active), place(Stage::Archived));
        for (org, role, everyone, close, reopen) in [
            (Employee, None, false, Refused, Hidden),
            (Employee, Some(Role::Member), false, Refused, Refused),
            (Employee, Some(Role::Animator), false, Allowed, Allowed),
            (Employee, Some(Role::Sponsor), false, Allowed, Allowed),
            (Employee, Some(Role::Animator), true, Refused, Refused),
            (CommunityManager, None, false, Allowed, Allowed),
            (CommunityManager, None, true, Allowed, Allowed),
            (Partner, None, false, Hidden, Hidden),
        ] {
            let actor = actor(org, role);
            assert_eq!(may_move(&actor, &active, everyone, Move::Archive), close, "{org:?} {role:?}");
            assert_eq!(may_move(&actor, &archived, everyone, Move::Reopen), reopen, "{org:?} {role:?}");
            assert_ne!(may_move(&actor, &archived, everyone, Move::Wake), Allowed);
            assert_eq!(
                may_keep(&actor, &active) == Allowed,
                may_move(&actor, &active, false, Move::Archive) == Allowed
            );
        }
    }

    fn facts(stage: Stage) -> Facts {
        Facts {
            stage,
            posts: 40,
            members: 40,
            animators: 2,
            event: true,
            spoken: "2026-11-20T12:00:00Z".parse().unwrap(),
            awake: None,
        }
    }

    #[test]
    fn each_stage_asks_for_what_it_lacks() {
        let now = "2026-11-23T08:00:00Z".parse().unwrap();
        let young = Facts { posts: 1, members: 3, animators: 1, event: false, ..facts(Stage::Launching) };
        assert_eq!(asks(&young, now), [Ask::FindAnimators, Ask::Write, Ask::Gather, Ask::CallEvent]);
        assert_eq!(asks(&facts(Stage::Launching), now), [Ask::Begin]);
        assert_eq!(asks(&facts(Stage::Active), now), []);
        assert_eq!(asks(&Facts { event: false, ..facts(Stage::Active) }, now), [Ask::CallEvent]);
        assert_eq!(asks(&facts(Stage::Dormant), now), [Ask::WakeOrArchive]);
        assert_eq!(asks(&Facts { animators: 0, ..facts(Stage::Archived) }, now), []);
    }

    #[test]
    fn a_rest_is_proposed_after_sixty_days_and_again_after_sixty_more() {
        let day = |text: &str| -> Timestamp { format!("{text}T12:00:00Z").parse().unwrap() };
        let quiet = facts(Stage::Active);
        for (now, awake, rests) in [
            ("2027-01-18", None, false),
            ("2027-01-19", None, true),
            ("2027-01-20", Some("2027-01-19"), false),
            ("2027-03-19", Some("2027-01-19"), false),
            ("2027-03-20", Some("2027-01-19"), true),
            // Somebody spoke after a rest was declined.
            ("2027-01-18", Some("2026-06-01"), false),
        ] {
            let facts = Facts { awake: awake.map(day), ..quiet };
            assert_eq!(asks(&facts, day(now)).contains(&Ask::Rest), rests, "{now} {awake:?}");
        }
    }
}
