//! A proposed change, beside the version it starts from.

use super::diff::changes;
use crate::{
    Context, bind,
    communities::{Found, charter::charter_text, found},
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{
        Charter,
        amendment::{AmendmentCard, AmendmentState, AmendmentView, may_follow, may_settle},
    },
    id::{AmendmentId, CommunityId, PersonId},
    policy::{Action, allow, judge},
};
use std::sync::Arc;
use surrealdb::types::SurrealValue;

/// The columns of a [`Row`].
pub(super) const COLUMNS: &str = "id, community, by, by.name AS name, base, text, reason, state, created, \
     version, answered_by.name AS answerer, said, answered, rank";

#[derive(Clone, Debug, SurrealValue)]
pub(super) struct Row {
    id: Id<AmendmentId>,
    community: Id<CommunityId>,
    pub(super) by: Id<PersonId>,
    name: Option<String>,
    base: i64,
    pub(super) text: Word<Charter>,
    reason: String,
    pub(super) state: Word<AmendmentState>,
    created: At,
    version: Option<i64>,
    answerer: Option<String>,
    said: String,
    answered: Option<At>,
    pub(super) rank: String,
}

impl Row {
    fn base(&self) -> u32 {
        u32::try_from(self.base).unwrap_or_default()
    }

    pub(super) fn card(&self) -> AmendmentCard {
        let answered =
            self.answered.map(|at| (self.answerer.clone().unwrap_or_default(), self.said.clone(), at.0));
        AmendmentCard {
            id: self.id.0,
            by: self.by.0,
            name: self.name.clone().unwrap_or_default(),
            reason: self.reason.clone(),
            state: self.state.0,
            at: self.created.0,
            base: self.base(),
            version: self.version.and_then(|version| u32::try_from(version).ok()),
            answered,
        }
    }
}

/// The change and its community, for who may follow what is proposed there.
pub(super) async fn find(ctx: &Context, actor: &Actor, amendment: AmendmentId) -> Result<(Row, Arc<Found>)> {
    let surql = format!("SELECT {COLUMNS} FROM ONLY $amendment");
    let row: Option<Row> = ctx.db().query(&surql, bind! { amendment: Id(amendment) }).await?.one(0)?;
    let row = row.ok_or(Reason::NotFound)?;
    let found = found(ctx, row.community.0).await?;
    // Whoever is not within does not learn that there is such a change.
    if !may_follow(actor, &found.place).is_allowed() {
        return Err(Reason::NotFound.into());
    }
    Ok((row, found))
}

/// The change as its page shows it, and the address of its community.
pub async fn amendment(
    ctx: &Context,
    actor: &Actor,
    amendment: AmendmentId,
) -> Result<(AmendmentView, String)> {
    let (row, found) = find(ctx, actor, amendment).await?;
    allow(judge(actor, Action::Study, &found.place))?;
    let open = row.state.0 == AmendmentState::Open;
    let mine = row.by.0 == actor.person;
    let outdated = open && row.base() != found.charter;
    let settles = may_settle(actor, &found.place, row.by.0).is_allowed();
    let base = charter_text(ctx, found.id, row.base()).await?;
    let view = AmendmentView {
        card: row.card(),
        changes: changes(&base, &row.text.0),
        outdated,
        may_settle: open && settles,
        may_withdraw: open && mine,
        waits_for_others: open && mine && !settles,
        text: row.text.0,
    };
    Ok((view, found.slug.clone()))
}
