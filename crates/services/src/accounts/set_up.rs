//! The first day: one link makes the organisation and who looks after it, then is dead.

use super::{
    NewSession, hash_password,
    open_session::{OPEN, opening},
    organisation::{FOUND, already, organisation, zone},
    token,
};
use crate::{
    Context, bind,
    db::{At, thrown},
    error::Result,
    people::{ENROL, NewPerson, enrolment},
};
use domain::{
    Lang, Reason,
    account::{self, SetUp},
    actor::OrgRole,
    form::{Fault, Reader},
    id::PersonId,
    person::{FullName, NAME_MAX},
};
use std::collections::HashMap;
use surrealdb::types::RecordId;

/// A new setup link's token, while there is no organisation; the links before it are dead.
pub async fn setup_link(ctx: &Context) -> Result<Option<String>> {
    if organisation(ctx).await?.is_some() {
        return Ok(None);
    }
    let token = token::fresh();
    let create = "DELETE setup RETURN NONE; CREATE $setup SET created = $at RETURN NONE;";
    ctx.write(create, bind! { setup: record(&token)?, at: At(ctx.now()) }).await?;
    Ok(Some(token))
}

/// `Ok` while `token` sets the house up.
pub async fn setup_is_open(ctx: &Context, token: &str) -> Result<()> {
    let found =
        ctx.db().row::<RecordId>("SELECT VALUE id FROM $setup", bind! { setup: record(token)? }).await?;
    found.map(|_| ()).ok_or_else(|| Reason::NotFound.into())
}

const SET_UP: &str = "
IF !record::exists($setup) { THROW 'dead' };
DELETE setup RETURN NONE;
";

/// Makes the organisation and its administrator, who is signed in. The link is dead then.
pub async fn set_up(ctx: &Context, token: &str, form: &SetUp, device: &str) -> Result<NewSession> {
    setup_is_open(ctx, token).await?;
    let first = read(form)?;
    let hash = hash_password(ctx, &form.password).await?;
    let now = ctx.now();
    let person = NewPerson {
        role: OrgRole::Administrator,
        lang: first.lang,
        password: Some(hash),
        joined: Some(now),
        ..NewPerson::new(PersonId::new(ctx.ulid()), &first.email, FullName::whole(&first.name), now)
    };
    let rows = enrolment(std::slice::from_ref(&person), &HashMap::new());
    let variables = bind! {
        setup: record(token)?, organisation: first.organisation, zone: zone(ctx), at: At(now),
        people: rows.people, words: rows.words
    };
    let (session, variables) = opening(ctx, person.id, device, variables)?;
    ctx.write(&format!("{SET_UP}{FOUND}{ENROL}{OPEN}"), variables).await.map_err(|error| {
        match thrown(&error) {
            Some("dead") => Reason::NotFound.into(),
            _ => already(error),
        }
    })?;
    Ok(session)
}

struct First {
    organisation: String,
    name: String,
    email: String,
    lang: Lang,
}

fn read(raw: &SetUp) -> Result<First> {
    let mut form = Reader::default();
    let organisation = form.text("organisation", &raw.organisation, 1, NAME_MAX);
    let name = form.text("name", &raw.name, 1, NAME_MAX);
    let email = form.take("email", account::email(&raw.email), String::new());
    let mut own = account::own_words(&name, &email);
    own.push(&organisation);
    form.take("password", account::password(&raw.password, &own), ());
    let lang = if raw.lang.is_empty() { Some(Lang::Fr) } else { Lang::from_tag(&raw.lang) };
    let lang = form.take("lang", lang.ok_or(Fault::Choice), Lang::Fr);
    form.done()?;
    Ok(First { organisation, name, email, lang })
}

/// The record of a setup link. What is no token of ours opens nothing.
fn record(token: &str) -> Result<RecordId> {
    Ok(RecordId::new("setup", token::hash(token).ok_or(Reason::NotFound)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{accounts::actor_by_token, testing::Yard};

    fn form() -> SetUp {
        SetUp {
            organisation: "Ateliers du Préau".into(),
            name: "Zoé Martin".into(),
            email: "zoe@exemple.fr".into(),
            password: "trois pommes et un vélo".into(),
            lang: "en".into(),
        }
    }

    #[tokio::test]
    async fn the_link_makes_the_house_once() {
        let yard = Yard::open().await;
        let old = setup_link(&yard.ctx).await.unwrap().unwrap();
        let token = setup_link(&yard.ctx).await.unwrap().unwrap();
        assert!(setup_is_open(&yard.ctx, &old).await.is_err(), "a newer link kills the older");
        let session = set_up(&yard.ctx, &token, &form(), "Firefox").await.unwrap();
        let known = actor_by_token(&yard.ctx, &session.token).await.unwrap().unwrap();
        assert!(known.actor.is_administrator());
        assert_eq!(known.actor.lang, Lang::En);
        assert_eq!(organisation(&yard.ctx).await.unwrap().unwrap().name, "Ateliers du Préau");
        let again = set_up(&yard.ctx, &token, &form(), "Firefox").await.unwrap_err();
        assert_eq!(again.failure().reason, Reason::NotFound);
        assert_eq!(setup_link(&yard.ctx).await.unwrap(), None);
    }

    #[tokio::test]
    async fn two_first_days_at_once_make_one_house() {
        let yard = Yard::open().await;
        let token = setup_link(&yard.ctx).await.unwrap().unwrap();
        let form = form();
        let tries = (0..4).map(|_| set_up(&yard.ctx, &token, &form, ""));
        let won = futures::future::join_all(tries).await.into_iter().filter(Result::is_ok).count();
        assert_eq!(won, 1);
        assert_eq!(yard.number("RETURN count(SELECT id FROM person)", bind! {}).await, 1);
    }

    #[tokio::test]
    async fn every_fault_is_told() {
        let yard = Yard::open().await;
        let token = setup_link(&yard.ctx).await.unwrap().unwrap();
        let raw = SetUp { password: "ateliers du préau".into(), name: " ".into(), ..form() };
        let failure = set_up(&yard.ctx, &token, &raw, "").await.unwrap_err().failure();
        assert_eq!(failure.fault("name"), Some(&Fault::Required));
        assert_eq!(failure.fault("password"), Some(&Fault::Guessable));
        assert!(setup_is_open(&yard.ctx, &token).await.is_ok(), "and the link still lives");
    }
}
