//! Posts under a hashtag, newest first, in all communities where one may read; where one may only look in
//! through the window, those that are public.

use super::{
    row,
    view::{Among, views},
};
use crate::{Context, bind, communities, db::Id, error::Result};
use domain::{
    Actor, Reason,
    feed::{PAGE, PostView, tag},
    id::{CommunityId, PostId, newest_first},
    page::Page,
    policy::{Action, judge},
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

/// Where a tag was ever used.
pub(super) const PLACES: &str = "SELECT VALUE community FROM tag:[$tag, $first]..=[$tag, $last]";

/// The posts of one community under a tag that follow a rank.
pub(super) fn posts_of(index: usize) -> String {
    format!(
        "SELECT VALUE record::id(id)[2] FROM type::record('tagged', [$tag, $c{index}, $after]>..=[$tag, $c{index}, '~']) LIMIT $limit;"
    )
}

/// The same, of those that are public.
pub(super) fn window_of(index: usize) -> String {
    format!(
        "SELECT VALUE rank FROM tagged WITH INDEX tagged_public WHERE tag = $tag AND community = $c{index} \
         AND public = true AND rank > $after AND rank < '~' ORDER BY rank LIMIT $limit;"
    )
}

/// A page of what was filed under `word`; of a tag that is none there is nothing.
pub async fn tagged(
    ctx: &Context,
    actor: &Actor,
    word: &str,
    cursor: Option<&str>,
) -> Result<Page<PostView>> {
    let Some(tag) = tag(word) else { return Ok(Page { items: Vec::new(), next: None }) };
    let (first, last) = (CommunityId::new(Ulid::nil()), CommunityId::new(Ulid(u128::MAX)));
    let variables = bind! { tag: tag.clone(), first: Id(first), last: Id(last) };
    let places = ctx.db().rows::<Id<CommunityId>>(PLACES, variables).await?;
    let before: Option<PostId> = cursor.and_then(|cursor| cursor.parse().ok());
    let after = before.map_or(String::new(), |post| newest_first(post.ulid()).to_string());
    let mut variables = bind! { tag, after, limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX) };
    let (mut surql, mut asked) = (String::new(), 0);
    for Id(community) in places {
        let place = match communities::place(ctx, community).await {
            Ok(place) => place,
            Err(error) if error.failure().reason == Reason::NotFound => continue,
            Err(error) => return Err(error),
        };
        let may = |action| judge(actor, action, &place).is_allowed();
        let question = match (may(Action::Read), may(Action::Peek)) {
            (true, _) => posts_of(asked),
            (false, true) => window_of(asked),
            (false, false) => continue,
        };
        variables.insert(format!("c{asked}"), Id(community).into_value());
        surql.push_str(&question);
        asked += 1;
    }
    let mut ranks: Vec<String> = Vec::new();
    if asked > 0 {
        let mut answer = ctx.db().query(&surql, variables).await?;
        for index in 0..asked {
            ranks.extend(answer.take::<String>(index)?);
        }
    }
    ranks.sort_unstable();
    let ids: Vec<_> = ranks
        .iter()
        .filter_map(|rank| Ulid::from_string(rank).ok())
        .map(|rank| PostId::new(newest_first(rank)))
        .take(PAGE + 1)
        .collect();
    let page = Page::cut(ids, PAGE, |post| post.to_string());
    let posts = row::posts(ctx, &page.items).await?;
    Ok(Page { items: views(ctx, actor, posts, Among::Others).await?, next: page.next })
}
