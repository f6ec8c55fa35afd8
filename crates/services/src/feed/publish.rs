//! A new post.

use super::{
    facts::{LinkRow, PollRow},
    mentions, preview, rights,
    row::PictureRow,
    stir::Stir,
    to_the_end,
};
use crate::{
    Context, bind, communities,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    media::{self, DocumentRow},
    once::Outcome,
};
use domain::{
    Actor, Failure, Reason,
    community::CommunityError,
    feed::{Draft, FeedError, FileForm, PollForm, PostKind, Preview, RARE_DAYS, link, praised},
    form::{Fault, Reader},
    id::{CommunityId, LaterId, MediaId, PersonId, PostId, newest_first},
    live::Signal,
};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use surrealdb::types::{SurrealValue, Variables};
use ulid::Ulid;

const PUBLISH: &str = include_str!("publish.surql");
const WITH_MEDIA: &str = concat!(include_str!("publish.surql"), include_str!("take.surql"));
/// What comes before when the post waited for its hour: once, and only as it was when it was read.
const LEAVES: &str = include_str!("leaves.surql");
/// What follows when the text calls somebody, or has hashtags.
const CALLING: &str = include_str!("file.surql");
const TAGGED: &str = include_str!("tag.surql");
/// What follows when it is a link.
const LINKED: &str = include_str!("look.surql");

/// Publishes `draft` in `community`, with the pictures sent for it and what each shows.
///
/// `key` is the form's: sent twice, it gives the same post. Membership and stage are looked at again
/// in the transaction. It writes nothing that others who publish write: sixteen at once wait for each
/// other no more than one alone. Of a post and an archiving (or a leaving) at the same moment, the post
/// was first.
pub async fn publish(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    draft: Draft,
    pictures: Vec<(MediaId, String)>,
    key: &str,
) -> Result<PostId> {
    publish_with(ctx, actor, community, draft, Beside::default(), pictures, key).await
}

/// The same, with what some kinds have beside their words.
pub async fn publish_with(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    draft: Draft,
    beside: Beside,
    pictures: Vec<(MediaId, String)>,
    key: &str,
) -> Result<PostId> {
    publish_from(ctx, actor, community, draft, beside, pictures, key, None).await
}

/// The same, of what waited for its hour: it goes in the transaction in which the post comes.
pub(super) async fn publish_from(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    draft: Draft,
    beside: Beside,
    pictures: Vec<(MediaId, String)>,
    key: &str,
    from: Option<(LaterId, i64)>,
) -> Result<PostId> {
    let mut form = Reader::default();
    if pictures.len() > draft.kind.pictures_max() {
        form.fault("picture", Fault::TooMany { max: draft.kind.pictures_max() });
    }
    let files = beside.files.read(&mut form, &[]);
    let draft = Draft::read(&mut form, &draft, pictures.len(), files.len());
    let poll = beside.poll(ctx, &mut form, draft.kind, ctx.zone().to_datetime(ctx.now()))?;
    let praised = beside.people(ctx, &mut form, actor, draft.kind).await?;
    let link = beside.link(ctx, &mut form, draft.kind);
    form.done()?;
    let found = communities::found(ctx, community).await?;
    rights::publishes(actor, draft.kind, &found.place)?;
    let pictures = picture_rows(ctx, actor, &[], pictures).await?;
    let files = file_rows(ctx, actor, &[], files).await?;
    let new_pictures: Vec<_> = pictures.iter().map(|picture| picture.id).collect();
    let new_files: Vec<_> = files.iter().map(|file| file.id).collect();
    let kept = mentions::read(ctx, actor, &found, &draft.title, &draft.body).await?;
    let mut surql = from.map_or(String::new(), |_| LEAVES.to_owned());
    surql.push_str(if pictures.is_empty() && files.is_empty() { PUBLISH } else { WITH_MEDIA });
    if !kept.called.is_empty() {
        surql.push_str(CALLING);
    }
    if !kept.tags.is_empty() {
        surql.push_str(TAGGED);
    }
    if link.is_some() {
        surql.push_str(LINKED);
    }
    let post = PostId::new(ctx.ulid());
    let mut variables = bind! {
        post: Id(post), community: Id(community), person: Id(actor.person), kind: Word(draft.kind),
        title: draft.title, body: kept.body, pictures, files, new_pictures, new_files, at: At(ctx.now()),
        poll, praised, link: link.clone(), held: preview::held(ctx.now()), rank: newest_first(post.ulid()).to_string(),
        steers: actor.is_manager(), called: kept.called, tags: kept.tags, text: String::new(),
        mark: mentions::mark(ctx), stir: Stir::new(post).rank(), long_ago: long_ago(ctx)
    };
    if let Some((later, revision)) = from {
        variables.insert("later".to_owned(), Id(later).into_value());
        variables.insert("revision".to_owned(), revision.into_value());
    }
    let kind = draft.kind;
    let (ctx, person, key) = (ctx.clone(), actor.person, key.to_owned());
    let author = actor.clone();
    to_the_end(async move {
        let written = write(&ctx, person, &key, post, &surql, variables).await;
        let feeds = &ctx.caches().feeds;
        feeds.weights.came(community, kind);
        match &written {
            Ok(outcome) if outcome.first => {
                feeds.shelves.came(community, post);
                ctx.live().ring(Signal::Feed { community });
                if let Some(link) = link {
                    preview::look_later(&ctx, author, community, post, link);
                }
            }
            Ok(_) => {}
            Err(Error::Refused(_)) => {}
            // It may be in the store for all we know.
            Err(_) => feeds.shelves.doubt(community),
        }
        written?.id.parse().map_err(Error::broken)
    })
    .await
}

/// The rank of what was written so long ago that whoever writes next is a rare voice.
fn long_ago(ctx: &Context) -> String {
    let before = ctx.now().as_millisecond() - RARE_DAYS * 24 * 3_600_000;
    let before = u64::try_from(before).unwrap_or_default();
    newest_first(Ulid::from_parts(before, 0)).to_string()
}

/// What a new post has beside its words, as typed; its kind says what is read of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    pub poll: PollForm,
    /// Those praised, a name or an address a line.
    pub praised: String,
    /// The address of a page.
    #[serde(default)]
    pub url: String,
    /// What waits for its hour keeps its files in their own column.
    #[serde(skip)]
    pub files: FileForm,
}

impl Beside {
    pub(super) fn poll(
        &self,
        ctx: &Context,
        form: &mut Reader,
        kind: PostKind,
        now: DateTime,
    ) -> Result<Option<PollRow>> {
        if kind != PostKind::Poll {
            return Ok(None);
        }
        let draft = self.poll.read(form, now);
        let ends = draft.ends.to_zoned(ctx.zone().clone()).map_err(Error::broken)?.timestamp();
        Ok(Some(PollRow::fresh(draft, ends)))
    }

    /// The link, to be looked at once it is posted, where pages are looked at.
    pub(super) fn link(&self, ctx: &Context, form: &mut Reader, kind: PostKind) -> Option<LinkRow> {
        let url = (kind == PostKind::Link).then(|| link(form, &self.url))?;
        Some(fresh_link(ctx, url))
    }

    /// People of the company, found by name or by address.
    pub(super) async fn people(
        &self,
        ctx: &Context,
        form: &mut Reader,
        actor: &Actor,
        kind: PostKind,
    ) -> Result<Option<Vec<Id<PersonId>>>> {
        if kind != PostKind::Praise {
            return Ok(None);
        }
        let names = praised(form, &self.praised);
        let known = communities::named(ctx, names.iter().map(String::as_str)).await?;
        let mut people = Vec::with_capacity(names.len());
        for name in &names {
            match known.get(name) {
                // Praise is for others.
                Some(person) if *person == actor.person => form.fault("praised", Fault::Oneself),
                Some(person) if people.contains(&Id(*person)) => {}
                Some(person) => people.push(Id(*person)),
                None => form.fault("praised", Fault::Person),
            }
        }
        Ok(Some(people))
    }
}

async fn write(
    ctx: &Context,
    person: PersonId,
    key: &str,
    post: PostId,
    surql: &str,
    variables: Variables,
) -> Result<Outcome> {
    ctx.write_once(person, key, post, surql, variables).await.map_err(|error| match thrown(&error) {
        Some("archived") => CommunityError::Archived.into(),
        Some("not_member") => FeedError::NotMember.into(),
        Some("not_animator") => FeedError::NotAnimator.into(),
        Some("picture") => refused_picture(),
        Some("not_waiting") => FeedError::NotWaiting.into(),
        Some("file") => refused_file(),
        _ => error,
    })
}

/// The pictures as the post keeps them, those it `had` among them. Whether the others are still free
/// is for the transaction to say.
pub(super) async fn picture_rows(
    ctx: &Context,
    actor: &Actor,
    had: &[PictureRow],
    pictures: Vec<(MediaId, String)>,
) -> Result<Vec<PictureRow>> {
    let fresh = pictures.iter().map(|(id, _)| *id);
    let fresh: Vec<_> = fresh.filter(|id| had.iter().all(|row| row.id.0 != *id)).collect();
    let kept = media::sent_by(ctx, actor.person, &fresh).await?;
    let row = |(id, alt): (MediaId, String)| {
        if let Some(row) = had.iter().find(|row| row.id.0 == id) {
            return Ok(PictureRow { alt, ..row.clone() });
        }
        let media = kept.iter().find(|media| media.id.0 == id).ok_or_else(refused_picture)?;
        Ok(PictureRow { id: Id(id), alt, width: media.width, height: media.height })
    };
    pictures.into_iter().map(row).collect()
}

/// The same for files.
pub(super) async fn file_rows(
    ctx: &Context,
    actor: &Actor,
    had: &[DocumentRow],
    files: Vec<MediaId>,
) -> Result<Vec<DocumentRow>> {
    let fresh = files.iter().copied();
    let fresh: Vec<_> = fresh.filter(|id| had.iter().all(|row| row.id.0 != *id)).collect();
    let kept = media::documents_by(ctx, actor.person, &fresh).await?;
    let row = |id: MediaId| {
        let found = had.iter().chain(&kept).find(|row| row.id.0 == id);
        found.cloned().ok_or_else(refused_file)
    };
    files.into_iter().map(row).collect()
}

/// A link to be looked at, where pages are looked at.
pub(super) fn fresh_link(ctx: &Context, url: String) -> LinkRow {
    let preview = if ctx.links().is_some() { Preview::Coming } else { Preview::None };
    LinkRow::fresh(url, preview)
}

/// A picture that is not theirs, or that another post took.
pub(super) fn refused_picture() -> Error {
    let fields = vec![("picture".to_owned(), Fault::Picture)];
    Failure { fields, ..Failure::from(Reason::Picture) }.into()
}

/// The same for a file.
pub(super) fn refused_file() -> Error {
    let fields = vec![("file".to_owned(), Fault::File)];
    Failure { fields, ..Failure::from(Reason::Form) }.into()
}

/// A form's key, whatever the form said: what it said is added to it.
pub(super) const SENT: &str =
    "SELECT VALUE made FROM type::record('done', [$person, $key]..=[$person, $end]) LIMIT 1";

/// Whether a form of the actor's with this key was accepted.
pub async fn was_sent(ctx: &Context, actor: &Actor, key: &str) -> Result<bool> {
    let variables = bind! { person: Id(actor.person), key: key.to_owned(), end: format!("{key}/") };
    Ok(ctx.db().row::<String>(SENT, variables).await?.is_some())
}
