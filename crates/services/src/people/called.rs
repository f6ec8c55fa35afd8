//! People whose name begins with a word.

use crate::{Context, bind, db::Id, error::Result, people};
use domain::{fold::fold, id::PersonId};

/// Keys of the directory: everybody who is found under exactly this word.
pub(crate) const CALLED: &str =
    "SELECT VALUE person FROM type::record('directory', [$word, '']..[$word, $end]) LIMIT $limit";

/// People of one word looked at: more namesakes than any company has.
const MOST: i64 = 1_000;

/// Active people whose name, folded, begins with the word `first`: their folded names.
pub(crate) async fn called(ctx: &Context, first: &str) -> Result<Vec<(String, PersonId)>> {
    let variables = bind! { word: first.to_owned(), end: char::MAX.to_string(), limit: MOST };
    let rows = ctx.db().rows::<Id<PersonId>>(CALLED, variables).await?;
    let ids: Vec<_> = rows.into_iter().map(|Id(person)| person).collect();
    let names = people::names(ctx, &ids).await?;
    let named = ids.into_iter().map(|person| (fold(&names.of(person).name), person));
    Ok(named.filter(|(name, _)| name.split(' ').next() == Some(first)).collect())
}
