//! Changing one's own password.

use super::{browsers, hash_password, sessions::forget_ended};
use crate::{
    Context, bind,
    db::{Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    account::{self, ChangePassword},
    form::{Fault, Reader},
};
use std::net::IpAddr;
use surrealdb::types::SurrealValue;

const MINE: &str = "SELECT name, email, password FROM $person";

const CHANGE: &str = "
IF (SELECT VALUE password FROM ONLY $person) != $before { THROW 'changed' };
UPDATE $person SET password = $hash RETURN NONE;
DELETE reset WHERE person = $person RETURN NONE;
DELETE session WHERE person = $person AND public != $here RETURN BEFORE;
";
/// The place of the last statement, `BEGIN` being 0.
const ENDED: usize = 4;

/// Gives the actor another password, when they know the one they have; their sessions end but the
/// one called `here`. Repeating it changes nothing.
///
/// The password they have is tried as at the front door, and counted with the tries there: an open
/// session is no way to guess it.
pub async fn change_password(
    ctx: &Context,
    actor: &Actor,
    here: &str,
    form: &ChangePassword,
    address: IpAddr,
    marks: &str,
) -> Result<()> {
    let mine = ctx.db().row::<Mine>(MINE, bind! { person: Id(actor.person) }).await?;
    let mine = mine.ok_or(Reason::NotFound)?;
    let mut reader = Reader::default();
    if form.current.is_empty() {
        reader.fault("password_current", Fault::Required);
    }
    form.new.read(&mut reader, &account::own_words(&mine.name, &mine.email));
    reader.done()?;
    let throttle = &ctx.caches().throttle;
    let mark = browsers::known(ctx, marks, &mine.email).await?;
    let attempt = throttle.attempt(&mine.email, address, mark, ctx.now())?;
    let right = match is_password(ctx, &form.current, &mine).await {
        Ok(true) => true,
        // Sent twice: it is changed already.
        Ok(false) => match is_password(ctx, &form.new.password, &mine).await? {
            true => {
                throttle.succeeded(attempt);
                return Ok(());
            }
            false => false,
        },
        Err(error) => {
            throttle.spared(attempt);
            return Err(error);
        }
    };
    if !right {
        return Err(wrong());
    }
    throttle.succeeded(attempt);
    let hash = hash_password(ctx, &form.new.password).await?;
    let variables = bind! {
        person: Id(actor.person), before: mine.password, hash, here: here.to_owned()
    };
    let mut rows = ctx.write(CHANGE, variables).await.map_err(|error| match thrown(&error) {
        Some("changed") => wrong(),
        _ => error,
    })?;
    forget_ended(ctx, rows.take(ENDED)?);
    Ok(())
}

async fn is_password(ctx: &Context, password: &str, mine: &Mine) -> Result<bool> {
    ctx.caches().passwords.verify(password, mine.password.as_deref()).await
}

fn wrong() -> Error {
    let mut form = Reader::default();
    form.fault("password_current", Fault::Password);
    form.done().err().map_or_else(|| Reason::Form.into(), Error::from)
}

#[derive(SurrealValue)]
struct Mine {
    name: String,
    email: String,
    password: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        accounts::{actor_by_token, open_session::open, set_password, sign_in},
        testing::{Yard, email},
    };
    use domain::account::NewPassword;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 7));
    const OLD: &str = "trois pommes et un vélo";
    const NEW: &str = "quatre craies et un ballon";

    fn form(current: &str, new: &str) -> ChangePassword {
        let new = NewPassword { password: new.into(), password_again: Some(new.into()) };
        ChangePassword { current: current.into(), new }
    }

    async fn change(yard: &Yard, actor: &Actor, here: &str, form: &ChangePassword) -> Result<()> {
        change_password(&yard.ctx, actor, here, form, HOME, "").await
    }

    #[tokio::test]
    async fn the_other_sessions_end_and_this_one_stays() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        set_password(&yard.ctx, zoe.person, OLD).await.unwrap();
        let here = open(&yard.ctx, zoe.person, "Firefox").await.unwrap().token;
        let phone = open(&yard.ctx, zoe.person, "Safari").await.unwrap().token;
        let lucs = open(&yard.ctx, luc.person, "Safari").await.unwrap().token;
        assert!(actor_by_token(&yard.ctx, &phone).await.unwrap().is_some());
        let public = actor_by_token(&yard.ctx, &here).await.unwrap().unwrap().public;
        for _ in 0..2 {
            change(&yard, &zoe, &public, &form(OLD, NEW)).await.unwrap();
        }
        assert!(actor_by_token(&yard.ctx, &here).await.unwrap().is_some());
        assert!(actor_by_token(&yard.ctx, &phone).await.unwrap().is_none());
        assert!(actor_by_token(&yard.ctx, &lucs).await.unwrap().is_some());
        assert!(sign_in(&yard.ctx, &email("Zoé"), NEW, HOME, "", "").await.is_ok());
        assert!(sign_in(&yard.ctx, &email("Zoé"), OLD, HOME, "", "").await.is_err());
    }

    #[tokio::test]
    async fn what_is_wrong_is_told_beside_its_field() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        set_password(&yard.ctx, zoe.person, OLD).await.unwrap();
        let faults = async |form: ChangePassword| {
            change(&yard, &zoe, "", &form).await.err().map(|error| error.failure().fields)
        };
        let wrong = vec![("password_current".to_owned(), Fault::Password)];
        assert_eq!(faults(form("faux et usage de faux", NEW)).await, Some(wrong));
        let mut bad = form("", "court");
        bad.new.password_again = Some("autre".into());
        let expected = vec![
            ("password_current".to_owned(), Fault::Required),
            ("password".to_owned(), Fault::TooShort { min: 12 }),
            ("password_again".to_owned(), Fault::Mismatch),
        ];
        assert_eq!(faults(bad).await, Some(expected));
        assert!(sign_in(&yard.ctx, &email("Zoé"), OLD, HOME, "", "").await.is_ok(), "nothing changed");
    }

    /// Who finds a session open may not guess on for ever, here and at the door together.
    #[tokio::test]
    async fn guessing_is_counted_with_the_front_door() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        set_password(&yard.ctx, zoe.person, OLD).await.unwrap();
        for _ in 0..4 {
            let told = sign_in(&yard.ctx, &email("Zoé"), "au hasard, douze fois", HOME, "", "").await;
            assert!(told.is_err());
            let told = change(&yard, &zoe, "", &form("au hasard, douze fois", NEW)).await.unwrap_err();
            assert_eq!(told.failure().reason, Reason::Form);
        }
        let told = change(&yard, &zoe, "", &form(OLD, NEW)).await.unwrap_err();
        assert!(matches!(told.failure().reason, Reason::Throttled { .. }), "{told}");
    }
}
