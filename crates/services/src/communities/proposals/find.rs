//! A proposal as the store has it, for who may see it.

use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Hue, Kind, NewCommunity,
        proposal::{Act, ProposalCard, State, judge_proposal},
    },
    id::{PersonId, ProposalId},
    policy::allow,
};
use surrealdb::types::SurrealValue;

/// The columns of a [`Row`].
pub(super) const COLUMNS: &str = "id, by, by.name AS author, state, form, moved, rank, queued, \
     community.slug AS opened";

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    pub(super) id: Id<ProposalId>,
    pub(super) by: Id<PersonId>,
    author: Option<String>,
    pub(super) state: Word<State>,
    pub(super) form: Word<NewCommunity>,
    pub(super) moved: At,
    pub(super) rank: String,
    pub(super) queued: Option<String>,
    opened: Option<String>,
}

impl Row {
    pub(super) fn card(&self) -> ProposalCard {
        let form = &self.form.0;
        ProposalCard {
            id: self.id.0,
            name: form.name.clone(),
            summary: form.summary.clone(),
            kind: Kind::from_word(&form.kind),
            hue: Hue::from_word(&form.hue).unwrap_or_default(),
            state: self.state.0,
            by: self.by.0,
            author: self.author.clone().unwrap_or_default(),
            moved: self.moved.0,
            opened: self.opened.clone(),
        }
    }
}

/// The proposal, if `actor` may do `act` to it where it stands.
///
/// NotFound for who may not know of it, [`CommunityError::ProposalMoved`] when it is no longer
/// where this may be done.
pub(super) async fn find(ctx: &Context, actor: &Actor, proposal: ProposalId, act: Act) -> Result<Row> {
    let surql = format!("SELECT {COLUMNS} FROM ONLY $proposal");
    let row: Option<Row> = ctx.db().query(&surql, bind! { proposal: Id(proposal) }).await?.one(0)?;
    let row = row.ok_or(Reason::NotFound)?;
    allow(judge_proposal(actor, act, row.by.0, row.state.0))?;
    if !row.state.0.allows(act) {
        return Err(CommunityError::ProposalMoved.into());
    }
    Ok(row)
}
