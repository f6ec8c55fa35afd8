//! Entering people, many at once: their rows, and the words the directory finds them under.

use super::workplace::workplaces;
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Lang,
    actor::OrgRole,
    id::{MediaId, PersonId, WorkplaceId},
    person::{FullName, search_words},
};
use jiff::Timestamp;
use std::collections::HashMap;
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

/// Somebody to enter.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub id: PersonId,
    /// In lower case; nobody else's.
    pub email: String,
    pub name: FullName,
    pub role: OrgRole,
    pub lang: Lang,
    pub title: String,
    pub craft: String,
    pub team: String,
    /// A partner's own.
    pub company: String,
    pub bio: String,
    pub workplace: Option<WorkplaceId>,
    /// INSEE code.
    pub commune: Option<String>,
    pub picture: Option<MediaId>,
    /// As [`crate::accounts::hash_password`] gives it; none until they join.
    pub password: Option<String>,
    pub active: bool,
    /// ISO 8601 dates.
    pub arrives: Option<String>,
    pub leaves: Option<String>,
    pub joined: Option<Timestamp>,
    pub created: Timestamp,
}

impl NewPerson {
    /// An employee of whom no more is known.
    pub fn new(id: PersonId, email: &str, name: FullName, created: Timestamp) -> Self {
        NewPerson {
            id,
            email: email.to_owned(),
            name,
            role: OrgRole::Employee,
            lang: Lang::default(),
            title: String::new(),
            craft: String::new(),
            team: String::new(),
            company: String::new(),
            bio: String::new(),
            workplace: None,
            commune: None,
            picture: None,
            password: None,
            active: true,
            arrives: None,
            leaves: None,
            joined: None,
            created,
        }
    }
}

/// People entered in one transaction; bounds what it writes.
const BATCH: usize = 250;

/// Enters `people`, in batches of one transaction each. An address that is taken refuses its batch.
pub async fn enrol(ctx: &Context, people: Vec<NewPerson>) -> Result<()> {
    let names = workplace_names(ctx).await?;
    let mut people = people.into_iter().peekable();
    while people.peek().is_some() {
        let batch: Vec<_> = people.by_ref().take(BATCH).collect();
        let rows = enrolment(&batch, &names);
        ctx.write(ENROL, bind! { people: rows.people, words: rows.words }).await?;
    }
    Ok(())
}

/// Writes `$people` and `$words` (see [`enrolment`]).
pub(crate) const ENROL: &str = "
INSERT INTO person $people RETURN NONE;
INSERT INTO directory $words RETURN NONE;
";

/// The rows of some people.
pub(crate) struct Enrolment {
    pub people: Vec<PersonRow>,
    pub words: Vec<WordRow>,
}

pub(crate) fn enrolment(people: &[NewPerson], workplaces: &HashMap<WorkplaceId, String>) -> Enrolment {
    let mut rows = Enrolment { people: Vec::with_capacity(people.len()), words: Vec::new() };
    for person in people {
        let workplace = person.workplace.and_then(|id| workplaces.get(&id)).map_or("", String::as_str);
        let words = words_of(&person.name.name, &person.title, workplace);
        let sort = sort_key(&person.name, person.id);
        if person.active {
            rows.words.extend(word_rows(person.id, &sort, &words));
        }
        rows.people.push(PersonRow::of(person, sort, words));
    }
    rows
}

/// A person's place in every list of people: their name, then what tells them from a namesake, so
/// that a cursor never stands between two.
pub(crate) fn sort_key(name: &FullName, person: PersonId) -> String {
    format!("{} {person}", name.sort)
}

/// The words a person is found under.
pub(crate) fn words_of(name: &str, title: &str, workplace: &str) -> Vec<String> {
    search_words(&[name, title, workplace])
}

/// The directory's rows of one person.
pub(crate) fn word_rows(person: PersonId, sort: &str, words: &[String]) -> Vec<WordRow> {
    let row = |word: &String| WordRow {
        id: RecordId::new("directory", word_key(word, sort, person)),
        person: Id(person),
        words: words.to_vec(),
    };
    words.iter().map(row).collect()
}

fn word_key(word: &str, sort: &str, person: PersonId) -> RecordIdKey {
    let parts =
        [Value::String(word.into()), Value::String(sort.into()), Value::RecordId(Id(person).record())];
    RecordIdKey::Array(Vec::from(parts).into())
}

pub(crate) async fn workplace_names(ctx: &Context) -> Result<HashMap<WorkplaceId, String>> {
    Ok(workplaces(ctx).await?.into_iter().map(|place| (place.id, place.name)).collect())
}

#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct PersonRow {
    id: Id<PersonId>,
    email: String,
    name: String,
    sort: String,
    role: Word<OrgRole>,
    lang: Word<Lang>,
    title: String,
    craft: String,
    team: String,
    company: String,
    bio: String,
    workplace: Option<Id<WorkplaceId>>,
    commune: Option<String>,
    picture: Option<Id<MediaId>>,
    password: Option<String>,
    active: bool,
    arrives: Option<String>,
    leaves: Option<String>,
    joined: Option<At>,
    words: Vec<String>,
    created: At,
}

impl PersonRow {
    fn of(person: &NewPerson, sort: String, words: Vec<String>) -> Self {
        PersonRow {
            id: Id(person.id),
            email: person.email.clone(),
            name: person.name.name.clone(),
            sort,
            role: Word(person.role),
            lang: Word(person.lang),
            title: person.title.clone(),
            craft: person.craft.clone(),
            team: person.team.clone(),
            company: person.company.clone(),
            bio: person.bio.clone(),
            workplace: person.workplace.map(Id),
            commune: person.commune.clone(),
            picture: person.picture.map(Id),
            password: person.password.clone(),
            active: person.active,
            arrives: person.arrives.clone(),
            leaves: person.leaves.clone(),
            joined: person.joined.map(At),
            words,
            created: At(person.created),
        }
    }
}

/// A row of `directory`.
#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct WordRow {
    id: RecordId,
    pub(crate) person: Id<PersonId>,
    pub(crate) words: Vec<String>,
}

impl WordRow {
    /// The word and the place in the list, out of the key.
    pub(crate) fn key(&self) -> Option<(&str, &str)> {
        let RecordIdKey::Array(parts) = &self.id.key else { return None };
        match parts.iter().collect::<Vec<_>>().as_slice() {
            [Value::String(word), Value::String(sort), _] => Some((word.as_str(), sort.as_str())),
            _ => None,
        }
    }
}
