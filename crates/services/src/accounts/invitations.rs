//! Who was called in and has not come yet.

use super::{InviteLink, invite::record};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::Result,
};
use domain::{
    Actor, Reason,
    account::{INVITATION_DAYS, may_invite},
    actor::OrgRole,
    id::PersonId,
    page::Page,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// Rows on one page.
const PAGE: usize = 25;

/// An invitation that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub role: OrgRole,
    pub company: String,
    pub created: Timestamp,
    pub expires: Timestamp,
    /// It was not answered in time.
    pub expired: bool,
}

pub(crate) const PENDING: &str = "
SELECT rank, person, person.name AS name, person.email AS email, person.role AS role,
    person.company AS company, created, expires
FROM invitation WHERE open = true AND rank > $after ORDER BY rank LIMIT $limit
";

/// Invitations that were not answered, the newest first, expired ones among them.
pub async fn invitations(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<Pending>> {
    if !may_invite(actor) {
        return Err(Reason::NotFound.into());
    }
    let after = cursor.unwrap_or_default().to_owned();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = ctx.db().rows::<Row>(PENDING, bind! { after, limit }).await?;
    let now = ctx.now();
    Ok(Page::cut(rows, PAGE, |row| row.rank.clone()).map(|row| Pending {
        person: row.person.0,
        name: row.name,
        email: row.email,
        role: row.role.0,
        company: row.company,
        created: row.created.0,
        expires: row.expires.0,
        expired: row.expires.0 <= now,
    }))
}

/// The link `actor` made last, for ten minutes: long enough to copy it and to reload the page. None
/// once it was used or replaced.
pub async fn fresh_link(ctx: &Context, actor: &Actor) -> Result<Option<Arc<InviteLink>>> {
    let Some(link) = ctx.caches().links.get(&actor.person) else { return Ok(None) };
    let made = link.expires - SignedDuration::from_hours(24 * INVITATION_DAYS);
    if ctx.now().duration_since(made) >= SHOWN {
        return Ok(None);
    }
    let open = "SELECT VALUE open FROM $invitation";
    let open = ctx.db().row::<bool>(open, bind! { invitation: record(&link.token)? }).await?;
    Ok(open.filter(|open| *open).map(|_| link))
}

/// How long a link just made is shown to who made it.
const SHOWN: SignedDuration = SignedDuration::from_mins(10);

/// A person who never joined is as if they had not been called: out of the directory until called
/// again.
const WITHDRAW: &str = "
LET $before = SELECT sort, words, password FROM ONLY $person;
IF $before = NONE { THROW 'unknown' };
IF $before.password = NONE {
    DELETE invitation WHERE person = $person RETURN NONE;
    FOR $word IN $before.words { DELETE type::record('directory', [$word, $before.sort, $person]) RETURN NONE };
    UPDATE $person SET active = false, words = [] RETURN NONE;
};
";

/// Takes an invitation back: its link is dead. Nothing changes for who has joined meanwhile.
pub async fn withdraw(ctx: &Context, actor: &Actor, person: PersonId) -> Result<()> {
    if !may_invite(actor) {
        return Err(Reason::NotFound.into());
    }
    ctx.write(WITHDRAW, bind! { person: Id(person) }).await.map_err(|error| match thrown(&error) {
        Some("unknown") => Reason::NotFound.into(),
        _ => error,
    })?;
    ctx.caches().forget(person);
    if ctx.caches().links.get(&actor.person).is_some_and(|link| link.person == person) {
        ctx.caches().links.forget(&actor.person);
    }
    Ok(())
}

#[derive(SurrealValue)]
struct Row {
    rank: String,
    person: Id<PersonId>,
    name: String,
    email: String,
    role: Word<OrgRole>,
    company: String,
    created: At,
    expires: At,
}
