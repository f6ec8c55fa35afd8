//! Who a request comes from, by the token of its session.

use super::{
    actor::{actor, has_left},
    token,
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    account::{SESSION_IDLE_DAYS, SESSION_LONGEST_DAYS},
    id::PersonId,
};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use surrealdb::types::{RecordId, SurrealValue};

/// A session that holds.
#[derive(Clone, Debug)]
pub struct Session {
    /// What the list of sessions calls it; opens nothing.
    pub public: String,
    pub actor: Arc<Actor>,
}

/// What memory keeps of a session between two looks at the store.
#[derive(Clone, Debug)]
pub(crate) struct KnownSession {
    person: PersonId,
    public: String,
    /// Look again after.
    until: Timestamp,
}

/// Memory is believed for so long: a session closed by another node of the house, or a role it
/// changed, is noticed then.
const BELIEVED: SignedDuration = SignedDuration::from_secs(60);
/// A visit is written down at most so often.
const SEEN_EVERY: SignedDuration = SignedDuration::from_hours(1);

pub(crate) const SESSION: &str = "
SELECT person, public, created, seen, expires, person.active AS active, person.leaves AS leaves FROM $opened
";
/// Changes nothing when the session was closed meanwhile: `UPDATE` makes no records.
const SEEN: &str = "UPDATE $opened SET seen = $now, expires = $expires RETURN NONE;";

/// The session of `token`, if there is one and it still holds.
pub async fn actor_by_token(ctx: &Context, token: &str) -> Result<Option<Session>> {
    let Some(key) = token::hash(token) else { return Ok(None) };
    let known = match ctx.caches().sessions.get(&key).filter(|known| ctx.now() < known.until) {
        Some(known) => known,
        None => match look(ctx, key).await? {
            Some(known) => known,
            None => return Ok(None),
        },
    };
    match actor(ctx, known.person).await {
        Ok(actor) => Ok(Some(Session { public: known.public.clone(), actor })),
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

async fn look(ctx: &Context, key: String) -> Result<Option<Arc<KnownSession>>> {
    let now = ctx.now();
    let session = record(&key);
    ctx.caches().sessions.forget(&key);
    let era = ctx.caches().sessions.era();
    let Some(row) = ctx.db().row::<SessionRow>(SESSION, bind! { opened: session.clone() }).await? else {
        return Ok(None);
    };
    ctx.caches().actors.forget(&row.person.0);
    if row.expires.0 <= now || row.active != Some(true) || has_left(ctx, row.leaves.as_deref()) {
        return Ok(None);
    }
    let mut expires = row.expires.0;
    if now.duration_since(row.seen.0) >= SEEN_EVERY {
        expires = expiry(row.created.0, now);
        let seen = bind! { opened: session, now: At(now), expires: At(expires) };
        if let Err(error) = ctx.write(SEEN, seen).await {
            // A page does not fail for that: the next visit writes it down.
            tracing::warn!(%error, "a visit was not written down");
        }
    }
    let known = KnownSession { person: row.person.0, public: row.public, until: expires.min(now + BELIEVED) };
    let known = Arc::new(known);
    ctx.caches().sessions.keep(key, known.clone(), era);
    Ok(Some(known))
}

/// When a session made at `created` and used `now` ends.
pub(super) fn expiry(created: Timestamp, now: Timestamp) -> Timestamp {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    (now + days(SESSION_IDLE_DAYS)).min(created + days(SESSION_LONGEST_DAYS))
}

/// The record of a session, from the hash of its token.
pub(super) fn record(hash: &str) -> RecordId {
    RecordId::new("session", hash)
}

#[derive(SurrealValue)]
struct SessionRow {
    person: Id<PersonId>,
    public: String,
    created: At,
    seen: At,
    expires: At,
    active: Option<bool>,
    leaves: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        accounts::{forget_actor, open_session::open, revoke},
        testing::{Yard, plan},
    };

    const DAY: i64 = 24 * 3600;

    async fn holds(yard: &Yard, token: &str) -> bool {
        actor_by_token(&yard.ctx, token).await.unwrap().is_some()
    }

    #[tokio::test]
    async fn a_session_slides_for_thirty_days_and_ends_after_a_year() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let token = open(&yard.ctx, zoe.person, "Firefox").await.unwrap().token;
        for _ in 0..12 {
            yard.wait(29 * DAY);
            assert!(holds(&yard, &token).await);
        }
        yard.wait(18 * DAY);
        assert!(!holds(&yard, &token).await, "a year has passed");

        let token = open(&yard.ctx, zoe.person, "Firefox").await.unwrap().token;
        yard.wait(30 * DAY);
        assert!(!holds(&yard, &token).await, "nobody came for thirty days");
    }

    #[tokio::test]
    async fn what_is_no_token_of_ours_is_nobody() {
        let yard = Yard::open().await;
        for token in ["", "x", &token::fresh()] {
            assert!(!holds(&yard, token).await);
        }
    }

    #[tokio::test]
    async fn a_session_ends_at_once_when_revoked_and_when_its_person_goes() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let first = open(&yard.ctx, zoe.person, "Firefox").await.unwrap().token;
        let second = open(&yard.ctx, zoe.person, "Safari").await.unwrap().token;
        let public = actor_by_token(&yard.ctx, &first).await.unwrap().unwrap().public;
        assert!(holds(&yard, &second).await);
        revoke(&yard.ctx, &zoe, &public).await.unwrap();
        assert!(!holds(&yard, &first).await);
        assert!(holds(&yard, &second).await);
        let leave = "UPDATE $person SET active = false";
        yard.ctx.db().query(leave, bind! { person: Id(zoe.person) }).await.unwrap();
        forget_actor(&yard.ctx, zoe.person);
        assert!(!holds(&yard, &second).await);
    }

    #[tokio::test]
    async fn what_another_node_changed_is_noticed_within_a_minute() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let token = open(&yard.ctx, zoe.person, "Firefox").await.unwrap().token;
        assert!(holds(&yard, &token).await);
        let rename = "UPDATE $person SET role = 'administrator'";
        yard.ctx.db().query(rename, bind! { person: Id(zoe.person) }).await.unwrap();
        yard.wait(61);
        let session = actor_by_token(&yard.ctx, &token).await.unwrap().unwrap();
        assert!(session.actor.is_administrator());
        yard.ctx.db().query("DELETE session", bind! {}).await.unwrap();
        yard.wait(61);
        assert!(!holds(&yard, &token).await);
    }

    #[tokio::test]
    async fn a_session_is_read_by_its_key() {
        let yard = Yard::open().await;
        let plan = plan(&yard.ctx, SESSION, bind! { opened: record("00") }).await;
        assert!(plan.contains("RecordIdScan"), "{plan}");
    }
}
