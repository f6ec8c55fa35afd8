//! Communities that nobody animates, or one person alone, and who looks after them meanwhile.

use crate::{
    Context, bind,
    communities::{
        found::{COLUMNS, Found, Row},
        list::END,
    },
    db::{Id, Word},
    error::Result,
};
use domain::{
    Actor,
    actor::OrgRole,
    community::{PAGE, PersonRef, handing::KEEPERS_SHOWN},
    id::{MediaId, PersonId},
    page::Page,
    policy::{Verdict, allow, may_open},
};
use surrealdb::types::SurrealValue;

/// How few animate them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thin {
    Nobody,
    OneAlone,
}

/// Rows read at once; those that do not run are left out of them.
const BATCH: usize = 100;

pub(super) fn query() -> String {
    format!(
        "SELECT {COLUMNS} FROM community WHERE animators = $animators AND sort > $after AND sort < $end \
         ORDER BY sort LIMIT {BATCH}"
    )
}

/// A page of the running communities that so few animate, by name. For who does not look after all
/// communities there is no such list.
pub async fn orphans(ctx: &Context, actor: &Actor, thin: Thin, cursor: Option<&str>) -> Result<Page<Found>> {
    if may_open(actor) != Verdict::Allowed {
        allow(Verdict::Hidden)?;
    }
    let animators = match thin {
        Thin::Nobody => 0_i64,
        Thin::OneAlone => 1,
    };
    let mut after = cursor.unwrap_or_default().to_owned();
    let mut kept: Vec<Found> = Vec::new();
    while kept.len() <= PAGE {
        let variables = bind! { animators, after: after.clone(), end: END.to_owned() };
        let rows: Vec<Row> = ctx.db().rows(&query(), variables).await?;
        let last = rows.len() < BATCH;
        let batch: Vec<Found> = rows.into_iter().map(Found::from).collect();
        if let Some(found) = batch.last() {
            after.clone_from(&found.sort);
        }
        kept.extend(batch.into_iter().filter(|found| found.place.stage.is_public()));
        if last {
            break;
        }
    }
    Ok(Page::cut(kept, PAGE, |found| found.sort.clone()))
}

pub(super) const KEEPERS: &str = "SELECT id, name, title, picture, sort FROM person \
     WHERE role = $role AND active = true AND sort > '' AND sort < $end ORDER BY sort LIMIT $limit";

#[derive(SurrealValue)]
struct KeeperRow {
    id: Id<PersonId>,
    name: String,
    title: String,
    picture: Option<Id<MediaId>>,
}

/// A few of those who look after communities that nobody animates: community managers, or, in a house
/// that has none, administrators.
pub(in crate::communities) async fn keepers(ctx: &Context) -> Result<Vec<PersonRef>> {
    for role in [OrgRole::CommunityManager, OrgRole::Administrator] {
        let limit = i64::try_from(KEEPERS_SHOWN).unwrap_or(i64::MAX);
        let variables = bind! { role: Word(role), end: END.to_owned(), limit };
        let rows: Vec<KeeperRow> = ctx.db().rows(KEEPERS, variables).await?;
        if !rows.is_empty() {
            let person = |row: KeeperRow| PersonRef {
                id: row.id.0,
                name: row.name,
                title: row.title,
                picture: row.picture.map(|picture| picture.0),
            };
            return Ok(rows.into_iter().map(person).collect());
        }
    }
    Ok(Vec::new())
}
