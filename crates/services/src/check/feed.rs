//! Posts, comments, reactions, and what was removed.

use super::{Round, joined, shown};
use crate::{
    db::{Id, Word},
    error::Result,
};
use domain::{
    feed::{PostKind, Preview, Reaction},
    id::{CommentId, CommunityId, MediaId, PersonId, PostId, newest_first},
};
use std::collections::HashSet;
use surrealdb::types::{Array, RecordId, RecordIdKey, SurrealValue, Value};

/// What is remembered of a post: what it counts, less what was found.
pub(super) struct Post {
    comments: i32,
    reactions: [i32; 6],
    /// What its kind counts and names.
    pub(super) asks: super::kinds::Asks,
    pub(super) community: CommunityId,
    pub(super) public: bool,
    /// The page it links to is to be looked at: it may have a turn, and if it is told that there is one, it has.
    pub(super) looks: bool,
    pub(super) told: bool,
}

#[derive(SurrealValue)]
struct Row {
    id: Id<PostId>,
    community: Id<CommunityId>,
    author: Id<PersonId>,
    kind: Word<PostKind>,
    pictures: Vec<Pictured>,
    files: Option<Vec<Pictured>>,
    link: Option<Linked>,
    comments: i64,
    reactions: Vec<i64>,
    rank: String,
    stir: String,
    answer: Option<String>,
    supports: Option<i64>,
    readings: Option<i64>,
    poll: Option<super::kinds::PollRow>,
    praised: Option<Vec<Id<PersonId>>>,
    public: Option<bool>,
    shared: Option<Vec<Id<CommunityId>>>,
}

#[derive(SurrealValue)]
struct Pictured {
    id: Id<MediaId>,
}

#[derive(SurrealValue)]
struct Linked {
    preview: Word<Preview>,
    picture: Option<Pictured>,
}

#[derive(SurrealValue)]
struct Comment {
    id: RecordId,
    post: Id<PostId>,
    author: Id<PersonId>,
    thread: String,
    rank: String,
    answers: i64,
    gone: bool,
}

#[derive(SurrealValue)]
struct Reacted {
    id: RecordId,
    post: Id<PostId>,
    kind: String,
    rank: String,
}

#[derive(SurrealValue)]
struct Removal {
    id: RecordId,
    what: String,
    community: Id<CommunityId>,
    author: Id<PersonId>,
    by: Id<PersonId>,
}

const POSTS: &str = "id, community, author, kind, pictures, files, link, comments, reactions, rank, stir, answer, \
     supports, readings, poll, praised, public, shared";

pub(super) async fn check(round: &mut Round<'_>) -> Result<()> {
    round.each("post", POSTS, enter).await?;
    round.each("comment", "id, post, author, thread, rank, answers, gone", comment).await?;
    super::threads::settle(round);
    round.each("reaction", "id, post, kind, rank", reaction).await?;
    round.each("removal", "id, what, community, author, by", removal).await?;
    super::kinds::check(round).await?;
    super::calls::check(round).await?;
    super::looks::check(round).await?;
    let posts = std::mem::take(&mut round.posts);
    for (id, post) in posts {
        super::kinds::settle(round, id, &post.asks);
        round.hold(!post.told, || format!("post {id} says that its page is looked at again, and it is not"));
        round.hold(post.comments == 0, || format!("post {id} counts {:+} comments too many", post.comments));
        for (kind, over) in Reaction::ALL.into_iter().zip(post.reactions) {
            round.hold(over == 0, || {
                format!("post {id} counts {over:+} reactions `{}` too many", kind.word())
            });
        }
    }
    Ok(())
}

fn enter(round: &mut Round<'_>, row: Row) {
    let id = row.id.0;
    let asks = super::kinds::Asks::of(row.kind.0, row.answer, row.supports, row.readings).with(row.poll);
    for person in row.praised.iter().flatten() {
        round.person(person.0, || format!("praise in post {id}"));
    }
    let beside = asks.has_what_its_kind_needs(row.praised.is_some());
    round.hold(beside, || format!("post {id} lacks what its kind has beside its words"));
    round.person(row.author.0, || format!("post {id}"));
    round.community(row.community.0, || format!("post {id}"));
    let ranked = row.rank == newest_first(id.ulid()).to_string();
    round.hold(ranked, || format!("post {id} is out of order in its feed"));
    let stirred = row.stir.len() == 13 + row.rank.len() && row.stir.ends_with(&row.rank);
    round.hold(stirred, || format!("post {id} is out of order where the latest stirred come first"));
    let linked = row.link.is_some() == (row.kind.0 == PostKind::Link);
    round.hold(linked, || format!("post {id} leads nowhere, or is a link and should not be"));
    let shared: HashSet<_> = row.shared.into_iter().flatten().map(|federation| federation.0).collect();
    let preview = row.link.as_ref().map(|link| link.preview.0);
    let seen = row.link.iter().filter_map(|link| link.picture.as_ref());
    let pictures = row.pictures.iter().chain(seen).map(|picture| (picture.id.0, false));
    let files = row.files.iter().flatten().map(|file| (file.id.0, true));
    for (media, document) in pictures.chain(files) {
        match round.media.get_mut(&media) {
            Some(found) => {
                found.used += 1;
                let together = found.public == row.public.unwrap_or_default();
                let alike = found.shared == shared;
                let shown = found.attached && found.community == Some(row.community.0);
                let fits = found.document == document;
                round.hold(shown, || {
                    format!("post {id} shows picture {media}, which its readers may not see")
                });
                round.hold(together, || format!("post {id} and its picture {media} are not both public"));
                round.hold(alike, || format!("post {id} and its picture {media} are not shared alike"));
                round.hold(fits, || format!("post {id} shows a file as a picture, or the reverse: {media}"));
            }
            None => round.wrong(format!("post {id} shows picture {media}, which there is not")),
        }
    }
    if !shared.is_empty() {
        round.homes.insert(id, row.community.0);
        round.shared.insert(id, shared);
    }
    let mut reactions = [0; 6];
    let six = row.reactions.len() == reactions.len();
    round.hold(six, || format!("post {id} counts {} kinds of reactions", row.reactions.len()));
    for (kept, said) in reactions.iter_mut().zip(&row.reactions) {
        *kept = i32::try_from(*said).unwrap_or(i32::MAX);
    }
    round.posts.insert(
        id,
        Post {
            comments: i32::try_from(row.comments).unwrap_or(i32::MAX),
            reactions,
            asks,
            community: row.community.0,
            public: row.public.unwrap_or_default(),
            looks: matches!(preview, Some(Preview::Coming | Preview::Again)),
            told: preview == Some(Preview::Again),
        },
    );
}

fn comment(round: &mut Round<'_>, row: Comment) {
    let id = shown(&row.id);
    let placed = match &row.id.key {
        RecordIdKey::Array(parts) => is_comment_key(parts, &row.post, &row.rank),
        _ => false,
    };
    round.hold(placed, || format!("{id} is not in the thread of its post"));
    round.person(row.author.0, || id.clone());
    round.hold(!row.gone || row.answers > 0, || format!("{id} is gone and nobody answered it"));
    round.branches.heard(row.post.0, &row.rank, &row.thread, row.answers);
    match round.posts.get_mut(&row.post.0) {
        Some(post) => {
            if !row.gone {
                post.comments -= 1;
                post.asks.heard(&row.id);
            }
        }
        None => round.wrong(format!("{id} is a comment on nothing")),
    }
}

/// `[post, ulid]`.
fn is_comment_key(parts: &Array, of: &Id<PostId>, rank: &str) -> bool {
    match parts.iter().collect::<Vec<_>>().as_slice() {
        [Value::RecordId(post), Value::String(key)] => {
            *post == of.record() && key == rank && key.parse::<CommentId>().is_ok()
        }
        _ => false,
    }
}

fn reaction(round: &mut Round<'_>, row: Reacted) {
    let id = shown(&row.id);
    let person = match &row.id.key {
        RecordIdKey::Array(parts) => {
            parts.iter().next().cloned().and_then(|part| Id::<PersonId>::from_value(part).ok())
        }
        _ => None,
    };
    match person {
        Some(person) => {
            let key = vec![Value::RecordId(person.record()), Value::RecordId(row.post.record())];
            round.hold(row.id == joined("reaction", key), || format!("{id} is not where it belongs"));
            round.person(person.0, || id.clone());
            let ranked = row.rank.ends_with(&person.0.to_string());
            round.hold(ranked, || format!("{id} is out of order among those of its kind"));
        }
        None => round.wrong(format!("{id} is nobody's")),
    }
    let Some(kind) = Reaction::from_word(&row.kind) else {
        return round.wrong(format!("{id} is no reaction we know"));
    };
    match round.posts.get_mut(&row.post.0) {
        Some(post) => {
            if let Some(count) = post.reactions.get_mut(kind.index()) {
                *count -= 1;
            }
        }
        None => round.wrong(format!("{id} is a reaction to nothing")),
    }
}

/// What was removed is not there any more. A comment's removal may outlive its post's.
fn removal(round: &mut Round<'_>, row: Removal) {
    let id = shown(&row.id);
    round.community(row.community.0, || id.clone());
    for person in [row.author.0, row.by.0] {
        round.person(person, || id.clone());
    }
    let post = match &row.id.key {
        RecordIdKey::Array(parts) if row.what == "post" => {
            parts.iter().next().cloned().and_then(|part| Id::<PostId>::from_value(part).ok())
        }
        _ => None,
    };
    let still = post.is_some_and(|post| round.posts.contains_key(&post.0));
    round.hold(!still, || format!("{id} speaks of a post that is still there"));
    round.hold(["post", "comment"].contains(&row.what.as_str()), || {
        format!("{id} removed what we do not know")
    });
}
