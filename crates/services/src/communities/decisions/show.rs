//! A decision as the store has it, counted once its last day is over, and as one reader sees it.

use super::told_why;
use crate::{
    Context, bind,
    communities::{Found, found},
    db::{At, Id, Word},
    error::{Error, Result},
    people,
    people::Names,
};
use domain::{
    Actor, Reason,
    community::{
        amendment::may_follow,
        decision::{
            DECISIONS_PAGE, DecisionCard, DecisionState, DecisionView, VoteRow, Votes, may_vote,
            may_withdraw, outcome,
        },
    },
    id::{CommunityId, DecisionId, PersonId},
    page::Page,
    policy::{Action, judge},
};
use std::{collections::HashMap, sync::Arc};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

/// The columns of a [`Row`].
pub(super) const COLUMNS: &str = "id, community, by, question, detail, choices, quorum, created, closes, state, \
     counts, members, reasons, concluded_by, concluded, rank";

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    pub(super) id: Id<DecisionId>,
    pub(super) community: Id<CommunityId>,
    pub(super) by: Id<PersonId>,
    pub(super) question: String,
    detail: String,
    pub(super) choices: Vec<String>,
    quorum: i64,
    created: At,
    pub(super) closes: At,
    pub(super) state: Word<DecisionState>,
    counts: Vec<i64>,
    members: Option<i64>,
    reasons: String,
    concluded_by: Option<Id<PersonId>>,
    concluded: Option<At>,
    pub(super) rank: String,
}

impl Row {
    fn counts(&self) -> Vec<u64> {
        self.counts.iter().map(|count| u64::try_from(*count).unwrap_or_default()).collect()
    }

    fn quorum(&self) -> u8 {
        u8::try_from(self.quorum).unwrap_or(100)
    }

    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        [Some(self.by.0), self.concluded_by.map(|id| id.0)].into_iter().flatten()
    }

    /// What the file of a community says of it; votes under way are nobody's to take along.
    pub(super) fn told(&self, names: &Names) -> ExportDecision {
        let closed = self.state.0 == DecisionState::Closed;
        ExportDecision {
            card: self.card(names, None),
            detail: self.detail.clone(),
            counts: if closed { self.counts() } else { Vec::new() },
            reasons: self.reasons.clone(),
        }
    }

    pub(super) fn card(&self, names: &Names, mine: Option<usize>) -> DecisionCard {
        let counts = self.counts();
        let members = self.members.and_then(|members| u64::try_from(members).ok());
        DecisionCard {
            id: self.id.0,
            question: self.question.clone(),
            by: names.of(self.by.0),
            created: self.created.0,
            closes: self.closes.0,
            state: self.state.0,
            outcome: members.map(|members| outcome(&counts, members, self.quorum())),
            choices: self.choices.clone(),
            voters: counts.iter().sum(),
            mine,
        }
    }
}

/// A decision in the file of its community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportDecision {
    pub card: DecisionCard,
    pub detail: String,
    /// Once closed.
    pub counts: Vec<u64>,
    /// May be empty.
    pub reasons: String,
}

/// Those who were members when it closed, as far as the rows still say.
const CLOSE: &str = "
LET $was = SELECT community, state, closes FROM ONLY $decision;
IF $was.state = 'open' AND $was.closes <= $at {
    LET $members = count(SELECT VALUE id FROM membership
        WHERE community = $was.community AND since <= $was.closes AND role != 'requested');
    UPDATE $decision SET state = 'closed', members = $members RETURN NONE;
};
";

/// The rows, those whose last day is over counted: whoever looks first does it, and it is done once.
pub(super) async fn counted(ctx: &Context, rows: Vec<Row>) -> Result<Vec<Row>> {
    let mut counted = Vec::with_capacity(rows.len());
    for row in rows {
        if row.state.0 != DecisionState::Open || row.closes.0 > ctx.now() {
            counted.push(row);
            continue;
        }
        ctx.write(CLOSE, bind! { decision: row.id, at: At(ctx.now()) }).await?;
        counted.extend(load(ctx, row.id.0).await?);
    }
    Ok(counted)
}

async fn load(ctx: &Context, decision: DecisionId) -> Result<Option<Row>> {
    let surql = format!("SELECT {COLUMNS} FROM ONLY $decision");
    ctx.db().query(&surql, bind! { decision: Id(decision) }).await?.one(0)
}

/// The decision and its community, for who may follow what is decided there; NotFound for others, who
/// do not learn that there is one.
pub(super) async fn find(ctx: &Context, actor: &Actor, decision: DecisionId) -> Result<(Row, Arc<Found>)> {
    let row = load(ctx, decision).await?.ok_or(Reason::NotFound)?;
    let found = found(ctx, row.community.0).await?;
    if !may_follow(actor, &found.place).is_allowed() {
        return Err(Reason::NotFound.into());
    }
    let row = counted(ctx, vec![row]).await?.into_iter().next().ok_or(Reason::NotFound)?;
    Ok((row, found))
}

pub(super) const MINE: &str = "SELECT decision, choice \
     FROM array::map($decisions, |$decision| type::record('decision_vote', [$decision, $person]))";

#[derive(SurrealValue)]
struct MineRow {
    decision: Id<DecisionId>,
    choice: i64,
}

/// What the actor voted for, in each of `rows`.
pub(super) async fn mine(ctx: &Context, actor: &Actor, rows: &[Row]) -> Result<HashMap<DecisionId, usize>> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let decisions: Vec<_> = rows.iter().map(|row| row.id).collect();
    let variables = bind! { decisions, person: Id(actor.person) };
    let mine: Vec<MineRow> = ctx.db().rows(MINE, variables).await?;
    Ok(mine.into_iter().filter_map(|row| Some((row.decision.0, usize::try_from(row.choice).ok()?))).collect())
}

/// The decision as its page shows it, and the address of its community.
pub async fn decision(ctx: &Context, actor: &Actor, decision: DecisionId) -> Result<(DecisionView, String)> {
    let (row, found) = find(ctx, actor, decision).await?;
    let mine = mine(ctx, actor, std::slice::from_ref(&row)).await?.get(&decision).copied();
    let people: Vec<_> = row.people().collect();
    let names = people::names(ctx, &people).await?;
    let open = row.state.0 == DecisionState::Open;
    let closed = row.state.0 == DecisionState::Closed;
    let told = closed || (open && mine.is_some());
    let reasons = match (row.concluded_by, row.concluded) {
        (Some(by), Some(at)) => Some((row.reasons.clone(), names.of(by.0), at.0)),
        _ => None,
    };
    let view = DecisionView {
        card: row.card(&names, mine),
        detail: row.detail.clone(),
        quorum: row.quorum(),
        members: row.members.and_then(|members| u64::try_from(members).ok()).unwrap_or(found.members),
        counts: told.then(|| row.counts()),
        reasons,
        may_vote: open && may_vote(actor, &found.place).is_allowed(),
        may_withdraw: open && may_withdraw(actor, &found.place, row.by.0).is_allowed(),
        may_conclude: closed && judge(actor, Action::Govern, &found.place).is_allowed(),
    };
    Ok((view, found.slug.clone()))
}

pub(super) const VOTES: &str = "SELECT person, choice FROM type::record('decision_vote', [$decision, $after]>..=[$decision, $last]) LIMIT $limit";

#[derive(SurrealValue)]
struct Voted {
    person: Id<PersonId>,
    choice: i64,
}

/// A page of who voted what, for those who are shown the counts.
pub async fn votes(
    ctx: &Context,
    actor: &Actor,
    decision: DecisionId,
    cursor: Option<&str>,
) -> Result<Votes> {
    let (row, _) = find(ctx, actor, decision).await?;
    let mine = mine(ctx, actor, std::slice::from_ref(&row)).await?;
    let told = match row.state.0 {
        DecisionState::Closed => true,
        DecisionState::Open => mine.contains_key(&decision),
        DecisionState::Withdrawn => false,
    };
    if !told {
        return Ok(Page::empty());
    }
    let after = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(PersonId::new(Ulid::nil()));
    let variables = bind! {
        decision: Id(decision), after: Id(after), last: Id(PersonId::new(Ulid(u128::MAX))),
        limit: i64::try_from(DECISIONS_PAGE + 1).unwrap_or(i64::MAX)
    };
    let rows: Vec<Voted> = ctx.db().rows(VOTES, variables).await.map_err(told_why)?;
    let page = Page::cut(rows, DECISIONS_PAGE, |row| row.person.0.to_string());
    let people: Vec<_> = page.items.iter().map(|row| row.person.0).collect();
    let names = people::names(ctx, &people).await?;
    let vote = |row: Voted| {
        let choice = usize::try_from(row.choice).map_err(Error::broken)?;
        Ok(VoteRow { person: names.of(row.person.0), choice })
    };
    let next = page.next;
    Ok(Page { items: page.items.into_iter().map(vote).collect::<Result<_>>()?, next })
}
