//! What pages and forms of a community's life ask the server.

#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
use crate::{
    Refusal,
    communities::{decisions::DecisionLine, federation::GoalLine, handing::OfferLine},
};
#[cfg(feature = "ssr")]
use domain::{
    Reason,
    form::{Fault, Reader},
};
use domain::{
    community::{
        CommunityView,
        life::{Ask, LifeLine, Move},
        welcome::WelcomeView,
    },
    id::CommunityId,
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A community's first page, beside what is said there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HomeSheet {
    pub head: CommunityView,
    pub asks: Vec<Ask>,
    pub offers: Vec<OfferLine>,
    /// What waits for the reader's vote.
    pub undecided: Vec<DecisionLine>,
    pub welcome: Option<WelcomeView>,
    /// Goals of a federation.
    pub goals: Vec<GoalLine>,
}

#[server(endpoint = "community_home")]
pub async fn community_home(slug: String) -> Result<HomeSheet, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let home = services::communities::home(&ctx, &actor, &slug).await?;
    let offers = home.offers.into_iter();
    let offers = offers.map(|view| crate::communities::handing::line(&ctx, &actor, view)).collect();
    let undecided = home.undecided.into_iter();
    let undecided = undecided.map(|card| crate::communities::decisions::line(&ctx, card)).collect();
    let goals = crate::communities::federation::goal_lines(home.goals);
    Ok(HomeSheet { head: home.head, asks: home.asks, offers, undecided, welcome: home.welcome, goals })
}

/// A line of history, its moment in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LifeRow {
    pub line: LifeLine,
    pub when: String,
}

/// A community's life, for those within.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LifeSheet {
    pub head: CommunityView,
    pub asks: Vec<Ask>,
    /// What the reader may do with it now.
    pub moves: Vec<Move>,
    pub lines: Page<LifeRow>,
}

#[server(endpoint = "life_page")]
pub async fn life_page(slug: String, after: Option<String>) -> Result<LifeSheet, Refusal> {
    use services::communities::life;
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let lines = life::history(&ctx, &actor, &slug, after.as_deref()).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let found = services::communities::found_by_slug(&ctx, &slug).await?;
    let may = |what: &Move| {
        what.from().contains(&found.place.stage)
            && domain::community::life::may_move(&actor, &found.place, found.everyone, *what).is_allowed()
    };
    let lang = lang();
    let row =
        |line: LifeLine| LifeRow { when: dates::moment_year(lang, ctx.zone(), ctx.now(), line.at), line };
    Ok(LifeSheet {
        asks: life::asked(&ctx, &actor, &found).await?,
        moves: Move::ALL.into_iter().filter(may).collect(),
        lines: lines.map(row),
        head,
    })
}

/// What archiving would end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ArchiveSheet {
    pub head: CommunityView,
    pub requests: usize,
    pub events: usize,
}

#[server(endpoint = "archive_page")]
pub async fn archive_page(slug: String) -> Result<ArchiveSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let (_, ends) = services::communities::life::consequences(&ctx, &actor, &slug).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    Ok(ArchiveSheet { head, requests: ends.requests, events: ends.events })
}

/// Moves a community on: `what` says how (see [`Move::word`]). Archiving has a form of its own.
#[server(endpoint = "steer_community")]
pub async fn steer_community(
    community: CommunityId,
    what: String,
    #[server(default)] reason: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let what = Move::from_word(&what).filter(|what| *what != Move::Archive).ok_or(Reason::Form)?;
    services::communities::life::steer(&ctx, &actor, community, what, &reason, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/life"), Notice::StageMoved);
    Ok(())
}

/// Archives a community, once what that means was seen.
#[server(endpoint = "archive_community")]
pub async fn archive_community(
    community: CommunityId,
    #[server(default)] reason: String,
    #[server(default)] confirm: Option<String>,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    if confirm.is_none() {
        let mut form = Reader::default();
        form.text("reason", &reason, 3, domain::community::proposal::REASON_MAX);
        form.fault("confirm", Fault::Required);
        form.done()?;
    }
    services::communities::life::steer(&ctx, &actor, community, Move::Archive, &reason, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/life"), Notice::CommunityArchived);
    Ok(())
}
