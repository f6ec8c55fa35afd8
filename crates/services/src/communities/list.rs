//! The directory: what the actor may know of.

use super::found::{COLUMNS, Found, Row};
use crate::{Context, bind, error::Result};
use domain::{
    Actor,
    community::{CommunityCard, Kind, PAGE, Stage},
    fold::finds,
    page::Page,
    policy::{Action, judge},
};

/// Rows read at once; what the actor may not see or did not ask for is left out of them.
const BATCH: usize = 100;

pub(super) fn query() -> String {
    format!("SELECT {COLUMNS} FROM community WHERE sort > $after AND sort < $end ORDER BY sort LIMIT {BATCH}")
}

/// After every folded name.
pub(super) const END: &str = "\u{10FFFF}";

/// A page of the communities the actor may know of, by name: of `kind` if given, and with a word
/// that starts like each of `query`'s in their name or summary. Archived ones are out of it.
pub async fn list(
    ctx: &Context,
    actor: &Actor,
    kind: Option<Kind>,
    query_text: &str,
    cursor: Option<&str>,
) -> Result<Page<CommunityCard>> {
    let mut after = cursor.unwrap_or_default().to_owned();
    let mut cards: Vec<(String, CommunityCard)> = Vec::new();
    while cards.len() <= PAGE {
        let rows: Vec<Row> =
            ctx.db().rows(&query(), bind! { after: after.clone(), end: END.to_owned() }).await?;
        let last = rows.len() < BATCH;
        let batch: Vec<Found> = rows.into_iter().map(Found::from).collect();
        if let Some(found) = batch.last() {
            after.clone_from(&found.sort);
        }
        let fitting = batch.into_iter().filter(|found| {
            found.place.stage != Stage::Archived
                && kind.is_none_or(|kind| kind == found.kind)
                && judge(actor, Action::Look, &found.place).is_allowed()
                && finds(&format!("{} {}", found.sort, found.words), query_text)
        });
        cards.extend(fitting.map(|found| (found.sort.clone(), card(actor, &found))));
        if last {
            break;
        }
    }
    Ok(Page::cut(cards, PAGE, |(sort, _)| sort.clone()).map(|(_, card)| card))
}

/// A community as lists show it to the actor, who may know of it.
pub fn card(actor: &Actor, found: &Found) -> CommunityCard {
    CommunityCard {
        id: found.id,
        slug: found.slug.clone(),
        name: found.name.clone(),
        summary: found.summary.clone(),
        kind: found.kind,
        hue: found.hue,
        stage: found.place.stage,
        admission: found.place.admission,
        members: found.members,
        role: actor.role_in(found.id),
        asked: actor.has_asked(found.id),
        invited: actor.is_invited(found.id),
        may_study: judge(actor, Action::Study, &found.place).is_allowed(),
        may_join: judge(actor, Action::Join, &found.place).is_allowed(),
    }
}
