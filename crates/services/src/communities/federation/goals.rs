//! Goals in common: written, changed and settled by those who animate the federation.

use super::{insist, propose::bound, told_why};
use crate::{
    Context, bind,
    communities::{Found, found},
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor,
    community::{
        CommunityError, Kind,
        federation::{GOALS_MAX, GoalForm, GoalState, WORD_MAX},
    },
    form::Reader,
    id::{CommunityId, GoalId},
};
use jiff::civil::Date;
use std::sync::Arc;

const WRITE: &str = "
LET $in = UPDATE ONLY $federation SET goals = (goals ?? 0) + 1;
IF $in.stage = 'archived' { THROW 'archived' };
IF $in.goals > $most { THROW 'goals_full' };
CREATE type::record('goal', [$federation, $goal_id]) SET federation = $federation, goal = $goal,
    measure = $measure, due = $due, state = 'open', by = $person, at = $at RETURN NONE;
";

const CHANGE: &str = "
LET $id = type::record('goal', [$federation, $goal_id]);
IF $id.goal = NONE { THROW 'absent' };
UPDATE $id SET goal = $goal, measure = $measure, due = $due, by = $person, at = $at RETURN NONE;
";

const DUE: &str = "SELECT VALUE due FROM type::record('goal', [$federation, $goal_id])";

async fn speaking(ctx: &Context, actor: &Actor, federation: CommunityId) -> Result<Arc<Found>> {
    let found = found(ctx, federation).await?;
    insist(actor, &found)?;
    match found.kind {
        Kind::Federation => Ok(found),
        _ => Err(CommunityError::NoFederation.into()),
    }
}

/// Writes a goal of the federation, or changes `goal`. `key` is the form's: sent twice, it is one goal.
pub async fn set_goal(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    goal: Option<GoalId>,
    form: &GoalForm,
    key: &str,
) -> Result<()> {
    speaking(ctx, actor, federation).await?;
    let id = goal.unwrap_or_else(|| GoalId::new(ctx.ulid()));
    let was = match goal {
        Some(_) => {
            let key = bind! { federation: Id(federation), goal_id: id.to_string() };
            ctx.db().row::<String>(DUE, key).await?.and_then(|due| due.parse::<Date>().ok())
        }
        None => None,
    };
    let mut reader = Reader::default();
    let read = form.read(&mut reader, ctx.today(), was);
    reader.done()?;
    let variables = bind! {
        federation: Id(federation), goal_id: id.to_string(), goal: read.goal, measure: read.measure,
        due: read.due.map(|day| day.to_string()).unwrap_or_default(), person: Id(actor.person),
        at: At(ctx.now()), most: bound(GOALS_MAX)
    };
    let written = match goal {
        Some(_) => ctx.write(CHANGE, variables).await.map(drop),
        None => ctx.write_once(actor.person, key, id, WRITE, variables).await.map(drop),
    };
    written.map_err(told_why)
}

const SETTLE: &str = "
LET $id = type::record('goal', [$federation, $goal_id]);
IF $id.goal = NONE { THROW 'absent' };
UPDATE $id SET state = $state, word = $word, by = $person, at = $at RETURN NONE;
";

/// Says where a goal stands: reached, set aside with a word, or open again. Repeating it changes nothing.
pub async fn settle_goal(
    ctx: &Context,
    actor: &Actor,
    federation: CommunityId,
    goal: GoalId,
    state: GoalState,
    word: &str,
) -> Result<()> {
    speaking(ctx, actor, federation).await?;
    let mut form = Reader::default();
    let word = form.text("word", word, if state == GoalState::SetAside { 3 } else { 0 }, WORD_MAX);
    form.done()?;
    let word = if state == GoalState::Open { String::new() } else { word };
    let variables = bind! {
        federation: Id(federation), goal_id: goal.to_string(), state: Word(state), word,
        person: Id(actor.person), at: At(ctx.now())
    };
    ctx.write(SETTLE, variables).await.map(drop).map_err(told_why)
}
