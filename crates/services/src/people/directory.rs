//! Finding people: by the beginnings of words of their name, their job or their workplace.

use super::{
    card::{COLUMNS, CardRow, cards},
    enrol::WordRow,
};
use crate::{Context, bind, communities, db::Id, error::Result};
use domain::{
    Actor,
    fold::fold,
    id::PersonId,
    page::Page,
    person::{PAGE, PersonCard},
};
use std::collections::HashSet;
use surrealdb::types::{Array, RecordId, Value};

/// People `actor` may find under every word of `query`, accents and case aside. Without a query in
/// the order of family names; with one in the order of the words it begins.
///
/// Partners find those they share a community with.
pub async fn directory(
    ctx: &Context,
    actor: &Actor,
    query: &str,
    cursor: Option<&str>,
) -> Result<Page<PersonCard>> {
    let folded = fold(&query.chars().take(QUERY_MAX).collect::<String>());
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if actor.is_partner() {
        return acquaintances(ctx, actor, &words, cursor).await;
    }
    match words.iter().max_by_key(|word| word.len()) {
        None => everybody(ctx, cursor).await,
        Some(longest) => found_under(ctx, longest, &words, cursor, None).await,
    }
}

/// Longer queries are cut, in characters.
const QUERY_MAX: usize = 100;
/// Rows of the directory read at once.
const CHUNK: usize = 100;
/// Chunks one page may read: a query whose words are all common and never together ends early, and
/// goes on from its cursor.
const CHUNKS: usize = 20;

fn all_active() -> String {
    format!("SELECT {COLUMNS} FROM person WHERE active = true AND sort > $after ORDER BY sort LIMIT $limit")
}

async fn everybody(ctx: &Context, cursor: Option<&str>) -> Result<Page<PersonCard>> {
    let variables = bind! { after: cursor.unwrap_or_default().to_owned(), limit: limit(PAGE + 1) };
    let rows = ctx.db().rows::<CardRow>(&all_active(), variables).await?;
    Ok(Page::cut(rows, PAGE, |row| row.sort.clone()).map(CardRow::card))
}

/// Closed at both ends: a range left open is read to its end, whatever the limit.
pub(super) const UNDER: &str =
    "SELECT id, person, words FROM type::record('directory', [$word, $sort]..[$end]) LIMIT $limit";

/// Between the word and the place in the list, in a cursor: in neither of them.
const BETWEEN: char = '~';

/// A page of those under words that begin like `prefix`; only of those who share a community with `near`,
/// where that is said.
async fn found_under(
    ctx: &Context,
    prefix: &str,
    words: &[&str],
    cursor: Option<&str>,
    near: Option<&Actor>,
) -> Result<Page<PersonCard>> {
    let end = format!("{prefix}{}", char::MAX);
    // A hand-made cursor outside of the range would read another one.
    let from =
        cursor.and_then(|cursor| cursor.split_once(BETWEEN)).filter(|(word, _)| word.starts_with(prefix));
    let (mut word, mut sort) =
        from.map_or((prefix.to_owned(), String::new()), |(word, sort)| (word.to_owned(), after(sort)));
    let mut found: Vec<(PersonId, String)> = Vec::new();
    let mut next = None;
    for _ in 0..CHUNKS {
        let range = bind! { word: word.clone(), sort: sort.clone(), end: end.clone(), limit: limit(CHUNK) };
        let rows = ctx.db().rows::<WordRow>(UNDER, range).await?;
        next = None;
        let mut fitting = Vec::new();
        for row in &rows {
            let Some((under, place)) = row.key() else { continue };
            if is_first(row, under, prefix) && has_all(&row.words, words) {
                fitting.push((row.person.0, cursor_of(under, place)));
            }
            next = Some((under.to_owned(), after(place)));
        }
        if let Some(actor) = near {
            let people: Vec<_> = fitting.iter().map(|(person, _)| *person).collect();
            let known = shared(ctx, actor, &people).await?;
            fitting.retain(|(person, _)| *person == actor.person || known.contains(person));
        }
        found.extend(fitting);
        let last = rows.len() < CHUNK;
        if last {
            next = None;
        }
        if last || found.len() > PAGE {
            break;
        }
        if let Some(begin) = &next {
            (word, sort) = begin.clone();
        }
    }
    let mut page = Page::cut(found, PAGE, |(_, cursor)| cursor.clone());
    // A cursor names somebody: to a partner, only those who are shown.
    if page.next.is_none() && near.is_none() {
        page.next = next.map(|(word, sort)| cursor_of(&word, &sort));
    }
    let people: Vec<_> = page.items.iter().map(|(person, _)| *person).collect();
    let mut rows = cards(ctx, &people).await?;
    rows.sort_by_key(|row| people.iter().position(|person| *person == row.id.0));
    Ok(Page { items: rows.into_iter().map(CardRow::card).collect(), next: page.next })
}

fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

fn cursor_of(word: &str, sort: &str) -> String {
    format!("{word}{BETWEEN}{sort}")
}

/// The first place after `sort`, which ends with a key of fixed length.
fn after(sort: &str) -> String {
    format!("{sort} ")
}

/// A person whom several words find under one prefix is shown under the first.
fn is_first(row: &WordRow, under: &str, prefix: &str) -> bool {
    row.words.iter().find(|word| word.starts_with(prefix)).is_none_or(|first| first == under)
}

fn has_all(own: &[String], asked: &[&str]) -> bool {
    asked.iter().all(|asked| own.iter().any(|word| word.starts_with(asked)))
}

pub(super) const MEMBERS: &str = "SELECT VALUE person FROM membership WHERE community = $community \
     AND role != 'requested' AND (until = NONE OR until >= $today)";

/// Members of a partner's communities that are read whole, all together; of more, those are looked at
/// whose names begin like what is typed.
const READ_WHOLE: u64 = 500;

const SHARED: &str = "SELECT VALUE person FROM $memberships \
     WHERE role != 'requested' AND (until = NONE OR until >= $today)";

/// Those of `people` whom `actor` shares a community with.
async fn shared(ctx: &Context, actor: &Actor, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    let mut memberships = Vec::new();
    for community in actor.communities() {
        for person in people {
            let key = vec![Value::RecordId(Id(*person).record()), Value::RecordId(Id(community).record())];
            memberships.push(RecordId::new("membership", Array::from(key)));
        }
    }
    if memberships.is_empty() {
        return Ok(HashSet::new());
    }
    let variables = bind! { memberships, today: ctx.today().to_string() };
    let rows = ctx.db().rows::<Id<PersonId>>(SHARED, variables).await?;
    Ok(rows.into_iter().map(|person| person.0).collect())
}

/// Those `actor` shares a community with, and themselves.
async fn acquaintances(
    ctx: &Context,
    actor: &Actor,
    words: &[&str],
    cursor: Option<&str>,
) -> Result<Page<PersonCard>> {
    let mut members = 0_u64;
    for community in actor.communities() {
        members = members.saturating_add(communities::found(ctx, community).await?.members);
    }
    if let Some(longest) = words.iter().max_by_key(|word| word.len())
        && members > READ_WHOLE
    {
        return found_under(ctx, longest, words, cursor, Some(actor)).await;
    }
    let mut people = vec![actor.person];
    let today = ctx.today().to_string();
    for community in actor.communities() {
        let variables = bind! { community: Id(community), today: today.clone() };
        let members = ctx.db().rows::<Id<PersonId>>(MEMBERS, variables).await?;
        people.extend(members.into_iter().map(|person| person.0));
    }
    people.sort_unstable();
    people.dedup();
    let after = cursor.unwrap_or_default();
    let mut rows = cards(ctx, &people).await?;
    rows.retain(|row| row.sort.as_str() > after && has_all(&row.words, words));
    rows.sort_by(|a, b| a.sort.cmp(&b.sort));
    Ok(Page::cut(rows, PAGE, |row| row.sort.clone()).map(CardRow::card))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::{NewPerson, enrol},
        testing::{Yard, email, plan},
    };
    use domain::person::FullName;

    async fn found(yard: &Yard, actor: &Actor, query: &str) -> Vec<String> {
        let page = directory(&yard.ctx, actor, query, None).await.unwrap();
        page.items.into_iter().map(|card| card.name).collect()
    }

    #[tokio::test]
    async fn people_are_found_by_the_beginnings_of_any_of_their_words() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé Martin").await;
        yard.employee("Élodie Le Gall").await;
        let job = NewPerson {
            title: "Ingénieure méthodes".into(),
            ..NewPerson::new(
                PersonId::new(yard.ctx.ulid()),
                &email("Martine Étienne"),
                FullName::whole("Martine Étienne"),
                yard.now(),
            )
        };
        enrol(&yard.ctx, vec![job]).await.unwrap();
        for (query, names) in [
            ("", vec!["Martine Étienne", "Élodie Le Gall", "Zoé Martin"]),
            ("elo", vec!["Élodie Le Gall"]),
            ("GALL élodie", vec!["Élodie Le Gall"]),
            ("mart", vec!["Zoé Martin", "Martine Étienne"]),
            ("ingenieur", vec!["Martine Étienne"]),
            ("m", vec!["Zoé Martin", "Martine Étienne"]),
            ("martin z", vec!["Zoé Martin"]),
            ("all", vec![]),
            ("~ ' ;", vec!["Martine Étienne", "Élodie Le Gall", "Zoé Martin"]),
        ] {
            assert_eq!(found(&yard, &zoe, query).await, names, "{query}");
        }
    }

    #[tokio::test]
    async fn every_page_follows_the_one_before_namesakes_included() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé Martin").await;
        let namesake = |n: usize| {
            let name = FullName::whole("Paul Durand");
            NewPerson::new(PersonId::new(yard.ctx.ulid()), &format!("p{n}@exemple.fr"), name, yard.now())
        };
        enrol(&yard.ctx, (0..60).map(namesake).collect()).await.unwrap();
        for (query, expected) in [("", 61), ("du", 60), ("p durand", 60), ("d zzz", 0)] {
            let (mut seen, mut cursor, mut pages) = (Vec::new(), None, 0);
            loop {
                let page = directory(&yard.ctx, &zoe, query, cursor.as_deref()).await.unwrap();
                seen.extend(page.items.into_iter().map(|card| card.id));
                pages += 1;
                cursor = page.next;
                if cursor.is_none() || pages > 9 {
                    break;
                }
            }
            let shown = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!((shown, seen.len()), (expected, expected), "{query}");
        }
    }

    #[tokio::test]
    async fn a_partner_finds_those_they_share_a_community_with() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé Martin").await, yard.employee("Luc Morel").await);
        let guest = yard.partner("Ana Pons").await;
        let shared = yard.community("partagée", &[&zoe]).await;
        yard.community("fermée", &[&luc]).await;
        yard.join(&guest, shared).await;
        let guest = yard.fresh(&guest).await;
        assert_eq!(found(&yard, &guest, "").await, ["Zoé Martin", "Ana Pons"]);
        assert_eq!(found(&yard, &guest, "m").await, ["Zoé Martin"]);
        assert_eq!(found(&yard, &guest, "luc").await, Vec::<String>::new());
        assert_eq!(found(&yard, &luc, "pons").await, ["Ana Pons"]);
        // The same where there are too many members to read them all.
        for (word, names) in [
            ("m", vec!["Zoé Martin"]),
            ("luc", vec![]),
            ("pons", vec!["Ana Pons"]),
            ("z m", vec!["Zoé Martin"]),
        ] {
            let words: Vec<&str> = word.split(' ').collect();
            let longest = words.iter().max_by_key(|word| word.len()).unwrap();
            let page = found_under(&yard.ctx, longest, &words, None, Some(&guest)).await.unwrap();
            assert_eq!(page.items.into_iter().map(|card| card.name).collect::<Vec<_>>(), names, "{word}");
            assert_eq!(page.next, None);
        }
    }

    #[tokio::test]
    async fn lists_are_read_in_their_order() {
        let yard = Yard::open().await;
        let page = plan(&yard.ctx, &all_active(), bind! { after: String::new(), limit: 25 }).await;
        assert!(page.contains("person_sort") && !page.contains("Sort"), "{page}");
        let range =
            bind! { word: "m".to_owned(), sort: String::new(), end: "m\u{10ffff}".to_owned(), limit: 100 };
        let under = plan(&yard.ctx, UNDER, range).await;
        assert!(under.contains("DynamicScan"), "{under}");
        let zoe = yard.employee("Zoé").await;
        let community = yard.community("chorale", &[&zoe]).await;
        let members =
            plan(&yard.ctx, MEMBERS, bind! { community: Id(community), today: String::new() }).await;
        assert!(members.contains("membership_community"), "{members}");
    }
}
