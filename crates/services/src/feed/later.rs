//! Posts that wait for their hour: set, changed, sent now, dropped, and published when it comes.

use super::{
    Beside,
    publish::{file_rows, picture_rows, publish_from, refused_file, refused_picture},
    rights, to_the_end,
    view::origin,
};
use crate::{
    Context, accounts, bind, communities,
    db::{At, Id, Word, thrown},
    error::{Error, Result},
    media, people,
};
use domain::{
    Actor, Failure, Reason,
    feed::{Draft, FeedError, FileForm, LATER_MOST, LaterView, PostKind, later as read_hour},
    form::{Fault, Reader},
    id::{CommunityId, LaterId, MediaId, PersonId, PostId},
    policy::{Action, Verdict, judge},
};
use jiff::{Timestamp, civil::DateTime};
use std::time::Duration;
use surrealdb::types::SurrealValue;

/// A day and an hour as typed, in the organisation's zone.
#[derive(Clone, Debug, Default)]
pub struct Hour {
    pub date: String,
    pub time: String,
}

impl Hour {
    /// Reads it; `None` when it was left empty.
    pub fn read(&self, ctx: &Context, form: &mut Reader) -> Option<DateTime> {
        read_hour(form, &self.date, &self.time, ctx.zone().to_datetime(ctx.now()))
    }
}

#[derive(Clone, SurrealValue)]
struct PictureRow {
    id: Id<MediaId>,
    alt: String,
}

const SCHEDULE: &str = "
LET $mine = UPSERT ONLY type::record('waiting', record::id($person)) SET posts = (posts ?? 0) + 1 RETURN AFTER;
IF $mine.posts > $most { THROW 'full' };
CREATE $later SET
    author = $person, community = $community, kind = $kind, title = $title, body = $body,
    beside = $beside, pictures = $pictures, files = $files, at = $hour, created = $at, state = 'waiting'
    RETURN NONE;
FOR $picture IN $pictures {
    LET $media = $picture.id;
    IF $media.attached != false OR $media.owner != $person { THROW 'picture' };
    UPDATE $media SET attached = true RETURN NONE;
};
FOR $media IN $files {
    IF $media.attached != false OR $media.owner != $person { THROW 'file' };
    UPDATE $media SET attached = true RETURN NONE;
};
";

/// Keeps a post until `hour`. All of it is looked at now as it will be then, so that nothing that can be
/// told now is told too late; names are read at that hour.
pub async fn schedule(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    draft: Draft,
    beside: Beside,
    pictures: Vec<(MediaId, String)>,
    hour: DateTime,
    key: &str,
) -> Result<LaterId> {
    let mut form = Reader::default();
    if pictures.len() > draft.kind.pictures_max() {
        form.fault("picture", Fault::TooMany { max: draft.kind.pictures_max() });
    }
    let files = beside.files.read(&mut form, &[]);
    let draft = Draft::read(&mut form, &draft, pictures.len(), files.len());
    beside.poll(ctx, &mut form, draft.kind, hour)?;
    beside.people(ctx, &mut form, actor, draft.kind).await?;
    beside.link(ctx, &mut form, draft.kind);
    form.done()?;
    let found = communities::found(ctx, community).await?;
    rights::publishes(actor, draft.kind, &found.place)?;
    super::mentions::read(ctx, actor, &found, &draft.title, &draft.body).await?;
    let later = LaterId::new(ctx.ulid());
    let pictures = picture_rows(ctx, actor, &[], pictures).await?;
    let pictures: Vec<_> =
        pictures.into_iter().map(|picture| PictureRow { id: picture.id, alt: picture.alt }).collect();
    let files = file_rows(ctx, actor, &[], files).await?;
    let files: Vec<_> = files.into_iter().map(|file| file.id).collect();
    let variables = bind! {
        later: Id(later), person: Id(actor.person), community: Id(community), kind: Word(draft.kind),
        title: draft.title, body: draft.body, beside: Word(beside), pictures, files,
        hour: At(moment(ctx, hour)?), at: At(ctx.now()), most: i64::try_from(LATER_MOST).unwrap_or(i64::MAX)
    };
    let outcome = ctx.write_once(actor.person, key, later, SCHEDULE, variables).await;
    let outcome = outcome.map_err(|error| match thrown(&error) {
        Some("full") => FeedError::LaterFull.into(),
        Some("picture") => refused_picture(),
        Some("file") => refused_file(),
        _ => error,
    })?;
    outcome.id.parse().map_err(Error::broken)
}

fn moment(ctx: &Context, hour: DateTime) -> Result<Timestamp> {
    Ok(hour.to_zoned(ctx.zone().clone()).map_err(Error::broken)?.timestamp())
}

#[derive(Clone, SurrealValue)]
struct Row {
    id: Id<LaterId>,
    author: Id<PersonId>,
    community: Id<CommunityId>,
    kind: Word<PostKind>,
    title: String,
    body: String,
    beside: Word<Beside>,
    pictures: Vec<PictureRow>,
    files: Option<Vec<Id<MediaId>>>,
    at: At,
    state: String,
    why: Option<Word<Failure>>,
    revision: i64,
}

impl Row {
    /// What it has beside its words, its files among it.
    fn beside(&self) -> Beside {
        let fresh = self.files.iter().flatten().map(|file| file.0).collect();
        Beside { files: FileForm { fresh, ..FileForm::default() }, ..self.beside.0.clone() }
    }

    fn files(&self) -> usize {
        self.files.as_ref().map_or(0, Vec::len)
    }
}

macro_rules! columns {
    () => {
        "id, author, community, kind, title, body, beside, pictures, files, at, state, why, revision"
    };
}

const ONE: &str = concat!("SELECT ", columns!(), " FROM $later");
pub(super) const MINE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM later WITH INDEX later_author WHERE author = $person AND at > $after ORDER BY at LIMIT $limit"
);
pub(super) const THEIRS: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM later WITH INDEX later_kind WHERE community = $community AND kind = 'announcement' AND at > $after \
     ORDER BY at LIMIT $limit"
);

/// What the actor has waiting or held, the next hour first, and the announcements of others that wait
/// where the actor moderates. There are a few dozen of them at most.
pub async fn scheduled(ctx: &Context, actor: &Actor) -> Result<Vec<LaterView>> {
    let after = At(Timestamp::UNIX_EPOCH);
    let limit = i64::try_from(LATER_MOST).unwrap_or(i64::MAX);
    let mine = bind! { person: Id(actor.person), after, limit };
    let mut rows = ctx.db().rows::<Row>(MINE, mine).await?;
    for found in communities::mine(ctx, actor).await? {
        if judge(actor, Action::Moderate, &found.place) != Verdict::Allowed {
            continue;
        }
        let theirs = ctx.db().rows::<Row>(THEIRS, bind! { community: Id(found.id), after, limit }).await?;
        rows.extend(theirs.into_iter().filter(|row| row.author.0 != actor.person));
    }
    rows.sort_by_key(|row| row.at.0);
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        views.push(view(ctx, actor, row).await?);
    }
    Ok(views)
}

async fn view(ctx: &Context, actor: &Actor, row: Row) -> Result<LaterView> {
    let found = match communities::found(ctx, row.community.0).await {
        Ok(found) => Some(found).filter(|found| judge(actor, Action::Look, &found.place).is_allowed()),
        Err(error) if error.failure().reason == Reason::NotFound => None,
        Err(error) => return Err(error),
    };
    Ok(LaterView {
        id: row.id.0,
        origin: found.map(|found| origin(&found)),
        author: people::name(ctx, row.author.0).await?,
        kind: row.kind.0,
        files: row.files(),
        url: row.beside.0.url,
        title: row.title,
        body: row.body,
        at: ctx.zone().to_datetime(row.at.0),
        held: row.why.map(|why| why.0).filter(|_| row.state == "held"),
        pictures: row.pictures.len(),
        mine: row.author.0 == actor.person,
        revision: row.revision,
    })
}

/// One that the actor may see: their own, or an announcement where they moderate.
async fn one(ctx: &Context, actor: &Actor, later: LaterId) -> Result<Row> {
    let row = ctx.db().row::<Row>(ONE, bind! { later: Id(later) }).await?.ok_or(Reason::NotFound)?;
    if row.author.0 == actor.person {
        return Ok(row);
    }
    let found = communities::found(ctx, row.community.0).await?;
    let moderates = judge(actor, Action::Moderate, &found.place) == Verdict::Allowed;
    if moderates && row.kind.0 == PostKind::Announcement { Ok(row) } else { Err(Reason::NotFound.into()) }
}

/// The same, by its author.
async fn own(ctx: &Context, actor: &Actor, later: LaterId) -> Result<Row> {
    let row = one(ctx, actor, later).await?;
    if row.author.0 == actor.person { Ok(row) } else { Err(Reason::Forbidden.into()) }
}

/// One post that waits, for its author, and where it is an announcement for those who moderate there.
pub async fn scheduled_one(ctx: &Context, actor: &Actor, later: LaterId) -> Result<LaterView> {
    view(ctx, actor, one(ctx, actor, later).await?).await
}

const CHANGE: &str = "
IF $later.state = NONE OR $later.revision != $revision { THROW 'not_waiting' };
UPDATE $later SET title = $title, body = $body, at = $hour, state = 'waiting', why = NONE, revision += 1 RETURN NONE;
";

/// Other words, another hour; one that was held waits again. The author's alone.
pub async fn change_scheduled(
    ctx: &Context,
    actor: &Actor,
    later: LaterId,
    title: &str,
    body: &str,
    hour: &Hour,
    revision: i64,
) -> Result<()> {
    let row = own(ctx, actor, later).await?;
    let mut form = Reader::default();
    let draft = Draft { kind: row.kind.0, title: title.to_owned(), body: body.to_owned() };
    let draft = Draft::read(&mut form, &draft, row.pictures.len(), row.files());
    let at = hour.read(ctx, &mut form);
    if at.is_none() && form.is_clean() {
        form.fault("later", Fault::Required);
    }
    if let Some(at) = at {
        row.beside.0.poll(ctx, &mut form, draft.kind, at)?;
    }
    form.done()?;
    let found = communities::found(ctx, row.community.0).await?;
    rights::publishes(actor, draft.kind, &found.place)?;
    super::mentions::read(ctx, actor, &found, &draft.title, &draft.body).await?;
    let hour = moment(ctx, at.ok_or(Reason::Form)?)?;
    let variables =
        bind! { later: Id(later), title: draft.title, body: draft.body, hour: At(hour), revision };
    ctx.write(CHANGE, variables).await.map_err(not_waiting)?;
    ctx.caches().held.forget(&actor.person);
    Ok(())
}

fn not_waiting(error: Error) -> Error {
    match thrown(&error) {
        Some("not_waiting") => FeedError::NotWaiting.into(),
        _ => error,
    }
}

/// Publishes it now, as it stands; the author's alone.
pub async fn send_scheduled(ctx: &Context, actor: &Actor, later: LaterId) -> Result<PostId> {
    let row = own(ctx, actor, later).await?;
    let post = publish(ctx, actor, row).await?;
    ctx.caches().held.forget(&actor.person);
    Ok(post)
}

/// Its key makes it one post, whoever publishes it and how often.
async fn publish(ctx: &Context, actor: &Actor, row: Row) -> Result<PostId> {
    let beside = row.beside();
    let draft = Draft { kind: row.kind.0, title: row.title, body: row.body };
    let pictures = row.pictures.into_iter().map(|picture| (picture.id.0, picture.alt)).collect();
    let from = Some((row.id.0, row.revision));
    let key = format!("later {}", row.id.0);
    publish_from(ctx, actor, row.community.0, draft, beside, pictures, &key, from).await
}

const DROP: &str = "
IF $later.state = NONE { THROW 'not_waiting' };
LET $attached = array::concat($later.pictures.id, $later.files ?? []);
UPDATE type::record('waiting', record::id($later.author)) SET posts -= 1 RETURN NONE;
DELETE $attached;
DELETE $later;
";

/// Drops it with its pictures and files: its author, or who moderates where it was to be announced.
pub async fn drop_scheduled(ctx: &Context, actor: &Actor, later: LaterId) -> Result<()> {
    let row = one(ctx, actor, later).await?;
    let pictures = row.pictures.iter().map(|picture| picture.id.0);
    let attached: Vec<_> = pictures.chain(row.files.iter().flatten().map(|file| file.0)).collect();
    let files = media::files_of(ctx, &attached).await?;
    let ctx = ctx.clone();
    to_the_end(async move {
        ctx.write(DROP, bind! { later: Id(later) }).await.map_err(not_waiting)?;
        ctx.caches().held.forget(&row.author.0);
        media::discard(&ctx, files).await
    })
    .await
}

/// Those whose hour has come, the oldest first.
pub(super) const DUE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM later WITH INDEX later_due WHERE state = 'waiting' AND at <= $now ORDER BY at LIMIT 50"
);

const HOLD: &str = "
IF $later.state != 'waiting' OR $later.revision != $revision { THROW 'not_waiting' };
UPDATE $later SET state = 'held', why = $why, revision += 1 RETURN NONE;
";

/// Publishes what is due, as its author may at this moment; what may not be published is held, and its
/// author is told why. Gives how many were published.
///
/// Safe to run anywhere at any time: each goes in the transaction in which its post comes.
pub async fn publish_due(ctx: &Context) -> Result<usize> {
    let mut published = 0;
    loop {
        let rows = ctx.db().rows::<Row>(DUE, bind! { now: At(ctx.now()) }).await?;
        let mut moved = 0;
        for row in rows {
            let (later, author, revision) = (row.id.0, row.author.0, row.revision);
            let done = match accounts::fresh_actor(ctx, author).await {
                Ok(actor) => publish(ctx, &actor, row).await.map(drop),
                Err(error) => Err(error),
            };
            let why = match done {
                Ok(()) => {
                    published += 1;
                    moved += 1;
                    continue;
                }
                // Somebody was quicker: another process, or its author.
                Err(error) if error.failure().reason == Reason::Feed(FeedError::NotWaiting) => continue,
                Err(Error::Refused(failure)) => failure,
                Err(error) => {
                    tracing::warn!(%error, "a post that waited for its hour was not published yet");
                    continue;
                }
            };
            let variables = bind! { later: Id(later), revision, why: Word(why) };
            match ctx.write(HOLD, variables).await {
                Ok(_) => moved += 1,
                Err(error) if thrown(&error) == Some("not_waiting") => {}
                Err(error) => return Err(error),
            }
            ctx.caches().held.forget(&author);
        }
        // The others wait for the next round.
        if moved == 0 {
            return Ok(published);
        }
    }
}

/// Between two looks at what is due.
const PAUSE: Duration = Duration::from_secs(10);

/// Publishes what is due for as long as the process lives; what became due while none did, at once.
pub async fn keep_hours(ctx: Context) {
    let mut ticks = tokio::time::interval(PAUSE);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match publish_due(&ctx).await {
            Ok(0) => {}
            Ok(published) => tracing::info!(published, "posts that waited for their hour"),
            Err(error) => tracing::warn!(%error, "what waits for its hour was not looked at"),
        }
    }
}

pub(super) const HELD: &str = "SELECT VALUE id FROM later WITH INDEX later_author
    WHERE author = $person AND at > $after AND state = 'held' LIMIT 1";

/// Whether a post of the actor's was not published at its hour; from memory.
pub async fn has_held(ctx: &Context, actor: &Actor) -> Result<bool> {
    let cache = &ctx.caches().held;
    if let Some(held) = cache.get(&actor.person) {
        return Ok(held);
    }
    let era = cache.era();
    let variables = bind! { person: Id(actor.person), after: At(Timestamp::UNIX_EPOCH) };
    let held = ctx.db().row::<Id<LaterId>>(HELD, variables).await?.is_some();
    cache.keep(actor.person, held, era);
    Ok(held)
}
