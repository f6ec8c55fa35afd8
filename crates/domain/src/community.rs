//! Communities: their kinds, stages and charter.

use crate::form::{Fault, Reader};
use serde::{Deserialize, Serialize};

/// What a community is about. The same rules hold for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Interest,
    /// A craft.
    Practice,
    Project,
    /// Diversity, sustainability, safety…
    Transversal,
    Geographic,
    OffWork,
    /// A community of communities.
    Federation,
}

impl Kind {
    pub const ALL: [Kind; 7] = [
        Kind::Interest, Kind::Practice, Kind::Project, Kind::Transversal, Kind::Geographic,
        Kind::OffWork, Kind::Federation,
    ];
}

/// Where a community is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    #[default]
    Draft,
    Proposed,
    Launching,
    Active,
    Dormant,
    Archived,
}

impl Stage {
    pub const ALL: [Stage; 6] = [
        Stage::Draft, Stage::Proposed, Stage::Launching, Stage::Active, Stage::Dormant, Stage::Archived,
    ];

    /// Shown to people outside it; an archived community is out of lists, but its members and
    /// the community managers still read it.
    pub fn is_public(self) -> bool {
        matches!(self, Stage::Launching | Stage::Active | Stage::Dormant)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommunityError {
    /// Archived meanwhile: it can be read, nothing more.
    Archived,
    /// An animator who leaves would leave fewer than two.
    LastAnimators,
    /// This one is for everybody; one mutes it rather than leaving.
    ForEveryone,
    /// The charter changed since the page was opened.
    CharterChanged,
}

/// What a community says of itself before it opens (*note de cadrage*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charter {
    /// Purpose, and why now.
    pub purpose: String,
    /// Whom it is for, and what stays outside.
    pub audience: String,
    /// One rule a line.
    pub rules: String,
    /// What comes back every week or month.
    pub rituals: String,
    /// How we will know it works, one measure a line.
    pub measures: String,
    /// ISO 8601 date on which the charter is read again.
    pub review_on: String,
}

/// Longest charter section, in characters.
pub const SECTION_MAX: usize = 4_000;
pub const NAME_MAX: usize = 80;
pub const SUMMARY_MAX: usize = 200;
/// An active community has at least two, so that it survives the departure of one.
pub const ANIMATORS_MIN: usize = 2;

impl Charter {
    /// Reads the sections of a form; `today` is the first review date allowed.
    pub fn read(form: &mut Reader, raw: &Charter, today: &str) -> Charter {
        let review_on = raw.review_on.trim().to_owned();
        if review_on.is_empty() {
            form.fault("review_on", Fault::Required);
        } else if review_on.parse::<jiff::civil::Date>().is_err() {
            form.fault("review_on", Fault::Moment);
        } else if review_on.as_str() <= today {
            form.fault("review_on", Fault::Past);
        }
        Charter {
            purpose: form.text("purpose", &raw.purpose, 20, SECTION_MAX),
            audience: form.text("audience", &raw.audience, 10, SECTION_MAX),
            rules: form.text("rules", &raw.rules, 10, SECTION_MAX),
            rituals: form.text("rituals", &raw.rituals, 0, SECTION_MAX),
            measures: form.text("measures", &raw.measures, 10, SECTION_MAX),
            review_on,
        }
    }
}

/// The part of an address that names a community: `Course à pied, midi` → `course-a-pied-midi`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase).flat_map(unaccented) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "communaute".into() } else { slug }
}

fn unaccented(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' | 'ì' => "i",
        'ñ' => "n",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => return Some(c).into_iter().chain("".chars()),
    };
    None.into_iter().chain(plain.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain_and_short() {
        for (name, expected) in [
            ("Course à pied, midi", "course-a-pied-midi"),
            ("  L'Œuvre & Cie ", "l-oeuvre-cie"),
            ("***", "communaute"),
        ] {
            assert_eq!(slug(name), expected);
        }
        assert!(slug(&"é".repeat(500)).len() <= 60);
    }
}
