//! What pages and forms of feeds ask the server.

#[cfg(feature = "ssr")]
use super::thread::address;
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
    feed::{Branch, Draft, PollForm, PostKind, descriptions, may_publish},
    form::{Fault, Reader},
};
use domain::{
    feed::{CommentView, PostSource, PostView, ReactedView, Tally, VersionView, VotersView},
    id::{CommentId, CommunityId, MediaId, PostId},
    page::Page,
    person::PersonName,
    reading::Order,
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
pub(crate) fn dated<T>(
    ctx: &services::Context,
    page: Page<T>,
    at: impl Fn(&T) -> jiff::Timestamp,
) -> Page<Dated<T>> {
    page.map(|it| {
        let at = at(&it);
        date(ctx, it, at)
    })
}

#[cfg(feature = "ssr")]
fn date<T>(ctx: &services::Context, it: T, at: jiff::Timestamp) -> Dated<T> {
    Dated { when: dates::ago(lang(), ctx.zone(), ctx.now(), at), moment: dates::machine(at), it }
}

/// A community one is in, by its name.
pub type Place = (CommunityId, String);

/// The home page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HomeSheet {
    pub posts: Page<Dated<PostView>>,
    /// Where one may write; empty on the pages that follow the first.
    pub places: Vec<Place>,
    /// Communities whose news are told on the first page: those one has not muted.
    pub heard: Vec<CommunityId>,
    pub order: Order,
    /// One may publish announcements in one of them at least.
    pub announces: bool,
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
    let mut announces = false;
    let mut heard = Vec::new();
    if after.is_none() {
        let mine = services::communities::mine(&ctx, &actor).await?;
        let may = |found: &_| may_publish(&actor, PostKind::Announcement, found).is_allowed();
        announces = mine.iter().any(|found| may(&found.place));
        places = mine.iter().map(|found| (found.id, found.name.clone())).collect();
        heard = services::reading::heard(&ctx, &actor).await?;
    }
    let order = services::reading::order(&ctx, &actor).await?;
    let posts = dated(&ctx, posts, |view| view.post.created);
    Ok(HomeSheet { posts, places, heard, announces, away, order })
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

/// A comment and what was answered to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DatedBranch {
    pub root: Dated<CommentView>,
    pub answers: Vec<Dated<CommentView>>,
    /// Answers besides these.
    pub more: u64,
}

/// A post and a page of its thread.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PostSheet {
    pub post: Dated<PostView>,
    pub comments: Page<DatedBranch>,
    /// The comment whose branch stands alone.
    pub branch: Option<CommentId>,
    /// The page is not the thread's first.
    pub middle: bool,
    /// The comment being changed, as it was typed.
    pub changing: Option<(CommentId, String)>,
    /// The comment being answered, and by whom it is.
    pub answering: Option<(CommentId, String)>,
}

#[server(endpoint = "post_page")]
pub async fn post_page(
    post: PostId,
    after: Option<String>,
    change: Option<CommentId>,
    comment: Option<CommentId>,
    thread: Option<CommentId>,
    answer: Option<CommentId>,
) -> Result<PostSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let (mut after, mut branch) = (after, thread);
    if let Some(comment) = comment.filter(|_| after.is_none() && branch.is_none()) {
        let spot = services::feed::spot(&ctx, &actor, post, comment).await?;
        (after, branch) = (spot.after, spot.branch);
    }
    let found = match branch {
        Some(root) => services::feed::branch(&ctx, &actor, post, root, after.as_deref()).await?,
        None => services::feed::comments(&ctx, &actor, post, after.as_deref()).await?,
    };
    // One that is gone meanwhile is not answered.
    let answering = match answer {
        Some(to) => {
            services::feed::answering(&ctx, &actor, post, to).await.ok().map(|person| (to, person.name))
        }
        None => None,
    };
    let changing = match change {
        Some(comment) => Some((comment, services::feed::comment_source(&ctx, &actor, post, comment).await?)),
        None => None,
    };
    let one = Page { items: vec![view], next: None };
    let post = dated(&ctx, one, |view| view.post.created).items.into_iter().next();
    Ok(PostSheet {
        post: post.ok_or(Reason::NotFound)?,
        comments: found.map(|branch| dated_branch(&ctx, branch)),
        middle: after.is_some() || branch.is_some(),
        branch,
        changing,
        answering,
    })
}

#[cfg(feature = "ssr")]
fn dated_branch(ctx: &services::Context, branch: Branch) -> DatedBranch {
    let date = |comment: CommentView| {
        let at = comment.created;
        date(ctx, comment, at)
    };
    let answers = branch.answers.into_iter().map(date).collect();
    DatedBranch { root: date(branch.root), answers, more: branch.more }
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
    #[server(default)] poll_options: String,
    #[server(default)] poll_multiple: String,
    #[server(default)] poll_anonymous: String,
    #[server(default)] poll_end_date: String,
    #[server(default)] poll_end_time: String,
    #[server(default)] praised: String,
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
    let poll = PollForm {
        options: poll_options,
        multiple: poll_multiple == "yes",
        anonymous: poll_anonymous == "yes",
        end_date: poll_end_date,
        end_time: poll_end_time,
    };
    match kind {
        PostKind::Poll => drop(poll.read(&mut form, ctx.zone().to_datetime(ctx.now()))),
        PostKind::Praise => drop(domain::feed::praised(&mut form, &praised)),
        _ => {}
    }
    form.done()?;
    let community: CommunityId = community.map_err(|_| Reason::Form)?;
    let pictures = pictures.into_iter().zip(alts).collect();
    let beside = services::feed::Beside { poll, praised };
    services::feed::publish_with(&ctx, &actor, community, draft, beside, pictures, &key).await?;
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
    #[server(default)] minor: Option<String>,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let mut form = Reader::default();
    let kind = form.take("kind", PostKind::read(&kind), PostKind::default());
    form.done()?;
    let change =
        services::feed::Edit { draft: Draft { kind, title, body }, alt, minor: minor.is_some(), revision };
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
    #[server(default)] to: String,
    #[server(default)] body: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let to = match to.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Reason::Form)?),
    };
    let comment = services::feed::answer_comment(&ctx, &actor, post, to, &body, &key).await?;
    done(address(post, comment), Notice::Commented);
    Ok(())
}

#[server(endpoint = "edit_comment")]
pub async fn edit_comment(
    post: PostId,
    comment: CommentId,
    #[server(default)] body: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::edit_comment(&ctx, &actor, post, comment, &body).await?;
    done(address(post, comment), Notice::Edited);
    Ok(())
}

#[server(endpoint = "delete_comment")]
pub async fn delete_comment(post: PostId, comment: CommentId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::delete_comment(&ctx, &actor, post, comment).await?;
    done(format!("/posts/{post}#comments"), Notice::Deleted);
    Ok(())
}

/// Accepts a comment as the answer to a question, or none when `comment` is empty.
#[server(endpoint = "accept_answer")]
pub async fn accept_answer(post: PostId, #[server(default)] comment: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let comment = match comment.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Reason::Form)?),
    };
    services::feed::accept_answer(&ctx, &actor, post, comment).await?;
    say(if comment.is_some() { Notice::AnswerAccepted } else { Notice::AnswerWithdrawn });
    Ok(())
}

/// Supports an idea (`wanted` is `yes`), or supports it no longer.
#[server(endpoint = "support_idea")]
pub async fn support_idea(post: PostId, #[server(default)] wanted: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let wanted = wanted == "yes";
    services::feed::support(&ctx, &actor, post, wanted).await?;
    say(if wanted { Notice::Supported } else { Notice::SupportWithdrawn });
    Ok(())
}

/// Says where an idea stands and why; an empty `state` takes it back.
#[server(endpoint = "judge_idea")]
pub async fn judge_idea(
    post: PostId,
    #[server(default)] state: String,
    #[server(default)] note: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::judge_idea(&ctx, &actor, post, &state, &note).await?;
    done(format!("/posts/{post}"), Notice::Saved);
    Ok(())
}

#[server(endpoint = "confirm_reading")]
pub async fn confirm_reading(post: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::confirm_reading(&ctx, &actor, post).await?;
    say(Notice::ReadingConfirmed);
    Ok(())
}

/// A person, and when they confirmed: in words, and for machines.
pub type ReaderRow = (PersonName, Option<(String, String)>);

/// Who has read an announcement, or has not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadersSheet {
    /// Of the announcement, or of its community.
    pub title: String,
    pub confirmed: u64,
    pub members: u64,
    pub people: Page<ReaderRow>,
}

#[server(endpoint = "readers_page")]
pub async fn readers_page(
    post: PostId,
    confirmed: bool,
    after: Option<String>,
) -> Result<ReadersSheet, Refusal> {
    use services::feed::Readers;
    let (ctx, actor) = asking().await?;
    let which = if confirmed { Readers::Confirmed } else { Readers::Waiting };
    let found = services::feed::readers(&ctx, &actor, post, which, after.as_deref()).await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let title = if view.post.title.is_empty() { view.origin.name } else { view.post.title.clone() };
    let (lang, now) = (lang(), ctx.now());
    let people = found.page.map(|reader| {
        let at = reader.at.map(|at| (dates::ago(lang, ctx.zone(), now, at), dates::machine(at)));
        (reader.person, at)
    });
    Ok(ReadersSheet { title, confirmed: found.confirmed, members: found.members, people })
}

/// Votes: `choice` is the place of the one option chosen, `choices` those of several.
#[server(endpoint = "vote")]
pub async fn vote(
    post: PostId,
    #[server(default)] choice: String,
    #[server(default)] choices: Vec<String>,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let ticked: Vec<_> = choices.into_iter().chain([choice]).collect();
    services::feed::vote(&ctx, &actor, post, &ticked).await?;
    say(Notice::Voted);
    Ok(())
}

/// Who voted what in a named poll.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VotesSheet {
    pub title: String,
    pub votes: VotersView,
}

#[server(endpoint = "votes_page")]
pub async fn votes_page(post: PostId, after: Option<String>) -> Result<VotesSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let votes = services::feed::voters(&ctx, &actor, post, after.as_deref()).await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    Ok(VotesSheet { title: view.post.title.clone(), votes })
}

/// Pins a post on top of its community's feed through the day `until`.
#[server(endpoint = "pin_post")]
pub async fn pin_post(post: PostId, #[server(default)] until: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::pin(&ctx, &actor, post, &until).await?;
    done(format!("/posts/{post}"), Notice::Pinned);
    Ok(())
}

#[server(endpoint = "unpin_post")]
pub async fn unpin_post(post: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::unpin(&ctx, &actor, post).await?;
    done(format!("/posts/{post}"), Notice::Unpinned);
    Ok(())
}

/// What a post said before it was changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VersionsSheet {
    /// Of the post, or of its community.
    pub title: String,
    pub versions: Page<Dated<VersionView>>,
}

#[server(endpoint = "versions_page")]
pub async fn versions_page(post: PostId, after: Option<String>) -> Result<VersionsSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let versions = services::feed::versions(&ctx, &actor, post, after.as_deref()).await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let title = if view.post.title.is_empty() { view.origin.name } else { view.post.title.clone() };
    Ok(VersionsSheet { title, versions: dated(&ctx, versions, |version| version.until) })
}

/// Who reacted to a post.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReactedSheet {
    /// Of the post, or of its community.
    pub title: String,
    pub reacted: ReactedView,
}

/// Those who gave one reaction; the one given most when `kind` names none.
#[server(endpoint = "reacted_page")]
pub async fn reacted_page(
    post: PostId,
    #[server(default)] kind: String,
    after: Option<String>,
) -> Result<ReactedSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let kind = domain::feed::Reaction::from_word(&kind);
    let reacted = services::feed::reacted(&ctx, &actor, post, kind, after.as_deref()).await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let title = if view.post.title.is_empty() { view.origin.name } else { view.post.title.clone() };
    Ok(ReactedSheet { title, reacted })
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
