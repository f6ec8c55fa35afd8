//! Posts as they were typed, with all that was answered to them, for who takes a community along.

use super::facts::{Poll, PollRow};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::Result,
};
use domain::{
    feed::{PostKind, Results},
    id::{CommunityId, MediaId, PostId},
    page::Page,
};
use jiff::Timestamp;
use surrealdb::types::{SurrealValue, Value, Variables};

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportWords {
    pub author: String,
    /// Markdown.
    pub body: String,
    pub at: Timestamp,
    /// It answers a comment, not the post.
    pub within: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportPost {
    pub id: PostId,
    pub kind: PostKind,
    pub title: String,
    pub words: ExportWords,
    /// Where it leads, if it is a link.
    pub url: Option<String>,
    /// What its pictures show.
    pub pictures: Vec<String>,
    /// What its files are called.
    pub files: Vec<String>,
    /// Its pictures in their order, then its files.
    pub media: Vec<MediaId>,
    /// A poll's options, and the votes for each where they are shown to everybody.
    pub options: Vec<(String, Option<u64>)>,
    pub comments: Vec<ExportWords>,
}

/// Posts read at once.
const BATCH: usize = 50;

pub(crate) const POSTS: &str = "SELECT id, author.name AS author, kind, title, body, pictures.*.alt AS pictures, \
     pictures.id AS shown, files.id AS attached, files.name AS files, link.url AS url, created, comments, poll, rank FROM post WHERE community = $community AND rank > $after \
     ORDER BY rank LIMIT $limit";

#[derive(SurrealValue)]
struct PostRow {
    id: Id<PostId>,
    author: Option<String>,
    kind: Word<PostKind>,
    title: String,
    body: String,
    pictures: Vec<String>,
    shown: Vec<Id<MediaId>>,
    attached: Option<Vec<Id<MediaId>>>,
    files: Option<Vec<String>>,
    url: Option<String>,
    created: At,
    comments: i64,
    poll: Option<PollRow>,
    rank: String,
}

#[derive(SurrealValue)]
struct CommentRow {
    author: Option<String>,
    body: String,
    created: At,
    thread: String,
    gone: bool,
}

/// A page of the posts of `community`, the newest first; the caller has asked whether they may.
pub(crate) async fn export(
    ctx: &Context,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<ExportPost>> {
    let after = cursor.unwrap_or_default().to_owned();
    let limit = i64::try_from(BATCH + 1).unwrap_or(i64::MAX);
    let rows: Vec<PostRow> = ctx.db().rows(POSTS, bind! { community: Id(community), after, limit }).await?;
    let page = Page::cut(rows, BATCH, |row| row.rank.clone());
    let threads = threads(ctx, &page.items).await?;
    let now = ctx.now();
    let mut threads = threads.into_iter();
    let post = |row: PostRow| ExportPost {
        id: row.id.0,
        media: row.shown.iter().chain(row.attached.iter().flatten()).map(|media| media.0).collect(),
        comments: if row.comments > 0 { threads.next().unwrap_or_default() } else { Vec::new() },
        kind: row.kind.0,
        title: row.title,
        words: ExportWords {
            author: row.author.unwrap_or_default(),
            body: row.body,
            at: row.created.0,
            within: false,
        },
        url: row.url,
        pictures: row.pictures.into_iter().filter(|alt| !alt.is_empty()).collect(),
        files: row.files.unwrap_or_default(),
        options: row.poll.map(|poll| options(Poll::of(poll), now)).unwrap_or_default(),
    };
    Ok(page.map(post))
}

/// The threads of those that have one, in their order.
async fn threads(ctx: &Context, posts: &[PostRow]) -> Result<Vec<Vec<ExportWords>>> {
    let answered: Vec<_> = posts.iter().filter(|row| row.comments > 0).map(|row| row.id).collect();
    let mut variables = Variables::new();
    let mut surql = String::new();
    for (index, post) in answered.iter().enumerate() {
        variables.insert(format!("p{index}"), Value::RecordId(post.record()));
        surql.push_str(&format!(
            "SELECT author.name AS author, body, created, thread, gone \
             FROM comment:[$p{index}, '']..=[$p{index}, '~'];"
        ));
    }
    if surql.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = ctx.db().query(&surql, variables).await?;
    let mut threads = Vec::with_capacity(answered.len());
    for index in 0..answered.len() {
        let words = rows.take::<CommentRow>(index)?.into_iter().filter(|row| !row.gone);
        let words = words.map(|row| ExportWords {
            author: row.author.unwrap_or_default(),
            body: row.body,
            at: row.created.0,
            within: !row.thread.is_empty(),
        });
        threads.push(words.collect());
    }
    Ok(threads)
}

fn options(poll: Poll, now: Timestamp) -> Vec<(String, Option<u64>)> {
    let counts = match poll.results(now, false) {
        Results::Counts(counts) => counts,
        _ => Vec::new(),
    };
    let votes = |place: usize| counts.get(place).copied();
    poll.options.into_iter().enumerate().map(|(place, option)| (option, votes(place))).collect()
}
