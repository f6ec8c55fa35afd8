//! A community somebody wishes for: its charter written in five steps, then answered.

use super::{Hue, Kind, NewCommunity, Opening};
use crate::{
    actor::Actor,
    form::{Fault, Reader},
    id::{PersonId, ProposalId},
    policy::Verdict,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Longest field a draft keeps, in characters: well over what may be sent, so that a text that has
/// to be shortened is not lost meanwhile.
pub const DRAFT_MAX: usize = 20_000;

/// Longest reason given with an answer, in characters.
pub const REASON_MAX: usize = 2_000;

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written, seen by its author alone.
    #[default]
    Draft,
    /// Waits for an answer.
    Sent,
    /// Given back to its author, with a reason.
    ChangesAsked,
    /// The community is open.
    Approved,
    Declined,
}

/// What can be done to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    See,
    Edit,
    Send,
    /// Take back what was sent, to go on writing.
    Withdraw,
    /// Throw a draft away.
    Discard,
    /// Approve, ask for changes, decline.
    Answer,
}

impl Act {
    pub const ALL: [Act; 6] = [Act::See, Act::Edit, Act::Send, Act::Withdraw, Act::Discard, Act::Answer];
}

impl State {
    pub const ALL: [State; 5] =
        [State::Draft, State::Sent, State::ChangesAsked, State::Approved, State::Declined];

    /// The word it is stored under.
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Sent => "sent",
            State::ChangesAsked => "changes_asked",
            State::Approved => "approved",
            State::Declined => "declined",
        }
    }

    /// Whether a proposal that stands here may be acted on so, by whoever may.
    pub fn allows(self, act: Act) -> bool {
        match act {
            Act::See => true,
            Act::Edit | Act::Send => matches!(self, State::Draft | State::ChangesAsked),
            Act::Withdraw => matches!(self, State::Sent | State::ChangesAsked),
            Act::Discard => self == State::Draft,
            Act::Answer => self == State::Sent,
        }
    }
}

/// Whether `actor` is somebody who may do `act` to a proposal of `by`; whether it may be done now
/// is for [`State::allows`] to say.
///
/// - A draft is its author's alone; once sent, community managers and administrators see it.
/// - Only its author writes, sends, withdraws and discards it; only managers answer. A manager may
///   answer their own: they may open a community without asking.
pub fn judge_proposal(actor: &Actor, act: Act, by: PersonId, state: State) -> Verdict {
    let author = actor.person == by && !actor.is_partner();
    let manager = actor.is_manager() && state != State::Draft;
    if !author && !manager {
        return Verdict::Hidden;
    }
    let allowed = match act {
        Act::See => true,
        Act::Edit | Act::Send | Act::Withdraw | Act::Discard => author,
        Act::Answer => actor.is_manager(),
    };
    if allowed { Verdict::Allowed } else { Verdict::Refused }
}

/// The five steps in which a charter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Purpose and why now; kind, name, one sentence, interests, colour.
    Purpose,
    /// Whom it is for, what stays outside, how one comes in.
    Audience,
    /// Sponsor and animators.
    People,
    /// Rules, rituals, the first three months.
    Life,
    /// How we will know it works, and when the charter is read again.
    Success,
}

impl Step {
    pub const ALL: [Step; 5] = [Step::Purpose, Step::Audience, Step::People, Step::Life, Step::Success];

    /// Counted from 1, as people do.
    pub fn number(self) -> u8 {
        match self {
            Step::Purpose => 1,
            Step::Audience => 2,
            Step::People => 3,
            Step::Life => 4,
            Step::Success => 5,
        }
    }

    pub fn from_number(number: u8) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.number() == number)
    }

    pub fn next(self) -> Option<Step> {
        Step::from_number(self.number().saturating_add(1))
    }

    /// The step on which `field` of the form is; `animators[0]` is one of `animators`.
    pub fn of(field: &str) -> Step {
        match field.split('[').next().unwrap_or_default() {
            "audience" | "outside" | "admission" | "listed" => Step::Audience,
            "sponsor" | "animators" => Step::People,
            "rules" | "rituals" | "calendar" => Step::Life,
            "measures" | "review_on" => Step::Success,
            _ => Step::Purpose,
        }
    }
}

impl NewCommunity {
    /// Faults that keep even a draft from being saved: nothing is refused but what is too long to
    /// be kept.
    pub fn read_draft(&self, form: &mut Reader) {
        let charter = &self.charter;
        let single = [
            ("kind", &self.kind),
            ("purpose", &charter.purpose),
            ("name", &self.name),
            ("summary", &self.summary),
            ("hue", &self.hue),
            ("tags", &self.tags),
            ("audience", &charter.audience),
            ("outside", &charter.outside),
            ("admission", &self.admission),
            ("listed", &self.listed),
            ("sponsor", &self.sponsor),
            ("rules", &charter.rules),
            ("rituals", &charter.rituals),
            ("calendar", &charter.calendar),
            ("measures", &charter.measures),
            ("review_on", &charter.review_on),
        ];
        for (field, text) in single {
            form.text(field, text, 0, DRAFT_MAX);
        }
        for (index, text) in self.animators.iter().enumerate() {
            form.text(&format!("animators[{index}]"), text, 0, DRAFT_MAX);
        }
    }

    /// Reads a proposal as it has to be when it is sent: as any community that opens, and with its
    /// first three months planned, since nobody has to take its life on trust.
    pub fn read_proposal(
        &self,
        form: &mut Reader,
        today: Date,
        who: impl Fn(&str) -> Option<PersonId>,
    ) -> Option<Opening> {
        let opening = self.read(form, today, who);
        if self.charter.calendar.trim().is_empty() {
            form.fault("calendar", Fault::Required);
            return None;
        }
        opening
    }
}

/// What happened to a proposal, and what was said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    Sent,
    Withdrawn,
    ChangesAsked,
    Approved,
    Declined,
}

/// A line of a proposal's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnView {
    pub turn: Turn,
    pub by: PersonId,
    pub name: String,
    /// The reason given; empty where none is.
    pub said: String,
    pub at: Timestamp,
}

/// A proposal in a list: one's own, or those that wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCard {
    pub id: ProposalId,
    /// May be empty while it is written.
    pub name: String,
    pub summary: String,
    pub kind: Option<Kind>,
    pub hue: Hue,
    pub state: State,
    /// Who proposes it.
    pub by: PersonId,
    pub author: String,
    /// When it came where it stands.
    pub moved: Timestamp,
    /// The address of the community it became.
    pub opened: Option<String>,
}

/// Somebody named in a proposal: as typed, and who that is if it is somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedPerson {
    pub typed: String,
    pub person: Option<(PersonId, String)>,
}

/// A proposal as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    pub card: ProposalCard,
    /// As it was typed.
    pub form: NewCommunity,
    pub sponsor: Option<NamedPerson>,
    pub animators: Vec<NamedPerson>,
    /// What is missing or wrong, in the order of the steps.
    pub faults: Vec<(String, Fault)>,
    /// Communities much like it that the reader may know of, the likest first.
    pub similar: Vec<super::CommunityCard>,
    /// The newest first.
    pub turns: Vec<TurnView>,
    pub may_edit: bool,
    pub may_withdraw: bool,
    pub may_discard: bool,
    pub may_answer: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, actor::OrgRole, id::PersonId};
    use Verdict::{Allowed, Hidden, Refused};

    fn actor(n: u128, role: OrgRole) -> Actor {
        Actor {
            person: PersonId::new(n.into()),
            name: "Noor".into(),
            role,
            lang: Lang::Fr,
            memberships: Vec::new(),
            invited: Vec::new(),
            at_home: Vec::new(),
        }
    }

    /// Every act, by everybody, wherever a proposal stands; columns are see, edit, send, withdraw,
    /// discard, answer.
    #[test]
    fn who_may_do_what_to_a_proposal() {
        let table = |author: bool, role: OrgRole, state: State| match (author, role, state) {
            (_, OrgRole::Partner, _) => "......",
            (true, OrgRole::Employee, _) => "+++++-",
            (true, _, _) => "++++++",
            (false, OrgRole::Employee, _) | (false, _, State::Draft) => "......",
            (false, _, _) => "+----+",
        };
        for role in OrgRole::ALL {
            for (author, person) in [(true, 1), (false, 2)] {
                for state in State::ALL {
                    let actor = actor(person, role);
                    let judged: String = Act::ALL
                        .into_iter()
                        .map(|act| match judge_proposal(&actor, act, PersonId::new(1_u128.into()), state) {
                            Allowed => '+',
                            Refused => '-',
                            Hidden => '.',
                        })
                        .collect();
                    assert_eq!(judged, table(author, role, state), "{role:?} {author} {state:?}");
                }
            }
        }
    }

    #[test]
    fn what_may_be_done_where_it_stands() {
        for (state, row) in [
            (State::Draft, "+++-+-"),
            (State::Sent, "+--+-+"),
            (State::ChangesAsked, "++++--"),
            (State::Approved, "+-----"),
            (State::Declined, "+-----"),
        ] {
            let said: String =
                Act::ALL.into_iter().map(|act| if state.allows(act) { '+' } else { '-' }).collect();
            assert_eq!(said, row, "{state:?}");
        }
    }

    #[test]
    fn each_field_is_on_one_of_five_steps() {
        for (field, number) in [
            ("name", 1),
            ("purpose", 1),
            ("listed", 2),
            ("animators[3]", 3),
            ("calendar", 4),
            ("review_on", 5),
        ] {
            assert_eq!(Step::of(field).number(), number, "{field}");
        }
        for step in Step::ALL {
            assert_eq!(Step::from_number(step.number()), Some(step));
        }
        assert_eq!(Step::from_number(0), None);
        assert_eq!(Step::Success.next(), None);
    }

    #[test]
    fn a_draft_keeps_what_could_not_be_sent() {
        let faulty = NewCommunity { name: "x".repeat(500), kind: "?".into(), ..NewCommunity::default() };
        let mut form = Reader::default();
        faulty.read_draft(&mut form);
        assert!(form.is_clean());
        let endless = NewCommunity { animators: vec!["x".repeat(DRAFT_MAX + 1)], ..NewCommunity::default() };
        let mut form = Reader::default();
        endless.read_draft(&mut form);
        let faults = form.done().unwrap_err().fields;
        assert_eq!(faults, [("animators[0]".to_owned(), Fault::TooLong { max: DRAFT_MAX })]);
    }

    #[test]
    fn a_proposal_plans_its_first_months() {
        let mut form = Reader::default();
        let read =
            NewCommunity::default().read_proposal(&mut form, jiff::civil::date(2026, 11, 23), |_| None);
        assert_eq!(read, None);
        let faults = form.done().unwrap_err().fields;
        assert!(faults.contains(&("calendar".to_owned(), Fault::Required)));
    }

    #[test]
    fn states_are_stored_under_their_words() {
        use serde::de::{IntoDeserializer, value::Error};
        for state in State::ALL {
            let read = State::deserialize(IntoDeserializer::<Error>::into_deserializer(state.word()));
            assert_eq!(read, Ok(state));
        }
    }
}
