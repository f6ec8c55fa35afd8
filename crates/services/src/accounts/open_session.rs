//! Beginning a session.

use super::{
    session::{expiry, record},
    token,
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    account,
    id::{PersonId, SessionId},
};
use surrealdb::types::Variables;

/// A session just begun: its token goes to the browser and stays nowhere else.
#[derive(Clone, Debug)]
pub struct NewSession {
    pub token: String,
    pub person: PersonId,
}

/// Makes the session `$opened` (`$session` is the store's own word). A person has at most fifty: those not seen for longest end.
pub(super) const OPEN: &str = "
DELETE session WHERE person = $person AND expires < $session_now RETURN NONE;
LET $others = SELECT id, seen FROM session WHERE person = $person ORDER BY seen DESC LIMIT 100;
FOR $other IN array::slice($others, 49) { DELETE $other.id RETURN NONE };
CREATE $opened SET person = $person, public = $session_public, device = $session_device,
    created = $session_now, seen = $session_now, expires = $session_expires RETURN NONE;
";

/// The values [`OPEN`] needs, `$person` among them, and the session they make.
pub(super) fn opening(
    ctx: &Context,
    person: PersonId,
    device: &str,
    mut variables: Variables,
) -> Result<(NewSession, Variables)> {
    let token = token::fresh();
    let hash = token::hash(&token).ok_or_else(|| Error::broken("a token that is none"))?;
    let now = ctx.now();
    let session = bind! {
        person: Id(person), opened: record(&hash), session_public: SessionId::new(ctx.ulid()).to_string(),
        session_device: account::device(device), session_now: At(now),
        session_expires: At(expiry(now, now))
    };
    for (name, value) in session {
        variables.insert(name, value);
    }
    Ok((NewSession { token, person }, variables))
}

/// Begins a session of `person`.
pub(super) async fn open(ctx: &Context, person: PersonId, device: &str) -> Result<NewSession> {
    let (session, variables) = opening(ctx, person, device, bind! {})?;
    ctx.write(OPEN, variables).await?;
    Ok(session)
}
