//! The form that opens a community.

use super::{Charter, Hue, Kind, read_tags};
use crate::{
    form::{Fault, Reader},
    id::PersonId,
    policy::Admission,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub const NAME_MAX: usize = 80;
pub const SUMMARY_MAX: usize = 200;
/// An active community has at least two, so that it survives the departure of one.
pub const ANIMATORS_MIN: usize = 2;
/// How many the form has room for; more are named once it is open.
pub const ANIMATORS_ASKED: usize = 4;

/// What was typed; field names of the form are those of the struct, `animators[0]`… for the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewCommunity {
    pub name: String,
    pub summary: String,
    /// Word of a [`Kind`].
    pub kind: String,
    /// Word of a [`Hue`].
    pub hue: String,
    /// Its interests, separated by commas; the directory finds it by them.
    pub tags: String,
    pub charter: Charter,
    /// Address or exact name of a person.
    pub sponsor: String,
    /// Addresses or exact names, blank lines left out.
    pub animators: Vec<String>,
    /// Word of an [`Admission`].
    pub admission: String,
    /// `yes` or `no`; in the directory when nothing is said.
    pub listed: String,
    /// Every employee is a member, now and later.
    pub everyone: bool,
}

/// A community that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub name: String,
    pub summary: String,
    pub kind: Kind,
    pub hue: Hue,
    pub tags: Vec<String>,
    pub charter: Charter,
    pub sponsor: PersonId,
    pub animators: Vec<PersonId>,
    pub admission: Admission,
    pub listed: bool,
    pub everyone: bool,
}

impl NewCommunity {
    /// The people named in the form, to be looked up before it is read.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.sponsor)
            .chain(&self.animators)
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    }

    /// Reads the form; `who` tells the one person an address or a name stands for. `None` when
    /// something is wrong: the faults are then in `form`.
    ///
    /// A community for everyone is in the directory and open, whatever else was chosen.
    pub fn read(
        &self,
        form: &mut Reader,
        today: Date,
        who: impl Fn(&str) -> Option<PersonId>,
    ) -> Option<Opening> {
        let name = form.text("name", &self.name, 3, NAME_MAX);
        let summary = form.text("summary", &self.summary, 10, SUMMARY_MAX);
        let kind = form.take("kind", choice(&self.kind, None, Kind::from_word), Kind::default());
        let hue = form.take("hue", choice(&self.hue, Some(Hue::default()), Hue::from_word), Hue::default());
        let tags = read_tags(form, &self.tags);
        let charter = Charter::read(form, &self.charter, today);
        let sponsor = match self.sponsor.trim() {
            "" => Err(Fault::Required),
            named => who(named).ok_or(Fault::Person),
        };
        let sponsor = sponsor.map_err(|fault| form.fault("sponsor", fault)).ok();
        let animators = self.read_animators(form, sponsor, who);
        let admission = choice(&self.admission, Some(Admission::Open), Admission::from_word);
        let admission = form.take("admission", admission, Admission::Open);
        let listed = form.take("listed", choice(&self.listed, Some(true), yes_or_no), true);
        if !form.is_clean() {
            return None;
        }
        Some(Opening {
            name,
            summary,
            kind,
            hue,
            tags,
            charter,
            sponsor: sponsor?,
            animators,
            admission: if self.everyone { Admission::Open } else { admission },
            listed: listed || self.everyone,
            everyone: self.everyone,
        })
    }

    /// Distinct people, none of whom is the sponsor: who steers and who carries the weekly work
    /// are asked to be different persons.
    fn read_animators(
        &self,
        form: &mut Reader,
        sponsor: Option<PersonId>,
        who: impl Fn(&str) -> Option<PersonId>,
    ) -> Vec<PersonId> {
        let filled = self.animators.iter().filter(|text| !text.trim().is_empty()).count();
        let mut missing = ANIMATORS_MIN.saturating_sub(filled);
        let mut animators = Vec::new();
        for index in 0..self.animators.len().max(ANIMATORS_MIN) {
            let field = format!("animators[{index}]");
            match self.animators.get(index).map_or("", |text| text.trim()) {
                "" if missing > 0 => {
                    missing -= 1;
                    form.fault(&field, Fault::Required);
                }
                "" => {}
                named => match who(named) {
                    None => form.fault(&field, Fault::Person),
                    Some(person) if animators.contains(&person) || sponsor == Some(person) => {
                        form.fault(&field, Fault::Same);
                    }
                    Some(person) => animators.push(person),
                },
            }
        }
        animators
    }
}

/// One of the words `read` knows; nothing chosen is `unsaid`.
pub(super) fn choice<T>(word: &str, unsaid: Option<T>, read: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
    match word.trim() {
        "" => unsaid.ok_or(Fault::Required),
        word => read(word).ok_or(Fault::Choice),
    }
}

pub(super) fn yes_or_no(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    fn person(n: u128) -> PersonId {
        PersonId::new(n.into())
    }

    fn who(named: &str) -> Option<PersonId> {
        named.strip_prefix('p').and_then(|n| n.parse().ok()).map(person)
    }

    fn filled() -> NewCommunity {
        NewCommunity {
            name: "Course à pied".into(),
            summary: "Courir ensemble le midi.".into(),
            kind: "off_work".into(),
            tags: "course, plein air, Course".into(),
            charter: Charter {
                purpose: "Bouger, et se connaître hors des services.".into(),
                audience: "Tout le monde, tout niveau.".into(),
                rules: "On part et on revient ensemble.".into(),
                measures: "Dix personnes par sortie.".into(),
                review_on: "2027-05-01".into(),
                ..Charter::default()
            },
            sponsor: "p1".into(),
            animators: vec!["p2".into(), " p3 ".into(), String::new()],
            ..NewCommunity::default()
        }
    }

    fn faults(form: &NewCommunity) -> Vec<(String, Fault)> {
        let mut reader = Reader::default();
        assert_eq!(form.read(&mut reader, TODAY, who), None);
        reader.done().unwrap_err().fields
    }

    #[test]
    fn a_full_form_opens_a_community_in_the_directory() {
        let opening = filled().read(&mut Reader::default(), TODAY, who).unwrap();
        assert_eq!(opening.kind, Kind::OffWork);
        assert_eq!(opening.tags, ["course", "plein air"]);
        assert_eq!(opening.sponsor, person(1));
        assert_eq!(opening.animators, [person(2), person(3)]);
        assert_eq!((opening.admission, opening.listed, opening.everyone), (Admission::Open, true, false));
    }

    #[test]
    fn what_is_for_everyone_is_open_and_listed() {
        let form = NewCommunity {
            everyone: true,
            listed: "no".into(),
            admission: "by_invitation".into(),
            ..filled()
        };
        let opening = form.read(&mut Reader::default(), TODAY, who).unwrap();
        assert_eq!((opening.admission, opening.listed, opening.everyone), (Admission::Open, true, true));
    }

    #[test]
    fn two_animators_at_least_all_different_and_known() {
        for (animators, expected) in [
            (vec![], vec![("animators[0]", Fault::Required), ("animators[1]", Fault::Required)]),
            (vec!["", "p2"], vec![("animators[0]", Fault::Required)]),
            (vec!["p2", "", "p2"], vec![("animators[2]", Fault::Same)]),
            (vec!["p2", "p1"], vec![("animators[1]", Fault::Same)]),
            (vec!["p2", "nobody"], vec![("animators[1]", Fault::Person)]),
        ] {
            let form = NewCommunity { animators: animators.iter().map(|&a| a.into()).collect(), ..filled() };
            let expected: Vec<_> = expected.into_iter().map(|(f, fault)| (f.to_owned(), fault)).collect();
            assert_eq!(faults(&form), expected, "{animators:?}");
        }
        let apart = NewCommunity { animators: vec!["p2".into(), String::new(), "p3".into()], ..filled() };
        assert!(apart.read(&mut Reader::default(), TODAY, who).is_some());
    }

    #[test]
    fn faults_come_in_the_order_of_the_form() {
        let form = NewCommunity { hue: "rose".into(), admission: "?".into(), ..NewCommunity::default() };
        let names: Vec<_> = faults(&form).into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            [
                "name",
                "summary",
                "kind",
                "hue",
                "purpose",
                "audience",
                "rules",
                "measures",
                "review_on",
                "sponsor",
                "animators[0]",
                "animators[1]",
                "admission"
            ]
        );
    }
}
