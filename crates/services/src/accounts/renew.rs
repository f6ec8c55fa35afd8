//! New links for all who were called and have not come: when those before were lost, or are too old.

use super::{CALL, Call, InviteLink, LinkFile, call};
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use domain::id::PersonId;
use surrealdb::types::SurrealValue;

/// People given a link in one transaction.
const BATCH: i64 = 250;

pub(crate) const WAITING: &str = "
SELECT rank, person, person.name AS name, person.email AS email, person.active AS active
FROM invitation WHERE open = true AND rank > $after ORDER BY rank LIMIT $limit
";

/// Replaces every invitation that waits, expired or not: the links before are dead. The new ones go
/// into `file` as they are made. Cut halfway, it may be started again.
pub async fn renew_invitations(ctx: &Context, mut file: Option<&mut LinkFile>) -> Result<Vec<InviteLink>> {
    let mut links = Vec::new();
    // New ones rank before all others, so the way on never meets them.
    let mut after = String::new();
    loop {
        let rows = ctx.db().rows::<Waiting>(WAITING, bind! { after: after.clone(), limit: BATCH }).await?;
        let Some(last) = rows.last() else { return Ok(links) };
        after.clone_from(&last.rank);
        let mut calls: Vec<Call> = Vec::with_capacity(rows.len());
        let mut again: Vec<Id<PersonId>> = Vec::with_capacity(rows.len());
        let known = links.len();
        for row in rows.into_iter().filter(|row| row.active) {
            let (link, call) = call(ctx, row.person.0, &row.name, &row.email, None)?;
            links.push(link);
            calls.push(call);
            again.push(row.person);
        }
        if !calls.is_empty() {
            ctx.write(CALL, bind! { invitations: calls, called_again: again }).await?;
        }
        if let (Some(file), Some(made)) = (file.as_deref_mut(), links.get(known..)) {
            file.add(made).await.map_err(|error| Error::Io("file of links", error))?;
        }
    }
}

#[derive(SurrealValue)]
struct Waiting {
    rank: String,
    person: Id<PersonId>,
    name: String,
    email: String,
    active: bool,
}
