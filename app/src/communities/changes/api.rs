//! What pages and forms about changes of charters ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::community::{
    Charter,
    amendment::{Piece, Section, SectionChange},
};
use domain::{
    community::{
        CommunityView,
        amendment::{AmendmentCard, AmendmentView, ReaderRow, VersionLine, VersionView},
    },
    id::{AmendmentId, CommunityId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A change in a list, its dates in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeLine {
    pub card: AmendmentCard,
    pub when: String,
    pub answered: String,
}

#[cfg(feature = "ssr")]
fn line(ctx: &services::Context, card: AmendmentCard) -> ChangeLine {
    let moment = |at| dates::ago(lang(), ctx.zone(), ctx.now(), at);
    ChangeLine {
        when: moment(card.at),
        answered: card.answered.as_ref().map(|(_, _, at)| moment(*at)).unwrap_or_default(),
        card,
    }
}

/// Dates among what changed, in words.
#[cfg(feature = "ssr")]
pub(in crate::communities) fn in_words(changes: Vec<SectionChange>) -> Vec<SectionChange> {
    let words = |text: String| match text.parse() {
        Ok(date) => dates::day_year(lang(), date),
        Err(_) => text,
    };
    let mut changes = changes;
    for change in changes.iter_mut().filter(|change| change.section == Section::Review) {
        change.pieces = std::mem::take(&mut change.pieces)
            .into_iter()
            .map(|piece| match piece {
                Piece::Same(text) => Piece::Same(words(text)),
                Piece::Added(text) => Piece::Added(words(text)),
                Piece::Removed(text) => Piece::Removed(words(text)),
            })
            .collect();
    }
    changes
}

/// The changes proposed for one charter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeList {
    pub head: CommunityView,
    pub lines: Page<ChangeLine>,
}

#[server(endpoint = "charter_changes")]
pub async fn charter_changes(slug: String, after: Option<String>) -> Result<ChangeList, Refusal> {
    let (ctx, actor) = asking().await?;
    let cards = services::communities::amendments::amendments(&ctx, &actor, &slug, after.as_deref()).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    Ok(ChangeList { head, lines: cards.map(|card| line(&ctx, card)) })
}

/// One change on its page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeSheet {
    pub head: CommunityView,
    pub view: AmendmentView,
    pub line: ChangeLine,
}

#[server(endpoint = "charter_change")]
pub async fn charter_change(amendment: AmendmentId) -> Result<ChangeSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let (mut view, slug) = services::communities::amendments::amendment(&ctx, &actor, amendment).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    view.changes = in_words(view.changes);
    Ok(ChangeSheet { head, line: line(&ctx, view.card.clone()), view })
}

/// Proposes another text than version `base` of a charter.
#[server(endpoint = "amend_charter")]
// A form has as many arguments as it has fields.
#[allow(clippy::too_many_arguments)]
pub async fn amend_charter(
    community: CommunityId,
    base: u32,
    purpose: String,
    audience: String,
    #[server(default)] outside: String,
    rules: String,
    #[server(default)] rituals: String,
    #[server(default)] calendar: String,
    measures: String,
    review_on: String,
    #[server(default)] reason: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let text = Charter { purpose, audience, outside, rules, rituals, calendar, measures, review_on };
    let id =
        services::communities::amendments::amend(&ctx, &actor, community, base, &text, &reason, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/charter/changes/{id}"), Notice::ChangeProposed);
    Ok(())
}

#[server(endpoint = "approve_change")]
pub async fn approve_change(amendment: AmendmentId, #[server(default)] key: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community =
        services::communities::amendments::approve_amendment(&ctx, &actor, amendment, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/charter"), Notice::ChangeApproved);
    Ok(())
}

#[server(endpoint = "decline_change")]
pub async fn decline_change(
    amendment: AmendmentId,
    #[server(default)] reason: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community =
        services::communities::amendments::decline_amendment(&ctx, &actor, amendment, &reason, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/charter/changes"), Notice::ProposalAnswered);
    Ok(())
}

#[server(endpoint = "withdraw_change")]
pub async fn withdraw_change(amendment: AmendmentId, #[server(default)] key: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community =
        services::communities::amendments::withdraw_amendment(&ctx, &actor, amendment, &key).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/charter/changes"), Notice::Saved);
    Ok(())
}

/// A version in a list, its date in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VersionRow {
    pub line: VersionLine,
    pub when: String,
}

/// The versions of one charter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VersionList {
    pub head: CommunityView,
    pub rows: Page<VersionRow>,
}

#[server(endpoint = "charter_versions")]
pub async fn charter_versions(slug: String, after: Option<String>) -> Result<VersionList, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let lines = services::communities::amendments::versions(&ctx, &actor, &slug, after.as_deref()).await?;
    let rows = lines.map(|line| VersionRow { when: day(&ctx, line.at), line });
    Ok(VersionList { head, rows })
}

#[cfg(feature = "ssr")]
fn day(ctx: &services::Context, at: jiff::Timestamp) -> String {
    dates::day_year(lang(), at.to_zoned(ctx.zone().clone()).date())
}

/// One version, with what it changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VersionSheet {
    pub head: CommunityView,
    pub view: VersionView,
    pub when: String,
    pub review: String,
}

#[server(endpoint = "charter_version")]
pub async fn charter_version(slug: String, version: u32) -> Result<VersionSheet, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let mut view = services::communities::amendments::version(&ctx, &actor, &slug, version).await?;
    view.changes = in_words(view.changes);
    let review = view.text.review_on.parse().map(|date| dates::day_year(lang(), date)).unwrap_or_default();
    Ok(VersionSheet { head, when: day(&ctx, view.line.at), review, view })
}

/// Who accepted which version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReaderList {
    pub head: CommunityView,
    pub rows: Page<ReaderRow>,
}

#[server(endpoint = "charter_readers")]
pub async fn charter_readers(
    slug: String,
    #[server(default)] waiting: bool,
    after: Option<String>,
) -> Result<ReaderList, Refusal> {
    let (ctx, actor) = asking().await?;
    let rows =
        services::communities::amendments::readers(&ctx, &actor, &slug, waiting, after.as_deref()).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    Ok(ReaderList { head, rows })
}

/// A community whose charter should have been read again: its address, its name, and when.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReviewRow {
    pub slug: String,
    pub name: String,
    pub when: String,
}

#[server(endpoint = "reviews_to_do")]
pub async fn reviews_to_do(after: Option<String>) -> Result<Page<ReviewRow>, Refusal> {
    let (ctx, actor) = asking().await?;
    let passed = services::communities::amendments::reviews_passed(&ctx, &actor, after.as_deref()).await?;
    Ok(passed.map(|found| ReviewRow {
        when: found.review_on.parse().map(|date| dates::day_year(lang(), date)).unwrap_or_default(),
        slug: found.slug,
        name: found.name,
    }))
}
