//! Coming in: a link, a password, and whatever else one wishes to say.

use super::{
    NewSession,
    actor::has_left,
    hash_password,
    invite::record,
    open_session::{OPEN, open, opening},
};
use crate::{
    Context, bind, communities,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    people::{read_commune, read_workplace, word_rows, words_of},
};
use domain::{
    Lang, Reason,
    account::{self, AccountError, Invitation, Join, NewPassword},
    form::{Fault, Reader},
    id::PersonId,
    person::Workplace,
};
use jiff::SignedDuration;
use surrealdb::types::SurrealValue;

/// Who is called by `token`; [`AccountError::InvitationOver`] once it was used or is too old.
pub async fn invitation(ctx: &Context, token: &str) -> Result<Invitation> {
    let row = find(ctx, token).await?;
    if !row.open {
        return Err(AccountError::InvitationOver.into());
    }
    Ok(Invitation { name: row.name, email: row.email, lang: row.lang.0 })
}

/// Comes in: the person has a password, is a member of what is for everyone, and is signed in. The
/// link is dead then; sent again within the hour with the same password, it signs in.
pub async fn accept(ctx: &Context, token: &str, form: &Join, device: &str) -> Result<NewSession> {
    let row = find(ctx, token).await?;
    if !row.open {
        return again(ctx, row, form, device).await;
    }
    let chosen = read(ctx, &row, form).await?;
    let hash = hash_password(ctx, &form.password).await?;
    // First, so that nobody who has joined is left out of what is for everyone; it can be repeated.
    communities::welcome(ctx, &[row.person.0]).await?;
    let place = chosen.workplace.as_ref();
    let found_under = words_of(&row.name, &row.title, place.map_or("", |place| place.name.as_str()));
    let variables = bind! {
        invitation: record(token)?, at: At(ctx.now()), hash, lang: Word(chosen.lang),
        workplace: place.map(|place| Id(place.id)), commune: chosen.commune,
        words: word_rows(row.person.0, &row.sort, &found_under), found_under
    };
    let (session, variables) = opening(ctx, row.person.0, device, variables)?;
    match ctx.write(&format!("{ACCEPT}{OPEN}"), variables).await {
        Ok(_) => {
            ctx.caches().forget(row.person.0);
            ctx.caches().newcomers.forget(&());
            Ok(session)
        }
        Err(error) if thrown(&error) == Some("over") => {
            again(ctx, find(ctx, token).await?, form, device).await
        }
        Err(error) => Err(error),
    }
}

const ACCEPT: &str = "
IF (SELECT VALUE open FROM ONLY $invitation) != true { THROW 'over' };
UPDATE $invitation SET open = false, used = $at RETURN NONE;
LET $before = SELECT sort, words FROM ONLY $person;
FOR $word IN $before.words { DELETE type::record('directory', [$word, $before.sort, $person]) RETURN NONE };
UPDATE $person SET password = $hash, lang = $lang, workplace = $workplace, commune = $commune,
    joined = $at, words = $found_under RETURN NONE;
INSERT INTO directory $words RETURN NONE;
";

/// A double click, or a retry after a cut connection: the first one came in, so does this one.
async fn again(ctx: &Context, row: Row, form: &Join, device: &str) -> Result<NewSession> {
    let lately =
        row.used.is_some_and(|used| ctx.now().duration_since(used.0) < SignedDuration::from_hours(1));
    let hash = row.password.filter(|_| lately);
    if hash.is_none() || !ctx.caches().passwords.verify(&form.password, hash.as_deref()).await? {
        return Err(AccountError::InvitationOver.into());
    }
    open(ctx, row.person.0, device).await
}

struct Chosen {
    lang: Lang,
    workplace: Option<Workplace>,
    commune: Option<String>,
}

async fn read(ctx: &Context, row: &Row, raw: &Join) -> Result<Chosen> {
    let mut form = Reader::default();
    let chosen = NewPassword { password: raw.password.clone(), password_again: raw.password_again.clone() };
    chosen.read(&mut form, &account::own_words(&row.name, &row.email));
    let lang = if raw.lang.is_empty() { Some(Lang::Fr) } else { Lang::from_tag(&raw.lang) };
    let lang = form.take("lang", lang.ok_or(Fault::Choice), Lang::Fr);
    let workplace = read_workplace(ctx, &mut form, "workplace", &raw.workplace).await?;
    let commune = read_commune(&mut form, "commune", &raw.commune).map(|commune| commune.code.to_owned());
    form.done()?;
    Ok(Chosen { lang, workplace, commune })
}

pub(crate) const INVITED: &str = "
SELECT person, open, used, expires, person.name AS name, person.email AS email, person.sort AS sort,
    person.title AS title, person.lang AS lang, person.password AS password, person.active AS active,
    person.leaves AS leaves
FROM $invitation
";

/// The invitation of a token; NotFound when there never was one. One that is too old, or whose
/// person has gone, is not open.
async fn find(ctx: &Context, token: &str) -> Result<Row> {
    let row = ctx.db().row::<Row>(INVITED, bind! { invitation: record(token)? }).await?;
    let mut row = row.ok_or(Error::from(Reason::NotFound))?;
    row.open &= row.expires.0 > ctx.now() && row.active && !has_left(ctx, row.leaves.as_deref());
    Ok(row)
}

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    open: bool,
    used: Option<At>,
    expires: At,
    name: String,
    email: String,
    sort: String,
    title: String,
    lang: Word<Lang>,
    password: Option<String>,
    active: bool,
    leaves: Option<String>,
}
