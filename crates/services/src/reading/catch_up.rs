//! One page after an absence: what mattered, by community, and an end.

use super::{
    called::called_since,
    seen::{Seen, mark, post_at, seen},
};
use crate::{
    Context, bind, communities,
    db::{At, Id},
    error::Result,
    events, feed, people,
};
use domain::{
    Actor,
    feed::{PostKind, PostView},
    id::{CommentId, CommunityId, PersonId, PostId, newest_first},
    reading::{
        ANNOUNCEMENTS_SHOWN, ANSWERS_SHOWN, AWAY_DAYS, Answer, Brief, COMMUNITIES_SHOWN, CatchUp,
        DREW_PEOPLE, EVENTS_SHOWN, Missed, POSTS_SHOWN, UNREAD_MOST, heat, one_line,
    },
};
use jiff::{Timestamp, ToSpan};
use std::collections::{HashMap, HashSet};
use surrealdb::types::{SurrealValue, Variables};

/// Who was never here catches up with so many days.
const FIRST_DAYS: i64 = 14;
/// Posts looked at in one community: the newest of those missed.
const LOOKED_AT: usize = 15;
/// One's own posts, and threads one wrote in, that answers are looked for under.
const OWN: usize = 30;
const THREADS: usize = 30;
/// One's comments of so many days before are looked at.
const THREAD_DAYS: i64 = 60;
/// Characters of a post without a title.
const LINE: usize = 90;

/// How long the actor was away, in days, when it is worth catching up.
pub async fn away(ctx: &Context, actor: &Actor) -> Result<Option<i64>> {
    let seen = seen(ctx, actor.person).await?;
    let since = seen.before.as_ref().map(|(_, away)| *away).or(seen.at);
    let days = since.map_or(0, |since| ctx.now().duration_since(since).as_hours() / 24);
    Ok((days >= AWAY_DAYS).then_some(days))
}

/// Everything up to `upto` counts as seen, everywhere the actor is.
pub async fn caught_up(ctx: &Context, actor: &Actor, upto: PostId) -> Result<()> {
    // A page that was made up does not see into the future.
    let upto = upto.min(PostId::new(ctx.ulid()));
    let all = actor.communities().map(|community| (community, upto)).collect();
    mark(ctx, actor.person, &all, true).await
}

/// What mattered in the actor's communities since they last read, or since before their absence.
pub async fn catch_up(ctx: &Context, actor: &Actor) -> Result<CatchUp> {
    let upto = PostId::new(ctx.ulid());
    let seen = seen(ctx, actor.person).await?;
    let first = ctx.now().checked_sub((24 * FIRST_DAYS).hours()).unwrap_or_default();
    let (marks, since) = match seen.as_ref() {
        Seen { before: Some((posts, away)), .. } => (posts, *away),
        Seen { posts, at: Some(at), .. } => (posts, *at),
        Seen { posts, .. } => (posts, first),
    };
    let mine = communities::mine(ctx, actor).await?;
    let from = |community| marks.get(&community).copied().unwrap_or_else(|| post_at(since));
    let mut missed = Vec::new();
    let mut looked_at = Vec::new();
    for found in &mine {
        let posts = feed::newer(ctx, found.id, from(found.id), LOOKED_AT).await?;
        if !posts.is_empty() {
            looked_at.extend_from_slice(&posts);
            missed.push((found.clone(), posts));
        }
    }
    let with_news: Vec<_> = missed.iter().map(|(found, _)| (found.id, from(found.id))).collect();
    let announced = announcements(ctx, &with_news).await?;
    looked_at.extend(announced.iter().copied());
    let own: HashSet<_> = threads(ctx, actor, since).await?.into_iter().collect();
    let answered = answers(ctx, actor.person, &own, since).await?;
    looked_at.extend(answered.iter().map(|(post, ..)| *post));
    looked_at.sort_unstable();
    looked_at.dedup();
    let views = feed::some(ctx, actor, &looked_at).await?;
    let views: HashMap<_, _> = views.into_iter().map(|view| (view.post.id, view)).collect();

    let mut communities = Vec::new();
    let mut others = Vec::new();
    for (found, posts) in missed {
        let unread = posts.len().min(UNREAD_MOST + 1);
        let theirs = |post: &&PostView| post.post.community == found.id && post.post.author != actor.person;
        let mut announcements: Vec<_> =
            announced.iter().filter_map(|post| views.get(post)).filter(theirs).map(brief).collect();
        announcements.truncate(ANNOUNCEMENTS_SHOWN);
        let mut drew: Vec<_> =
            posts.iter().filter_map(|post| views.get(post)).filter(theirs).map(brief).collect();
        drew.retain(|post| {
            post.kind != PostKind::Announcement && heat(post.comments, post.reactions) >= DREW_PEOPLE
        });
        drew.sort_by_key(|post| std::cmp::Reverse((heat(post.comments, post.reactions), post.id)));
        drew.truncate(POSTS_SHOWN);
        let origin = domain::feed::Origin {
            id: found.id,
            slug: found.slug.clone(),
            name: found.name.clone(),
            hue: found.hue,
        };
        if announcements.is_empty() && drew.is_empty() || communities.len() >= COMMUNITIES_SHOWN {
            others.push(origin);
        } else {
            communities.push(Missed { origin, unread, announcements, posts: drew });
        }
    }
    let by: Vec<_> = answered.iter().map(|(.., by)| *by).collect();
    let names = people::names(ctx, &by).await?;
    let answer = |(post, count, first, by): &(PostId, usize, CommentId, PersonId)| {
        Some(Answer { post: brief(views.get(post)?), count: *count, first: *first, by: names.of(*by) })
    };
    let answers = answered.iter().filter_map(answer).take(ANSWERS_SHOWN).collect();
    let called = called_since(ctx, actor, since).await?;
    let mut events = events::upcoming(ctx, actor, None).await?.items;
    events.truncate(EVENTS_SHOWN);
    Ok(CatchUp { since, upto, called, answers, communities, others, events })
}

pub(super) fn brief(view: &PostView) -> Brief {
    let post = &view.post;
    let title = if post.title.is_empty() { one_line(&post.html, LINE) } else { post.title.clone() };
    Brief {
        id: post.id,
        kind: post.kind,
        title,
        author: view.author.clone(),
        comments: view.comments,
        reactions: view.tally.total(),
        at: post.created,
    }
}

pub(super) fn announcements_of(index: usize) -> String {
    format!(
        "SELECT VALUE id FROM post WITH INDEX post_kind WHERE community = $c{index} AND kind = 'announcement' \
         AND rank < $r{index} ORDER BY rank LIMIT {ANNOUNCEMENTS_SHOWN};"
    )
}

/// The newest announcements of each community after a post of it.
async fn announcements(ctx: &Context, communities: &[(CommunityId, PostId)]) -> Result<Vec<PostId>> {
    if communities.is_empty() {
        return Ok(Vec::new());
    }
    let mut variables = Variables::new();
    let mut surql = String::new();
    for (index, (community, after)) in communities.iter().enumerate() {
        variables.insert(format!("c{index}"), Id(*community).into_value());
        variables.insert(format!("r{index}"), newest_first(after.ulid()).to_string().into_value());
        surql.push_str(&announcements_of(index));
    }
    let mut answer = ctx.db().query(&surql, variables).await?;
    let mut posts = Vec::new();
    for index in 0..communities.len() {
        posts.extend(answer.take::<Id<PostId>>(index)?.into_iter().map(|id| id.0));
    }
    Ok(posts)
}

pub(super) const WRITTEN: &str = "SELECT VALUE id FROM post WITH INDEX post_author WHERE author = $person AND rank > '' ORDER BY rank LIMIT $limit";
pub(super) const COMMENTED: &str = "SELECT VALUE post FROM comment WITH INDEX comment_author
    WHERE author = $person AND created > $from AND created < $to LIMIT 300";

/// The posts the actor wrote lately, and those they wrote under.
async fn threads(ctx: &Context, actor: &Actor, since: Timestamp) -> Result<Vec<PostId>> {
    let from = since.checked_sub((24 * THREAD_DAYS).hours()).unwrap_or_default();
    let variables = bind! {
        person: Id(actor.person), limit: i64::try_from(OWN).unwrap_or_default(), from: At(from), to: At(ctx.now())
    };
    let mut answer = ctx.db().query(&format!("{WRITTEN}; {COMMENTED};"), variables).await?;
    let mut posts: Vec<_> = answer.take::<Id<PostId>>(0)?.into_iter().map(|id| id.0).collect();
    let mut commented: Vec<_> = answer.take::<Id<PostId>>(1)?.into_iter().map(|id| id.0).collect();
    commented.sort_unstable_by_key(|post| std::cmp::Reverse(*post));
    commented.dedup();
    posts.extend(commented.into_iter().take(THREADS));
    posts.sort_unstable();
    posts.dedup();
    Ok(posts)
}

#[derive(SurrealValue)]
struct AnswerRow {
    id: Id<CommentId>,
    author: Id<PersonId>,
}

/// What others wrote under `posts` after `since`: how many at most twenty, the first of them, and who
/// was last. Threads answered last come first.
async fn answers(
    ctx: &Context,
    me: PersonId,
    posts: &HashSet<PostId>,
    since: Timestamp,
) -> Result<Vec<(PostId, usize, CommentId, PersonId)>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let posts: Vec<_> = posts.iter().copied().collect();
    let after = CommentId::new(post_at(since).ulid()).to_string();
    let mut variables = bind! { after };
    let mut surql = String::new();
    for (index, post) in posts.iter().enumerate() {
        variables.insert(format!("p{index}"), Id(*post).into_value());
        surql.push_str(&format!(
            "SELECT record::id(id)[1] AS id, author FROM comment:[$p{index}, $after]..=[$p{index}, '~'] LIMIT 20;"
        ));
    }
    let mut answer = ctx.db().query(&surql, variables).await?;
    let mut found = Vec::new();
    for (index, post) in posts.iter().enumerate() {
        let rows = answer.take::<AnswerRow>(index)?;
        let others: Vec<_> = rows.iter().filter(|row| row.author.0 != me).collect();
        if let (Some(first), Some(last)) = (others.first(), others.last()) {
            found.push((last.id.0, (*post, others.len(), first.id.0, last.author.0)));
        }
    }
    found.sort_unstable_by_key(|(last, _)| std::cmp::Reverse(*last));
    Ok(found.into_iter().map(|(_, answer)| answer).collect())
}
