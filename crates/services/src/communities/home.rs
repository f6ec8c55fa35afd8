//! A community's first page, beside what is said there: what is asked of whom.

use super::{Found, found_by_slug, greeting, handing, life, view};
use crate::{Context, error::Result};
use domain::{
    Actor,
    community::{CommunityView, handing::OfferView, life::Ask, welcome::WelcomeView},
};
use std::sync::Arc;

/// What stands above the feed.
pub struct Home {
    pub head: CommunityView,
    /// What its stage asks of the team; nothing of others.
    pub asks: Vec<Ask>,
    /// The reader offers their role, or is offered one.
    pub offers: Vec<OfferView>,
    /// For who came in lately.
    pub welcome: Option<WelcomeView>,
}

/// The first page of the community of an address; NotFound when they may not know of it.
pub async fn home(ctx: &Context, actor: &Actor, slug: &str) -> Result<Home> {
    let head = view(ctx, actor, slug).await?;
    let found: Arc<Found> = found_by_slug(ctx, slug).await?;
    let offers = match head.role {
        Some(_) if head.may_write => handing::offers(ctx, actor, found.id).await?,
        _ => Vec::new(),
    };
    Ok(Home {
        asks: life::asked(ctx, actor, &found).await?,
        welcome: greeting::welcome(ctx, actor, &found).await?,
        offers,
        head,
    })
}
