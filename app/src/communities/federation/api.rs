//! What the page of a federation, or of a community about its federations, asks the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::{
    Reason,
    community::federation::{FederationView, GoalForm, GoalState, Side},
};
use domain::{
    community::{
        CommunityView,
        federation::{GoalView, TieView},
    },
    id::{CommunityId, GoalId},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A tie, its day in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TieLine {
    pub tie: TieView,
    pub when: String,
}

/// A goal, its day in words; empty when it has none.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GoalLine {
    pub goal: GoalView,
    pub until: String,
}

/// The page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FederationSheet {
    pub head: CommunityView,
    /// The community of the page is the federation.
    pub above: bool,
    pub ties: Vec<TieLine>,
    pub pending: Vec<TieLine>,
    pub goals: Vec<GoalLine>,
    pub may_govern: bool,
    /// Names of those that may be asked.
    pub candidates: Vec<String>,
    /// The first day a goal may be due.
    pub today: String,
}

#[cfg(feature = "ssr")]
pub(crate) fn goal_lines(goals: Vec<GoalView>) -> Vec<GoalLine> {
    let lang = lang();
    let line = |goal: GoalView| {
        let until = goal.due.map(|day| dates::day_year(lang, day)).unwrap_or_default();
        GoalLine { goal, until }
    };
    goals.into_iter().map(line).collect()
}

#[server(endpoint = "federation_page")]
pub async fn federation_page(slug: String) -> Result<FederationSheet, Refusal> {
    use services::communities::{self, federation};
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let head = communities::view(&ctx, &actor, &slug).await?;
    let FederationView { above, ties, pending, goals, may_govern } =
        federation::federation(&ctx, &actor, &slug).await?;
    let lang = lang();
    let line = |tie: TieView| {
        let when = dates::day_year(lang, tie.day);
        TieLine { tie, when }
    };
    Ok(FederationSheet {
        candidates: federation::candidates(&ctx, &actor, head.id).await?,
        head,
        above,
        ties: ties.into_iter().map(line).collect(),
        pending: pending.into_iter().map(line).collect(),
        goals: goal_lines(goals),
        may_govern,
        today: ctx.today().to_string(),
    })
}

/// Asks to enter a federation, or invites a community: `other` is a name or an address.
#[server(endpoint = "propose_tie")]
pub async fn propose_tie(
    community: CommunityId,
    #[server(default)] other: String,
    #[server(default)] word: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::federation::propose(&ctx, &actor, community, &other, &word).await?;
    back(&ctx, community, Notice::TieProposed).await
}

/// Answers what the other side proposed: `yes` or `no`, for the `side` of the page.
#[server(endpoint = "answer_tie")]
pub async fn answer_tie(
    federation: CommunityId,
    community: CommunityId,
    #[server(default)] side: String,
    #[server(default)] answer: String,
    #[server(default)] word: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let side = Side::from_word(&side).ok_or(Reason::Form)?;
    let yes = match answer.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Reason::Form.into()),
    };
    services::communities::federation::answer(&ctx, &actor, federation, community, side, yes, &word).await?;
    let own = if side == Side::Federation { federation } else { community };
    back(&ctx, own, if yes { Notice::Tied } else { Notice::TieDeclined }).await
}

/// Parts the two, or takes back what was proposed, for the `side` of the page.
#[server(endpoint = "part_tie")]
pub async fn part_tie(
    federation: CommunityId,
    community: CommunityId,
    #[server(default)] side: String,
    #[server(default)] word: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let side = Side::from_word(&side).ok_or(Reason::Form)?;
    services::communities::federation::part(&ctx, &actor, federation, community, side, &word).await?;
    let own = if side == Side::Federation { federation } else { community };
    back(&ctx, own, Notice::Parted).await
}

/// Says what the community brings to the goals of the federation.
#[server(endpoint = "say_brings")]
pub async fn say_brings(
    federation: CommunityId,
    community: CommunityId,
    #[server(default)] brings: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::federation::say_brings(&ctx, &actor, federation, community, &brings).await?;
    back(&ctx, community, Notice::Saved).await
}

/// Writes a goal in common, or changes `which`.
#[server(endpoint = "set_goal")]
pub async fn set_goal(
    federation: CommunityId,
    which: Option<GoalId>,
    #[server(default)] goal: String,
    #[server(default)] measure: String,
    #[server(default)] due: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = GoalForm { goal, measure, due };
    services::communities::federation::set_goal(&ctx, &actor, federation, which, &form, &key).await?;
    back(&ctx, federation, Notice::Saved).await
}

/// Says where a goal stands.
#[server(endpoint = "settle_goal")]
pub async fn settle_goal(
    federation: CommunityId,
    which: GoalId,
    #[server(default)] state: String,
    #[server(default)] word: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let state = GoalState::from_word(&state).ok_or(Reason::Form)?;
    services::communities::federation::settle_goal(&ctx, &actor, federation, which, state, &word).await?;
    back(&ctx, federation, Notice::Saved).await
}

/// To the page of the side that acted.
#[cfg(feature = "ssr")]
async fn back(ctx: &services::Context, community: CommunityId, said: Notice) -> Result<(), Refusal> {
    let slug = services::communities::found(ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/federation"), said);
    Ok(())
}
