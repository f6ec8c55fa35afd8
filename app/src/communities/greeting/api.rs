//! What pages and forms of the welcome ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, say},
    i18n::dates,
    visit::lang,
};
use domain::{
    community::{CommunityView, welcome::Ungreeted},
    id::{CommunityId, PersonId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Somebody new, and since when in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewcomerRow {
    pub it: Ungreeted,
    pub when: String,
}

/// The team's hello, and whom nobody has answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GreetingSheet {
    pub head: CommunityView,
    pub hello: String,
    pub newcomers: Page<NewcomerRow>,
}

#[server(endpoint = "greeting_page")]
pub async fn greeting_page(slug: String, after: Option<String>) -> Result<GreetingSheet, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading(&slug).await?;
    let sheet = services::communities::greeting::welcome_sheet(&ctx, &actor, &slug, after.as_deref()).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let lang = lang();
    let row = |it: Ungreeted| NewcomerRow { when: dates::ago(lang, ctx.zone(), ctx.now(), it.since), it };
    Ok(GreetingSheet { head, hello: sheet.hello, newcomers: sheet.newcomers.map(row) })
}

#[server(endpoint = "set_hello")]
pub async fn set_hello(community: CommunityId, #[server(default)] hello: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::greeting::set_hello(&ctx, &actor, community, &hello).await?;
    say(Notice::Saved);
    Ok(())
}

#[server(endpoint = "greet_member")]
pub async fn greet_member(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::greeting::greet(&ctx, &actor, community, person).await?;
    say(Notice::Greeted);
    Ok(())
}

/// Puts the reader's own welcome away.
#[server(endpoint = "settle_in")]
pub async fn settle_in(community: CommunityId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::greeting::settle(&ctx, &actor, community).await?;
    Ok(())
}
