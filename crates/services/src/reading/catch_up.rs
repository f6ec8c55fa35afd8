//! One page after an absence: what mattered, by community, and an end.

use super::{
    called::called_since,
    seen::{Seen, mark, post_at, seen},
    taste::taste,
};
use crate::{
    Context, bind, communities,
    db::{At, Id},
    error::Result,
    events, feed,
    feed::Moment,
    people,
};
use domain::{
    Actor,
    feed::{Extra, Origin, PostKind, PostView},
    id::{CommentId, CommunityId, PersonId, PostId},
    reading::{
        ANNOUNCEMENTS_SHOWN, ANSWERS_SHOWN, AWAY_DAYS, Accepted, Answer, Brief, CLOSING_DAYS,
        COMMUNITIES_SHOWN, CatchUp, DECISIONS_SHOWN, DREW_PEOPLE, Decided, Decision, EVENTS_SHOWN, Missed,
        Muted, POSTS_SHOWN, Taste, UNDECIDED_SHOWN, UNREAD_MOST, heat, one_line,
    },
};
use jiff::{Timestamp, ToSpan};
use std::collections::HashMap;
use surrealdb::types::SurrealValue;

/// Who was never here catches up with so many days.
const FIRST_DAYS: i64 = 14;
/// Posts looked at in one community: the newest of those missed.
const LOOKED_AT: usize = 15;
/// Of what was shared to one federation, announcements among them.
const BROUGHT: usize = 25;
/// One's own posts, and branches one wrote in, that answers are looked for under.
const OWN: usize = 30;
const BRANCHES: usize = 40;
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
///
/// Of what they muted nothing is told, but announcements they are asked to confirm. What others shared to a
/// federation is told there, unless they read it at its own place.
pub async fn catch_up(ctx: &Context, actor: &Actor) -> Result<CatchUp> {
    let upto = PostId::new(ctx.ulid());
    let taste = taste(ctx, actor.person).await?;
    let seen = seen(ctx, actor.person).await?;
    let first = ctx.now().checked_sub((24 * FIRST_DAYS).hours()).unwrap_or_default();
    let (marks, since) = match seen.as_ref() {
        Seen { before: Some((posts, away)), .. } => (posts, *away),
        Seen { posts, at: Some(at), .. } => (posts, *at),
        Seen { posts, .. } => (posts, first),
    };
    let mine = communities::mine(ctx, actor).await?;
    let from = |community| marks.get(&community).copied().unwrap_or_else(|| post_at(since));
    let quiet = |community| taste.mutes(Muted::Community(community));
    let mut newer = HashMap::with_capacity(mine.len());
    let mut looked_at = Vec::new();
    for found in mine.iter().filter(|found| !quiet(found.id)) {
        let posts = feed::newer(ctx, found.id, from(found.id), LOOKED_AT).await?;
        looked_at.extend_from_slice(&posts);
        newer.insert(found.id, posts);
    }
    let heard = mine.iter().filter(|found| !quiet(found.id)).map(|found| (found.id, from(found.id)));
    let brought = feed::brought(ctx, actor, &taste, &heard.collect::<Vec<_>>(), BROUGHT).await?;
    looked_at.extend(brought.values().flatten());
    let asked: Vec<_> = mine.iter().map(|found| (found.id, from(found.id))).collect();
    let Weighed { announced, decided } = weighed(ctx, &asked, since).await?;
    looked_at.extend(announced.iter().chain(&decided).copied());
    let own = own(ctx, actor, since).await?;
    let answered = answers(ctx, actor.person, &own, since, &taste).await?;
    looked_at.extend(answered.iter().map(|answer| answer.post));
    let moments = feed::moments(ctx, &[decided.as_slice(), own.commented.as_slice()].concat()).await?;
    let accepted = accepted(&own, &moments, actor.person, since);
    looked_at.extend(accepted.iter().map(|(post, _)| *post));
    looked_at.sort_unstable();
    looked_at.dedup();
    let views = feed::some(ctx, actor, &looked_at).await?;
    let views: HashMap<_, _> = views.into_iter().map(|view| (view.post.id, view)).collect();
    let said_under = answered.iter().map(|answer| answer.post).chain(accepted.iter().map(|(post, _)| *post));
    let threads = feed::threads(ctx, actor, &said_under.collect::<Vec<_>>()).await?;

    let mut shown = Vec::new();
    let mut others = Vec::new();
    for found in &mine {
        let origin =
            Origin { id: found.id, slug: found.slug.clone(), name: found.name.clone(), hue: found.hue };
        let in_it = |posts: &[PostId]| -> Vec<&PostView> {
            let views = posts.iter().filter_map(|post| views.get(post));
            views.filter(|view| view.post.community == found.id).collect()
        };
        let hushed = |view: &&PostView| view.stance.muted || view.stance.folded || quiet(found.id);
        let shared = brought.get(&found.id).into_iter().flatten().filter_map(|post| views.get(post));
        let shared: Vec<_> =
            shared.filter(|view| view.post.author != actor.person && !hushed(view)).collect();
        let calls = shared.iter().copied().filter(|view| view.post.kind == PostKind::Announcement);
        let mut announcements: Vec<_> =
            in_it(&announced).into_iter().chain(calls).filter_map(announcement).collect();
        announcements.retain(|post| post.author.id != actor.person);
        announcements.sort_by_key(|post| std::cmp::Reverse((post.to_confirm, post.id)));
        announcements.truncate(ANNOUNCEMENTS_SHOWN);
        let weighed = in_it(&decided).into_iter().filter(|view| !hushed(view));
        let mut decisions: Vec<_> = weighed.filter_map(|view| decision(ctx, view, &moments)).collect();
        decisions.truncate(DECISIONS_SHOWN);
        let posts = newer.remove(&found.id).unwrap_or_default();
        // Of those they muted, and of themselves, nobody has to hear that there is news.
        let fresh = in_it(&posts).into_iter().filter(|view| view.post.author != actor.person);
        let unread = fresh.filter(|view| !hushed(view)).count() + shared.len();
        let told = |post: &Brief| decisions.iter().any(|decision| decision.post.id == post.id);
        let theirs =
            in_it(&posts).into_iter().filter(|view| view.post.author != actor.person && !hushed(view));
        let mut drew: Vec<_> = theirs.chain(shared).map(brief).filter(|post| !told(post)).collect();
        drew.retain(|post| {
            post.kind != PostKind::Announcement && heat(post.comments, post.reactions) >= DREW_PEOPLE
        });
        drew.sort_by_key(|post| std::cmp::Reverse((heat(post.comments, post.reactions), post.id)));
        drew.truncate(POSTS_SHOWN);
        let nothing = announcements.is_empty() && decisions.is_empty() && drew.is_empty();
        if nothing && unread == 0 {
            continue;
        }
        if nothing || shown.len() >= COMMUNITIES_SHOWN {
            others.push(origin);
        } else {
            let unread = unread.min(UNREAD_MOST + 1);
            shown.push(Missed { origin, unread, announcements, decisions, posts: drew });
        }
    }
    let by: Vec<_> = answered.iter().map(|answer| answer.by).collect();
    let names = people::names(ctx, &by).await?;
    let answer = |found: &Answered| {
        let view =
            views.get(&found.post).filter(|view| !view.stance.muted && threads.contains(&found.post))?;
        Some(Answer { post: brief(view), count: found.count, first: found.first, by: names.of(found.by) })
    };
    let answers = answered.iter().filter_map(answer).take(ANSWERS_SHOWN).collect();
    let accepted = accepted
        .iter()
        .filter(|(post, _)| threads.contains(post))
        .filter_map(|(post, comment)| Some(Accepted { post: brief(views.get(post)?), comment: *comment }));
    let accepted = accepted.take(ANSWERS_SHOWN).collect();
    let called = called_since(ctx, actor, since).await?;
    let mut events = events::upcoming(ctx, actor, None).await?.items;
    events.truncate(EVENTS_SHOWN);
    let undecided = communities::decisions::waiting_among(ctx, actor, &mine, UNDECIDED_SHOWN).await?;
    Ok(CatchUp { since, upto, called, answers, accepted, communities: shown, others, events, undecided })
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
        to_confirm: matches!(&view.extra, Extra::Announcement(asked) if asked.confirms && !asked.mine),
        at: post.created,
    }
}

/// One that was confirmed was read.
fn announcement(view: &PostView) -> Option<Brief> {
    match &view.extra {
        Extra::Announcement(asked) if asked.mine => None,
        _ => Some(brief(view)),
    }
}

/// What became of an idea or a poll; of a poll that goes on, for those who have not voted.
fn decision(ctx: &Context, view: &PostView, moments: &HashMap<PostId, Moment>) -> Option<Decision> {
    let what = match (moments.get(&view.post.id)?, &view.extra) {
        (Moment::Judged(_), Extra::Idea(idea)) => Decided::Idea(idea.judgement.as_ref()?.state),
        (Moment::Ends(at), Extra::Poll(_)) if *at <= ctx.now() => Decided::PollOver,
        (Moment::Ends(_), Extra::Poll(poll)) if poll.votes && !poll.voted => {
            Decided::PollCloses(poll.ends_on.date())
        }
        _ => return None,
    };
    Some(Decision { post: brief(view), what })
}

/// Posts in which something was asked of all or decided by some.
struct Weighed {
    announced: Vec<PostId>,
    decided: Vec<PostId>,
}

/// The newest announcements of each community after a post of it; the ideas that were judged and the
/// polls that ended after `since`, or are about to end. From memory.
async fn weighed(ctx: &Context, communities: &[(CommunityId, PostId)], since: Timestamp) -> Result<Weighed> {
    let ids: Vec<_> = communities.iter().map(|(community, _)| *community).collect();
    let weighty = feed::weighty(ctx, &ids).await?;
    let mut announced = Vec::new();
    for ((_, after), weighty) in communities.iter().zip(&weighty) {
        announced.extend(weighty.announced.iter().copied().filter(|post| post > after));
    }
    let weighed: Vec<_> = weighty.iter().flat_map(|weighty| weighty.weighed.iter().copied()).collect();
    let moments = feed::moments(ctx, &weighed).await?;
    let now = ctx.now();
    let soon = now.checked_add((24 * CLOSING_DAYS).hours()).unwrap_or(now);
    let decided = |post: &PostId| match moments.get(post) {
        Some(Moment::Judged(at)) => *at > since && *at <= now,
        Some(Moment::Ends(at)) => *at > since && *at <= soon,
        _ => false,
    };
    Ok(Weighed { announced, decided: weighed.into_iter().filter(decided).collect() })
}

pub(super) const WRITTEN: &str = "SELECT VALUE id FROM post WITH INDEX post_author WHERE author = $person AND rank > '' ORDER BY rank LIMIT $limit";
pub(super) const COMMENTED: &str =
    "SELECT record::id(id)[1] AS id, post, thread FROM comment WITH INDEX comment_author
    WHERE author = $person AND created > $from AND created < $to LIMIT 500";

#[derive(SurrealValue)]
struct Said {
    id: String,
    post: Id<PostId>,
    thread: String,
}

/// What the actor wrote lately.
struct Own {
    posts: Vec<PostId>,
    /// Comments that others answer under, on posts of others, and whether it is the actor's own.
    branches: Vec<(PostId, String, bool)>,
    /// Posts with a comment of theirs.
    commented: Vec<PostId>,
}

async fn own(ctx: &Context, actor: &Actor, since: Timestamp) -> Result<Own> {
    let from = since.checked_sub((24 * THREAD_DAYS).hours()).unwrap_or_default();
    let variables = bind! {
        person: Id(actor.person), limit: i64::try_from(OWN).unwrap_or_default(), from: At(from), to: At(ctx.now())
    };
    let mut answer = ctx.db().query(&format!("{WRITTEN}; {COMMENTED};"), variables).await?;
    let posts: Vec<_> = answer.take::<Id<PostId>>(0)?.into_iter().map(|id| id.0).collect();
    let mut said = answer.take::<Said>(1)?;
    said.sort_unstable_by(|one, other| other.id.cmp(&one.id));
    let (mut branches, mut commented) = (Vec::new(), Vec::new());
    for comment in said {
        let post = comment.post.0;
        if !commented.contains(&post) && commented.len() < BRANCHES {
            commented.push(post);
        }
        // What is answered under one's own post is found there.
        if posts.contains(&post) || branches.len() >= BRANCHES {
            continue;
        }
        let (root, mine) =
            if comment.thread.is_empty() { (comment.id, true) } else { (comment.thread, false) };
        match branches.iter_mut().find(|(of, known, _)| *of == post && *known == root) {
            Some((.., known)) => *known |= mine,
            None => branches.push((post, root, mine)),
        }
    }
    Ok(Own { posts, branches, commented })
}

#[derive(SurrealValue)]
struct AnswerRow {
    id: Id<CommentId>,
    author: Id<PersonId>,
    to: Option<Id<PersonId>>,
    gone: bool,
}

/// What others answered to the actor under one post: how many, the first of them, and who was last.
struct Answered {
    post: PostId,
    count: usize,
    first: CommentId,
    last: CommentId,
    by: PersonId,
}

macro_rules! answer_columns {
    () => {
        "SELECT record::id(id)[1] AS id, author, to, gone FROM "
    };
}

pub(super) const UNDER_A_POST: &str =
    concat!(answer_columns!(), "type::record('comment', [$post, $after]..=[$post, '~']) LIMIT 20");
pub(super) const UNDER_A_COMMENT: &str = concat!(
    answer_columns!(),
    "comment WITH INDEX comment_thread WHERE post = $post AND thread = $thread AND rank > $after \
     ORDER BY rank LIMIT 20"
);

/// What others wrote after `since` under the actor's posts, under their comments, and to them under those
/// of others. Posts answered last come first.
async fn answers(
    ctx: &Context,
    me: PersonId,
    own: &Own,
    since: Timestamp,
    taste: &Taste,
) -> Result<Vec<Answered>> {
    if own.posts.is_empty() && own.branches.is_empty() {
        return Ok(Vec::new());
    }
    let after = CommentId::new(post_at(since).ulid()).to_string();
    let mut variables = bind! { after };
    let mut surql = String::new();
    let under = own.posts.iter().map(|post| (*post, None));
    let under = under.chain(own.branches.iter().map(|(post, root, mine)| (*post, Some((root, *mine)))));
    let under: Vec<_> = under.collect();
    for (index, (post, branch)) in under.iter().enumerate() {
        variables.insert(format!("p{index}"), Id(*post).into_value());
        let question = if branch.is_some() { UNDER_A_COMMENT } else { UNDER_A_POST };
        if let Some((root, _)) = branch {
            variables.insert(format!("t{index}"), (*root).clone().into_value());
        }
        let question = question.replace("$post", &format!("$p{index}"));
        surql.push_str(&question.replace("$thread", &format!("$t{index}")));
        surql.push(';');
    }
    let mut answer = ctx.db().query(&surql, variables).await?;
    let mut found: Vec<Answered> = Vec::new();
    for (index, (post, branch)) in under.iter().enumerate() {
        let to_me = |row: &AnswerRow| match branch {
            Some((_, false)) => row.to == Some(Id(me)),
            _ => true,
        };
        for row in answer.take::<AnswerRow>(index)? {
            let (id, by) = (row.id.0, row.author.0);
            if by == me || row.gone || !to_me(&row) || taste.mutes(Muted::Person(by)) {
                continue;
            }
            match found.iter_mut().find(|answered| answered.post == *post) {
                Some(answered) => {
                    answered.count += 1;
                    answered.first = id.min(answered.first);
                    if id > answered.last {
                        (answered.last, answered.by) = (id, by);
                    }
                }
                None => found.push(Answered { post: *post, count: 1, first: id, last: id, by }),
            }
        }
    }
    found.sort_unstable_by_key(|answered| std::cmp::Reverse(answered.last));
    Ok(found)
}

/// The questions that a comment of `me` was accepted for after `since`.
fn accepted(
    own: &Own,
    moments: &HashMap<PostId, Moment>,
    me: PersonId,
    since: Timestamp,
) -> Vec<(PostId, CommentId)> {
    let accepted = |post: &PostId| match moments.get(post)? {
        Moment::Accepted { comment, by, at } if *by == me && *at > since => Some((*post, *comment)),
        _ => None,
    };
    own.commented.iter().filter_map(accepted).collect()
}
