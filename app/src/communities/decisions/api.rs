//! What pages and forms of decisions ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done, say},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::community::decision::DecisionForm;
use domain::{
    community::{
        CommunityView,
        decision::{DecisionCard, DecisionView, VoteRow},
    },
    id::{CommunityId, DecisionId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A decision in a list, its days in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DecisionLine {
    pub card: DecisionCard,
    /// When it was put to the members.
    pub when: String,
    /// The last day one may vote.
    pub until: String,
}

#[cfg(feature = "ssr")]
pub(in crate::communities) fn line(ctx: &services::Context, card: DecisionCard) -> DecisionLine {
    let lang = lang();
    let day = |at: jiff::Timestamp| at.to_zoned(ctx.zone().clone()).date();
    // It closes as its last day ends.
    let last = card.closes.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(card.closes);
    DecisionLine {
        when: dates::day_year(lang, day(card.created)),
        until: dates::day_year(lang, day(last)),
        card,
    }
}

/// A page of the log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DecisionLog {
    pub head: CommunityView,
    pub lines: Page<DecisionLine>,
}

#[server(endpoint = "decisions_page")]
pub async fn decisions_page(slug: String, after: Option<String>) -> Result<DecisionLog, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let cards = services::communities::decisions::decisions(&ctx, &actor, &slug, after.as_deref()).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    Ok(DecisionLog { head, lines: cards.map(|card| line(&ctx, card)) })
}

/// What a new decision starts from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DecisionSheet {
    pub head: CommunityView,
    pub today: String,
    pub latest: String,
    /// In two weeks, for who has chosen none.
    pub last_day: String,
}

#[server(endpoint = "decision_to_propose")]
pub async fn decision_to_propose(slug: String) -> Result<DecisionSheet, Refusal> {
    use domain::community::decision::{VOTE_DAYS_MAX, may_decide};
    let (ctx, actor) = asking().await?;
    let place = services::communities::place_by_slug(&ctx, &slug).await?;
    domain::policy::allow(may_decide(&actor, &place))?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let today = ctx.today();
    let later = |days: i64| today.checked_add(jiff::Span::new().days(days)).unwrap_or(today).to_string();
    Ok(DecisionSheet { head, today: today.to_string(), latest: later(VOTE_DAYS_MAX), last_day: later(14) })
}

/// A decision on its page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DecisionShown {
    pub head: CommunityView,
    pub view: DecisionView,
    pub line: DecisionLine,
    /// When its reasons were written.
    pub concluded: String,
    pub votes: Page<VoteRow>,
}

#[server(endpoint = "decision_page")]
pub async fn decision_page(decision: DecisionId, after: Option<String>) -> Result<DecisionShown, Refusal> {
    use services::communities::decisions;
    let (ctx, actor) = asking().await?;
    let (view, slug) = decisions::decision(&ctx, &actor, decision).await?;
    let votes = match view.counts {
        Some(_) => decisions::votes(&ctx, &actor, decision, after.as_deref()).await?,
        None => Page::empty(),
    };
    let concluded =
        view.reasons.as_ref().map(|(.., at)| dates::moment_year(lang(), ctx.zone(), ctx.now(), *at));
    Ok(DecisionShown {
        head: services::communities::view(&ctx, &actor, &slug).await?,
        line: line(&ctx, view.card.clone()),
        concluded: concluded.unwrap_or_default(),
        votes,
        view,
    })
}

/// Puts something to the members.
#[server(endpoint = "propose_decision")]
pub async fn propose_decision(
    community: CommunityId,
    #[server(default)] question: String,
    #[server(default)] detail: String,
    #[server(default)] choices: String,
    #[server(default)] quorum: String,
    #[server(default)] last_day: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = DecisionForm { question, detail, choices, quorum, last_day };
    let id = services::communities::decisions::propose(&ctx, &actor, community, &form, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/decisions/{id}"), Notice::DecisionProposed);
    Ok(())
}

#[server(endpoint = "vote_decision")]
pub async fn vote_decision(decision: DecisionId, #[server(default)] choice: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::decisions::vote(&ctx, &actor, decision, &choice).await?;
    say(Notice::Voted);
    Ok(())
}

#[server(endpoint = "conclude_decision")]
pub async fn conclude_decision(
    decision: DecisionId,
    #[server(default)] reasons: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::decisions::conclude(&ctx, &actor, decision, &reasons).await?;
    say(Notice::Saved);
    Ok(())
}

#[server(endpoint = "withdraw_decision")]
pub async fn withdraw_decision(decision: DecisionId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::decisions::withdraw_decision(&ctx, &actor, decision).await?;
    say(Notice::Saved);
    Ok(())
}
