//! A federation with its members and its goals, or the federations a community is in.

use crate::{
    Context, bind,
    communities::{Found, found, found_by_slug},
    db::{At, Id, Word},
    error::{Error, Result},
    people,
};
use domain::{
    Actor, Reason,
    community::{
        Kind, Stage,
        federation::{
            FederationView, GOALS_MAX, GoalState, GoalView, Named, Side, TieState, TieView, speaks_for,
        },
    },
    id::{CommunityId, GoalId, PersonId},
    policy::{Action, allow, judge},
};
use jiff::{SignedDuration, civil::Date};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// Ties looked at: those that hold are far fewer, and others are told for a month.
const MOST: i64 = 500;
const TOLD: SignedDuration = SignedDuration::from_hours(24 * 30);

pub(in crate::communities) const BELOW: &str = "SELECT federation, community, state, word, by, at, brings \
     FROM type::record('tie', [$id, NONE]..=[$id, ..]) LIMIT $limit";
pub(in crate::communities) const ABOVE: &str = "SELECT federation, community, state, word, by, at, brings \
     FROM tie WITH INDEX tie_community WHERE community = $id LIMIT $limit";
pub(in crate::communities) const GOALS: &str = "SELECT record::id(id)[1] AS id, goal, measure, due, state, word \
     FROM type::record('goal', [$id, NONE]..=[$id, ..]) LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    federation: Id<CommunityId>,
    community: Id<CommunityId>,
    state: Word<TieState>,
    word: String,
    by: Id<PersonId>,
    at: At,
    brings: String,
}

#[derive(SurrealValue)]
struct GoalRow {
    id: String,
    goal: String,
    measure: String,
    due: String,
    state: Word<GoalState>,
    word: String,
}

/// A community as named beside another.
pub fn named(found: &Found) -> Named {
    Named {
        id: found.id,
        slug: found.slug.clone(),
        name: found.name.clone(),
        kind: found.kind,
        hue: found.hue,
    }
}

async fn there(ctx: &Context, community: CommunityId) -> Result<Option<Arc<Found>>> {
    match found(ctx, community).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Those of `communities` that run and that the actor may know of, by name; from memory.
pub(crate) async fn known(ctx: &Context, actor: &Actor, communities: &[CommunityId]) -> Result<Vec<Named>> {
    let mut known = Vec::new();
    for community in communities {
        let Some(found) = there(ctx, *community).await? else { continue };
        if found.place.stage != Stage::Archived && judge(actor, Action::Look, &found.place).is_allowed() {
            known.push(found);
        }
    }
    known.sort_by(|a, b| a.sort.cmp(&b.sort).then(a.id.cmp(&b.id)));
    Ok(known.iter().map(|found| named(found)).collect())
}

/// The goals of a federation, the open ones first, each in the order they were written.
pub(crate) async fn goals(ctx: &Context, federation: CommunityId) -> Result<Vec<GoalView>> {
    let limit = i64::try_from(GOALS_MAX).unwrap_or(i64::MAX);
    let rows: Vec<GoalRow> = ctx.db().rows(GOALS, bind! { id: Id(federation), limit }).await?;
    let today = ctx.today();
    let view = |row: GoalRow| {
        let due = row.due.parse::<Date>().ok();
        Some(GoalView {
            id: row.id.parse::<GoalId>().ok()?,
            goal: row.goal,
            measure: row.measure,
            late: row.state.0 == GoalState::Open && due.is_some_and(|due| due < today),
            due,
            state: row.state.0,
            word: row.word,
        })
    };
    let mut goals: Vec<_> = rows.into_iter().filter_map(view).collect();
    goals.sort_by_key(|goal| goal.state != GoalState::Open);
    Ok(goals)
}

/// What the page says, for who may read the charter there. Members of a federation that the actor may not
/// know of are left out without a word, unless they speak for it: those tied themselves to it.
pub async fn federation(ctx: &Context, actor: &Actor, slug: &str) -> Result<FederationView> {
    let own = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Study, &own.place))?;
    let above = own.kind == Kind::Federation;
    let may_govern = speaks_for(actor, &own.place);
    let surql = if above { BELOW } else { ABOVE };
    let rows: Vec<Row> = ctx.db().rows(surql, bind! { id: Id(own.id), limit: MOST }).await?;
    let people: Vec<_> = rows.iter().map(|row| row.by.0).collect();
    let names = people::names(ctx, &people).await?;
    let (mut ties, mut pending) = (Vec::new(), Vec::new());
    for row in rows {
        let other = if above { row.community.0 } else { row.federation.0 };
        let Some(other) = there(ctx, other).await? else { continue };
        let holds = row.state.0 == TieState::Member;
        let lately = row.state.0.waits_for().is_some() || ctx.now().duration_since(row.at.0) < TOLD;
        let knows =
            judge(actor, Action::Look, &other.place).is_allowed() && other.place.stage != Stage::Archived;
        if !(may_govern && (holds || lately)) && !(holds && knows) {
            continue;
        }
        let side = if above { Side::Federation } else { Side::Community };
        let waits = row.state.0.waits_for();
        let view = TieView {
            state: row.state.0,
            word: if may_govern { row.word } else { String::new() },
            by: names.of(row.by.0),
            day: row.at.0.to_zoned(ctx.zone().clone()).date(),
            brings: row.brings,
            may_answer: may_govern && waits == Some(side),
            may_part: may_govern && (holds || waits.is_some_and(|waits| waits != side)),
            other: named(&other),
        };
        let list = if holds { &mut ties } else { &mut pending };
        list.push((other.sort.clone(), view));
    }
    let by_name = |mut list: Vec<(String, TieView)>| {
        list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.other.id.cmp(&b.1.other.id)));
        list.into_iter().map(|(_, view)| view).collect()
    };
    Ok(FederationView {
        above,
        ties: by_name(ties),
        pending: by_name(pending),
        goals: if above { goals(ctx, own.id).await? } else { Vec::new() },
        may_govern,
    })
}
