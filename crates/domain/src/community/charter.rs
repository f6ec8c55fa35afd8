//! What a community says of itself before it opens (*note de cadrage*).

use crate::form::{Fault, Reader};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Longest charter section, in characters.
pub const SECTION_MAX: usize = 4_000;

/// The written part; who sponsors and who animates is kept in the memberships, where it stays true.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Charter {
    /// Purpose, and why now.
    pub purpose: String,
    /// Whom it is for.
    pub audience: String,
    /// What stays outside.
    pub outside: String,
    /// One rule a line.
    pub rules: String,
    /// What comes back every week or month.
    pub rituals: String,
    /// What is planned for the first three months, one thing a line.
    pub calendar: String,
    /// How we will know it works, one measure a line.
    pub measures: String,
    /// ISO 8601 date on which the charter is read again.
    pub review_on: String,
}

impl Charter {
    /// Reads the sections of a form, whose fields have the names of ours. The review is after
    /// `today` and within two years of it.
    pub fn read(form: &mut Reader, raw: &Charter, today: Date) -> Charter {
        Charter {
            purpose: form.text("purpose", &raw.purpose, 20, SECTION_MAX),
            audience: form.text("audience", &raw.audience, 10, SECTION_MAX),
            outside: form.text("outside", &raw.outside, 0, SECTION_MAX),
            rules: form.text("rules", &raw.rules, 10, SECTION_MAX),
            rituals: form.text("rituals", &raw.rituals, 0, SECTION_MAX),
            calendar: form.text("calendar", &raw.calendar, 0, SECTION_MAX),
            measures: form.text("measures", &raw.measures, 10, SECTION_MAX),
            review_on: form.take("review_on", review(&raw.review_on, today), raw.review_on.clone()),
        }
    }
}

fn review(text: &str, today: Date) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let date: Date = text.parse().map_err(|_| Fault::Moment)?;
    if date <= today {
        return Err(Fault::Past);
    }
    if today.checked_add(2.years()).is_ok_and(|last| date > last) {
        return Err(Fault::TooFar);
    }
    Ok(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_review_is_ahead_but_not_out_of_sight() {
        let today = date(2026, 11, 23);
        for (text, read) in [
            ("2027-05-01", Ok("2027-05-01".to_owned())),
            (" 2027-05-01 ", Ok("2027-05-01".to_owned())),
            ("2026-11-23", Err(Fault::Past)),
            ("2020-01-01", Err(Fault::Past)),
            ("2030-01-01", Err(Fault::TooFar)),
            ("au printemps", Err(Fault::Moment)),
            ("2027-02-30", Err(Fault::Moment)),
            ("", Err(Fault::Required)),
        ] {
            assert_eq!(review(text, today), read, "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_told_all_at_once_in_the_order_of_the_form() {
        let mut form = Reader::default();
        Charter::read(&mut form, &Charter::default(), date(2026, 11, 23));
        let fields = form.done().unwrap_err().fields;
        let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["purpose", "audience", "rules", "measures", "review_on"]);
    }
}
