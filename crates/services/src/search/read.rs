//! Documents as the store has them now: to be put into the index, and to be shown.

use super::{
    doc::{Doc, Subject},
    text,
};
use crate::{
    Context, bind, communities,
    db::{At, Id, Word},
    error::{Error, Result},
};
use domain::{
    Reason,
    feed::{PostKind, host},
    id::{CommentId, CommunityId, EventId, PersonId, PostId},
};
use std::collections::HashMap;
use surrealdb::types::{Array, RecordId, SurrealValue, Value};

/// Documents asked of the store at once.
const BATCH: usize = 200;

/// Another number whenever what is found of a post, or by whom, is another: its text has a revision, what a
/// page says of itself comes later, it becomes public or stays within, and what is shared or taken back is
/// counted. Both counts only grow, so their sum says when either did.
macro_rules! edition {
    () => {
        "(revision + (moves ?? 0)) * 4 + (IF link.preview = 'shown' { 2 } ELSE { 0 }) + (IF public = true { 1 } ELSE { 0 })"
    };
}
pub(super) const EDITION: &str = edition!();

const POSTS: &str = concat!(
    "SELECT id, community, author, kind, title, body, pictures.alt AS alts, files.name AS files,
    poll.options AS options, link.title AS link_title, link.description AS link_words, link.url AS link_url,
    public, shared, created, other.title AS other_title, other.body AS other_body, other.alts.alt AS other_alts,
    other.options AS other_options, ",
    edition!(),
    " AS edition FROM $posts"
);

#[derive(SurrealValue)]
struct PostRow {
    id: Id<PostId>,
    community: Id<CommunityId>,
    author: Id<PersonId>,
    kind: Word<PostKind>,
    title: String,
    body: String,
    alts: Vec<String>,
    files: Option<Vec<String>>,
    options: Option<Vec<String>>,
    link_title: Option<String>,
    link_words: Option<String>,
    link_url: Option<String>,
    public: Option<bool>,
    shared: Option<Vec<Id<CommunityId>>>,
    created: At,
    edition: i64,
    other_title: Option<String>,
    other_body: Option<String>,
    other_alts: Option<Vec<String>>,
    other_options: Option<Vec<String>>,
}

const COMMENTS: &str =
    "SELECT record::id(id)[1] AS id, post, post.community AS community, post.title AS title,
    author, body, created, edited FROM $comments";

#[derive(SurrealValue)]
struct CommentRow {
    id: Id<CommentId>,
    post: Id<PostId>,
    community: Option<Id<CommunityId>>,
    title: Option<String>,
    author: Id<PersonId>,
    body: String,
    created: At,
    edited: Option<At>,
}

const EVENTS: &str = "SELECT id, community, organizer, summary, description, location, dtstart, sequence
    FROM $events";

#[derive(SurrealValue)]
struct EventRow {
    id: Id<EventId>,
    community: Id<CommunityId>,
    organizer: Id<PersonId>,
    summary: String,
    description: String,
    location: String,
    dtstart: At,
    sequence: i64,
}

/// Those of `subjects` that exist, in their order.
pub(super) async fn docs(ctx: &Context, subjects: &[Subject]) -> Result<Vec<Doc>> {
    let mut found = HashMap::with_capacity(subjects.len());
    for batch in subjects.chunks(BATCH) {
        for doc in batch_of(ctx, batch).await? {
            found.insert(doc.subject, doc);
        }
    }
    Ok(subjects.iter().filter_map(|subject| found.remove(subject)).collect())
}

async fn batch_of(ctx: &Context, subjects: &[Subject]) -> Result<Vec<Doc>> {
    let (mut posts, mut comments, mut events) = (Vec::new(), Vec::new(), Vec::new());
    let mut docs = Vec::with_capacity(subjects.len());
    for subject in subjects {
        match subject {
            Subject::Post(post) => posts.push(Id(*post)),
            Subject::Comment(post, comment) => comments.push(comment_record(*post, *comment)),
            Subject::Event(event) => events.push(Id(*event)),
            Subject::Community(id) => docs.extend(community(ctx, *id).await?),
        }
    }
    if !posts.is_empty() {
        let rows = ctx.db().rows::<PostRow>(POSTS, bind! { posts }).await?;
        docs.extend(rows.into_iter().map(PostRow::doc));
    }
    if !comments.is_empty() {
        let rows = ctx.db().rows::<CommentRow>(COMMENTS, bind! { comments }).await?;
        docs.extend(rows.into_iter().filter_map(CommentRow::doc));
    }
    if !events.is_empty() {
        let rows = ctx.db().rows::<EventRow>(EVENTS, bind! { events }).await?;
        docs.extend(rows.into_iter().map(EventRow::doc));
    }
    Ok(docs)
}

fn comment_record(post: PostId, comment: CommentId) -> RecordId {
    let key = vec![Value::RecordId(Id(post).record()), Value::String(comment.to_string())];
    RecordId::new("comment", Array::from(key))
}

async fn community(ctx: &Context, id: CommunityId) -> Result<Option<Doc>> {
    let found = match communities::found(ctx, id).await {
        Ok(found) => found,
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let text = format!("{}\n{}", found.name, found.summary);
    Ok(Some(Doc {
        subject: Subject::Community(id),
        version: finder::digest(text.as_bytes()),
        community: id,
        author: None,
        at: millis(id.millis()),
        public: false,
        shared: Vec::new(),
        kind: None,
        title: found.name.clone(),
        body: found.summary.clone(),
    }))
}

fn millis(millis: i64) -> u64 {
    u64::try_from(millis).unwrap_or_default()
}

/// A version of what has a date of its last change.
pub(super) fn edition(edited: Option<At>) -> u64 {
    edited.map_or(0, |at| millis(at.0.as_millisecond()))
}

pub(super) fn revision(revision: i64) -> u64 {
    u64::try_from(revision).unwrap_or_default()
}

impl PostRow {
    fn doc(self) -> Doc {
        let alts = self.alts.into_iter().filter(|alt| !alt.is_empty());
        // Both versions are searched; the hit shows the first one's title.
        let other = self.other_title.into_iter().chain(self.other_body.map(|body| text::plain(&body)));
        let other = other.chain(self.other_alts.into_iter().flatten());
        let other = other.chain(self.other_options.into_iter().flatten());
        let link = self.link_title.into_iter().chain(self.link_words);
        let link = link.chain(self.link_url.map(|url| host(&url)));
        let beside = self.files.into_iter().flatten().chain(self.options.into_iter().flatten()).chain(link);
        let words = std::iter::once(text::plain(&self.body)).chain(alts).chain(beside).chain(other);
        Doc {
            subject: Subject::Post(self.id.0),
            version: revision(self.edition),
            community: self.community.0,
            author: Some(self.author.0),
            at: millis(self.created.0.as_millisecond()),
            public: self.public.unwrap_or_default(),
            shared: self.shared.into_iter().flatten().map(|federation| federation.0).collect(),
            kind: Some(self.kind.0),
            title: self.title,
            body: words.collect::<Vec<_>>().join(" "),
        }
    }
}

impl CommentRow {
    /// None once its post is gone.
    fn doc(self) -> Option<Doc> {
        Some(Doc {
            subject: Subject::Comment(self.post.0, self.id.0),
            version: edition(self.edited),
            community: self.community?.0,
            author: Some(self.author.0),
            at: millis(self.created.0.as_millisecond()),
            public: false,
            shared: Vec::new(),
            kind: None,
            title: self.title.unwrap_or_default(),
            body: text::plain(&self.body),
        })
    }
}

impl EventRow {
    fn doc(self) -> Doc {
        Doc {
            subject: Subject::Event(self.id.0),
            version: revision(self.sequence),
            community: self.community.0,
            author: Some(self.organizer.0),
            at: millis(self.dtstart.0.as_millisecond()),
            public: false,
            shared: Vec::new(),
            kind: None,
            title: self.summary,
            body: format!("{} {}", text::plain(&self.description), self.location),
        }
    }
}
