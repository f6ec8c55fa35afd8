//! People, where they work, and the words they are found under.

use super::{Round, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    Lang,
    actor::OrgRole,
    id::{MediaId, PersonId, WorkplaceId},
};
use std::collections::HashSet;
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};

/// What is remembered of somebody.
pub(super) struct Person {
    pub partner: bool,
    /// An employee who has come in and is still there: a member of all that is for everyone.
    pub resident: bool,
    pub active: bool,
    pub picture: Option<MediaId>,
    sort: String,
    words: Vec<String>,
    /// Words of theirs that the directory does not have yet.
    missing: usize,
}

#[derive(SurrealValue)]
struct Row {
    id: Id<PersonId>,
    email: String,
    sort: String,
    role: Word<OrgRole>,
    lang: Word<Lang>,
    workplace: Option<Id<WorkplaceId>>,
    picture: Option<Id<MediaId>>,
    active: bool,
    came: bool,
    words: Vec<String>,
}

const ROW: &str = "id, email, sort, role, lang, workplace, picture, active, joined != NONE AS came, words";

#[derive(SurrealValue)]
struct Place {
    id: Id<WorkplaceId>,
    lon: Option<f64>,
    lat: Option<f64>,
}

#[derive(SurrealValue)]
struct WordRow {
    id: RecordId,
    person: Id<PersonId>,
    words: Vec<String>,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut places = HashSet::new();
    round
        .each("workplace", "id, lon, lat", |round, place: Place| {
            places.insert(place.id.0);
            let id = place.id.0;
            round.hold(place.lon.is_some() == place.lat.is_some(), || {
                format!("workplace {id} lies half somewhere")
            });
        })
        .await?;
    let mut addresses = HashSet::new();
    round.each("person", ROW, |round, row: Row| enter(round, row, &places, &mut addresses)).await?;
    round.each("directory", "id, person, words", look_up).await?;
    let missing: Vec<_> =
        round.people.iter().filter(|(_, person)| person.missing > 0).map(|(id, _)| *id).collect();
    for id in missing {
        round.wrong(format!("person {id} is not in the directory under every word of theirs"));
    }
    Ok(())
}

fn enter(round: &mut Round<'_>, row: Row, places: &HashSet<WorkplaceId>, addresses: &mut HashSet<String>) {
    let id = row.id.0;
    let _ = row.lang;
    round.hold(row.email == row.email.to_lowercase(), || {
        format!("the address of person {id} is not in lower case")
    });
    round.hold(addresses.insert(row.email), || format!("person {id} shares their address with another"));
    round.hold(row.sort.ends_with(&id.to_string()), || format!("person {id} is out of order in lists"));
    let placed = row.workplace.is_none_or(|place| places.contains(&place.0));
    round.hold(placed, || format!("person {id} works where there is no workplace"));
    let distinct: HashSet<&String> = row.words.iter().collect();
    round.hold(distinct.len() == row.words.len(), || format!("person {id} has a word twice"));
    let partner = row.role.0 == OrgRole::Partner;
    let person = Person {
        partner,
        resident: row.active && row.came && !partner,
        active: row.active,
        picture: row.picture.map(|picture| picture.0),
        sort: row.sort,
        missing: if row.active { row.words.len() } else { 0 },
        words: row.words,
    };
    round.people.insert(id, person);
}

/// A word of the directory leads to an active person who has it, at their place in lists.
fn look_up(round: &mut Round<'_>, row: WordRow) {
    let id = row.person.0;
    let key = match &row.id.key {
        RecordIdKey::Array(parts) => match parts.iter().collect::<Vec<_>>().as_slice() {
            [Value::String(word), Value::String(sort), Value::RecordId(person)]
                if *person == row.person.record() =>
            {
                Some((word.clone(), sort.clone()))
            }
            _ => None,
        },
        _ => None,
    };
    let (Some((word, sort)), Some(person)) = (key, round.people.get_mut(&id)) else {
        return round.wrong(format!("{} leads to nobody", shown(&row.id)));
    };
    let right =
        person.active && person.sort == sort && person.words == row.words && person.words.contains(&word);
    person.missing = person.missing.saturating_sub(1);
    round.hold(right, || format!("{} is not a word of person {id} as they are", shown(&row.id)));
}
