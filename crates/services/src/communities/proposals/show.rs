//! A proposal's page: the charter as it will read, what is missing, what was said.

use super::{
    find::{Row, find},
    similar::similar,
};
use crate::{
    Context, bind,
    communities::named::named,
    db::{At, Id, Word},
    error::Result,
    people,
};
use domain::{
    Actor,
    community::{
        NewCommunity,
        proposal::{Act, NamedPerson, ProposalView, State, Turn, TurnView, judge_proposal},
    },
    form::{Fault, Reader},
    id::{PersonId, ProposalId},
};
use surrealdb::types::SurrealValue;

/// Lines of history a page shows; who sends and withdraws more often than that knows.
const TURNS: usize = 50;

pub(super) const HISTORY: &str = "SELECT turn, by, said, at
    FROM type::record('proposal_turn', [$proposal, '']..=[$proposal, '~']) LIMIT $limit";

#[derive(SurrealValue)]
struct TurnRow {
    turn: Word<Turn>,
    by: Id<PersonId>,
    said: String,
    at: At,
}

/// The proposal, for its author and for those who answer.
pub async fn show(ctx: &Context, actor: &Actor, proposal: ProposalId) -> Result<ProposalView> {
    let row = find(ctx, actor, proposal, Act::See).await?;
    let open = matches!(row.state.0, State::Draft | State::ChangesAsked | State::Sent);
    let form = &row.form.0;
    let (faults, similar) = match open {
        true => (faults(ctx, form).await?, similar(ctx, actor, form).await?),
        false => (Vec::new(), Vec::new()),
    };
    let mut people = people_of(ctx, form).await?.into_iter();
    let sponsor = if form.sponsor.trim().is_empty() { None } else { people.next() };
    let may = |act| judge_proposal(actor, act, row.by.0, row.state.0).is_allowed() && row.state.0.allows(act);
    Ok(ProposalView {
        sponsor,
        animators: people.collect(),
        faults,
        similar,
        turns: turns(ctx, proposal).await?,
        may_edit: may(Act::Edit),
        may_withdraw: may(Act::Withdraw),
        may_discard: may(Act::Discard),
        may_answer: may(Act::Answer),
        card: row.card(),
        form: row.form.0,
    })
}

/// What the author typed, to go on with it, and what is wrong with it so far.
pub async fn draft(
    ctx: &Context,
    actor: &Actor,
    proposal: ProposalId,
) -> Result<(NewCommunity, Vec<(String, Fault)>)> {
    let Row { form, .. } = find(ctx, actor, proposal, Act::Edit).await?;
    let faults = faults(ctx, &form.0).await?;
    Ok((form.0, faults))
}

/// What keeps a proposal from being sent, in the order of the steps.
pub(super) async fn faults(ctx: &Context, form: &NewCommunity) -> Result<Vec<(String, Fault)>> {
    let people = named(ctx, form.named()).await?;
    let mut reader = Reader::default();
    form.read_proposal(&mut reader, ctx.today(), |text| people.get(text).copied());
    let mut faults = reader.done().err().map(|failure| failure.fields).unwrap_or_default();
    faults.sort_by_key(|(field, _)| domain::community::proposal::Step::of(field).number());
    Ok(faults)
}

/// Those named in the form, the sponsor first.
async fn people_of(ctx: &Context, form: &NewCommunity) -> Result<Vec<NamedPerson>> {
    let known = named(ctx, form.named()).await?;
    let ids: Vec<_> = known.values().copied().collect();
    let names = people::names(ctx, &ids).await?;
    let person = |text: &str| NamedPerson {
        typed: text.to_owned(),
        person: known.get(text).map(|id| (*id, names.of(*id).name.clone())),
    };
    Ok(form.named().map(person).collect())
}

async fn turns(ctx: &Context, proposal: ProposalId) -> Result<Vec<TurnView>> {
    let limit = i64::try_from(TURNS).unwrap_or(i64::MAX);
    let rows: Vec<TurnRow> = ctx.db().rows(HISTORY, bind! { proposal: Id(proposal), limit }).await?;
    let people: Vec<_> = rows.iter().map(|row| row.by.0).collect();
    let names = people::names(ctx, &people).await?;
    let view = |row: TurnRow| TurnView {
        turn: row.turn.0,
        by: row.by.0,
        name: names.of(row.by.0).name.clone(),
        said: row.said,
        at: row.at.0,
    };
    Ok(rows.into_iter().map(view).collect())
}
