//! Posts, comments and reactions of the demonstration, many at once, each at its date.

use super::{mentions, row::PictureRow, stir::Stir};
use crate::{
    Context, accounts, bind, communities,
    db::{At, Id, Word},
    error::{Error, Result},
    media::{self, DocumentRow},
};
use domain::{
    feed::{PostKind, RARE_DAYS, Reaction},
    id::{CommentId, CommunityId, MediaId, PersonId, PostId, newest_first},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashSet};
use surrealdb::types::{Array, RecordId, SurrealValue, Value};

#[derive(Clone, Debug)]
pub struct SeedPost {
    pub community: CommunityId,
    pub author: PersonId,
    pub kind: PostKind,
    pub title: String,
    /// Markdown.
    pub body: String,
    pub at: Timestamp,
    /// Stored before by their author, and what each shows.
    pub pictures: Vec<(MediaId, String)>,
    /// Stored before by their author.
    pub files: Vec<MediaId>,
}

#[derive(Clone, Debug)]
pub struct SeedComment {
    pub post: PostId,
    pub author: PersonId,
    /// Markdown.
    pub body: String,
    /// The comment it answers: the place of one before it, on the same post.
    pub answers: Option<usize>,
    pub at: Timestamp,
}

#[derive(Clone, Debug)]
pub struct SeedReaction {
    pub post: PostId,
    pub person: PersonId,
    pub kind: Reaction,
    pub at: Timestamp,
}

/// Rows of one transaction: enough to be quick, few enough to be held at once.
const BATCH: usize = 500;

#[derive(Clone, SurrealValue)]
struct PostRow {
    id: Id<PostId>,
    community: Id<CommunityId>,
    author: Id<PersonId>,
    kind: Word<PostKind>,
    title: String,
    body: String,
    pictures: Vec<PictureRow>,
    files: Vec<DocumentRow>,
    created: At,
    rank: String,
    stir: String,
    rare: Option<bool>,
}

/// Somebody called in a post.
#[derive(Clone, SurrealValue)]
struct Call {
    person: Id<PersonId>,
    post: Id<PostId>,
    by: Id<PersonId>,
    at: At,
    rank: String,
}

/// A post under one of its hashtags.
#[derive(Clone, SurrealValue)]
struct Filed {
    tag: String,
    community: Id<CommunityId>,
    rank: String,
    post: Id<PostId>,
}

/// Adds to a counter of each record: `[[record, how many]…]`.
#[derive(Clone, SurrealValue)]
struct Added {
    to: RecordId,
    n: i64,
    /// The newest of them.
    last: Option<At>,
}

/// The same of comments, and when the last of them was written.
#[derive(Clone, SurrealValue)]
struct Said {
    to: RecordId,
    n: i64,
    stir: String,
}

/// When each author wrote.
struct Voices(BTreeMap<PersonId, Vec<Timestamp>>);

impl Voices {
    fn of(posts: &[SeedPost]) -> Voices {
        let mut voices: BTreeMap<PersonId, Vec<Timestamp>> = BTreeMap::new();
        for post in posts {
            voices.entry(post.author).or_default().push(post.at);
        }
        Voices(voices)
    }

    /// Whether its author wrote nothing in the weeks before.
    fn is_rare(&self, post: &SeedPost) -> bool {
        let long = SignedDuration::from_hours(24 * RARE_DAYS);
        let lately = |at: &Timestamp| *at < post.at && post.at.duration_since(*at) < long;
        !self.0.get(&post.author).is_some_and(|times| times.iter().any(lately))
    }
}

const POSTS: &str = "
INSERT INTO post $rows RETURN NONE;
FOR $added IN $counts {
    UPDATE $added.to SET
        spoken = IF spoken = NONE OR spoken < $added.last { $added.last } ELSE { spoken } RETURN NONE
};
FOR $row IN $rows {
    FOR $file IN $row.files { UPDATE $file.id SET attached = true, community = $row.community RETURN NONE };
    FOR $picture IN $row.pictures { UPDATE $picture.id SET attached = true, community = $row.community RETURN NONE }
};
FOR $call IN $told {
    CREATE type::record('mention', [$call.person, $call.rank]) SET
        person = $call.person, post = $call.post, by = $call.by, at = $call.at RETURN NONE;
};
FOR $filed IN $tagged {
    UPSERT type::record('tag', [$filed.tag, $filed.community]) SET community = $filed.community RETURN NONE;
    CREATE type::record('tagged', [$filed.tag, $filed.community, $filed.rank]) SET
        tag = $filed.tag, post = $filed.post, community = $filed.community RETURN NONE;
};
";

/// Stores `posts`; gives their ids in the same order.
pub async fn seed_posts(ctx: &Context, posts: &[SeedPost]) -> Result<Vec<PostId>> {
    let mut ids = Vec::with_capacity(posts.len());
    let rare = Voices::of(posts);
    for batch in posts.chunks(BATCH) {
        let pictures: Vec<_> =
            batch.iter().flat_map(|post| post.pictures.iter().map(|(id, _)| *id)).collect();
        let sizes = media::dimensions(ctx, &pictures).await?;
        let mut rows = Vec::with_capacity(batch.len());
        let mut counts: BTreeMap<CommunityId, (i64, Option<Timestamp>)> = BTreeMap::new();
        let (mut tagged, mut told) = (Vec::new(), Vec::new());
        for post in batch {
            let id = PostId::new(ctx.clock().ulid_at(post.at));
            ids.push(id);
            let (count, last) = counts.entry(post.community).or_default();
            *count += 1;
            *last = (*last).max(Some(post.at));
            let picture = |(id, alt): &(MediaId, String)| {
                let of = sizes.iter().find(|media| media.id.0 == *id);
                let of = of.ok_or_else(|| Error::broken(format!("no picture {id}")))?;
                Ok(PictureRow { id: Id(*id), alt: alt.clone(), width: of.width, height: of.height })
            };
            let rank = newest_first(id.ulid()).to_string();
            for tag in mentions::all_tags(&post.title, &post.body) {
                let community = Id(post.community);
                tagged.push(Filed { tag, community, rank: rank.clone(), post: Id(id) });
            }
            let mut body = post.body.clone();
            if body.contains('@') {
                let author = accounts::actor(ctx, post.author).await?;
                let found = communities::found(ctx, post.community).await?;
                let kept = mentions::read(ctx, &author, &found, &post.title, &body).await?;
                let call = |person| Call {
                    person,
                    post: Id(id),
                    by: Id(post.author),
                    at: At(post.at),
                    rank: rank.clone(),
                };
                told.extend(kept.called.into_iter().map(call));
                body = kept.body;
            }
            rows.push(PostRow {
                id: Id(id),
                community: Id(post.community),
                author: Id(post.author),
                kind: Word(post.kind),
                title: post.title.clone(),
                body,
                pictures: post.pictures.iter().map(picture).collect::<Result<_>>()?,
                files: media::documents_by(ctx, post.author, &post.files).await?,
                created: At(post.at),
                rank,
                stir: Stir::at(id, post.at).rank(),
                rare: rare.is_rare(post).then_some(true),
            });
        }
        let added = |(to, (n, last)): (CommunityId, (i64, Option<Timestamp>))| Added {
            to: Id(to).record(),
            n,
            last: last.map(At),
        };
        let counts: Vec<_> = counts.into_iter().map(added).collect();
        ctx.write(POSTS, bind! { rows, counts, tagged, told }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(ids)
}

#[derive(Clone, SurrealValue)]
struct CommentRow {
    id: RecordId,
    post: Id<PostId>,
    author: Id<PersonId>,
    body: String,
    created: At,
    thread: String,
    rank: String,
}

const COMMENTS: &str = "
INSERT INTO comment $rows RETURN NONE;
FOR $added IN $counts {
    UPDATE $added.to SET comments += $added.n, stir = IF stir > $added.stir { $added.stir } ELSE { stir } RETURN NONE
};
FOR $added IN $answered { UPDATE $added.to SET answers += $added.n RETURN NONE };
";

/// Stores `comments`; gives their ids in the same order. One that answers an answer is left on the
/// post itself: the demonstration has two levels as they are written.
pub async fn seed_comments(ctx: &Context, comments: &[SeedComment]) -> Result<Vec<CommentId>> {
    let mut ids: Vec<CommentId> = Vec::with_capacity(comments.len());
    let root = |place: usize| comments.get(place).filter(|comment| comment.answers.is_none());
    for batch in comments.chunks(BATCH) {
        let mut rows = Vec::with_capacity(batch.len());
        let mut counts: BTreeMap<PostId, (i64, Stir)> = BTreeMap::new();
        let mut answered: BTreeMap<(PostId, CommentId), i64> = BTreeMap::new();
        for comment in batch {
            let id = CommentId::new(ctx.clock().ulid_at(comment.at));
            ids.push(id);
            let said = Stir::at(comment.post, comment.at);
            let (count, last) = counts.entry(comment.post).or_insert((0, said));
            *count += 1;
            *last = said.max(*last);
            let under =
                comment.answers.filter(|place| root(*place).is_some_and(|at| at.post == comment.post));
            let under = under.and_then(|place| ids.get(place).copied());
            if let Some(under) = under {
                *answered.entry((comment.post, under)).or_default() += 1;
            }
            rows.push(CommentRow {
                id: comment_record(comment.post, id),
                thread: under.map_or(String::new(), |under| under.to_string()),
                rank: id.to_string(),
                post: Id(comment.post),
                author: Id(comment.author),
                body: comment.body.clone(),
                created: At(comment.at),
            });
        }
        let counts = counts.into_iter();
        let counts: Vec<_> =
            counts.map(|(to, (n, last))| Said { to: Id(to).record(), n, stir: last.rank() }).collect();
        let answered: Vec<_> = answered
            .into_iter()
            .map(|((post, under), n)| Added { to: comment_record(post, under), n, last: None })
            .collect();
        ctx.write(COMMENTS, bind! { rows, counts, answered }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(ids)
}

/// `comment:[post, ulid]`.
fn comment_record(post: PostId, comment: CommentId) -> RecordId {
    let key = vec![Value::RecordId(Id(post).record()), Value::String(comment.to_string())];
    RecordId::new("comment", Array::from(key))
}

#[derive(Clone, SurrealValue)]
struct ReactionRow {
    id: RecordId,
    post: Id<PostId>,
    kind: String,
    at: At,
    rank: String,
}

#[derive(Clone, SurrealValue)]
struct Reacted {
    to: RecordId,
    counts: Vec<i64>,
}

const REACTIONS: &str = "
INSERT INTO reaction $rows RETURN NONE;
FOR $added IN $counts {
    LET $now = $added.to.reactions;
    UPDATE $added.to SET reactions = array::map($now, |$n, $place| $n + $added.counts[$place]) RETURN NONE
};
";

/// Stores `reactions`; of two by one person to one post, the first.
pub async fn seed_reactions(ctx: &Context, reactions: &[SeedReaction]) -> Result<()> {
    let mut seen = HashSet::new();
    let fresh: Vec<_> = reactions.iter().filter(|given| seen.insert((given.person, given.post))).collect();
    for batch in fresh.chunks(BATCH) {
        let mut rows = Vec::with_capacity(batch.len());
        let mut counts: BTreeMap<PostId, [i64; 6]> = BTreeMap::new();
        for given in batch {
            if let Some(count) = counts.entry(given.post).or_default().get_mut(given.kind.index()) {
                *count += 1;
            }
            let key = Array::from(vec![
                Value::RecordId(Id(given.person).record()),
                Value::RecordId(Id(given.post).record()),
            ]);
            rows.push(ReactionRow {
                id: RecordId::new("reaction", key),
                post: Id(given.post),
                kind: given.kind.word().to_owned(),
                at: At(given.at),
                rank: super::reacted::rank(given.at, given.person),
            });
        }
        let count =
            |(to, counts): (PostId, [i64; 6])| Reacted { to: Id(to).record(), counts: counts.to_vec() };
        let counts: Vec<_> = counts.into_iter().map(count).collect();
        ctx.write(REACTIONS, bind! { rows, counts }).await?;
    }
    ctx.caches().feeds.clear();
    Ok(())
}
