//! The head of a community's pages.

use super::{Found, federation, found_by_slug};
use crate::{Context, error::Result};
use domain::{
    Actor,
    community::{
        CommunityView,
        amendment::{may_follow, review},
        handing::{may_entrust, may_offer},
        life::may_keep,
    },
    policy::{Action, allow, judge},
};

/// The community of an address and what the actor may do there; NotFound when they may not know
/// of it.
pub async fn view(ctx: &Context, actor: &Actor, slug: &str) -> Result<CommunityView> {
    let found = found_by_slug(ctx, slug).await?;
    let view = view_of(actor, &found)?;
    let leaving = if view.may_govern { super::stays::leaving(ctx, found.id).await? } else { 0 };
    let alone = found.animators == 0 && found.place.stage.is_public() && view.may_read;
    let keepers = if alone { super::handing::keepers(ctx).await? } else { Vec::new() };
    Ok(CommunityView {
        review: review(&found.review_on, ctx.today()),
        leaving,
        keepers,
        federations: federation::known(ctx, actor, &found.federations).await?,
        allies: federation::known(ctx, actor, &found.allies).await?,
        ..view
    })
}

/// The same, of a community at hand; it does not remind of the review nor of who leaves, nor say who
/// looks after it when nobody animates it, nor its federations.
pub fn view_of(actor: &Actor, found: &Found) -> Result<CommunityView> {
    allow(judge(actor, Action::Look, &found.place))?;
    let may = |action| judge(actor, action, &found.place).is_allowed();
    Ok(CommunityView {
        id: found.id,
        slug: found.slug.clone(),
        name: found.name.clone(),
        summary: found.summary.clone(),
        kind: found.kind,
        hue: found.hue,
        stage: found.place.stage,
        admission: found.place.admission,
        listed: found.place.listed,
        glimpse: found.place.glimpse,
        question: found.question.clone(),
        everyone: found.everyone,
        members: found.members,
        animators: found.animators,
        charter: found.charter,
        role: actor.role_in(found.id),
        asked: actor.has_asked(found.id),
        invited: actor.is_invited(found.id),
        may_study: may(Action::Study),
        may_peek: may(Action::Peek),
        may_read: may(Action::Read),
        may_join: may(Action::Join),
        may_leave: may(Action::Leave) && !found.everyone,
        may_write: may(Action::Write),
        may_moderate: may(Action::Moderate),
        may_organise: may(Action::Organise),
        may_govern: may(Action::Govern),
        may_offer: may_offer(actor, &found.place).is_allowed(),
        may_entrust: may_entrust(actor, &found.place).is_allowed(),
        may_keep: may_keep(actor, &found.place).is_allowed(),
        within: may_follow(actor, &found.place).is_allowed(),
        review: None,
        leaving: 0,
        keepers: Vec::new(),
        federations: Vec::new(),
        allies: Vec::new(),
    })
}
