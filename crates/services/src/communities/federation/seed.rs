//! A federation as it is: for the demonstration. No policy is asked and nobody is told.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
    feed,
};
use domain::{
    community::federation::GoalState,
    id::{CommunityId, GoalId, PersonId, PostId, newest_first},
};
use jiff::{Timestamp, civil::Date};

/// A federation, its members, its goals and what was shared there.
#[derive(Clone, Debug)]
pub struct SeedFederation {
    pub federation: CommunityId,
    pub allies: Vec<SeedAlly>,
    pub goals: Vec<SeedGoal>,
    pub shares: Vec<SeedShare>,
}

/// A community that is in; one that is asked to come when `called`.
#[derive(Clone, Debug)]
pub struct SeedAlly {
    pub community: CommunityId,
    pub by: PersonId,
    pub at: Timestamp,
    pub brings: String,
    pub called: bool,
}

#[derive(Clone, Debug)]
pub struct SeedGoal {
    pub by: PersonId,
    pub at: Timestamp,
    pub goal: String,
    pub measure: String,
    pub due: Option<Date>,
    pub state: GoalState,
    pub word: String,
}

/// A post of one of the allies.
#[derive(Clone, Debug)]
pub struct SeedShare {
    pub post: PostId,
    pub by: PersonId,
    pub at: Timestamp,
}

const ALLY: &str = "
CREATE type::record('tie', [$federation, $community]) SET federation = $federation, community = $community,
    state = IF $called { 'called' } ELSE { 'member' }, by = $by, at = $at, brings = $brings RETURN NONE;
IF !$called {
    UPDATE $community SET federations = array::union(federations ?? [], [$federation]) RETURN NONE;
    UPDATE $federation SET allies = array::union(allies ?? [], [$community]) RETURN NONE;
};
";

const GOAL: &str = "
CREATE type::record('goal', [$federation, $goal_id]) SET federation = $federation, goal = $goal,
    measure = $measure, due = $due, state = $state, word = $word, by = $by, at = $at RETURN NONE;
UPDATE $federation SET goals = (goals ?? 0) + 1 RETURN NONE;
";

pub async fn seed_federation(ctx: &Context, seed: SeedFederation) -> Result<()> {
    let federation = seed.federation;
    for ally in seed.allies {
        let variables = bind! {
            federation: Id(federation), community: Id(ally.community), by: Id(ally.by), at: At(ally.at),
            brings: ally.brings, called: ally.called
        };
        ctx.write(ALLY, variables).await?;
    }
    for goal in seed.goals {
        let variables = bind! {
            federation: Id(federation), goal_id: GoalId::new(ctx.clock().ulid_at(goal.at)).to_string(),
            goal: goal.goal, measure: goal.measure,
            due: goal.due.map(|day| day.to_string()).unwrap_or_default(), state: Word(goal.state),
            word: goal.word, by: Id(goal.by), at: At(goal.at)
        };
        ctx.write(GOAL, variables).await?;
    }
    for share in seed.shares {
        let rank = newest_first(ctx.clock().ulid_at(share.at)).to_string();
        let variables = bind! {
            post: Id(share.post), federation: Id(federation), person: Id(share.by), at: At(share.at), rank
        };
        ctx.write(feed::SHARE, variables).await?;
    }
    ctx.caches().communities.forget_all();
    ctx.caches().actors.forget_all();
    feed::unshared(ctx, federation, None);
    Ok(())
}
