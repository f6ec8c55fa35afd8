//! What catching up asks the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
use domain::{
    id::PostId,
    page::Page,
    reading::{Called, CatchUp},
};
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was missed, and how it is said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Absence {
    pub missed: CatchUp,
    /// Since when, in words.
    pub since: String,
    pub today: Date,
}

#[server(endpoint = "catch_up_page")]
pub async fn catch_up_page() -> Result<Absence, Refusal> {
    let (ctx, actor) = asking().await?;
    let missed = services::reading::catch_up(&ctx, &actor).await?;
    let since = dates::ago(lang(), ctx.zone(), ctx.now(), missed.since);
    Ok(Absence { since, today: ctx.today(), missed })
}

/// Texts that call the reader by name.
#[server(endpoint = "mentions_page")]
pub async fn mentions_page(after: Option<String>) -> Result<Page<Called>, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::reading::called(&ctx, &actor, after.as_deref()).await?)
}

/// Everything up to `upto` is seen: the page is done with.
#[server(endpoint = "mark_caught_up")]
pub async fn mark_caught_up(upto: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::reading::caught_up(&ctx, &actor, upto).await?;
    done("/", Notice::CaughtUp);
    Ok(())
}
