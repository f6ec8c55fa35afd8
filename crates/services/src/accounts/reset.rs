//! A forgotten password: a link, good once, by which its person chooses another.

use super::{
    NewSession,
    actor::has_left,
    hash_password,
    open_session::{OPEN, open, opening},
    sessions::forget_ended,
    token,
};
use crate::{
    Context, bind,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    account::{self, AccountError, NewPassword, RESET_HOURS, may_invite, may_reset},
    actor::OrgRole,
    form::Reader,
    id::PersonId,
};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use surrealdb::types::{RecordId, SurrealValue};

/// A link that lets one person choose a new password; its token is nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResetLink {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub token: String,
    pub expires: Timestamp,
}

impl ResetLink {
    /// Where it leads, under the house's address.
    pub fn path(&self) -> String {
        format!("/reset/{}", self.token)
    }
}

/// How long a link just made is shown to who made it.
const SHOWN: SignedDuration = SignedDuration::from_mins(10);

/// The record of a link. What is no token of ours opens nothing.
fn record(token: &str) -> Result<RecordId> {
    Ok(RecordId::new("reset", token::hash(token).ok_or(Reason::NotFound)?))
}

const PERSON: &str = "id, name, email, role, password != NONE AS joined, active, leaves";

#[derive(SurrealValue)]
struct Person {
    id: Id<PersonId>,
    name: String,
    email: String,
    role: Word<OrgRole>,
    joined: bool,
    active: bool,
    leaves: Option<String>,
}

impl Person {
    /// They have a password to forget, and may still come in.
    fn is_in(&self, ctx: &Context) -> bool {
        self.joined && self.active && !has_left(ctx, self.leaves.as_deref())
    }
}

async fn person(ctx: &Context, person: PersonId) -> Result<Option<Person>> {
    let found = format!("SELECT {PERSON} FROM $person");
    let found = ctx.db().row::<Person>(&found, bind! { person: Id(person) }).await?;
    Ok(found.filter(|found| found.is_in(ctx)))
}

/// What `actor` is offered on a person's page: `None` when it is not for them to give that person a
/// link; the link they made last for them, for ten minutes and until it is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResetOffer {
    pub fresh: Option<Arc<ResetLink>>,
}

pub async fn reset_offer(ctx: &Context, actor: &Actor, id: PersonId) -> Result<Option<ResetOffer>> {
    if !may_invite(actor) {
        return Ok(None);
    }
    let found = person(ctx, id).await?;
    if !found.is_some_and(|found| may_reset(actor, id, found.role.0)) {
        return Ok(None);
    }
    let Some(link) = ctx.caches().resets.get(&actor.person).filter(|link| link.person == id) else {
        return Ok(Some(ResetOffer::default()));
    };
    let made = link.expires - SignedDuration::from_hours(RESET_HOURS);
    let waits = "SELECT VALUE used = NONE FROM $reset";
    let waits = ctx.db().row::<bool>(waits, bind! { reset: record(&link.token)? }).await?;
    let shown = waits == Some(true) && ctx.now().duration_since(made) < SHOWN;
    Ok(Some(ResetOffer { fresh: shown.then_some(link) }))
}

/// Makes a link for somebody who forgot their password; the one before it is dead. Managers do, for
/// those who are not above them; nobody gets past their own password this way.
pub async fn reset_link(ctx: &Context, actor: &Actor, id: PersonId) -> Result<Arc<ResetLink>> {
    if !may_invite(actor) {
        return Err(Reason::NotFound.into());
    }
    let found = person(ctx, id).await?.ok_or(Reason::NotFound)?;
    if !may_reset(actor, id, found.role.0) {
        return Err(Reason::Forbidden.into());
    }
    let link = Arc::new(make(ctx, found, Some(actor.person)).await?);
    let links = &ctx.caches().resets;
    links.keep(actor.person, link.clone(), links.era());
    Ok(link)
}

pub(crate) const BY_EMAIL: &str = "SELECT id FROM person WHERE email = $email";

/// The same for whoever runs the house, whose commands ask no policy; NotFound when nobody of that
/// address has joined.
pub async fn reset_link_for(ctx: &Context, email: &str) -> Result<ResetLink> {
    #[derive(SurrealValue)]
    struct Found {
        id: Id<PersonId>,
    }
    let email = email.trim().to_lowercase();
    let found = ctx.db().row::<Found>(BY_EMAIL, bind! { email }).await?.ok_or(Reason::NotFound)?;
    let found = person(ctx, found.id.0).await?.ok_or(Reason::NotFound)?;
    make(ctx, found, None).await
}

const MAKE: &str = "
DELETE reset WHERE person = $person RETURN NONE;
CREATE $reset SET person = $person, by = $by, created = $at, expires = $expires RETURN NONE;
";
/// Tries when two make a link for the same person at once: there is one at most.
const TRIES: usize = 3;

async fn make(ctx: &Context, person: Person, by: Option<PersonId>) -> Result<ResetLink> {
    let expires = ctx.now() + SignedDuration::from_hours(RESET_HOURS);
    let token = token::fresh();
    let variables = bind! {
        reset: record(&token)?, person: person.id, by: by.map(Id), at: At(ctx.now()), expires: At(expires)
    };
    let mut tries = 0;
    loop {
        match ctx.write(MAKE, variables.clone()).await {
            Ok(_) => break,
            Err(Error::Store(cause)) if cause.message().contains("reset_person") && tries < TRIES => {
                tries += 1;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(ResetLink { person: person.id.0, name: person.name, email: person.email, token, expires })
}

/// Whose link it is, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgetful {
    pub name: String,
    pub email: String,
}

/// Who chooses a password by `token`; [`AccountError::ResetOver`] once it was used or is too old.
pub async fn forgetful(ctx: &Context, token: &str) -> Result<Forgetful> {
    let row = find(ctx, token).await?;
    if !row.is_open(ctx) {
        return Err(AccountError::ResetOver.into());
    }
    Ok(Forgetful { name: row.name, email: row.email })
}

const CHOOSE: &str = "
IF !record::exists($reset) OR (SELECT VALUE used FROM ONLY $reset) != NONE { THROW 'over' };
UPDATE $reset SET used = $at RETURN NONE;
UPDATE $person SET password = $hash RETURN NONE;
DELETE session WHERE person = $person RETURN BEFORE;
";
/// The place of the last of them, `BEGIN` being 0.
const ENDED: usize = 4;

/// Chooses a new password: every session ends, and one begins here. The link is dead then; sent again
/// within the hour with the same password, it signs in.
pub async fn choose_password(
    ctx: &Context,
    token: &str,
    form: &NewPassword,
    device: &str,
) -> Result<NewSession> {
    let row = find(ctx, token).await?;
    if !row.is_open(ctx) {
        return again(ctx, row, form, device).await;
    }
    let mut reader = Reader::default();
    form.read(&mut reader, &account::own_words(&row.name, &row.email));
    reader.done()?;
    let hash = hash_password(ctx, &form.password).await?;
    let variables = bind! { reset: record(token)?, at: At(ctx.now()), hash };
    let (session, variables) = opening(ctx, row.person.0, device, variables)?;
    match ctx.write(&format!("{CHOOSE}{OPEN}"), variables).await {
        Ok(mut rows) => {
            forget_ended(ctx, rows.take(ENDED)?);
            Ok(session)
        }
        Err(error) if thrown(&error) == Some("over") => {
            again(ctx, find(ctx, token).await?, form, device).await
        }
        Err(error) => Err(error),
    }
}

/// A double click, or a retry after a cut connection: the first one chose, and this one comes in too.
async fn again(ctx: &Context, row: Row, form: &NewPassword, device: &str) -> Result<NewSession> {
    let lately =
        row.used.is_some_and(|used| ctx.now().duration_since(used.0) < SignedDuration::from_hours(1));
    let hash = row.password.as_deref().filter(|_| lately && row.active);
    if hash.is_none() || !ctx.caches().passwords.verify(&form.password, hash).await? {
        return Err(AccountError::ResetOver.into());
    }
    open(ctx, row.person.0, device).await
}

pub(crate) const FORGOTTEN: &str = "
SELECT person, used, expires, person.name AS name, person.email AS email, person.password AS password,
    person.active AS active, person.leaves AS leaves
FROM $reset
";

/// The link of a token; NotFound when there never was one, or another took its place.
async fn find(ctx: &Context, token: &str) -> Result<Row> {
    let row = ctx.db().row::<Row>(FORGOTTEN, bind! { reset: record(token)? }).await?;
    let mut row = row.ok_or(Error::from(Reason::NotFound))?;
    row.active &= !has_left(ctx, row.leaves.as_deref());
    Ok(row)
}

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    used: Option<At>,
    expires: At,
    name: String,
    email: String,
    password: Option<String>,
    active: bool,
    leaves: Option<String>,
}

impl Row {
    fn is_open(&self, ctx: &Context) -> bool {
        self.used.is_none() && self.expires.0 > ctx.now() && self.active
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        accounts::{actor_by_token, set_password, sign_in},
        testing::{Yard, email, plan},
    };
    use domain::form::Fault;
    use std::net::{IpAddr, Ipv4Addr};

    const HOME: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
    const OLD: &str = "trois pommes et un vélo";
    const NEW: &str = "quatre craies et un ballon";
    const OVER: Reason = Reason::Account(AccountError::ResetOver);

    fn chosen(password: &str) -> NewPassword {
        NewPassword { password: password.into(), password_again: Some(password.into()) }
    }

    fn reason<T>(answer: Result<T>) -> Option<Reason> {
        answer.err().map(|error| error.failure().reason)
    }

    async fn joined(yard: &Yard, actor: &Actor) {
        set_password(&yard.ctx, actor.person, OLD).await.unwrap();
    }

    #[tokio::test]
    async fn a_link_gives_a_new_password_once_and_ends_every_session() {
        let yard = Yard::open().await;
        let (noe, zoe) = (yard.manager("Noé").await, yard.employee("Zoé").await);
        joined(&yard, &zoe).await;
        let before = open(&yard.ctx, zoe.person, "Safari").await.unwrap().token;
        assert!(actor_by_token(&yard.ctx, &before).await.unwrap().is_some());
        let link = reset_link(&yard.ctx, &noe, zoe.person).await.unwrap();
        let offer = reset_offer(&yard.ctx, &noe, zoe.person).await.unwrap().unwrap();
        assert_eq!(offer.fresh, Some(link.clone()));
        assert_eq!(forgetful(&yard.ctx, &link.token).await.unwrap().email, email("Zoé"));

        let short = choose_password(&yard.ctx, &link.token, &chosen("court"), "").await.err().unwrap();
        assert_eq!(short.failure().fault("password"), Some(&Fault::TooShort { min: 12 }));
        let session = choose_password(&yard.ctx, &link.token, &chosen(NEW), "Firefox").await.unwrap();
        assert!(actor_by_token(&yard.ctx, &session.token).await.unwrap().is_some());
        assert!(actor_by_token(&yard.ctx, &before).await.unwrap().is_none());
        assert!(sign_in(&yard.ctx, &email("Zoé"), NEW, HOME, "", "").await.is_ok());
        assert!(sign_in(&yard.ctx, &email("Zoé"), OLD, HOME, "", "").await.is_err());

        assert_eq!(reason(forgetful(&yard.ctx, &link.token).await), Some(OVER));
        let offer = reset_offer(&yard.ctx, &noe, zoe.person).await.unwrap();
        assert_eq!(offer, Some(ResetOffer::default()), "it is not shown any more");
        assert!(choose_password(&yard.ctx, &link.token, &chosen(NEW), "").await.is_ok(), "a double click");
        assert_eq!(reason(choose_password(&yard.ctx, &link.token, &chosen(OLD), "").await), Some(OVER));
        yard.wait(2 * 3600);
        assert_eq!(reason(choose_password(&yard.ctx, &link.token, &chosen(NEW), "").await), Some(OVER));
    }

    #[tokio::test]
    async fn a_link_lasts_a_day_and_dies_with_the_next_one() {
        let yard = Yard::open().await;
        let (noe, zoe) = (yard.manager("Noé").await, yard.employee("Zoé").await);
        joined(&yard, &zoe).await;
        let first = reset_link(&yard.ctx, &noe, zoe.person).await.unwrap();
        let second = reset_link_for(&yard.ctx, " ZOE@exemple.fr ").await.unwrap();
        assert_eq!(reason(forgetful(&yard.ctx, &first.token).await), Some(Reason::NotFound));
        assert_eq!(
            reason(choose_password(&yard.ctx, &first.token, &chosen(NEW), "").await),
            Some(Reason::NotFound)
        );
        yard.wait(24 * 3600 - 1);
        assert!(forgetful(&yard.ctx, &second.token).await.is_ok());
        yard.wait(1);
        assert_eq!(reason(forgetful(&yard.ctx, &second.token).await), Some(OVER));
        assert_eq!(reason(choose_password(&yard.ctx, &second.token, &chosen(NEW), "").await), Some(OVER));
        assert_eq!(reason(forgetful(&yard.ctx, "x").await), Some(Reason::NotFound));
        yard.wait(15 * 24 * 3600);
        assert_eq!(crate::tidy(&yard.ctx).await.unwrap(), 1);
        assert_eq!(reason(forgetful(&yard.ctx, &second.token).await), Some(Reason::NotFound));
    }

    #[tokio::test]
    async fn nobody_makes_their_way_into_their_superiors_account() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let (noe, eva) = (yard.manager("Noé").await, yard.manager("Eva").await);
        let (ada, leo) = (yard.administrator("Ada").await, yard.administrator("Léo").await);
        for actor in [&zoe, &noe, &eva, &ada, &leo] {
            joined(&yard, actor).await;
        }
        for (by, of, refused) in [
            (&luc, &zoe, Some(Reason::NotFound)),
            (&noe, &ada, Some(Reason::Forbidden)),
            // Past one's own password there is no way either.
            (&noe, &noe, Some(Reason::Forbidden)),
            (&ada, &ada, Some(Reason::Forbidden)),
            // Who has not joined has an invitation.
            (&noe, &luc, Some(Reason::NotFound)),
            (&noe, &zoe, None),
            (&noe, &eva, None),
            (&ada, &noe, None),
            (&ada, &leo, None),
        ] {
            let offered = reset_offer(&yard.ctx, by, of.person).await.unwrap().is_some();
            assert_eq!(offered, refused.is_none(), "{} for {}", by.name, of.name);
            assert_eq!(
                reason(reset_link(&yard.ctx, by, of.person).await),
                refused,
                "{} for {}",
                by.name,
                of.name
            );
        }
        assert!(reset_link_for(&yard.ctx, &email("Ada")).await.is_ok(), "the command may");
        assert_eq!(reason(reset_link_for(&yard.ctx, "personne@exemple.fr").await), Some(Reason::NotFound));
    }

    #[tokio::test]
    async fn who_has_left_chooses_no_password() {
        let yard = Yard::open().await;
        let (noe, zoe) = (yard.manager("Noé").await, yard.employee("Zoé").await);
        joined(&yard, &zoe).await;
        let link = reset_link(&yard.ctx, &noe, zoe.person).await.unwrap();
        let leave = "UPDATE $person SET leaves = '2026-11-20'";
        yard.ctx.db().query(leave, bind! { person: Id(zoe.person) }).await.unwrap();
        assert_eq!(reason(choose_password(&yard.ctx, &link.token, &chosen(NEW), "").await), Some(OVER));
        assert_eq!(reason(reset_link(&yard.ctx, &noe, zoe.person).await), Some(Reason::NotFound));
        // And the import that takes them out of the house takes the link away.
        let sheet = format!("Prénom;Nom;Email;Date de sortie\nZoé;Martin;{};20/11/2026\n", email("Zoé"));
        crate::people::import(&yard.ctx, sheet.as_bytes(), false, None).await.unwrap();
        assert_eq!(reason(forgetful(&yard.ctx, &link.token).await), Some(Reason::NotFound));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn of_links_made_at_once_one_lives_and_it_is_used_once() {
        let yard = Yard::open().await;
        let (noe, zoe) = (yard.manager("Noé").await, yard.employee("Zoé").await);
        joined(&yard, &zoe).await;
        let making = (0..4).map(|_| {
            let (ctx, noe) = (yard.ctx.clone(), noe.clone());
            tokio::spawn(async move { reset_link(&ctx, &noe, zoe.person).await.unwrap() })
        });
        let mut made = Vec::new();
        for link in making.collect::<Vec<_>>() {
            made.push(link.await.unwrap());
        }
        let mut living = Vec::new();
        for link in made {
            if forgetful(&yard.ctx, &link.token).await.is_ok() {
                living.push(link);
            }
        }
        let links = "RETURN count(SELECT id FROM reset)";
        assert_eq!((living.len(), yard.number(links, bind! {}).await), (1, 1));
        let phrases = ["une première phrase longue", "une seconde phrase longue"];
        let token = &living[0].token;
        let forms = phrases.map(chosen);
        let both =
            futures::future::join_all(forms.iter().map(|form| choose_password(&yard.ctx, token, form, "")))
                .await;
        assert_eq!(both.iter().filter(|answer| answer.is_ok()).count(), 1);
    }

    #[tokio::test]
    async fn a_link_is_read_by_its_key() {
        let yard = Yard::open().await;
        let one = plan(&yard.ctx, FORGOTTEN, bind! { reset: record(&token::fresh()).unwrap() }).await;
        assert!(one.contains("RecordIdScan"), "{one}");
        let who = plan(&yard.ctx, BY_EMAIL, bind! { email: email("Zoé") }).await;
        assert!(who.contains("person_email"), "{who}");
    }
}
