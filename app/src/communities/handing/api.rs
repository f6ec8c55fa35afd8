//! What pages and forms of handing over ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done, say},
    i18n::dates,
    visit::lang,
};
use domain::{
    community::{
        CommunityView,
        handing::{Leaving, OfferView},
    },
    id::{CommunityId, PersonId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A role that is offered, as the reader sees it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfferLine {
    pub view: OfferView,
    /// It is offered to the reader; otherwise by them.
    pub mine: bool,
    /// The last day it stands.
    pub until: String,
}

#[cfg(feature = "ssr")]
pub(in crate::communities) fn line(
    ctx: &services::Context,
    actor: &domain::Actor,
    view: OfferView,
) -> OfferLine {
    let until = dates::day(lang(), view.expires.to_zoned(ctx.zone().clone()).date());
    OfferLine { mine: view.is_to(actor.person), until, view }
}

/// Offers the reader's role to a member.
#[server(endpoint = "offer_role")]
pub async fn offer_role(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::handing::offer_role(&ctx, &actor, community, person).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}"), Notice::RoleOffered);
    Ok(())
}

/// Takes back the reader's offer, or declines the one `giver` made them.
#[server(endpoint = "end_role_offer")]
pub async fn end_role_offer(community: CommunityId, giver: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::handing::end_offer(&ctx, &actor, community, giver).await?;
    say(Notice::OfferEnded);
    Ok(())
}

/// Takes over from `giver`.
#[server(endpoint = "accept_role")]
pub async fn accept_role(
    community: CommunityId,
    giver: PersonId,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::handing::accept_role(&ctx, &actor, community, giver, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/life"), Notice::RoleTaken);
    Ok(())
}

/// What leaving means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LeaveSheet {
    pub head: CommunityView,
    pub means: Leaving,
}

#[server(endpoint = "leave_page")]
pub async fn leave_page(slug: String) -> Result<LeaveSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    if !head.may_leave {
        Err(domain::Reason::Forbidden)?;
    }
    Ok(LeaveSheet { means: domain::community::handing::leaving(head.role, head.animators), head })
}

/// A community that too few animate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrphanRow {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub members: u64,
}

/// Those nobody animates, and those one person animates alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrphanSheet {
    pub nobody: Page<OrphanRow>,
    pub alone: Page<OrphanRow>,
}

#[server(endpoint = "orphans_page")]
pub async fn orphans_page(
    after: Option<String>,
    alone_after: Option<String>,
) -> Result<OrphanSheet, Refusal> {
    use services::communities::handing::{Thin, orphans};
    let (ctx, actor) = asking().await?;
    let row = |found: services::communities::Found| OrphanRow {
        id: found.id,
        slug: found.slug,
        name: found.name,
        members: found.members,
    };
    Ok(OrphanSheet {
        nobody: orphans(&ctx, &actor, Thin::Nobody, after.as_deref()).await?.map(row),
        alone: orphans(&ctx, &actor, Thin::OneAlone, alone_after.as_deref()).await?.map(row),
    })
}

/// Names who animates a community.
#[server(endpoint = "entrust_community")]
pub async fn entrust_community(
    community: CommunityId,
    #[server(default)] person: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::handing::entrust(&ctx, &actor, community, &person, &key).await?;
    say(Notice::Entrusted);
    Ok(())
}
