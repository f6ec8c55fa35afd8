//! The sessions of a person: seen, and ended.

use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{Actor, id::PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use surrealdb::types::{RecordId, RecordIdKey, SurrealValue};

/// One session in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    pub public: String,
    /// Browser and system, as [`domain::account::device`] calls them; empty when unknown.
    pub device: String,
    pub created: Timestamp,
    pub seen: Timestamp,
}

pub(crate) const MINE: &str =
    "SELECT public, device, created, seen, expires FROM session WHERE person = $person";

/// The actor's sessions that hold, the last seen first; never more than fifty.
pub async fn sessions(ctx: &Context, actor: &Actor) -> Result<Vec<SessionRow>> {
    let rows = ctx.db().rows::<Row>(MINE, bind! { person: Id(actor.person) }).await?;
    let now = ctx.now();
    let mut sessions: Vec<SessionRow> = rows
        .into_iter()
        .filter(|row| row.expires.0 > now)
        .map(|row| SessionRow {
            public: row.public,
            device: row.device,
            created: row.created.0,
            seen: row.seen.0,
        })
        .collect();
    sessions
        .sort_by_key(|session| (std::cmp::Reverse(session.seen), std::cmp::Reverse(session.public.clone())));
    Ok(sessions)
}

/// Ends one of the actor's sessions. Repeating it changes nothing.
pub async fn revoke(ctx: &Context, actor: &Actor, public: &str) -> Result<()> {
    let ended = "DELETE session WHERE person = $person AND public = $public RETURN BEFORE;";
    end(ctx, ended, actor.person, public).await
}

/// Ends all of the actor's sessions but the one called `keep`.
pub async fn revoke_others(ctx: &Context, actor: &Actor, keep: &str) -> Result<()> {
    let ended = "DELETE session WHERE person = $person AND public != $public RETURN BEFORE;";
    end(ctx, ended, actor.person, keep).await
}

/// Ends every session of `person`.
pub(crate) async fn end_all(ctx: &Context, person: PersonId) -> Result<()> {
    let ended = "DELETE session WHERE person = $person RETURN BEFORE;";
    end(ctx, ended, person, "").await
}

async fn end(ctx: &Context, surql: &str, person: PersonId, public: &str) -> Result<()> {
    let mut rows = ctx.write(surql, bind! { person: Id(person), public: public.to_owned() }).await?;
    forget_ended(ctx, rows.take(1)?);
    Ok(())
}

/// After a write that ended sessions.
pub(super) fn forget_ended(ctx: &Context, ended: Vec<Ended>) {
    for row in ended {
        if let RecordIdKey::String(hash) = row.id.key {
            ctx.caches().sessions.forget(&hash.to_string());
        }
    }
}

/// Ends the session the actor is in, by its public name.
pub async fn sign_out(ctx: &Context, actor: &Actor, public: &str) -> Result<()> {
    revoke(ctx, actor, public).await
}

#[derive(SurrealValue)]
struct Row {
    public: String,
    device: String,
    created: At,
    seen: At,
    expires: At,
}

/// A session that `DELETE … RETURN BEFORE` took away.
#[derive(SurrealValue)]
pub(super) struct Ended {
    id: RecordId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        accounts::{actor_by_token, open_session::open},
        testing::{Yard, plan},
    };

    #[tokio::test]
    async fn one_sees_and_ends_ones_own_sessions_only() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let phone = open(&yard.ctx, zoe.person, "Mozilla/5.0 (Android 14; Mobile) Firefox/128.0")
            .await
            .unwrap()
            .token;
        yard.wait(60);
        let desk = open(&yard.ctx, zoe.person, "curl/8.8").await.unwrap().token;
        let listed = sessions(&yard.ctx, &zoe).await.unwrap();
        let devices: Vec<_> = listed.iter().map(|session| session.device.as_str()).collect();
        assert_eq!(devices, ["curl", "Firefox, Android"]);
        assert_eq!(sessions(&yard.ctx, &luc).await.unwrap(), []);

        revoke(&yard.ctx, &luc, &listed[0].public).await.unwrap();
        assert_eq!(sessions(&yard.ctx, &zoe).await.unwrap().len(), 2);
        revoke_others(&yard.ctx, &zoe, &listed[0].public).await.unwrap();
        assert!(actor_by_token(&yard.ctx, &phone).await.unwrap().is_none());
        assert!(actor_by_token(&yard.ctx, &desk).await.unwrap().is_some());
        for _ in 0..2 {
            sign_out(&yard.ctx, &zoe, &listed[0].public).await.unwrap();
        }
        assert!(actor_by_token(&yard.ctx, &desk).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_person_keeps_fifty_sessions_at_most() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let first = open(&yard.ctx, zoe.person, "0").await.unwrap().token;
        for n in 1..=50 {
            yard.wait(1);
            open(&yard.ctx, zoe.person, &n.to_string()).await.unwrap();
        }
        assert_eq!(sessions(&yard.ctx, &zoe).await.unwrap().len(), 50);
        assert!(actor_by_token(&yard.ctx, &first).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn sessions_are_read_by_person() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let plan = plan(&yard.ctx, MINE, bind! { person: Id(zoe.person) }).await;
        assert!(plan.contains("session_person"), "{plan}");
    }
}
