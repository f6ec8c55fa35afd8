//! Communities whose charter should have been read again, for those who look after all of them.

use crate::{
    Context, bind,
    communities::found::{COLUMNS, Found, Row},
    error::Result,
};
use domain::{
    Actor,
    community::{PAGE, Stage},
    page::Page,
    policy::{Verdict, allow, may_open},
};

/// Rows read at once; archived communities are left out of them.
const BATCH: usize = 100;

pub(super) fn query() -> String {
    format!(
        "SELECT {COLUMNS} FROM community WHERE review_sort > $after AND review_sort < $today \
         ORDER BY review_sort LIMIT {BATCH}"
    )
}

/// Before every date, and after those that have none.
const FIRST: &str = "0";

/// A page of them, the longest overdue first. For who does not look after all communities there is
/// no such list.
pub async fn reviews_passed(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<Found>> {
    if may_open(actor) != Verdict::Allowed {
        allow(Verdict::Hidden)?;
    }
    let mut after = cursor.unwrap_or(FIRST).to_owned();
    let mut passed: Vec<Found> = Vec::new();
    while passed.len() <= PAGE {
        let variables = bind! { after: after.clone(), today: ctx.today().to_string() };
        let rows: Vec<Row> = ctx.db().rows(&query(), variables).await?;
        let last = rows.len() < BATCH;
        let batch: Vec<Found> = rows.into_iter().map(Found::from).collect();
        if let Some(found) = batch.last() {
            after = place(found);
        }
        passed.extend(batch.into_iter().filter(|found| found.place.stage != Stage::Archived));
        if last {
            break;
        }
    }
    Ok(Page::cut(passed, PAGE, place))
}

/// Its place in the list, as `review_sort` has it.
fn place(found: &Found) -> String {
    format!("{} {}", found.review_on, found.id)
}
