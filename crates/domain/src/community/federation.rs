//! Federations: communities of communities. Their members are communities, tied to them by both sides;
//! a federation has goals in common, and each member says what it brings to them.

use super::{CommunityError, Hue, Kind, Stage};
use crate::{
    actor::Actor,
    form::{Fault, Reader},
    id::{CommunityId, GoalId},
    person::PersonName,
    policy::{Action, Place, judge},
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Federations one community is in, at most: beyond, nobody knows where to tell what.
pub const FEDERATIONS_MAX: usize = 5;
/// Communities in one federation, at most.
pub const ALLIES_MAX: usize = 60;
/// Goals of a federation, those that are over included.
pub const GOALS_MAX: usize = 40;
/// Characters of a goal, of its measure, of what a community brings, and of a word said when one
/// declines, parts or settles.
pub const GOAL_MAX: usize = 160;
pub const MEASURE_MAX: usize = 160;
pub const BRINGS_MAX: usize = 240;
pub const WORD_MAX: usize = 300;
/// Years ahead a goal may be set.
const YEARS: i32 = 5;

/// Where a community and a federation stand with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieState {
    /// The community asked to enter.
    Asked,
    /// The federation invited it.
    Called,
    /// It is in.
    Member,
    /// The other side said no.
    Declined,
    /// It was in; one of the two parted.
    Parted,
}

/// One of the two that are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Federation,
    Community,
}

impl Side {
    /// The word it is sent under.
    pub fn word(self) -> &'static str {
        match self {
            Side::Federation => "federation",
            Side::Community => "community",
        }
    }

    pub fn from_word(word: &str) -> Option<Side> {
        [Side::Federation, Side::Community].into_iter().find(|side| side.word() == word)
    }
}

impl TieState {
    /// The side whose answer is waited for.
    pub fn waits_for(self) -> Option<Side> {
        match self {
            TieState::Asked => Some(Side::Federation),
            TieState::Called => Some(Side::Community),
            TieState::Member | TieState::Declined | TieState::Parted => None,
        }
    }
}

/// `Ok` when a community of this kind and stage may be a member of that federation; otherwise why not.
pub fn may_tie(federation: (Kind, Stage), community: (Kind, Stage)) -> Result<(), CommunityError> {
    match (federation, community) {
        ((Kind::Federation, _), (Kind::Federation, _)) => Err(CommunityError::FederationInFederation),
        ((kind, _), _) if kind != Kind::Federation => Err(CommunityError::NoFederation),
        ((_, one), (_, other)) if !one.is_public() || !other.is_public() => Err(CommunityError::Archived),
        _ => Ok(()),
    }
}

/// Whether `actor` speaks for the community or the federation `place`: those who govern it.
pub fn speaks_for(actor: &Actor, place: &Place) -> bool {
    judge(actor, Action::Govern, place).is_allowed()
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    #[default]
    Open,
    Reached,
    SetAside,
}

impl GoalState {
    pub const ALL: [GoalState; 3] = [GoalState::Open, GoalState::Reached, GoalState::SetAside];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            GoalState::Open => "open",
            GoalState::Reached => "reached",
            GoalState::SetAside => "set_aside",
        }
    }

    pub fn from_word(word: &str) -> Option<GoalState> {
        GoalState::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A goal in common, as typed; field names of the form are those of the struct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoalForm {
    pub goal: String,
    /// How one will know; may be empty.
    pub measure: String,
    /// ISO 8601; may be empty.
    pub due: String,
}

/// A goal that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub goal: String,
    pub measure: String,
    pub due: Option<Date>,
}

impl GoalForm {
    /// Reads the form; faults are in `form`. A day that has passed is a fault, unless it is `was`, the
    /// one the goal had.
    pub fn read(&self, form: &mut Reader, today: Date, was: Option<Date>) -> Goal {
        let goal = form.text("goal", &self.goal, 3, GOAL_MAX);
        let measure = form.text("measure", &self.measure, 0, MEASURE_MAX);
        let last = today.checked_add(YEARS.years()).unwrap_or(today);
        let due = match self.due.trim() {
            "" => Ok(None),
            text => match text.parse::<Date>() {
                Err(_) => Err(Fault::Moment),
                Ok(day) if day < today && was != Some(day) => Err(Fault::Past),
                Ok(day) if day > last => Err(Fault::TooFar),
                Ok(day) => Ok(Some(day)),
            },
        };
        Goal { goal, measure, due: form.take("due", due, None) }
    }
}

/// A community or a federation as named beside the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub kind: Kind,
    pub hue: Hue,
}

/// Where the two stand, as one side reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieView {
    /// The other one.
    pub other: Named,
    pub state: TieState,
    /// What was said when it was asked, declined or ended; may be empty.
    pub word: String,
    /// Who said it.
    pub by: PersonName,
    /// ISO 8601, where the organisation is.
    pub day: Date,
    /// What the community brings to the goals; may be empty.
    pub brings: String,
    /// The reader speaks for the side whose answer is waited for.
    pub may_answer: bool,
    /// The reader speaks for one of the two, and may end it or take it back.
    pub may_part: bool,
}

/// A goal as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalView {
    pub id: GoalId,
    pub goal: String,
    pub measure: String,
    pub due: Option<Date>,
    /// It is open, and its day has passed.
    pub late: bool,
    pub state: GoalState,
    /// Why it was reached or set aside; may be empty.
    pub word: String,
}

/// What the page of a federation says, or that of a community about the federations it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FederationView {
    /// The community of the page is the federation.
    pub above: bool,
    /// Those that are in, by name.
    pub ties: Vec<TieView>,
    /// What waits for an answer and what was answered lately, for those who speak for the community.
    pub pending: Vec<TieView>,
    pub goals: Vec<GoalView>,
    pub may_govern: bool,
}

/// A federation to which a post may be shared, or is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    pub federation: Named,
    pub shared: bool,
    /// All of the company read it, not its members and those of its communities alone.
    pub open: bool,
    pub may_share: bool,
    pub may_take_back: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_federation_is_made_of_communities_that_run() {
        let (sum, part) = (Kind::Federation, Kind::OffWork);
        for (federation, community, expected) in [
            ((sum, Stage::Active), (part, Stage::Active), Ok(())),
            ((sum, Stage::Launching), (part, Stage::Dormant), Ok(())),
            ((sum, Stage::Active), (sum, Stage::Active), Err(CommunityError::FederationInFederation)),
            ((part, Stage::Active), (part, Stage::Active), Err(CommunityError::NoFederation)),
            ((part, Stage::Active), (sum, Stage::Active), Err(CommunityError::NoFederation)),
            ((sum, Stage::Archived), (part, Stage::Active), Err(CommunityError::Archived)),
            ((sum, Stage::Active), (part, Stage::Archived), Err(CommunityError::Archived)),
            ((sum, Stage::Active), (part, Stage::Draft), Err(CommunityError::Archived)),
        ] {
            assert_eq!(may_tie(federation, community), expected, "{federation:?} {community:?}");
        }
    }

    #[test]
    fn only_what_was_asked_waits_for_the_other_side() {
        assert_eq!(TieState::Asked.waits_for(), Some(Side::Federation));
        assert_eq!(TieState::Called.waits_for(), Some(Side::Community));
        for state in [TieState::Member, TieState::Declined, TieState::Parted] {
            assert_eq!(state.waits_for(), None);
        }
    }

    #[test]
    fn a_goal_is_a_sentence_with_a_measure_and_a_day_if_one_wants() {
        let today = day("2026-11-23");
        let read = |goal: &str, due: &str, was: Option<Date>| {
            let mut form = Reader::default();
            let typed = GoalForm { goal: goal.into(), measure: String::new(), due: due.into() };
            let goal = typed.read(&mut form, today, was);
            form.done().map(|()| goal).map_err(|failure| failure.fields)
        };
        assert_eq!(read("Moins d’eau", "", None).unwrap().due, None);
        assert_eq!(read("Moins d’eau", "2026-11-23", None).unwrap().due, Some(today));
        let was = day("2026-11-01");
        assert_eq!(read("Moins d’eau", "2026-11-01", Some(was)).unwrap().due, Some(was));
        for (goal, due, field, fault) in [
            ("", "", "goal", Fault::Required),
            ("Eau", "2026-11-22", "due", Fault::Past),
            ("Eau", "2032-01-01", "due", Fault::TooFar),
            ("Eau", "demain", "due", Fault::Moment),
        ] {
            assert_eq!(read(goal, due, None), Err(vec![(field.to_owned(), fault)]), "{goal} {due}");
        }
    }

    #[test]
    fn words_come_back() {
        for state in GoalState::ALL {
            assert_eq!(GoalState::from_word(state.word()), Some(state));
        }
        for side in [Side::Federation, Side::Community] {
            assert_eq!(Side::from_word(side.word()), Some(side));
        }
    }
}
