//! What catching up asks the server.

use crate::Refusal;
use crate::feed::Dated;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use crate::{asking::say, feed::dated};
#[cfg(feature = "ssr")]
use domain::{
    Reason,
    reading::{Muted, Order},
};
use domain::{
    feed::PostView,
    id::PostId,
    page::Page,
    reading::{CatchUp, MutedView},
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

/// Everything up to `upto` is seen: the page is done with.
#[server(endpoint = "mark_caught_up")]
pub async fn mark_caught_up(upto: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::reading::caught_up(&ctx, &actor, upto).await?;
    done("/", Notice::CaughtUp);
    Ok(())
}

/// A page of what the reader keeps for later.
#[server(endpoint = "saved_posts")]
pub async fn saved_posts(after: Option<String>) -> Result<Page<Dated<PostView>>, Refusal> {
    let (ctx, actor) = asking().await?;
    let posts = services::feed::saved(&ctx, &actor, after.as_deref()).await?;
    Ok(dated(&ctx, posts, |view| view.post.created))
}

/// Keeps a post for later (`saved` is `yes`), or keeps it no longer. Goes back to where it was pressed.
#[server(endpoint = "save_post")]
pub async fn save_post(post: PostId, #[server(default)] saved: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::reading::save(&ctx, &actor, post, saved == "yes").await?)
}

/// What the reader muted, and what they are about to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MutedSheet {
    pub muted: Page<Dated<MutedView>>,
    /// Named in the address, and not muted yet.
    pub asked: Option<MutedView>,
}

/// A page of what is muted; `what` and `id` name what might be.
#[server(endpoint = "muted_things")]
pub async fn muted_things(
    #[server(default)] what: String,
    #[server(default)] id: String,
    after: Option<String>,
) -> Result<MutedSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let asked = match what.as_str() {
        "" => None,
        word => {
            let what = Muted::read(word, &id).ok_or(Reason::NotFound)?;
            let view = services::reading::to_mute(&ctx, &actor, what).await?;
            (!services::reading::is_muted(&ctx, &actor, what).await?).then_some(view)
        }
    };
    let muted = services::reading::muted(&ctx, &actor, after.as_deref()).await?;
    Ok(MutedSheet { muted: dated(&ctx, muted, |view| view.at), asked })
}

/// Has the reader hear no more of something (`muted` is `yes`), or hear of it again.
#[server(endpoint = "mute")]
pub async fn mute(
    #[server(default)] what: String,
    #[server(default)] id: String,
    #[server(default)] muted: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let what = Muted::read(&what, &id).ok_or(Reason::Form)?;
    let wanted = muted == "yes";
    services::reading::mute(&ctx, &actor, what, wanted).await?;
    say(if wanted { Notice::Muted } else { Notice::Unmuted });
    Ok(())
}

/// The order of the reader's home page, from now on.
#[server(endpoint = "choose_order")]
pub async fn choose_order(#[server(default)] order: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let order = Order::from_word(&order).ok_or(Reason::Form)?;
    Ok(services::reading::prefer(&ctx, &actor, order).await?)
}
