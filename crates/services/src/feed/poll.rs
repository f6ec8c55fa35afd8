//! Votes: cast, cast otherwise where that is possible, and who voted what where that is told.

use super::{facts::Facts, post::load, rights, to_the_end};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
    people,
};
use domain::{
    Actor, Reason,
    community::CommunityError,
    feed::{FeedError, PAGE, Results, VoterRow, VotersView, ballot},
    form::Reader,
    id::{PersonId, PostId},
    live::Signal,
    page::Page,
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

const VOTE: &str = include_str!("vote.surql");

/// Casts the actor's vote on the poll `post`: the places of what they `ticked`, as the form has them.
///
/// In a named poll it stands in place of an earlier one, until the end. In an anonymous one the first
/// is the only one: nobody, this program included, knows which ballot would have to be changed.
pub async fn vote(ctx: &Context, actor: &Actor, post: PostId, ticked: &[String]) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    let Facts::Poll(poll) = &shown.facts else { return Err(Reason::NotFound.into()) };
    rights::writes(actor, &found.place)?;
    if poll.ends <= ctx.now() {
        return Err(FeedError::PollOver.into());
    }
    let mut form = Reader::default();
    let choices = ballot(&mut form, poll.options.len(), poll.multiple, ticked);
    form.done()?;
    let choices: Vec<i64> = choices.into_iter().map(|choice| i64::try_from(choice).unwrap_or(-1)).collect();
    let variables = bind! {
        post: Id(post), person: Id(actor.person), choices, at: At(ctx.now()),
        // Random, not an identifier of ours, whose order is that of time.
        key: format!("{:032x}", rand::random::<u128>())
    };
    let (ctx, community) = (ctx.clone(), found.id);
    to_the_end(async move {
        let written = ctx.write(VOTE, variables).await;
        ctx.caches().feeds.shown.forget(post);
        written.map_err(|error| match thrown(&error) {
            Some("gone") => Error::from(FeedError::Gone),
            Some("archived") => CommunityError::Archived.into(),
            Some("over") => FeedError::PollOver.into(),
            Some("voted") => FeedError::Voted.into(),
            _ => error,
        })?;
        ctx.live().ring(Signal::Post { community, post });
        Ok(())
    })
    .await
}

/// Records of votes are in the order of their keys, `[post, person]`.
pub(super) const VOTERS: &str =
    "SELECT person, choices FROM type::record('vote', [$post, $after]>..=[$post, $last]) LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    person: Id<PersonId>,
    choices: Option<Vec<i64>>,
}

/// A page of who voted what, for those who may see it: in a named poll, those who have voted, and
/// everybody who reads it after its end.
pub async fn voters(ctx: &Context, actor: &Actor, post: PostId, cursor: Option<&str>) -> Result<VotersView> {
    let (shown, _) = load(ctx, actor, post).await?;
    let Facts::Poll(poll) = &shown.facts else { return Err(Reason::NotFound.into()) };
    if poll.anonymous {
        return Err(Reason::NotFound.into());
    }
    let own = super::facts::own(ctx, actor.person, std::slice::from_ref(&shown)).await?;
    if !matches!(poll.results(ctx.now(), own.has(post)), Results::Counts(_)) {
        return Err(Reason::Forbidden.into());
    }
    let after = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(PersonId::new(Ulid::nil()));
    let variables = bind! {
        post: Id(post), after: Id(after), last: Id(PersonId::new(Ulid(u128::MAX))),
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX)
    };
    let rows = ctx.db().rows::<Row>(VOTERS, variables).await?;
    let page = Page::cut(rows, PAGE, |row| row.person.0.to_string());
    let people: Vec<_> = page.items.iter().map(|row| row.person.0).collect();
    let names = people::names(ctx, &people).await?;
    let options = shown.options(actor.lang, &poll.options);
    let chosen = |row: &Row| {
        let places = row.choices.iter().flatten().filter_map(|place| usize::try_from(*place).ok());
        places.filter_map(|place| options.get(place).cloned()).collect()
    };
    Ok(VotersView {
        voters: poll.voters,
        page: page.map(|row| VoterRow { choices: chosen(&row), person: names.of(row.person.0) }),
    })
}
