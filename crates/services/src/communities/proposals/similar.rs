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
    let mut alike: Vec<(u32, String, CommunityId)> = Vec::new();
    let mut after = String::new();
    loop {
        let range = bind! { after: after.clone(), end: list::END.to_owned() };
        let rows: Vec<Row> = ctx.db().rows(&query(), range).await?;
        let last = rows.len() < BATCH;
        for row in rows {
            let words = Words::of(&row.name, &row.summary, row.purpose.as_deref().unwrap_or_default());
            let likeness = likeness(&wanted, &words);
            after.clone_from(&row.sort);
            if likeness >= ALIKE {
                alike.push((likeness, row.sort, row.id.0));
            }
        }
        if last {
            break;
        }
    }
    alike.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut shown = Vec::new();
    for (_, _, id) in alike {
        match found(ctx, id).await {
            Ok(found)
                if found.place.stage != Stage::Archived
                    && judge(actor, Action::Look, &found.place).is_allowed() =>
            {
                shown.push(list::card(actor, &found));
            }
            Ok(_) => {}
            Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => {}
            Err(error) => return Err(error),
        }
        if shown.len() == SHOWN {
            break;
        }
    }
    Ok(shown)
}
