//! A community's first page, beside what is said there: what is asked of whom.

use super::{Found, decisions, federation, found_by_slug, greeting, handing, life, view};
use crate::{Context, error::Result};
use domain::{
    Actor,
    community::{
        CommunityView, Kind, decision::DecisionCard, federation::GoalView, handing::OfferView, life::Ask,
        welcome::WelcomeView,
    },
};
use std::sync::Arc;

/// What stands above the feed.
pub struct Home {
    pub head: CommunityView,
    /// What its stage asks of the team; nothing of others.
    pub asks: Vec<Ask>,
    /// The reader offers their role, or is offered one.
    pub offers: Vec<OfferView>,
    /// What waits for the reader's vote.
    pub undecided: Vec<DecisionCard>,
    /// For who came in lately.
    pub welcome: Option<WelcomeView>,
    /// Of a federation, to who reads its charter.
    pub goals: Vec<GoalView>,
}

/// The first page of the community of an address; NotFound when they may not know of it.
pub async fn home(ctx: &Context, actor: &Actor, slug: &str) -> Result<Home> {
    let head = view(ctx, actor, slug).await?;
    let found: Arc<Found> = found_by_slug(ctx, slug).await?;
    // Those made to one are kept in memory: most people have none.
    let concerned = head.may_offer || handing::is_offered(ctx, actor, found.id).await?;
    let offers = if concerned { handing::offers(ctx, actor, found.id).await? } else { Vec::new() };
    let goals = match found.kind {
        Kind::Federation if head.may_study => federation::goals(ctx, found.id).await?,
        _ => Vec::new(),
    };
    Ok(Home {
        asks: life::asked(ctx, actor, &found).await?,
        undecided: decisions::waiting(ctx, actor, &found).await?,
        welcome: greeting::welcome(ctx, actor, &found).await?,
        offers,
        goals,
        head,
    })
}
