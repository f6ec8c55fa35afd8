//! An event on its own page.

use super::row::{MINE, Mine, load, registration};
use crate::{Context, bind, error::Result, feed, people};
use domain::{
    Actor,
    event::{EventView, Phase, Status, attending, sees_who_comes},
    id::EventId,
    policy::{Action, Verdict, judge},
};

/// The event, and what `actor` may do there.
pub async fn event(ctx: &Context, actor: &Actor, event: EventId) -> Result<EventView> {
    let (row, found) = load(ctx, actor, event, Action::Read).await?;
    let organizer = people::name(ctx, row.organizer.0).await?;
    let sequence = row.sequence;
    let (row, description) = row.parted();
    let mine = vec![registration(event, actor.person)];
    let mine = ctx.db().row::<Mine>(MINE, bind! { mine }).await?;
    let card = row.card(ctx, &found, mine.as_ref());
    let open = card.phase == Phase::Ahead && card.status == Status::Confirmed;
    let may = |action| judge(actor, action, &found.place) == Verdict::Allowed;
    Ok(EventView {
        description: feed::prose::html(&description),
        organizer,
        charter: found.charter,
        may_attend: open && attending(actor, &found.place) == Verdict::Allowed,
        may_join: open && may(Action::Join),
        may_organise: may(Action::Organise),
        sees_who_comes: sees_who_comes(actor, &found.place),
        sequence,
        told: mine.and_then(|mine| mine.told(ctx.zone())),
        card,
    })
}
