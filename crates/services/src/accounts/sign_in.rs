//! Signing in with an address and a password.

use super::{NewSession, actor::has_left, open_session::open};
use crate::{Context, bind, db::Id, error::Result};
use domain::{
    account::{self, AccountError, PASSWORD_MAX},
    form::{Fault, Reader},
    id::PersonId,
};
use std::net::IpAddr;
use surrealdb::types::SurrealValue;

pub(crate) const ACCOUNT: &str = "SELECT id, password, active, leaves FROM person WHERE email = $email";

/// Begins a session when `password` is the one of `email`.
///
/// An unknown address, one that has not joined yet, one that has left and a wrong password get the
/// same answer after the same work.
pub async fn sign_in(
    ctx: &Context,
    email: &str,
    password: &str,
    address: IpAddr,
    device: &str,
) -> Result<NewSession> {
    let mut form = Reader::default();
    let email = form.take("email", account::email(email), String::new());
    if password.is_empty() {
        form.fault("password", Fault::Required);
    }
    form.done()?;
    let throttle = &ctx.caches().throttle;
    let attempt = throttle.attempt(&email, address, ctx.now())?;
    match check(ctx, &email, password).await {
        Ok(Some(person)) => {
            throttle.succeeded(attempt);
            open(ctx, person, device).await
        }
        Ok(None) => Err(AccountError::Credentials.into()),
        Err(error) => {
            throttle.spared(attempt);
            Err(error)
        }
    }
}

/// Whose `email` and `password` these are.
async fn check(ctx: &Context, email: &str, password: &str) -> Result<Option<PersonId>> {
    let account = ctx.db().row::<Account>(ACCOUNT, bind! { email: email.to_owned() }).await?;
    let account = account.filter(|row| row.active && !has_left(ctx, row.leaves.as_deref()));
    let hash = account.as_ref().and_then(|row| row.password.as_deref());
    // No stored password is longer.
    let hash = hash.filter(|_| password.chars().count() <= PASSWORD_MAX);
    let right = ctx.caches().passwords.verify(password, hash).await?;
    Ok(account.filter(|_| right).map(|row| row.id.0))
}

#[derive(SurrealValue)]
struct Account {
    id: Id<PersonId>,
    password: Option<String>,
    active: bool,
    leaves: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        accounts::{actor_by_token, set_password},
        error::Error,
        testing::{Yard, email, plan},
    };
    use domain::Reason;

    const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 7));
    const PHRASE: &str = "trois pommes sous le préau";

    async fn try_in(yard: &Yard, email: &str, password: &str, address: IpAddr) -> Result<NewSession, Reason> {
        sign_in(&yard.ctx, email, password, address, "Firefox").await.map_err(|error| error.failure().reason)
    }

    #[tokio::test]
    async fn the_right_password_opens_and_every_other_answer_is_the_same() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        set_password(&yard.ctx, zoe.person, PHRASE).await.unwrap();
        let session = try_in(&yard, " ZOE@exemple.fr ", PHRASE, OFFICE).await.unwrap();
        let known = actor_by_token(&yard.ctx, &session.token).await.unwrap().unwrap();
        assert_eq!(known.actor.person, zoe.person);
        for (email, password) in [
            (email("Zoé"), "trois poires sous le préau"),
            (email("Luc"), PHRASE),
            ("personne@exemple.fr".into(), PHRASE),
            (email("Zoé"), &"x".repeat(10_000)),
        ] {
            let refused = try_in(&yard, &email, password, OFFICE).await.err();
            assert_eq!(refused, Some(Reason::Account(AccountError::Credentials)), "{email}");
        }
        let gone = "UPDATE $person SET active = false, password = $hash";
        let hash = crate::accounts::hash_password(&yard.ctx, PHRASE).await.unwrap();
        yard.ctx.db().query(gone, bind! { person: Id(luc.person), hash }).await.unwrap();
        let refused = try_in(&yard, &email("Luc"), PHRASE, OFFICE).await.err();
        assert_eq!(refused, Some(Reason::Account(AccountError::Credentials)));
    }

    #[tokio::test]
    async fn mischief_from_elsewhere_locks_nobody_out() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        set_password(&yard.ctx, zoe.person, PHRASE).await.unwrap();
        let mut last = None;
        for _ in 0..9 {
            last = try_in(&yard, &email("Zoé"), "au hasard, douze fois", HOME).await.err();
        }
        assert!(matches!(last, Some(Reason::Throttled { .. })), "{last:?}");
        assert!(try_in(&yard, &email("Zoé"), PHRASE, OFFICE).await.is_ok());
    }

    #[tokio::test]
    async fn empty_fields_are_told_beside_them() {
        let yard = Yard::open().await;
        let Err(Error::Refused(failure)) = sign_in(&yard.ctx, "", "", OFFICE, "").await else { panic!() };
        assert_eq!(failure.fault("email"), Some(&Fault::Required));
        assert_eq!(failure.fault("password"), Some(&Fault::Required));
    }

    #[tokio::test]
    async fn accounts_are_found_by_index() {
        let yard = Yard::open().await;
        let plan = plan(&yard.ctx, ACCOUNT, bind! { email: email("Zoé") }).await;
        assert!(plan.contains("person_email"), "{plan}");
    }
}
