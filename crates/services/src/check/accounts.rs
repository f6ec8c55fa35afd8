//! How people come in: the setup link, invitations, forgotten passwords, sessions, and the forms they
//! have sent.

use super::{Round, shown};
use crate::{
    db::{At, Id},
    error::Result,
};
use domain::id::{PersonId, SessionId};
use std::collections::HashSet;
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue, Value};
use ulid::Ulid;

#[derive(SurrealValue)]
struct Invitation {
    id: RecordId,
    person: Id<PersonId>,
    by: Option<Id<PersonId>>,
    created: At,
    expires: At,
    used: Option<At>,
    open: bool,
    rank: String,
}

#[derive(SurrealValue)]
struct Reset {
    id: RecordId,
    person: Id<PersonId>,
    by: Option<Id<PersonId>>,
    created: At,
    expires: At,
    used: Option<At>,
}

#[derive(SurrealValue)]
struct Session {
    id: RecordId,
    person: Id<PersonId>,
    public: String,
    created: At,
    seen: At,
    expires: At,
}

#[derive(SurrealValue)]
struct Done {
    id: RecordId,
    made: String,
}

#[derive(SurrealValue)]
struct Any {
    id: RecordId,
}

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    let mut houses = 0;
    round.each("organisation", "id", |_, _: Any| houses += 1).await?;
    round.hold(houses <= 1, || format!("there are {houses} organisations in one house"));
    round
        .each("setup", "id", |round, link: Any| {
            round.hold(houses == 0, || format!("{} still opens a house that is set up", hidden(&link.id)));
        })
        .await?;
    let mut called = HashSet::new();
    round
        .each("invitation", "id, person, by, created, expires, used, open, rank", |round, row: Invitation| {
            invitation(round, &row, &mut called);
        })
        .await?;
    let mut forgetful = HashSet::new();
    round
        .each("reset", "id, person, by, created, expires, used", |round, row: Reset| {
            reset(round, &row, &mut forgetful);
        })
        .await?;
    let mut names = HashSet::new();
    round
        .each("session", "id, person, public, created, seen, expires", |round, row: Session| {
            session(round, row, &mut names);
        })
        .await?;
    round.each("done", "id, made", done).await
}

fn invitation(round: &mut Round<'_>, row: &Invitation, called: &mut HashSet<PersonId>) {
    let what = || format!("an invitation of person {}", row.person.0);
    round.person(row.person.0, || hidden(&row.id));
    if let Some(by) = row.by {
        round.person(by.0, what);
    }
    round.hold(row.expires > row.created, || format!("{} ends before it begins", what()));
    round.hold(!(row.open && row.used.is_some()), || format!("{} was used and is open", what()));
    round.hold(row.rank.parse::<Ulid>().is_ok(), || format!("{} is out of order in the list", what()));
    if row.open {
        round.hold(called.insert(row.person.0), || {
            format!("person {} has two open invitations", row.person.0)
        });
    }
}

fn reset(round: &mut Round<'_>, row: &Reset, forgetful: &mut HashSet<PersonId>) {
    let what = || format!("a link for a new password of person {}", row.person.0);
    round.person(row.person.0, || hidden(&row.id));
    if let Some(by) = row.by {
        round.person(by.0, what);
    }
    round.hold(row.expires > row.created, || format!("{} ends before it begins", what()));
    let in_time = row.used.is_none_or(|used| used >= row.created && used < row.expires);
    round.hold(in_time, || format!("{} was used when it was dead", what()));
    round.hold(forgetful.insert(row.person.0), || {
        format!("person {} has two links for a new password", row.person.0)
    });
}

fn session(round: &mut Round<'_>, row: Session, names: &mut HashSet<String>) {
    let person = row.person.0;
    round.person(person, || hidden(&row.id));
    let named = row.public.parse::<SessionId>().is_ok();
    round.hold(named, || format!("a session of person {person} has no name to end it by"));
    round.hold(names.insert(row.public), || format!("a session of person {person} has the name of another"));
    let in_order = row.created <= row.seen && row.seen < row.expires;
    round.hold(in_order, || format!("a session of person {person} ends before it was seen"));
}

/// A form's key belongs to somebody, and leads to what the form made.
fn done(round: &mut Round<'_>, row: Done) {
    let id = shown(&row.id);
    let RecordIdKey::Array(parts) = &row.id.key else {
        return round.wrong(format!("{id} is the key of no form"));
    };
    let parts: Vec<Value> = parts.iter().cloned().collect();
    match parts.as_slice() {
        [person @ Value::RecordId(_), Value::String(key)] if !key.is_empty() => {
            match Id::<PersonId>::from_value(person.clone()) {
                Ok(person) => round.person(person.0, || id.clone()),
                Err(_) => round.wrong(format!("{id} is the key of nobody's form")),
            }
        }
        _ => round.wrong(format!("{id} is the key of no form")),
    }
    round.hold(!row.made.is_empty(), || format!("{id} made nothing"));
}

/// A record whose key is the hash of a secret: its beginning is enough to find it.
fn hidden(id: &RecordId) -> String {
    let key = match &id.key {
        RecordIdKey::String(key) => key.chars().take(8).collect(),
        _ => String::new(),
    };
    format!("{} {key}…", id.table)
}
