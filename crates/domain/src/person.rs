//! People: how they are named and ordered, and what the house shows of them.

use crate::{
    Actor, Lang,
    actor::Role,
    fold::fold,
    id::{CommunityId, MediaId, PersonId, WorkplaceId},
};
use serde::{Deserialize, Serialize};

/// Longest name, in characters.
pub const NAME_MAX: usize = 120;
/// Longest job, team, craft or company, in characters.
pub const LINE_MAX: usize = 200;
pub const BIO_MAX: usize = 1_000;
/// Rows on one page of the directory.
pub const PAGE: usize = 24;

/// A name as it is shown, and the key that orders people by family name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    pub name: String,
    pub sort: String,
}

impl FullName {
    pub fn of(given: &str, family: &str) -> Self {
        let name = spaced(&format!("{given} {family}"));
        FullName { name, sort: fold(&format!("{family} {given}")) }
    }

    /// A name written in one piece: its first word is taken for the given name, the rest for the
    /// family's.
    pub fn whole(name: &str) -> Self {
        let name = spaced(name);
        match name.split_once(' ') {
            Some((given, family)) => FullName { sort: fold(&format!("{family} {given}")), name },
            None => FullName { sort: fold(&name), name },
        }
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// First letters of the first and the last word of a name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// Whether `actor` may see the page of `person`; `share` says that they are in one community.
/// Everybody of the house sees everybody; a partner, those they share a community with.
pub fn sees(actor: &Actor, person: PersonId, share: bool) -> bool {
    !actor.is_partner() || share || actor.person == person
}

/// Where a picture is served.
pub fn picture_address(picture: MediaId) -> String {
    format!("/media/{picture}")
}

/// The words under which the directory finds a person: those of their name, job and workplace,
/// each once.
pub fn search_words(parts: &[&str]) -> Vec<String> {
    let mut words: Vec<String> =
        parts.iter().flat_map(|part| fold(part).split(' ').map(short).collect::<Vec<_>>()).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    words
}

/// Enough of a word to tell it apart: the directory's keys stay small whatever a sheet says.
fn short(word: &str) -> String {
    word.chars().take(32).collect()
}

/// A person as named beside what they wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    pub id: PersonId,
    pub name: String,
    pub initials: String,
    /// Address of the portrait.
    pub picture: Option<String>,
}

impl PersonName {
    pub fn new(id: PersonId, name: impl Into<String>, picture: Option<MediaId>) -> Self {
        let name = name.into();
        PersonName { id, initials: initials(&name), name, picture: picture.map(picture_address) }
    }

    pub fn address(&self) -> String {
        format!("/people/{}", self.id)
    }
}

/// A person in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    pub id: PersonId,
    pub name: String,
    pub picture: Option<String>,
    /// Their job.
    pub title: String,
    pub team: String,
    pub workplace: Option<String>,
    /// The partner's own company; empty for those of the house.
    pub company: String,
}

/// A person's page, as one reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    pub card: PersonCard,
    pub craft: String,
    pub bio: String,
    /// Those the reader may read too.
    pub communities: Vec<CommunityRef>,
    /// The reader's own page.
    pub mine: bool,
}

/// A community a person is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityRef {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub role: Role,
}

/// A place of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workplace {
    pub id: WorkplaceId,
    pub name: String,
    /// INSEE code of its commune; none until somebody places it.
    pub commune: Option<String>,
    /// Longitude and latitude in degrees; none until somebody places it.
    pub point: Option<(f64, f64)>,
}

/// A workplace to add or to place, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkplaceForm {
    /// Of a new one; the name of another never changes.
    pub name: String,
    pub commune: CommuneForm,
}

/// Whether `actor` may add workplaces and place them.
pub fn may_place(actor: &Actor) -> bool {
    actor.is_manager()
}

/// What a person may change of their own page, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnProfile {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub picture: Option<String>,
    pub title: String,
    pub bio: String,
    pub workplace: Option<WorkplaceId>,
    /// The commune of departure as it is written in a form: `Saint-Étienne (42000)`. Shown to
    /// nobody else.
    pub commune: Option<String>,
    pub lang: Lang,
}

/// The same as typed. Nothing is obligatory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    pub title: String,
    pub bio: String,
    /// A workplace's id, or nothing.
    pub workplace: String,
    pub commune: CommuneForm,
    /// A language's tag.
    pub lang: String,
    /// A new portrait, already stored.
    pub picture: Option<MediaId>,
    pub drop_picture: bool,
}

/// A commune as typed, and the one picked when the words fit several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommuneForm {
    pub text: String,
    /// INSEE code.
    pub choice: String,
}

impl CommuneForm {
    pub fn typed(text: impl Into<String>) -> Self {
        CommuneForm { text: text.into(), choice: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_ordered_by_family_name() {
        let full = FullName::of(" Élodie ", "de La Tour");
        assert_eq!((full.name.as_str(), full.sort.as_str()), ("Élodie de La Tour", "de la tour elodie"));
        assert_eq!(FullName::whole("Zoé  Lebrun-Mbaye").sort, "lebrun mbaye zoe");
        assert_eq!(FullName::whole("Madonna").sort, "madonna");
    }

    #[test]
    fn words_stand_once_and_are_short() {
        let long = "x".repeat(90);
        let words = search_words(&["Zoé Martin", "Ingénieure, zoé", "", &long]);
        assert_eq!(words, ["ingenieure", "martin", &"x".repeat(32), "zoe"]);
    }

    #[test]
    fn initials_are_those_of_the_first_and_last_words() {
        for (name, expected) in [("Zoé Lebrun-Mbaye", "ZL"), ("élodie", "É"), ("", ""), ("…", "")] {
            assert_eq!(initials(name), expected);
        }
    }
}
