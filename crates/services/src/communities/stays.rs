//! Partners: admitted by name, company and last day; that day is told beforehand, and put off.

use super::{found, found_by_slug, moved};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{CommunityError, PersonRef, STAY_TOLD_DAYS, StayRow, ends_soon, last_day},
    fold::fold,
    form::{Fault, Reader},
    id::{CommunityId, EventId, MediaId, PersonId},
    live::Signal,
    policy::{Action, allow, judge},
};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use surrealdb::types::SurrealValue;

/// Partners shown of one community.
const SHOWN: i64 = 200;
/// Those of one name that are looked at.
const ALIKE: &str = "LIMIT 20";

/// A partner as they are named in the form; its fields have the names of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StayForm {
    /// Address or exact name.
    pub partner: String,
    /// Their company, as their account has it: of two people of one name it tells which.
    pub company: String,
    /// ISO 8601.
    pub until: String,
}

#[derive(SurrealValue)]
struct Partner {
    id: Id<PersonId>,
    company: String,
}

/// Admits a partner who has an account, until the end of a day; for one who is in already, that day
/// becomes their last.
pub async fn admit_partner(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    form: &StayForm,
) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let mut reader = Reader::default();
    let named = reader.text("partner", &form.partner, 1, domain::person::NAME_MAX);
    let company = reader.text("company", &form.company, 1, domain::person::LINE_MAX);
    let until = reader.take("until", last_day(&form.until, ctx.today()), ctx.today());
    let mut partner = None;
    if reader.is_clean() {
        partner = partner_named(ctx, &named, &company).await?;
        if partner.is_none() {
            reader.fault("partner", Fault::Person);
        }
    }
    reader.done()?;
    let partner = partner.ok_or(Reason::NotFound)?;
    stay(ctx, community, partner, &until.to_string(), true).await
}

/// The one partner with an account whom a name or an address and a company stand for.
async fn partner_named(ctx: &Context, named: &str, company: &str) -> Result<Option<PersonId>> {
    let (column, named) = match named.contains('@') {
        true => ("email", named.to_lowercase()),
        false => ("name", named.split_whitespace().collect::<Vec<_>>().join(" ")),
    };
    let surql = format!(
        "SELECT id, company FROM person WHERE {column} = $named AND role = 'partner' AND active = true {ALIKE}"
    );
    let rows: Vec<Partner> = ctx.db().rows(&surql, bind! { named }).await?;
    let mut fitting = rows.iter().filter(|row| fold(&row.company) == fold(company));
    Ok(match (fitting.next(), fitting.next()) {
        (Some(row), None) => Some(row.id.0),
        _ => None,
    })
}

/// Puts off, or brings forward, the last day of a partner who is in.
pub async fn extend_stay(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    partner: PersonId,
    until: &str,
) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let mut reader = Reader::default();
    let until = reader.take("until", last_day(until, ctx.today()), ctx.today());
    reader.done()?;
    stay(ctx, community, partner, &until.to_string(), false).await
}

async fn stay(
    ctx: &Context,
    community: CommunityId,
    partner: PersonId,
    until: &str,
    first: bool,
) -> Result<()> {
    let variables = bind! {
        person: Id(partner), community: Id(community), until: until.to_owned(), first, at: At(ctx.now())
    };
    ctx.write(include_str!("stay.surql"), variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("absent") => Reason::NotFound.into(),
            Some("archived") => CommunityError::Archived.into(),
            _ => error,
        }
    })?;
    moved(ctx, community, partner);
    Ok(())
}

const PARTNER: &str = "SELECT VALUE role = 'partner' FROM ONLY $person";

/// Ends the stay of a partner at once. Done already, it changes nothing; NotFound for who is no partner.
pub async fn end_stay(ctx: &Context, actor: &Actor, community: CommunityId, partner: PersonId) -> Result<()> {
    let found = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let is: Option<bool> = ctx.db().query(PARTNER, bind! { person: Id(partner) }).await?.one(0)?;
    if is != Some(true) {
        return Err(Reason::NotFound.into());
    }
    out(ctx, community, partner).await
}

/// Takes a partner out of a community, and gives back the places they held at its events.
async fn out(ctx: &Context, community: CommunityId, partner: PersonId) -> Result<()> {
    let variables = bind! { person: Id(partner), community: Id(community), at: At(ctx.now()), least: 0_i64 };
    let mut left = ctx.write(include_str!("leave.surql"), variables).await?;
    moved(ctx, community, partner);
    for Id(event) in left.take::<Id<EventId>>(1)? {
        ctx.live().ring(Signal::Event { community, event });
    }
    Ok(())
}

pub(super) const STAYS: &str = "SELECT person, person.name AS name, person.title AS title, \
     person.picture AS picture, person.company AS company, until FROM membership \
     WHERE community = $community AND until > '' AND until < ':' ORDER BY until LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
    company: String,
    until: String,
}

/// The partners of a community, who leaves first first, for those who govern it.
pub async fn stays(ctx: &Context, actor: &Actor, slug: &str) -> Result<Vec<StayRow>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let rows: Vec<Row> = ctx.db().rows(STAYS, bind! { community: Id(found.id), limit: SHOWN }).await?;
    let today = ctx.today();
    let here = today.to_string();
    Ok(rows
        .into_iter()
        .filter(|row| row.until >= here)
        .map(|row| StayRow {
            person: PersonRef {
                id: row.person.0,
                name: row.name,
                title: row.title,
                picture: row.picture.map(|picture| picture.0),
            },
            company: row.company,
            soon: ends_soon(&row.until, today),
            until: row.until,
        })
        .collect())
}

pub(super) const LEAVING: &str = "SELECT VALUE until FROM membership \
     WHERE community = $community AND until >= $today AND until <= $told LIMIT $limit";

/// How many partners have their last day near.
pub(super) async fn leaving(ctx: &Context, community: CommunityId) -> Result<u64> {
    let today = ctx.today();
    let told = today.checked_add(STAY_TOLD_DAYS.days()).unwrap_or(today);
    let variables = bind! {
        community: Id(community), today: today.to_string(), told: told.to_string(), limit: SHOWN
    };
    let near: Vec<String> = ctx.db().rows(LEAVING, variables).await?;
    Ok(u64::try_from(near.len()).unwrap_or_default())
}

pub(super) const OVER: &str =
    "SELECT person, community FROM membership WHERE until > '' AND until < $today LIMIT $limit";

#[derive(SurrealValue)]
struct Over {
    person: Id<PersonId>,
    community: Id<CommunityId>,
}

/// Takes out those whose last day has passed: they see nothing since midnight, now their places and
/// the counts follow. Gives how many there were.
pub async fn end_stays(ctx: &Context) -> Result<usize> {
    let mut gone = 0;
    loop {
        let variables = bind! { today: ctx.today().to_string(), limit: SHOWN };
        let rows: Vec<Over> = ctx.db().rows(OVER, variables).await?;
        if rows.is_empty() {
            return Ok(gone);
        }
        for row in rows {
            out(ctx, row.community.0, row.person.0).await?;
            gone += 1;
        }
    }
}
