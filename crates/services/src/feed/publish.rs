//! A new post.

use super::{facts::PollRow, rights, row::PictureRow, stir::Stir, to_the_end};
use crate::{
    Context, bind, communities,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    media,
    once::Outcome,
};
use domain::{
    Actor, Failure, Reason,
    community::CommunityError,
    feed::{Draft, FeedError, PollForm, PostKind, RARE_DAYS, praised},
    form::{Fault, Reader},
    id::{CommunityId, MediaId, PersonId, PostId, newest_first},
    live::Signal,
};
use surrealdb::types::Variables;
use ulid::Ulid;

const PUBLISH: &str = include_str!("publish.surql");
const WITH_PICTURES: &str = concat!(include_str!("publish.surql"), include_str!("take_pictures.surql"));

/// Publishes `draft` in `community`, with the pictures sent for it and what each shows.
///
/// `key` is the form's: sent twice, it gives the same post. Membership and stage are looked at again
/// in the transaction, which also writes to the community's counter: who left, or what was archived
/// at the same moment, makes one of the two writes start over.
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
    let mut form = Reader::default();
    let draft = Draft::read(&mut form, &draft, pictures.len());
    let poll = beside.poll(ctx, &mut form, draft.kind)?;
    let praised = beside.people(ctx, &mut form, actor, draft.kind).await?;
    form.done()?;
    let found = communities::found(ctx, community).await?;
    rights::publishes(actor, draft.kind, &found.place)?;
    let pictures = rows(ctx, actor, pictures).await?;
    let surql = if pictures.is_empty() { PUBLISH } else { WITH_PICTURES };
    let post = PostId::new(ctx.ulid());
    let variables = bind! {
        post: Id(post), community: Id(community), person: Id(actor.person), kind: Word(draft.kind),
        title: draft.title, body: draft.body, pictures, at: At(ctx.now()),
        poll, praised, rank: newest_first(post.ulid()).to_string(), steers: actor.is_manager(),
        stir: Stir::new(post).rank(), long_ago: long_ago(ctx)
    };
    let (ctx, person, key) = (ctx.clone(), actor.person, key.to_owned());
    to_the_end(async move {
        let written = write(&ctx, person, &key, post, surql, variables).await;
        let feeds = &ctx.caches().feeds;
        match &written {
            Ok(outcome) if outcome.first => {
                feeds.shelves.came(community, post);
                ctx.live().ring(Signal::Feed { community });
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
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub poll: PollForm,
    /// Those praised, a name or an address a line.
    pub praised: String,
}

impl Beside {
    fn poll(&self, ctx: &Context, form: &mut Reader, kind: PostKind) -> Result<Option<PollRow>> {
        if kind != PostKind::Poll {
            return Ok(None);
        }
        let draft = self.poll.read(form, ctx.zone().to_datetime(ctx.now()));
        let ends = draft.ends.to_zoned(ctx.zone().clone()).map_err(Error::broken)?.timestamp();
        Ok(Some(PollRow::fresh(draft, ends)))
    }

    /// People of the company, found by name or by address.
    async fn people(
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
        _ => error,
    })
}

/// The pictures as the post keeps them. Whether they are still free is for the transaction to say.
async fn rows(ctx: &Context, actor: &Actor, pictures: Vec<(MediaId, String)>) -> Result<Vec<PictureRow>> {
    if pictures.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = pictures.iter().map(|(id, _)| *id).collect();
    let kept = media::sent_by(ctx, actor.person, &ids).await?;
    let row = |(id, alt): (MediaId, String)| {
        let media = kept.iter().find(|media| media.id.0 == id).ok_or_else(refused_picture)?;
        Ok(PictureRow { id: Id(id), alt, width: media.width, height: media.height })
    };
    pictures.into_iter().map(row).collect()
}

/// A picture that is not theirs, or that another post took.
fn refused_picture() -> Error {
    let fields = vec![("picture".to_owned(), Fault::Picture)];
    Failure { fields, ..Failure::from(Reason::Picture) }.into()
}

/// A form's key, whatever the form said: what it said is added to it.
pub(super) const SENT: &str = "SELECT VALUE made FROM done:[$person, $key]..=[$person, $end] LIMIT 1";

/// Whether a form of the actor's with this key was accepted.
pub async fn was_sent(ctx: &Context, actor: &Actor, key: &str) -> Result<bool> {
    let variables = bind! { person: Id(actor.person), key: key.to_owned(), end: format!("{key}/") };
    Ok(ctx.db().row::<String>(SENT, variables).await?.is_some())
}
