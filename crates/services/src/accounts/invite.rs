//! Calling somebody in: a person who has yet to join, and a link for them alone.

use super::token;
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::{Error, Result},
    people::{ENROL, NewPerson, enrolment, sort_key, word_rows, words_of, workplace_names},
};
use domain::{
    Actor, Reason,
    account::{Guest, INVITATION_DAYS, Invite, may_invite},
    form::{Fault, Reader},
    id::{PersonId, WorkplaceId, newest_first},
    person::FullName,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};
use surrealdb::types::{RecordId, SurrealValue};

/// A link that lets one person in; its token is nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteLink {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub token: String,
    pub expires: Timestamp,
}

impl InviteLink {
    /// Where it leads, under the house's address.
    pub fn path(&self) -> String {
        format!("/join/{}", self.token)
    }
}

/// Writes `$invitations`, in place of those of the people `$called_again`: each has one at most.
pub(crate) const CALL: &str = "
FOR $again IN $called_again { DELETE invitation WHERE person = $again RETURN NONE };
INSERT INTO invitation $invitations RETURN NONE;
";

/// A row of `invitation`.
#[derive(Clone, Debug, SurrealValue)]
pub(crate) struct Call {
    id: RecordId,
    person: Id<PersonId>,
    by: Option<Id<PersonId>>,
    created: At,
    expires: At,
    open: bool,
    rank: String,
}

/// A new link for `person`, and the row to write with [`CALL`].
pub(crate) fn call(
    ctx: &Context,
    person: PersonId,
    name: &str,
    email: &str,
    by: Option<PersonId>,
) -> Result<(InviteLink, Call)> {
    let token = token::fresh();
    let created = ctx.now();
    let expires = created + SignedDuration::from_hours(24 * INVITATION_DAYS);
    let row = Call {
        id: record(&token)?,
        person: Id(person),
        by: by.map(Id),
        created: At(created),
        expires: At(expires),
        open: true,
        rank: newest_first(ctx.ulid()).to_string(),
    };
    Ok((InviteLink { person, name: name.to_owned(), email: email.to_owned(), token, expires }, row))
}

/// The record of an invitation. What is no token of ours invites nobody.
pub(super) fn record(token: &str) -> Result<RecordId> {
    Ok(RecordId::new("invitation", token::hash(token).ok_or(Reason::NotFound)?))
}

/// Calls somebody in, or calls them again: the link before it is dead then. Who has joined already
/// is told beside the address.
pub async fn invite(ctx: &Context, actor: &Actor, form: &Invite) -> Result<Arc<InviteLink>> {
    if !may_invite(actor) {
        return Err(Reason::NotFound.into());
    }
    let mut reader = Reader::default();
    let guest = form.read(&mut reader, actor);
    let known = match reader.is_clean() {
        true => ctx.db().row::<Known>(KNOWN, bind! { email: guest.email.clone() }).await?,
        false => None,
    };
    if known.as_ref().is_some_and(|known| known.password.is_some()) {
        reader.fault("email", Fault::Taken);
    }
    reader.done()?;
    let link = match known {
        Some(known) => call_again(ctx, actor, &guest, known).await?,
        None => call_first(ctx, actor, &guest).await?,
    };
    let link = Arc::new(link);
    let links = &ctx.caches().links;
    links.keep(actor.person, link.clone(), links.era());
    Ok(link)
}

async fn call_first(ctx: &Context, actor: &Actor, guest: &Guest) -> Result<InviteLink> {
    let person = NewPerson {
        role: guest.role,
        company: guest.company.clone(),
        ..NewPerson::new(PersonId::new(ctx.ulid()), &guest.email, FullName::whole(&guest.name), ctx.now())
    };
    let (link, row) = call(ctx, person.id, &person.name.name, &guest.email, Some(actor.person))?;
    let rows = enrolment(&[person], &HashMap::new());
    let called_again: Vec<Id<PersonId>> = Vec::new();
    let variables = bind! { people: rows.people, words: rows.words, invitations: vec![row], called_again };
    ctx.write(&format!("{ENROL}{CALL}"), variables).await.map_err(taken)?;
    Ok(link)
}

/// Somebody else invited the same address a moment before.
fn taken(error: Error) -> Error {
    match &error {
        Error::Store(cause) if cause.message().contains("person_email") => {
            let mut form = Reader::default();
            form.fault("email", Fault::Taken);
            form.done().err().map_or(error, Error::from)
        }
        _ => error,
    }
}

/// What was written wrongly the first time is corrected, for as long as they have not joined.
const CORRECT: &str = "
LET $before = SELECT sort, words, password FROM ONLY $person;
IF $before.password != NONE { THROW 'joined' };
FOR $word IN $before.words { DELETE type::record('directory', [$word, $before.sort, $person]) RETURN NONE };
UPDATE $person SET name = $name, sort = $sort, role = $role, company = $company, active = true,
    words = $found_under RETURN NONE;
INSERT INTO directory $words RETURN NONE;
";

async fn call_again(ctx: &Context, actor: &Actor, guest: &Guest, known: Known) -> Result<InviteLink> {
    let name = FullName::whole(&guest.name);
    let places = workplace_names(ctx).await?;
    let place = known.workplace.and_then(|place| places.get(&place.0)).map_or("", String::as_str);
    let found_under = words_of(&name.name, &known.title, place);
    let sort = sort_key(&name, known.id.0);
    let words = word_rows(known.id.0, &sort, &found_under);
    let (link, row) = call(ctx, known.id.0, &name.name, &guest.email, Some(actor.person))?;
    let variables = bind! {
        person: known.id, name: name.name, sort, role: Word(guest.role),
        company: guest.company.clone(), found_under, words, invitations: vec![row], called_again: vec![known.id]
    };
    let joined = |error: Error| match crate::db::thrown(&error) {
        Some("joined") => Reason::NotFound.into(),
        _ => error,
    };
    ctx.write(&format!("{CORRECT}{CALL}"), variables).await.map_err(joined)?;
    ctx.caches().forget(known.id.0);
    Ok(link)
}

const KNOWN: &str = "SELECT id, password, title, workplace FROM person WHERE email = $email";

#[derive(SurrealValue)]
struct Known {
    id: Id<PersonId>,
    password: Option<String>,
    title: String,
    workplace: Option<Id<WorkplaceId>>,
}
