//! Signing in with an address and a password.

use super::{NewSession, actor::has_left, browsers, open_session::open};
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
/// `marks` is what the browser kept of those who signed in on it (see [`super::remember_browser`]).
/// An unknown address, one that has not joined yet, one that has left and a wrong password get the
/// same answer after the same work.
pub async fn sign_in(
    ctx: &Context,
    email: &str,
    password: &str,
    address: IpAddr,
    device: &str,
    marks: &str,
) -> Result<NewSession> {
    let mut form = Reader::default();
    let email = form.take("email", account::email(email), String::new());
    if password.is_empty() {
        form.fault("password", Fault::Required);
    }
    form.done()?;
    let mark = browsers::known(ctx, marks, &email).await?;
    let throttle = &ctx.caches().throttle;
    let attempt = throttle.attempt(&email, address, mark, ctx.now())?;
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
        sign_in(&yard.ctx, email, password, address, "Firefox", "")
            .await
            .map_err(|error| error.failure().reason)
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

    /// Neither the colleagues' mischief nor an attack on the account itself, nor a restart in between.
    #[tokio::test]
    async fn who_signed_in_on_a_browser_is_not_locked_out_on_it() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        for actor in [&zoe, &luc] {
            set_password(&yard.ctx, actor.person, PHRASE).await.unwrap();
        }
        let marks = crate::accounts::remember_browser(&yard.ctx, zoe.person, "").await.unwrap();
        for n in 0..70 {
            let _ = try_in(&yard, &format!("{n}@exemple.fr"), "au hasard, douze fois", OFFICE).await;
        }
        for _ in 0..9 {
            let _ = try_in(&yard, &email("Zoé"), "au hasard, douze fois", OFFICE).await;
        }
        let with_marks = async |who: &str, password: &str, marks: &str| {
            let tried = sign_in(&yard.ctx, &email(who), password, OFFICE, "Firefox", marks).await;
            tried.map_err(|error| error.failure().reason)
        };
        let throttled = |answer: &Result<NewSession, Reason>| matches!(answer, Err(Reason::Throttled { .. }));
        assert!(throttled(&with_marks("Zoé", PHRASE, "").await), "another browser there");
        assert!(throttled(&with_marks("Luc", PHRASE, &marks).await), "her mark is not his");
        assert!(with_marks("Zoé", PHRASE, &marks).await.is_ok());
        // And a mark is no way to guess on for ever.
        let mut tries = 0;
        while !throttled(&with_marks("Zoé", "au hasard, douze fois", &marks).await) {
            tries += 1;
        }
        assert_eq!(tries, 8);
    }

    #[tokio::test]
    async fn empty_fields_are_told_beside_them() {
        let yard = Yard::open().await;
        let Err(Error::Refused(failure)) = sign_in(&yard.ctx, "", "", OFFICE, "", "").await else { panic!() };
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
