//! The directory: what the actor may know of.

use super::found::{COLUMNS, Found, Row};
use crate::{
    Context, bind,
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{CommunityCard, Order, PAGE, Size, Stage, Wanted},
    fold::{finds, fold},
    page::Page,
    policy::{Action, judge},
};
use std::collections::BTreeMap;

/// Rows read at once; what the actor may not see or did not ask for is left out of them.
const BATCH: usize = 100;

pub(super) fn query() -> String {
    format!("SELECT {COLUMNS} FROM community WHERE sort > $after AND sort < $end ORDER BY sort LIMIT {BATCH}")
}

/// After every folded name.
pub(super) const END: &str = "\u{10FFFF}";

/// A page of the communities the actor may know of that are as `wanted`; archived ones are out of it.
///
/// By name the rows come in their order, and reading ends with the page; in another order all are
/// looked at.
pub async fn list(
    ctx: &Context,
    actor: &Actor,
    wanted: &Wanted,
    cursor: Option<&str>,
) -> Result<Page<CommunityCard>> {
    let from = cursor.unwrap_or_default();
    let by_name = wanted.order == Order::Name;
    let mut after = if by_name { from.to_owned() } else { String::new() };
    let mut cards: Vec<(String, CommunityCard)> = Vec::new();
    while !by_name || cards.len() <= PAGE {
        let rows: Vec<Row> =
            ctx.db().rows(&query(), bind! { after: after.clone(), end: END.to_owned() }).await?;
        let last = rows.len() < BATCH;
        for found in rows.into_iter().map(Found::from) {
            after.clone_from(&found.sort);
            if !fits(actor, &found, wanted) {
                continue;
            }
            let key = key(ctx, &found, wanted.order).await?;
            if key.as_str() > from {
                let allies = names(ctx, actor, &found).await?;
                cards.push((key, CommunityCard { allies, ..card(actor, &found) }));
            }
        }
        if last {
            break;
        }
    }
    cards.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(Page::cut(cards, PAGE, |(key, _)| key.clone()).map(|(_, card)| card))
}

fn fits(actor: &Actor, found: &Found, wanted: &Wanted) -> bool {
    let tag = fold(&wanted.tag);
    found.place.stage != Stage::Archived
        && wanted.kind.is_none_or(|kind| kind == found.kind)
        && wanted.place.is_none_or(|place| found.home == Some(place))
        && wanted.size.is_none_or(|size| size == Size::of(found.members))
        && (tag.is_empty() || found.tags.iter().any(|own| fold(own) == tag))
        && judge(actor, Action::Look, &found.place).is_allowed()
        && finds(&format!("{} {}", found.sort, found.words), &wanted.search)
}

/// The place of a community in an order, different for each.
async fn key(ctx: &Context, found: &Found, order: Order) -> Result<String> {
    let downwards = |number: u64| format!("{:020} {}", u64::MAX - number, found.sort);
    Ok(match order {
        Order::Name => found.sort.clone(),
        Order::Size => downwards(found.members),
        Order::Activity => {
            let last = crate::feed::newest_of(ctx, found.id).await?;
            downwards(last.map_or(0, |post| post.ulid().timestamp_ms()))
        }
    })
}

/// The interests of the communities the actor may know of, each once, by name.
pub async fn tags(ctx: &Context, actor: &Actor) -> Result<Vec<String>> {
    let mut tags: BTreeMap<String, String> = BTreeMap::new();
    for community in super::all(ctx).await?.iter() {
        let found = match super::found(ctx, *community).await {
            Ok(found) => found,
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => continue,
            Err(error) => return Err(error),
        };
        let shown = found.place.stage != Stage::Archived;
        if shown && judge(actor, Action::Look, &found.place).is_allowed() {
            for tag in &found.tags {
                tags.entry(fold(tag)).or_insert_with(|| tag.clone());
            }
        }
    }
    Ok(tags.into_values().collect())
}

/// Of the communities in a federation, those that the actor may know of.
async fn names(ctx: &Context, actor: &Actor, found: &Found) -> Result<Vec<String>> {
    let known = super::federation::known(ctx, actor, &found.allies).await?;
    Ok(known.into_iter().map(|community| community.name).collect())
}

/// A community as lists show it to the actor, who may know of it; the members of a federation left out.
pub fn card(actor: &Actor, found: &Found) -> CommunityCard {
    CommunityCard {
        id: found.id,
        slug: found.slug.clone(),
        name: found.name.clone(),
        summary: found.summary.clone(),
        kind: found.kind,
        hue: found.hue,
        stage: found.place.stage,
        admission: found.place.admission,
        members: found.members,
        tags: found.tags.clone(),
        allies: Vec::new(),
        role: actor.role_in(found.id),
        asked: actor.has_asked(found.id),
        invited: actor.is_invited(found.id),
        may_study: judge(actor, Action::Study, &found.place).is_allowed(),
        may_join: judge(actor, Action::Join, &found.place).is_allowed(),
    }
}
