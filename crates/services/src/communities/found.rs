//! A community as every other room needs it: what it is called, and who may do what there.

use crate::{
    Context, bind,
    db::{Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{CommunityCard, Hue, Kind, PAGE, Rule, Stage},
    id::{CommunityId, WorkplaceId},
    page::Page,
    policy::{Admission, Glimpse, Place},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// A community, whoever asks: what the person may see of it is for [`domain::policy`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub kind: Kind,
    pub hue: Hue,
    pub place: Place,
    /// Every employee is a member.
    pub everyone: bool,
    /// How many there are, those who only asked left out.
    pub members: u64,
    /// Those of them who animate it.
    pub animators: u64,
    /// Version of the charter in force, from 1; 0 before there is any.
    pub charter: u32,
    /// ISO 8601 date on which the charter in force is read again; may be empty.
    pub review_on: String,
    /// Asked of those who ask to come in; may be empty.
    pub question: String,
    /// Its interests.
    pub tags: Vec<String>,
    /// Where it is at home.
    pub home: Option<WorkplaceId>,
    /// Whom it is suggested to.
    pub rule: Rule,
    /// The federations it is a member of.
    pub federations: Vec<CommunityId>,
    /// The communities that are members of it.
    pub allies: Vec<CommunityId>,
    /// The name without case nor accents, by which communities are ordered.
    pub sort: String,
    /// The summary and the interests, folded.
    pub(super) words: String,
}

/// The columns of a [`Row`].
pub(super) const COLUMNS: &str = "id, slug, name, sort, words, summary, kind, hue, stage, admission, listed, \
     glimpse, question, tags, place, rule_place, rule_craft, federations, allies, everyone, charter, members, animators, review_on";

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    id: Id<CommunityId>,
    slug: String,
    name: String,
    sort: String,
    words: String,
    summary: String,
    kind: Word<Kind>,
    hue: Word<Hue>,
    stage: Word<Stage>,
    admission: Word<Admission>,
    listed: bool,
    glimpse: Word<Glimpse>,
    question: String,
    tags: Vec<String>,
    place: Option<Id<WorkplaceId>>,
    rule_place: Option<Id<WorkplaceId>>,
    rule_craft: Option<String>,
    federations: Option<Vec<Id<CommunityId>>>,
    allies: Option<Vec<Id<CommunityId>>>,
    everyone: bool,
    charter: i64,
    members: i64,
    animators: i64,
    review_on: String,
}

impl From<Row> for Found {
    fn from(row: Row) -> Self {
        Found {
            id: row.id.0,
            slug: row.slug,
            name: row.name,
            summary: row.summary,
            kind: row.kind.0,
            hue: row.hue.0,
            place: Place {
                community: row.id.0,
                listed: row.listed,
                admission: row.admission.0,
                glimpse: row.glimpse.0,
                stage: row.stage.0,
            },
            everyone: row.everyone,
            members: u64::try_from(row.members).unwrap_or_default(),
            animators: u64::try_from(row.animators).unwrap_or_default(),
            charter: u32::try_from(row.charter).unwrap_or_default(),
            review_on: row.review_on,
            question: row.question,
            home: row.place.map(|place| place.0),
            rule: Rule {
                place: row.rule_place.map(|place| place.0),
                craft: row.rule_craft.unwrap_or_default(),
            },
            federations: ids(row.federations),
            allies: ids(row.allies),
            sort: row.sort,
            words: format!("{} {}", row.words, domain::fold::fold(&row.tags.join(" "))),
            tags: row.tags,
        }
    }
}

fn ids(communities: Option<Vec<Id<CommunityId>>>) -> Vec<CommunityId> {
    communities.into_iter().flatten().map(|community| community.0).collect()
}

/// The community, or NotFound; from memory when it is there.
pub async fn found(ctx: &Context, community: CommunityId) -> Result<Arc<Found>> {
    ctx.caches().communities.found.get_or_insert_async(&community, load(ctx, community)).await
}

async fn load(ctx: &Context, community: CommunityId) -> Result<Arc<Found>> {
    let surql = format!("SELECT {COLUMNS} FROM ONLY $community");
    let row: Option<Row> = ctx.db().query(&surql, bind! { community: Id(community) }).await?.one(0)?;
    row.map(|row| Arc::new(Found::from(row))).ok_or_else(|| Reason::NotFound.into())
}

pub(super) const BY_SLUG: &str = "SELECT VALUE id FROM community WHERE slug = $slug LIMIT 1";

/// The community of an address, or NotFound.
pub async fn found_by_slug(ctx: &Context, slug: &str) -> Result<Arc<Found>> {
    let known = ctx
        .caches()
        .communities
        .slugs
        .get_or_insert_async(slug, async {
            let id: Option<Id<CommunityId>> = ctx.db().row(BY_SLUG, bind! { slug: slug.to_owned() }).await?;
            id.map(|id| id.0).ok_or_else(|| Error::from(Reason::NotFound))
        })
        .await?;
    found(ctx, known).await
}

/// What a decision needs to know of a community; NotFound when there is none.
pub async fn place(ctx: &Context, community: CommunityId) -> Result<Place> {
    Ok(found(ctx, community).await?.place)
}

/// The same, by the name in the address.
pub async fn place_by_slug(ctx: &Context, slug: &str) -> Result<Place> {
    Ok(found_by_slug(ctx, slug).await?.place)
}

/// The actor's communities by name, for the rail; the archived ones are out of it.
pub async fn mine(ctx: &Context, actor: &Actor) -> Result<Vec<Arc<Found>>> {
    by_name(ctx, actor.communities().collect(), |stage| stage != Stage::Archived).await
}

/// A page of the archived communities the actor may still read, by name: those they are in; all of them
/// for those who look after communities. They are out of every other list.
pub async fn archived(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<CommunityCard>> {
    let is_archived = |stage: Stage| stage == Stage::Archived;
    let all = if actor.is_manager() {
        by_name(ctx, all(ctx).await?.to_vec(), is_archived).await?
    } else {
        by_name(ctx, actor.communities().collect(), is_archived).await?
    };
    let key = |found: &Found| format!("{} {}", found.sort, found.id);
    let follows = |found: &&Arc<Found>| cursor.is_none_or(|cursor| key(found).as_str() > cursor);
    let rows: Vec<_> = all.iter().filter(follows).take(PAGE + 1).collect();
    Ok(Page::cut(rows, PAGE, |found| key(found)).map(|found| super::list::card(actor, found)))
}

/// Whether a community the actor is in was archived: what is out of the rail has a way back.
pub async fn has_archived(ctx: &Context, actor: &Actor) -> Result<bool> {
    Ok(!by_name(ctx, actor.communities().collect(), |stage| stage == Stage::Archived).await?.is_empty())
}

/// Those of `communities` that are there and in a stage that `fits`, by name.
async fn by_name(
    ctx: &Context,
    communities: Vec<CommunityId>,
    fits: fn(Stage) -> bool,
) -> Result<Vec<Arc<Found>>> {
    let mut named = Vec::new();
    for community in communities {
        match found(ctx, community).await {
            Ok(found) if fits(found.place.stage) => named.push(found),
            Ok(_) => {}
            // A membership read a moment before its community went.
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    named.sort_by(|a, b| a.sort.cmp(&b.sort).then(a.id.cmp(&b.id)));
    Ok(named)
}

/// Every community there is, whoever asks; from memory when they are there.
pub async fn all(ctx: &Context) -> Result<Arc<[CommunityId]>> {
    ctx.caches()
        .communities
        .all
        .get_or_insert_async(&(), async {
            let rows: Vec<Id<CommunityId>> =
                ctx.db().rows("SELECT VALUE id FROM community", bind! {}).await?;
            Ok(rows.into_iter().map(|id| id.0).collect())
        })
        .await
}
