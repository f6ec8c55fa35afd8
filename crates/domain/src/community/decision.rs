//! Decisions: a member puts a proposal to the members, they vote under their names until a day, and
//! what came of it is kept with its reasons.

use crate::{
    actor::Actor,
    form::{Fault, Reader, tidy},
    id::{DecisionId, PersonId},
    page::Page,
    person::PersonName,
    policy::{Action, Place, Verdict, judge},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

pub const QUESTION_MAX: usize = 200;
pub const DETAIL_MAX: usize = 4_000;
pub const REASONS_MAX: usize = 4_000;
pub const CHOICES_MIN: usize = 2;
pub const CHOICES_MAX: usize = 6;
/// Longest choice, in characters.
pub const CHOICE_MAX: usize = 120;
/// Days a vote lasts at most.
pub const VOTE_DAYS_MAX: i64 = 60;
/// What a form starts from: votes that are asked for, in percent of the members.
pub const QUORUM: u8 = 30;
/// Rows on one page of the log, or of votes.
pub const DECISIONS_PAGE: usize = 20;
/// Decisions that are open, told on the community's first page at most.
pub const OPEN_SHOWN: usize = 3;
/// Votes open in one community at a time: who is asked about everything answers nothing.
pub const OPEN_MOST: usize = 10;

/// The fields of a new decision, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionForm {
    pub question: String,
    pub detail: String,
    /// One choice a line; empty for yes or no.
    pub choices: String,
    /// Percent of the members.
    pub quorum: String,
    /// The last day one may vote, ISO 8601.
    pub last_day: String,
}

/// A decision that is in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionDraft {
    pub question: String,
    pub detail: String,
    /// Empty for yes or no.
    pub choices: Vec<String>,
    pub quorum: u8,
    pub last_day: Date,
}

impl DecisionForm {
    /// Reads it on `today`, the organisation's.
    pub fn read(&self, form: &mut Reader, today: Date) -> DecisionDraft {
        let question = form.text("question", &self.question, 5, QUESTION_MAX);
        let detail = form.text("detail", &self.detail, 0, DETAIL_MAX);
        let choices = choices(form, &self.choices);
        let quorum = form.number("quorum", &self.quorum, 0, 100);
        let last_day = form.take("last_day", last_day(&self.last_day, today), today);
        DecisionDraft { question, detail, choices, quorum: u8::try_from(quorum).unwrap_or(100), last_day }
    }
}

fn last_day(text: &str, today: Date) -> Result<Date, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Required);
    }
    let day: Date = text.trim().parse().map_err(|_| Fault::Moment)?;
    let latest = today.checked_add(VOTE_DAYS_MAX.days()).unwrap_or(today);
    match day {
        _ if day < today => Err(Fault::Past),
        _ if day > latest => Err(Fault::TooFar),
        _ => Ok(day),
    }
}

fn choices(form: &mut Reader, text: &str) -> Vec<String> {
    let one_line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let choices: Vec<String> = tidy(text).lines().map(one_line).filter(|choice| !choice.is_empty()).collect();
    let folded: std::collections::BTreeSet<_> = choices.iter().map(|choice| choice.to_lowercase()).collect();
    let fault = match choices.len() {
        0 => None,
        _ if folded.len() < choices.len() => Some(Fault::Same),
        count if count < CHOICES_MIN => Some(Fault::TooFew { min: CHOICES_MIN }),
        count if count > CHOICES_MAX => Some(Fault::TooMany { max: CHOICES_MAX }),
        _ if choices.iter().any(|choice| choice.chars().count() > CHOICE_MAX) => {
            Some(Fault::TooLong { max: CHOICE_MAX })
        }
        _ => None,
    };
    if let Some(fault) = fault {
        form.fault("choices", fault);
    }
    choices
}

/// How many things one may vote for: those proposed (or yes and no), and to abstain, which comes last.
pub fn votes_for(choices: usize) -> usize {
    if choices == 0 { 3 } else { choices + 1 }
}

/// Reads a vote: the place of what was chosen; the field is `choice`.
pub fn read_vote(form: &mut Reader, choices: usize, typed: &str) -> usize {
    match typed.trim().parse::<usize>() {
        Ok(choice) if choice < votes_for(choices) => choice,
        _ if typed.trim().is_empty() => {
            form.fault("choice", Fault::Required);
            0
        }
        _ => {
            form.fault("choice", Fault::Choice);
            0
        }
    }
}

/// What came of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Fewer voted than were asked for.
    NoQuorum,
    /// Two came first, or nobody chose.
    Undecided,
    /// The place of what most chose; of yes or no, 0 is yes.
    Chosen(usize),
}

/// Whether enough voted: `voters` of `members`, abstentions among them, for a `quorum` in percent of the
/// members. Exactly as many as asked for are enough; nothing is rounded.
pub fn is_quorate(voters: u64, members: u64, quorum: u8) -> bool {
    u128::from(voters) * 100 >= u128::from(quorum) * u128::from(members)
}

/// What came of it: `counts` are the votes for each thing, the abstentions last; `members` were there
/// when it closed. Whoever abstains is counted for the quorum, and for nothing else.
pub fn outcome(counts: &[u64], members: u64, quorum: u8) -> Outcome {
    let voters = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    if !is_quorate(voters, members, quorum) {
        return Outcome::NoQuorum;
    }
    let Some((_, chosen)) = counts.split_last() else { return Outcome::Undecided };
    let most = chosen.iter().copied().max().unwrap_or_default();
    let mut first = chosen.iter().enumerate().filter(|(_, count)| **count == most);
    match (most, first.next(), first.next()) {
        (1.., Some((place, _)), None) => Outcome::Chosen(place),
        _ => Outcome::Undecided,
    }
}

/// Where a decision stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionState {
    #[default]
    Open,
    Closed,
    /// Taken back before it closed.
    Withdrawn,
}

/// Whether `actor` may put something to the members: themselves members, or those who steer.
pub fn may_decide(actor: &Actor, place: &Place) -> Verdict {
    super::amendment::may_amend(actor, place)
}

/// Whether `actor` may vote: the members.
pub fn may_vote(actor: &Actor, place: &Place) -> Verdict {
    judge(actor, Action::Write, place)
}

/// Whether `actor` may take back what `by` put to the members: they, and those who steer.
pub fn may_withdraw(actor: &Actor, place: &Place, by: PersonId) -> Verdict {
    if actor.person == by { judge(actor, Action::Write, place) } else { judge(actor, Action::Govern, place) }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionCard {
    pub id: DecisionId,
    pub question: String,
    pub by: PersonName,
    pub created: Timestamp,
    pub closes: Timestamp,
    pub state: DecisionState,
    /// Once closed.
    pub outcome: Option<Outcome>,
    /// Empty for yes or no.
    pub choices: Vec<String>,
    pub voters: u64,
    /// What the reader voted for.
    pub mine: Option<usize>,
}

/// A decision on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    pub card: DecisionCard,
    pub detail: String,
    pub quorum: u8,
    /// Members when it closed; until then, now.
    pub members: u64,
    /// Votes for each thing, abstentions last: for those who have voted, and for all once it closed.
    pub counts: Option<Vec<u64>>,
    /// What those who steer said of it afterwards, who, and when.
    pub reasons: Option<(String, PersonName, Timestamp)>,
    pub may_vote: bool,
    pub may_withdraw: bool,
    pub may_conclude: bool,
}

/// Who voted what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteRow {
    pub person: PersonName,
    pub choice: usize,
}

/// What follows a decision's page: its votes, shown when its counts are.
pub type Votes = Page<VoteRow>;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_quorum_is_met_to_the_vote() {
        for (voters, members, quorum, met) in [
            (0, 0, 0, true),
            (0, 0, 100, true),
            (0, 10, 0, true),
            (0, 10, 1, false),
            (3, 10, 30, true),
            (2, 10, 30, false),
            // A third of ten is four people: three are 30 %.
            (3, 10, 33, false),
            (4, 10, 33, true),
            (10, 10, 100, true),
            (9, 10, 100, false),
            // Somebody voted and left since.
            (11, 10, 100, true),
            (1, 1, 100, true),
            (u64::MAX, u64::MAX, 100, true),
        ] {
            assert_eq!(is_quorate(voters, members, quorum), met, "{voters} of {members}, {quorum} %");
        }
    }

    #[test]
    fn what_most_chose_is_chosen() {
        use Outcome::{Chosen, NoQuorum, Undecided};
        for (counts, members, quorum, expected) in [
            // Yes, no, abstentions.
            (&[2, 1, 0][..], 10, 30, Chosen(0)),
            (&[1, 2, 0], 10, 30, Chosen(1)),
            (&[1, 1, 1], 10, 30, Undecided),
            // Abstentions make a quorum and choose nothing.
            (&[1, 0, 2], 10, 30, Chosen(0)),
            (&[0, 0, 3], 10, 30, Undecided),
            (&[1, 0, 1], 10, 30, NoQuorum),
            (&[0, 0, 0], 10, 0, Undecided),
            // Several choices.
            (&[1, 3, 2, 0], 6, 100, Chosen(1)),
            (&[3, 3, 2, 0], 8, 100, Undecided),
            (&[0, 0, 1, 9], 10, 100, Chosen(2)),
            (&[], 10, 0, Undecided),
        ] {
            assert_eq!(outcome(counts, members, quorum), expected, "{counts:?} of {members}, {quorum} %");
        }
    }

    proptest! {
        #[test]
        fn one_more_vote_never_loses_a_quorum(voters in 0_u64..1000, members in 0_u64..1000, quorum in 0_u8..=100) {
            prop_assert!(!is_quorate(voters, members, quorum) || is_quorate(voters + 1, members, quorum));
        }

        #[test]
        fn what_is_chosen_has_more_than_every_other(counts in proptest::collection::vec(0_u64..20, 1..8)) {
            if let Outcome::Chosen(place) = outcome(&counts, 0, 0) {
                prop_assert!(place + 1 < counts.len());
                let others = counts.iter().take(counts.len() - 1).enumerate().filter(|(other, _)| *other != place);
                for (_, count) in others {
                    prop_assert!(*count < counts[place]);
                }
            }
        }
    }

    fn form(change: impl FnOnce(&mut DecisionForm)) -> DecisionForm {
        let mut form = DecisionForm {
            question: "Courir le mardi soir aussi ?".into(),
            quorum: "30".into(),
            last_day: "2026-12-01".into(),
            ..DecisionForm::default()
        };
        change(&mut form);
        form
    }

    #[test]
    fn a_form_is_read_and_each_fault_is_beside_its_field() {
        let today: Date = "2026-11-23".parse().unwrap();
        let faults = |form: DecisionForm| {
            let mut reader = Reader::default();
            form.read(&mut reader, today);
            reader.done().err().map(|failure| failure.fields).unwrap_or_default()
        };
        assert_eq!(faults(form(|_| {})), []);
        assert_eq!(faults(form(|form| form.last_day = "2026-11-23".into())), []);
        assert_eq!(faults(form(|form| form.choices = "Mardi\nJeudi\n".into())), []);
        for (wrong, field, fault) in [
            (form(|form| form.question = String::new()), "question", Fault::Required),
            (
                form(|form| form.detail = "x".repeat(DETAIL_MAX + 1)),
                "detail",
                Fault::TooLong { max: DETAIL_MAX },
            ),
            (form(|form| form.choices = "Mardi".into()), "choices", Fault::TooFew { min: 2 }),
            (form(|form| form.choices = "Mardi\nmardi ".into()), "choices", Fault::Same),
            (form(|form| form.choices = "a\nb\nc\nd\ne\nf\ng".into()), "choices", Fault::TooMany { max: 6 }),
            (form(|form| form.quorum = "101".into()), "quorum", Fault::OutOfRange { min: 0, max: 100 }),
            (form(|form| form.last_day = "2026-11-22".into()), "last_day", Fault::Past),
            (form(|form| form.last_day = "2027-01-23".into()), "last_day", Fault::TooFar),
            (form(|form| form.last_day = "demain".into()), "last_day", Fault::Moment),
        ] {
            assert_eq!(faults(wrong), [(field.to_owned(), fault)]);
        }
    }

    #[test]
    fn a_vote_is_for_what_is_proposed_or_for_nothing() {
        for (choices, typed, vote) in [
            (0, "0", Some(0)),
            (0, "2", Some(2)),
            (0, "3", None),
            (4, "4", Some(4)),
            (4, "5", None),
            (0, "", None),
            (0, "-1", None),
        ] {
            let mut form = Reader::default();
            let read = read_vote(&mut form, choices, typed);
            assert_eq!(form.is_clean().then_some(read), vote, "{typed}");
        }
    }
}
