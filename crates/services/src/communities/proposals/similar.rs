//! Communities that are much like one proposed, so that people join rather than open a second one.

use crate::{
    Context, bind,
    communities::{found, list},
    db::Id,
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{ALIKE, CommunityCard, NewCommunity, Stage, Words, likeness},
    id::CommunityId,
    policy::{Action, judge},
};
use surrealdb::types::SurrealValue;

/// How many are shown.
const SHOWN: usize = 4;
/// Rows read at once.
const BATCH: usize = 200;

pub(super) fn query() -> String {
    format!(
        "SELECT id, sort, name, summary, type::record('charter', [id, charter]).text.purpose AS purpose \
         FROM community WHERE sort > $after AND sort < $end ORDER BY sort LIMIT {BATCH}"
    )
}

#[derive(SurrealValue)]
struct Row {
    id: Id<CommunityId>,
    sort: String,
    name: String,
    summary: String,
    purpose: Option<String>,
}

/// Those most like `form` that the actor may know of, the likest first; archived ones are left out.
pub(super) async fn similar(ctx: &Context, actor: &Actor, form: &NewCommunity) -> Result<Vec<CommunityCard>> {
    let wanted = Words::of(&form.name, &form.summary, &form.charter.purpose);
    let mut alike: Vec<(u32, u32, String, CommunityId)> = Vec::new();
    let mut after = String::new();
    loop {
        let range = bind! { after: after.clone(), end: list::END.to_owned() };
        let rows: Vec<Row> = ctx.db().rows(&query(), range).await?;
        let last = rows.len() < BATCH;
        for row in rows {
            let like = |purpose: &str| likeness(&wanted, &Words::of(&row.name, &row.summary, purpose));
            let (told, plain) = (like(row.purpose.as_deref().unwrap_or_default()), like(""));
            after.clone_from(&row.sort);
            if told.max(plain) >= ALIKE {
                alike.push((told, plain, row.sort, row.id.0));
            }
        }
        if last {
            break;
        }
    }
    let mut shown = Vec::new();
    for (told, plain, sort, id) in alike {
        let found = match found(ctx, id).await {
            Ok(found) => found,
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => continue,
            Err(error) => return Err(error),
        };
        let may = |action| judge(actor, action, &found.place).is_allowed();
        // A purpose that the actor may not read does not make it alike.
        let likeness = if may(Action::Study) { told } else { plain };
        if found.place.stage != Stage::Archived && may(Action::Look) && likeness >= ALIKE {
            shown.push((likeness, sort, list::card(actor, &found)));
        }
    }
    shown.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    shown.truncate(SHOWN);
    Ok(shown.into_iter().map(|(_, _, card)| card).collect())
}
