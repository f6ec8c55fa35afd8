//! Who sees a community and how one comes in, and what changing that changes.

use super::opening::{choice, yes_or_no};
use crate::{
    form::{Fault, Reader},
    policy::{Admission, Glimpse},
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Longest question asked of those who want to come in, and longest answer, in characters.
pub const QUESTION_MAX: usize = 200;
pub const ANSWER_MAX: usize = 600;
/// Farthest last day of a partner: beyond, somebody looks again.
pub const STAY_MONTHS: i32 = 12;
/// Days before their last one on which a partner's end is told to the animators.
pub const STAY_TOLD_DAYS: i32 = 21;

/// The perimeter of a community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perimeter {
    pub admission: Admission,
    pub listed: bool,
    pub glimpse: Glimpse,
    /// Asked of those who ask to come in; empty when nothing is.
    pub question: String,
}

/// What was typed; field names of the form are those of the struct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PerimeterForm {
    /// Word of an [`Admission`].
    pub admission: String,
    /// `yes` or `no`.
    pub listed: String,
    /// Word of a [`Glimpse`].
    pub glimpse: String,
    pub question: String,
}

/// One thing that becomes otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// The whole house learns that it exists.
    Listed,
    /// It leaves the directory, the search and the suggestions.
    Unlisted,
    Opens,
    AsksFirst,
    Invites,
    ShowsCharter,
    HidesCharter,
    /// Posts can be marked public.
    ShowsMarked,
    HidesMarked,
    ShowsPosts,
    HidesPosts,
    AsksQuestion,
    AsksNothing,
}

impl PerimeterForm {
    /// Reads the form; faults are in `form`. A question is kept where there are requests only.
    pub fn read(&self, form: &mut Reader) -> Perimeter {
        let admission = choice(&self.admission, None, Admission::from_word);
        let admission = form.take("admission", admission, Admission::default());
        let listed = form.take("listed", choice(&self.listed, None, yes_or_no), true);
        let glimpse =
            form.take("glimpse", choice(&self.glimpse, None, Glimpse::from_word), Glimpse::default());
        if glimpse == Glimpse::Nothing && admission != Admission::ByInvitation {
            form.fault("glimpse", Fault::Choice);
        }
        let question = form.text("question", &self.question, 0, QUESTION_MAX);
        let question = if admission == Admission::OnRequest { question } else { String::new() };
        Perimeter { admission, listed, glimpse, question }
    }
}

impl Perimeter {
    /// What going from here to `then` changes, in the order it is said; empty when nothing does.
    pub fn changes(&self, then: &Perimeter) -> Vec<Consequence> {
        let mut changes = Vec::new();
        if self.listed != then.listed {
            changes.push(if then.listed { Consequence::Listed } else { Consequence::Unlisted });
        }
        if self.admission != then.admission {
            changes.push(match then.admission {
                Admission::Open => Consequence::Opens,
                Admission::OnRequest => Consequence::AsksFirst,
                Admission::ByInvitation => Consequence::Invites,
            });
        }
        let charter = |perimeter: &Perimeter| perimeter.glimpse >= Glimpse::Charter;
        match (charter(self), charter(then)) {
            (false, true) => changes.push(Consequence::ShowsCharter),
            (true, false) => changes.push(Consequence::HidesCharter),
            _ => {}
        }
        match (self.glimpse == Glimpse::Marked, then.glimpse == Glimpse::Marked) {
            (false, true) => changes.push(Consequence::ShowsMarked),
            (true, false) if then.glimpse != Glimpse::Posts => changes.push(Consequence::HidesMarked),
            _ => {}
        }
        match (self.glimpse == Glimpse::Posts, then.glimpse == Glimpse::Posts) {
            (false, true) => changes.push(Consequence::ShowsPosts),
            (true, false) => changes.push(Consequence::HidesPosts),
            _ => {}
        }
        if self.question != then.question {
            let asks = !then.question.is_empty();
            changes.push(if asks { Consequence::AsksQuestion } else { Consequence::AsksNothing });
        }
        changes
    }

    /// A mark that two perimeters share when they are the same: who confirms a change says from where
    /// it starts.
    pub fn mark(&self) -> String {
        let listed = if self.listed { "listed" } else { "unlisted" };
        format!("{} {listed} {} {}", self.admission.word(), self.glimpse.word(), self.question)
    }
}

/// The last day of a partner: today at the earliest, within [`STAY_MONTHS`].
pub fn last_day(text: &str, today: Date) -> Result<Date, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let date: Date = text.parse().map_err(|_| Fault::Moment)?;
    if date < today {
        return Err(Fault::Past);
    }
    if today.checked_add(STAY_MONTHS.months()).is_ok_and(|last| date > last) {
        return Err(Fault::TooFar);
    }
    Ok(date)
}

/// Whether the last day `until`, an ISO 8601 date, is near enough to be told; it may have passed.
pub fn ends_soon(until: &str, today: Date) -> bool {
    let told = today.checked_add(STAY_TOLD_DAYS.days());
    until.parse::<Date>().is_ok_and(|last| told.is_ok_and(|told| last <= told))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Consequence::*;
    use jiff::civil::date;

    fn perimeter(admission: Admission, listed: bool, glimpse: Glimpse, question: &str) -> Perimeter {
        Perimeter { admission, listed, glimpse, question: question.into() }
    }

    #[test]
    fn what_changes_is_said_and_nothing_else() {
        let open = perimeter(Admission::Open, true, Glimpse::Posts, "");
        let asked = perimeter(Admission::OnRequest, true, Glimpse::Charter, "Pourquoi ?");
        let marked = perimeter(Admission::OnRequest, true, Glimpse::Marked, "Pourquoi ?");
        let secret = perimeter(Admission::ByInvitation, false, Glimpse::Nothing, "");
        for (from, to, said) in [
            (&open, &open, vec![]),
            (&open, &asked, vec![AsksFirst, HidesPosts, AsksQuestion]),
            (&asked, &open, vec![Opens, ShowsPosts, AsksNothing]),
            (&asked, &marked, vec![ShowsMarked]),
            (&marked, &asked, vec![HidesMarked]),
            (&marked, &open, vec![Opens, ShowsPosts, AsksNothing]),
            (&open, &marked, vec![AsksFirst, ShowsMarked, HidesPosts, AsksQuestion]),
            (&open, &secret, vec![Unlisted, Invites, HidesCharter, HidesPosts]),
            (&secret, &asked, vec![Listed, AsksFirst, ShowsCharter, AsksQuestion]),
            (&secret, &open, vec![Listed, Opens, ShowsCharter, ShowsPosts]),
        ] {
            assert_eq!(from.changes(to), said, "{from:?} → {to:?}");
            assert_eq!(from.mark() == to.mark(), said.is_empty());
        }
    }

    #[test]
    fn a_charter_that_is_accepted_by_coming_in_is_shown() {
        for (admission, glimpse, read) in [
            ("open", "posts", true),
            ("open", "nothing", false),
            ("on_request", "nothing", false),
            ("on_request", "charter", true),
            ("by_invitation", "nothing", true),
            ("", "posts", false),
            ("open", "everything", false),
        ] {
            let typed = PerimeterForm {
                admission: admission.into(),
                listed: "yes".into(),
                glimpse: glimpse.into(),
                question: "Qui êtes-vous ?".into(),
            };
            let mut form = Reader::default();
            let perimeter = typed.read(&mut form);
            assert_eq!(form.is_clean(), read, "{admission} {glimpse}");
            assert_eq!(!perimeter.question.is_empty(), admission == "on_request");
        }
    }

    #[test]
    fn a_last_day_is_ahead_and_within_a_year() {
        let today = date(2026, 11, 23);
        for (text, read) in [
            ("2026-11-23", Ok(today)),
            (" 2027-03-31 ", Ok(date(2027, 3, 31))),
            ("2027-11-23", Ok(date(2027, 11, 23))),
            ("2027-11-24", Err(Fault::TooFar)),
            ("2026-11-22", Err(Fault::Past)),
            ("bientôt", Err(Fault::Moment)),
            ("", Err(Fault::Required)),
        ] {
            assert_eq!(last_day(text, today), read, "{text}");
        }
        for (until, soon) in [("2026-12-14", true), ("2026-12-15", false), ("2026-11-01", true), ("", false)]
        {
            assert_eq!(ends_soon(until, today), soon, "{until}");
        }
    }
}
