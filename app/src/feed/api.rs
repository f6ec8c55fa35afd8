//! What pages and forms of feeds ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done, say},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::{
    Reason,
    feed::{Draft, PostKind, THREAD_PAGE, descriptions},
    form::{Fault, Reader},
};
use domain::{
    feed::{CommentView, PostSource, PostView, Tally},
    id::{CommentId, CommunityId, MediaId, PostId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Something, and when it was written: in words, and for machines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dated<T> {
    pub it: T,
    pub when: String,
    pub moment: String,
}

#[cfg(feature = "ssr")]
fn dated<T>(ctx: &services::Context, page: Page<T>, at: impl Fn(&T) -> jiff::Timestamp) -> Page<Dated<T>> {
    let (lang, now) = (lang(), ctx.now());
    page.map(|it| {
        let at = at(&it);
        Dated { when: dates::ago(lang, ctx.zone(), now, at), moment: dates::machine(at), it }
    })
}

/// A community one is in, by its name.
pub type Place = (CommunityId, String);

/// The home page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HomeSheet {
    pub posts: Page<Dated<PostView>>,
    /// Where one may write; empty on the pages that follow the first.
    pub places: Vec<Place>,
    /// Days of absence that the reader has not caught up with.
    pub away: Option<i64>,
}

#[server(endpoint = "home_page")]
pub async fn home_page(after: Option<String>) -> Result<HomeSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    // Before reading moves the mark.
    let away = match after {
        None => services::reading::away(&ctx, &actor).await?,
        Some(_) => None,
    };
    let posts = services::feed::home(&ctx, &actor, after.as_deref()).await?;
    let mut places = Vec::new();
    if after.is_none() {
        let mine = services::communities::mine(&ctx, &actor).await?;
        places = mine.iter().map(|found| (found.id, found.name.clone())).collect();
    }
    Ok(HomeSheet { posts: dated(&ctx, posts, |view| view.post.created), places, away })
}

/// A page of one community's posts.
#[server(endpoint = "community_feed")]
pub async fn community_feed(
    community: CommunityId,
    after: Option<String>,
) -> Result<Page<Dated<PostView>>, Refusal> {
    let (ctx, actor) = asking().await?;
    let posts = services::feed::community_feed(&ctx, &actor, community, after.as_deref()).await?;
    Ok(dated(&ctx, posts, |view| view.post.created))
}

/// A post and a page of its thread.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PostSheet {
    pub post: Dated<PostView>,
    pub comments: Page<Dated<CommentView>>,
    /// The comment being changed, as it was typed.
    pub changing: Option<(CommentId, String)>,
}

#[server(endpoint = "post_page")]
pub async fn post_page(
    post: PostId,
    after: Option<String>,
    change: Option<CommentId>,
) -> Result<PostSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let comments = services::feed::comments(&ctx, &actor, post, after.as_deref()).await?;
    let changing = match change {
        Some(comment) => Some((comment, services::feed::comment_source(&ctx, &actor, post, comment).await?)),
        None => None,
    };
    let one = Page { items: vec![view], next: None };
    let post = dated(&ctx, one, |view| view.post.created).items.into_iter().next();
    Ok(PostSheet {
        post: post.ok_or(Reason::NotFound)?,
        comments: dated(&ctx, comments, |comment| comment.created),
        changing,
    })
}

/// A post as it was typed, for who may change it.
#[server(endpoint = "post_to_edit")]
pub async fn post_to_edit(post: PostId) -> Result<PostSource, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::feed::source(&ctx, &actor, post).await?)
}

/// Publishes. `alt` says what each picture shows, one line a picture; `kept` are pictures sent with
/// an earlier try that was refused.
#[server(endpoint = "publish")]
// A form has as many arguments as it has fields.
#[allow(clippy::too_many_arguments)]
pub async fn publish(
    #[server(default)] community: String,
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] alt: String,
    #[server(default)] kept: Vec<MediaId>,
    #[server(default)] pictures: Vec<MediaId>,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let pictures: Vec<_> = kept.into_iter().chain(pictures).collect();
    let mut form = Reader::default();
    let community = community.parse().map_err(|_| Fault::Choice);
    let community = community.inspect_err(|fault| form.fault("community", fault.clone()));
    let kind = form.take("kind", PostKind::read(&kind), PostKind::default());
    let raw = Draft { kind, title, body };
    // Read here too, so that everything wrong is told at once.
    let draft = Draft::read(&mut form, &raw, pictures.len());
    let alts = descriptions(&mut form, &alt, pictures.len());
    form.done()?;
    let community: CommunityId = community.map_err(|_| Reason::Form)?;
    let pictures = pictures.into_iter().zip(alts).collect();
    services::feed::publish(&ctx, &actor, community, draft, pictures, &key).await?;
    say(Notice::Published);
    Ok(())
}

/// Whether the form of this key was accepted: a draft kept in the browser asks when it does not know
/// what became of it.
#[server(endpoint = "was_sent")]
pub async fn was_sent(key: String) -> Result<bool, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::feed::was_sent(&ctx, &actor, &key).await?)
}

#[server(endpoint = "edit_post")]
pub async fn edit_post(
    post: PostId,
    revision: i64,
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] alt: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let mut form = Reader::default();
    let kind = form.take("kind", PostKind::read(&kind), PostKind::default());
    form.done()?;
    let change = services::feed::Edit { draft: Draft { kind, title, body }, alt, revision };
    services::feed::edit(&ctx, &actor, post, change).await?;
    done(format!("/posts/{post}"), Notice::Edited);
    Ok(())
}

#[server(endpoint = "delete_post")]
pub async fn delete_post(post: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let to = match services::feed::delete(&ctx, &actor, post).await? {
        Some(community) => {
            format!("/communities/{}", services::communities::found(&ctx, community).await?.slug)
        }
        None => "/".to_owned(),
    };
    done(to, Notice::Deleted);
    Ok(())
}

#[server(endpoint = "comment")]
pub async fn comment(
    post: PostId,
    #[server(default)] body: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let comment = services::feed::comment(&ctx, &actor, post, &body, &key).await?;
    let page =
        usize::try_from(services::feed::post(&ctx, &actor, post).await?.comments).unwrap_or(usize::MAX);
    // In a long thread, the page that begins with it.
    let after = if page > THREAD_PAGE { format!("?after={}", before(comment)) } else { String::new() };
    done(format!("/posts/{post}{after}#comment-{comment}"), Notice::Commented);
    Ok(())
}

/// The cursor after which `comment` is the first.
#[cfg(feature = "ssr")]
fn before(comment: CommentId) -> CommentId {
    CommentId::new(domain::id::previous(comment.ulid()))
}

#[server(endpoint = "edit_comment")]
pub async fn edit_comment(
    post: PostId,
    comment: CommentId,
    #[server(default)] body: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::edit_comment(&ctx, &actor, post, comment, &body).await?;
    done(format!("/posts/{post}?after={}#comment-{comment}", before(comment)), Notice::Edited);
    Ok(())
}

#[server(endpoint = "delete_comment")]
pub async fn delete_comment(post: PostId, comment: CommentId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::delete_comment(&ctx, &actor, post, comment).await?;
    done(format!("/posts/{post}#comments"), Notice::Deleted);
    Ok(())
}

/// Reacts, or withdraws when `reaction` is empty. Goes back to where it was pressed.
#[server(endpoint = "react")]
pub async fn react(post: PostId, #[server(default)] reaction: String) -> Result<Tally, Refusal> {
    let (ctx, actor) = asking().await?;
    let chosen = match reaction.as_str() {
        "" => None,
        word => Some(domain::feed::Reaction::from_word(word).ok_or(Reason::Form)?),
    };
    Ok(services::feed::react(&ctx, &actor, post, chosen).await?)
}
