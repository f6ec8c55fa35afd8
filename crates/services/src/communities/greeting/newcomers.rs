//! Who came in lately and was not answered: neither greeted, nor commented, nor reacted to.

use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor,
    community::{
        PAGE, PersonRef,
        welcome::{NEW_DAYS, Ungreeted},
    },
    id::{CommunityId, MediaId, PersonId, PostId, newest_first},
    page::Page,
};
use jiff::{SignedDuration, Timestamp};
use surrealdb::types::{SurrealValue, Value, Variables};
use ulid::Ulid;

/// Rows read at once; those who were answered are left out of them.
const BATCH: usize = 50;

/// Those who came in from `$after` on, whoever has waited longest first.
pub(super) const LATELY: &str = "SELECT person, person.name AS name, person.title AS title, \
     person.picture AS picture, role, since, greeted FROM membership \
     WHERE community = $community AND since > $after AND since <= $now ORDER BY since LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    name: Option<String>,
    title: Option<String>,
    picture: Option<Id<MediaId>>,
    role: String,
    since: At,
    greeted: Option<At>,
}

/// The moment `NEW_DAYS` before `now`.
pub(super) fn lately(now: Timestamp) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * NEW_DAYS)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Before every post written after `at`, in the order of their ranks.
pub(super) fn rank_of(at: Timestamp) -> String {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
    newest_first(Ulid::from_parts(millis, 0)).to_string()
}

/// A page of the newcomers nobody has answered; who looks is not among them.
pub(super) async fn ungreeted(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<Ungreeted>> {
    let now = ctx.now();
    let first = lately(now);
    let mut after = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(first).max(first);
    let mut kept = Vec::new();
    while kept.len() <= PAGE {
        let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
        let variables = bind! { community: Id(community), after: At(after), now: At(now), limit };
        let rows: Vec<Row> = ctx.db().rows(LATELY, variables).await?;
        let last = rows.len() < BATCH;
        if let Some(row) = rows.last() {
            after = row.since.0;
        }
        let waiting = rows
            .into_iter()
            .filter(|row| row.greeted.is_none() && row.role == "member" && row.person.0 != actor.person);
        kept.extend(unanswered(ctx, community, waiting.collect()).await?);
        if last {
            break;
        }
    }
    Ok(Page::cut(kept, PAGE, |row| row.since.to_string()))
}

/// What somebody wrote there since, and was answered.
pub(super) const ANSWERED: &str = "SELECT VALUE id FROM post WHERE author = $author AND rank < $rank \
     AND community = $community AND (comments > 0 OR math::sum(reactions) > 0) LIMIT 1";
pub(super) const COMMENT_ANSWERED: &str = "SELECT VALUE id FROM comment WHERE author = $author \
     AND created > $since AND post.community = $community AND answers > 0 LIMIT 1";

/// Those of `rows` whose words were not answered.
async fn unanswered(ctx: &Context, community: CommunityId, rows: Vec<Row>) -> Result<Vec<Ungreeted>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut variables: Variables = bind! { community: Id(community) };
    let mut surql = String::new();
    for (index, row) in rows.iter().enumerate() {
        variables.insert(format!("a{index}"), row.person.into_value());
        variables.insert(format!("r{index}"), Value::String(rank_of(row.since.0)));
        variables.insert(format!("s{index}"), row.since.into_value());
        for query in [ANSWERED, COMMENT_ANSWERED] {
            let query = query.replace("$author", &format!("$a{index}"));
            let query = query.replace("$rank", &format!("$r{index}"));
            surql.push_str(&query.replace("$since", &format!("$s{index}")));
            surql.push(';');
        }
    }
    let mut answers = ctx.db().query(&surql, variables).await?;
    let mut waiting = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let posts = answers.take::<Id<PostId>>(2 * index)?;
        let comments = answers.take::<Value>(2 * index + 1)?;
        if posts.is_empty() && comments.is_empty() {
            waiting.push(Ungreeted {
                person: PersonRef {
                    id: row.person.0,
                    name: row.name.unwrap_or_default(),
                    title: row.title.unwrap_or_default(),
                    picture: row.picture.map(|picture| picture.0),
                },
                since: row.since.0,
            });
        }
    }
    Ok(waiting)
}
