//! What pages and forms of feeds ask the server.

#[cfg(feature = "ssr")]
use super::thread::address;
use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done, go, say, say_with},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::{
    Actor, Failure, Reason,
    feed::{Branch, Draft, FileForm, PictureForm, PollForm, PostKind, SecondForm, may_publish, other_lang},
    form::{Fault, Reader},
};
use domain::{
    Lang,
    community::CommunityView,
    feed::{
        Bilingual, CommentView, KeptFile, KeptPicture, LaterView, Offer, Picture, PostSource, PostView,
        ReactedView, SaidPicture, Tally, VersionView, VotersView,
    },
    id::{CommentId, CommunityId, LaterId, MediaId, PostId},
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
    /// A post of the reader's was not published at its hour.
    pub held: bool,
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
    let held = after.is_none() && services::feed::has_held(&ctx, &actor).await?;
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
    Ok(HomeSheet { posts, places, heard, announces, away, order, held })
}

/// A page of one community's posts.
#[server(endpoint = "community_feed")]
pub async fn community_feed(
    community: CommunityId,
    after: Option<String>,
) -> Result<Page<Dated<PostView>>, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading_in(community).await?;
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
    language: Option<Lang>,
) -> Result<PostSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let view = services::feed::post_in(&ctx, &actor, post, language.unwrap_or(actor.lang)).await?;
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

/// A picture of a post, among the others.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PictureSheet {
    pub post: PostId,
    /// The post's; may be empty.
    pub title: String,
    pub author: String,
    pub pictures: Vec<Picture>,
    /// Of the one that is shown, counted from 1.
    pub place: usize,
}

#[server(endpoint = "picture_page")]
pub async fn picture_page(post: PostId, place: usize) -> Result<PictureSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    if !(1..=view.post.pictures.len()).contains(&place) {
        return Err(Reason::NotFound.into());
    }
    Ok(PictureSheet {
        post,
        title: view.post.title.clone(),
        author: view.author.name.clone(),
        pictures: view.post.pictures.clone(),
        place,
    })
}

/// Publishes. `kept` and `held` are pictures and files sent with an earlier try that was refused; `alt`
/// says what each of the others shows, one line a picture.
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
    #[server(default)] url: String,
    #[server(default)] later_date: String,
    #[server(default)] later_time: String,
    #[server(default)] kept: Vec<KeptPicture>,
    #[server(default)] pictures: Vec<MediaId>,
    #[server(default)] held: Vec<KeptFile>,
    #[server(default)] files: Vec<MediaId>,
    #[server(default)] preview: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    if !preview.is_empty() {
        return Err(previewed(&ctx, &actor, community.parse().ok(), &body).await?);
    }
    let mut form = Reader::default();
    let community = community.parse().map_err(|_| Fault::Choice);
    let community = community.inspect_err(|fault| form.fault("community", fault.clone()));
    let kind = form.take("kind", PostKind::read(&kind), PostKind::default());
    let typed = body.clone();
    let raw = Draft { kind, title, body };
    let pictures = PictureForm { kept, fresh: pictures, alt }.read(&mut form, &[], kind.pictures_max());
    let files = FileForm { kept: held, fresh: files };
    let attached = files.read(&mut form, &[]);
    // Read here too, so that everything wrong is told at once.
    let draft = Draft::read(&mut form, &raw, pictures.len(), attached.len());
    let poll = PollForm {
        options: poll_options,
        multiple: poll_multiple == "yes",
        anonymous: poll_anonymous == "yes",
        end_date: poll_end_date,
        end_time: poll_end_time,
    };
    let hour = services::feed::Hour { date: later_date, time: later_time }.read(&ctx, &mut form);
    let begins = hour.unwrap_or_else(|| ctx.zone().to_datetime(ctx.now()));
    match kind {
        PostKind::Poll => drop(poll.read(&mut form, begins)),
        PostKind::Praise => drop(domain::feed::praised(&mut form, &praised)),
        PostKind::Link => drop(domain::feed::link(&mut form, &url)),
        _ => {}
    }
    form.done()?;
    let community: CommunityId = community.map_err(|_| Reason::Form)?;
    let undescribed = pictures.iter().any(|(_, alt)| alt.is_empty());
    let beside = services::feed::Beside { poll, praised, files, url };
    if let Some(hour) = hour {
        services::feed::schedule(&ctx, &actor, community, draft, beside, pictures, hour, &key).await?;
        let unknown = services::feed::unknown_names(&ctx, &actor, community, &typed).await?;
        go("/scheduled");
        say_with(Notice::Scheduled, &unknown);
        return Ok(());
    }
    services::feed::publish_with(&ctx, &actor, community, draft, beside, pictures, &key).await?;
    let unknown = services::feed::unknown_names(&ctx, &actor, community, &typed).await?;
    say_with(if undescribed { Notice::PublishedUndescribed } else { Notice::Published }, &unknown);
    Ok(())
}

/// What a text will look like, told as a refusal: nothing is done, and the form comes back as it was.
#[cfg(feature = "ssr")]
async fn previewed(
    ctx: &services::Context,
    actor: &Actor,
    community: Option<CommunityId>,
    body: &str,
) -> Result<Refusal, Refusal> {
    let html = services::feed::preview(ctx, actor, community, body).await?;
    Ok(Failure::from(Reason::Preview { html }).into())
}

/// The community of a post the actor may read.
#[cfg(feature = "ssr")]
async fn community_of(ctx: &services::Context, actor: &Actor, post: PostId) -> Result<CommunityId, Refusal> {
    Ok(services::feed::post(ctx, actor, post).await?.origin.id)
}

/// People and communities that a text may call, by the beginning of their name: in `community`, or
/// where `post` stands.
#[server(endpoint = "mention_offers")]
pub async fn mention_offers(
    #[server(default)] community: String,
    #[server(default)] post: String,
    #[server(default)] query: String,
) -> Result<Vec<Offer>, Refusal> {
    let (ctx, actor) = asking().await?;
    let community = match (community.parse(), post.parse()) {
        (Ok(community), _) => community,
        (_, Ok(post)) => community_of(&ctx, &actor, post).await?,
        // Where to is not chosen yet.
        _ => return Ok(Vec::new()),
    };
    Ok(services::feed::offers(&ctx, &actor, community, &query).await?)
}

/// Posts under a hashtag; a word that is none is not found.
#[server(endpoint = "tag_page")]
pub async fn tag_page(tag: String, after: Option<String>) -> Result<Page<Dated<PostView>>, Refusal> {
    let (ctx, actor) = asking().await?;
    let tag = domain::feed::tag(&tag).ok_or(Reason::NotFound)?;
    let posts = services::feed::tagged(&ctx, &actor, &tag, after.as_deref()).await?;
    Ok(dated(&ctx, posts, |view| view.post.created))
}

/// Posts that wait for their hour, and the name of the zone their hours are in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LaterSheet {
    pub posts: Vec<LaterView>,
    pub zone: String,
}

#[cfg(feature = "ssr")]
fn zone(ctx: &services::Context) -> String {
    ctx.zone().iana_name().unwrap_or("UTC").to_owned()
}

#[server(endpoint = "scheduled_page")]
pub async fn scheduled_page() -> Result<LaterSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let posts = services::feed::scheduled(&ctx, &actor).await?;
    Ok(LaterSheet { posts, zone: zone(&ctx) })
}

#[server(endpoint = "scheduled_post")]
pub async fn scheduled_post(later: LaterId) -> Result<(LaterView, String), Refusal> {
    let (ctx, actor) = asking().await?;
    Ok((services::feed::scheduled_one(&ctx, &actor, later).await?, zone(&ctx)))
}

#[server(endpoint = "change_scheduled")]
pub async fn change_scheduled(
    later: LaterId,
    revision: i64,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] later_date: String,
    #[server(default)] later_time: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let hour = services::feed::Hour { date: later_date, time: later_time };
    services::feed::change_scheduled(&ctx, &actor, later, &title, &body, &hour, revision).await?;
    done("/scheduled", Notice::Scheduled);
    Ok(())
}

#[server(endpoint = "send_scheduled")]
pub async fn send_scheduled(later: LaterId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let post = services::feed::send_scheduled(&ctx, &actor, later).await?;
    done(format!("/posts/{post}"), Notice::Published);
    Ok(())
}

#[server(endpoint = "drop_scheduled")]
pub async fn drop_scheduled(later: LaterId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::drop_scheduled(&ctx, &actor, later).await?;
    done("/scheduled", Notice::ScheduledDropped);
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
    #[server(default)] kept: Vec<KeptPicture>,
    #[server(default)] pictures: Vec<MediaId>,
    #[server(default)] held: Vec<KeptFile>,
    #[server(default)] files: Vec<MediaId>,
    #[server(default)] url: String,
    #[server(default)] preview: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community = community_of(&ctx, &actor, post).await?;
    if !preview.is_empty() {
        return Err(previewed(&ctx, &actor, Some(community), &body).await?);
    }
    let mut form = Reader::default();
    let kind = form.take("kind", PostKind::read(&kind), PostKind::default());
    form.done()?;
    let typed = body.clone();
    let change = services::feed::Edit {
        draft: Draft { kind, title, body },
        pictures: PictureForm { kept, fresh: pictures, alt },
        files: FileForm { kept: held, fresh: files },
        url: (kind == PostKind::Link).then_some(url),
        minor: minor.is_some(),
        revision,
        key,
    };
    services::feed::edit(&ctx, &actor, post, change).await?;
    let unknown = services::feed::unknown_names(&ctx, &actor, community, &typed).await?;
    go(format!("/posts/{post}"));
    say_with(Notice::Edited, &unknown);
    Ok(())
}

/// A post and its second version as they were typed, for who may change them.
#[server(endpoint = "post_to_translate")]
pub async fn post_to_translate(post: PostId) -> Result<Bilingual, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::feed::bilingual(&ctx, &actor, post).await?)
}

/// Leaves the second version of a post; `first` is the language of the first.
#[server(endpoint = "translate_post")]
pub async fn translate_post(
    post: PostId,
    revision: i64,
    first: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] alts: Vec<SaidPicture>,
    #[server(default)] options: Vec<String>,
    #[server(default)] preview: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    if !preview.is_empty() {
        let community = community_of(&ctx, &actor, post).await?;
        return Err(previewed(&ctx, &actor, Some(community), &body).await?);
    }
    let first = Lang::from_tag(&first).ok_or(Reason::Form)?;
    let second = SecondForm { title, body, alts, options };
    services::feed::write_second(&ctx, &actor, post, first, &second, revision).await?;
    done(format!("/posts/{post}?lang={}", other_lang(first).tag()), Notice::Edited);
    Ok(())
}

#[server(endpoint = "drop_translation")]
pub async fn drop_translation(post: PostId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::drop_second(&ctx, &actor, post).await?;
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
    #[server(default)] preview: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community = community_of(&ctx, &actor, post).await?;
    if !preview.is_empty() {
        return Err(previewed(&ctx, &actor, Some(community), &body).await?);
    }
    let to = match to.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Reason::Form)?),
    };
    let comment = services::feed::answer_comment(&ctx, &actor, post, to, &body, &key).await?;
    let unknown = services::feed::unknown_names(&ctx, &actor, community, &body).await?;
    go(address(post, comment));
    say_with(Notice::Commented, &unknown);
    Ok(())
}

#[server(endpoint = "edit_comment")]
pub async fn edit_comment(
    post: PostId,
    comment: CommentId,
    #[server(default)] body: String,
    #[server(default)] preview: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let community = community_of(&ctx, &actor, post).await?;
    if !preview.is_empty() {
        return Err(previewed(&ctx, &actor, Some(community), &body).await?);
    }
    services::feed::edit_comment(&ctx, &actor, post, comment, &body).await?;
    let unknown = services::feed::unknown_names(&ctx, &actor, community, &body).await?;
    go(address(post, comment));
    say_with(Notice::Edited, &unknown);
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

/// Marks a post public (`yes`), or no longer.
#[server(endpoint = "mark_post_public")]
pub async fn mark_post_public(post: PostId, #[server(default)] public: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let public = public == "yes";
    services::feed::mark_public(&ctx, &actor, post, public).await?;
    done(format!("/posts/{post}"), if public { Notice::MadePublic } else { Notice::MadePrivate });
    Ok(())
}

/// A post and the federations it may be shared to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SharingSheet {
    pub post: PostId,
    /// Of the post, or of its community.
    pub title: String,
    pub sharings: Vec<domain::community::federation::Sharing>,
    /// Its community, where that is in no federation.
    pub untied: Option<CommunityView>,
}

#[server(endpoint = "sharing_page")]
pub async fn sharing_page(post: PostId) -> Result<SharingSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let sharings = services::feed::sharings(&ctx, &actor, post).await?;
    let view = services::feed::post(&ctx, &actor, post).await?;
    let untied = match sharings.is_empty() {
        true => Some(services::communities::view(&ctx, &actor, &view.origin.slug).await?),
        false => None,
    };
    let title = if view.post.title.is_empty() { view.origin.name } else { view.post.title.clone() };
    Ok(SharingSheet { post, title, sharings, untied })
}

/// Shares a post to a federation of its community.
#[server(endpoint = "share_post")]
pub async fn share_post(post: PostId, federation: CommunityId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::share(&ctx, &actor, post, federation).await?;
    done(format!("/posts/{post}"), Notice::SharedUp);
    Ok(())
}

/// Takes it back.
#[server(endpoint = "take_back_post")]
pub async fn take_back_post(post: PostId, federation: CommunityId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::feed::take_back(&ctx, &actor, post, federation).await?;
    // Who read it there alone reads it no longer.
    let still = services::feed::post(&ctx, &actor, post).await.is_ok();
    let slug = services::communities::found(&ctx, federation).await?.slug.clone();
    done(if still { format!("/posts/{post}") } else { format!("/communities/{slug}") }, Notice::TakenBack);
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
