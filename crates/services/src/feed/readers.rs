//! Who has read an announcement: each says so once, and its author sees who has not.

use super::{facts::Facts, mark::mark, post::load, rights};
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
    people,
};
use domain::{
    Actor, Reason,
    feed::{PAGE, PostKind, Reader, ReadersView},
    id::{PersonId, PostId},
    page::Page,
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

const CONFIRM: &str = "
IF $post.community = NONE OR $post.kind != 'announcement' { THROW 'gone' };
IF $post.community.stage = 'archived' { THROW 'archived' };
LET $id = type::record('reading', [$post, $person]);
IF !record::exists($id) {
    CREATE $id SET post = $post, person = $person, at = $at RETURN NONE;
    UPDATE $post SET readings = (readings ?? 0) + 1 RETURN NONE;
};
";

/// Has the actor say that they have read the announcement `post`. Only the first time counts, with its
/// date. Its author needs not say so.
pub async fn confirm_reading(ctx: &Context, actor: &Actor, post: PostId) -> Result<()> {
    let (shown, found) = load(ctx, actor, post).await?;
    if shown.body.kind != PostKind::Announcement {
        return Err(Reason::NotFound.into());
    }
    rights::writes(actor, &found.place)?;
    if shown.body.author == actor.person {
        return Ok(());
    }
    let variables = bind! { post: Id(post), person: Id(actor.person), at: At(ctx.now()) };
    mark(ctx, found.id, post, CONFIRM, variables).await
}

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Those who have confirmed, with the date.
    Confirmed,
    /// Members as of now who have not; who wrote it is not asked.
    Waiting,
}

/// Records of readings are in the order of their keys, `[post, person]`.
pub(super) const CONFIRMED: &str =
    "SELECT person, at FROM type::record('reading', [$post, $after]>..=[$post, $last]) LIMIT $limit";

/// Members by name, and whether each has confirmed.
pub(super) const MEMBERS: &str = "SELECT person, sort, \
     record::exists(type::record('reading', [$post, person])) AS confirmed FROM membership \
     WHERE community = $community AND sort > $after AND sort < '9' ORDER BY sort LIMIT $limit";

/// Members looked at for one page: in a community of ten thousand where nearly all have confirmed, a
/// page may come back short, with the way on.
const LOOKED_AT: usize = 500;

#[derive(SurrealValue)]
struct ReadRow {
    person: Id<PersonId>,
    at: At,
}

#[derive(SurrealValue)]
struct MemberRow {
    person: Id<PersonId>,
    sort: String,
    confirmed: bool,
}

/// A page of those who have, or have not, confirmed that they read `post`; for its author and for
/// those who moderate.
pub async fn readers(
    ctx: &Context,
    actor: &Actor,
    post: PostId,
    which: Readers,
    cursor: Option<&str>,
) -> Result<ReadersView> {
    let (shown, found) = load(ctx, actor, post).await?;
    let Facts::Announcement { readings } = shown.facts else { return Err(Reason::NotFound.into()) };
    rights::insist(rights::looks_after(actor, &found.place, shown.body.author), &found.place)?;
    let page = match which {
        Readers::Confirmed => confirmed(ctx, post, cursor).await?,
        Readers::Waiting => {
            let variables = bind! { post: Id(post), community: Id(found.id) };
            waiting(ctx, shown.body.author, variables, cursor).await?
        }
    };
    let people: Vec<_> = page.items.iter().map(|(person, _)| *person).collect();
    let names = people::names(ctx, &people).await?;
    Ok(ReadersView {
        confirmed: readings,
        members: found.members,
        page: page.map(|(person, at)| Reader { person: names.of(person), at }),
    })
}

type Row = (PersonId, Option<jiff::Timestamp>);

async fn confirmed(ctx: &Context, post: PostId, cursor: Option<&str>) -> Result<Page<Row>> {
    let after = cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(PersonId::new(Ulid::nil()));
    let variables = bind! {
        post: Id(post), after: Id(after), last: Id(PersonId::new(Ulid(u128::MAX))), limit: limit(PAGE + 1)
    };
    let rows = ctx.db().rows::<ReadRow>(CONFIRMED, variables).await?;
    let page = Page::cut(rows, PAGE, |row| row.person.0.to_string());
    Ok(page.map(|row| (row.person.0, Some(row.at.0))))
}

async fn waiting(
    ctx: &Context,
    author: PersonId,
    mut variables: surrealdb::types::Variables,
    cursor: Option<&str>,
) -> Result<Page<Row>> {
    let after = cursor.filter(|cursor| *cursor < "9").unwrap_or_default().to_owned();
    variables.extend(bind! { after, limit: limit(LOOKED_AT) });
    let rows = ctx.db().rows::<MemberRow>(MEMBERS, variables).await?;
    let whole = rows.len() < LOOKED_AT;
    let last = rows.last().map(|row| row.sort.clone());
    let missing = rows.into_iter().filter(|row| !row.confirmed && row.person.0 != author);
    let page = Page::cut(missing.take(PAGE + 1).collect(), PAGE, |row: &MemberRow| row.sort.clone());
    let next = page.next.or(last.filter(|_| !whole));
    Ok(Page { items: page.items.into_iter().map(|row| (row.person.0, None)).collect(), next })
}

fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
