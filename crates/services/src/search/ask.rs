//! A search: what may be found by whom, and the page of it.

use super::{
    doc::{Subject, door, half, inside, through, window},
    follow::blocking,
    hits::hits,
};
use crate::{
    Context, communities,
    error::{Error, Result},
    feed, people,
};
use domain::{
    Actor, Reason,
    form::Fault,
    page::Page,
    policy::{Action, judge, reads_above},
    search::{Asked, Only, PAGE, PEOPLE_SHOWN, Results, Thing},
};
use finder::{Place, Sought};
use jiff::{ToSpan, civil::Date};
use std::{collections::HashSet, sync::Arc, time::Duration};

/// What somebody looks for, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub text: String,
    pub only: Option<Only>,
    /// Slug of a community.
    pub community: String,
    /// A name, or its beginning.
    pub author: String,
    /// Days, ISO 8601, both included.
    pub from: String,
    pub to: String,
}

impl Wanted {
    /// Nothing but words: people may be meant as well.
    fn is_plain(&self) -> bool {
        let Wanted { text: _, only, community, author, from, to } = self;
        only.is_none() && [community, author, from, to].into_iter().all(String::is_empty)
    }

    fn is_nothing(&self, asked: &Asked) -> bool {
        asked.is_empty() && self.author.trim().is_empty() && self.community.is_empty()
    }
}

/// Searches are answered at the next of these beats: how long one took would tell whether many texts
/// that one may not read have these words.
const BEAT: Duration = Duration::from_millis(20);

/// A page of what `actor` may read and asks for, best first; a cursor that cannot be read is the
/// beginning.
pub async fn search(ctx: &Context, actor: &Actor, wanted: &Wanted, cursor: Option<&str>) -> Result<Results> {
    let started = tokio::time::Instant::now();
    let found = find(ctx, actor, wanted, cursor).await;
    let beats = started.elapsed().as_millis() / BEAT.as_millis() + 1;
    tokio::time::sleep_until(started + BEAT * u32::try_from(beats).unwrap_or(1)).await;
    found
}

async fn find(ctx: &Context, actor: &Actor, wanted: &Wanted, cursor: Option<&str>) -> Result<Results> {
    let asked = Asked::read(&wanted.text);
    let mut results = Results { ready: super::is_ready(ctx), ..Results::default() };
    let (from, to) = days(ctx, wanted, &mut results.faults);
    if !results.faults.is_empty() || wanted.is_nothing(&asked) {
        return Ok(results);
    }
    let folded = |words: &[String]| words.join(" ");
    let names = asked.phrases.iter().map(|phrase| folded(phrase)).chain([folded(&asked.words)]);
    let names = names.collect::<Vec<_>>().join(" ");
    if wanted.only == Some(Only::Things(Thing::Person)) {
        results.people = people::directory(ctx, actor, &names, cursor).await?;
        return Ok(results);
    }
    if wanted.is_plain() && cursor.is_none() && !asked.is_empty() {
        let mut people = people::directory(ctx, actor, &names, None).await?;
        if people.items.len() > PEOPLE_SHOWN {
            people.items.truncate(PEOPLE_SHOWN);
            people.next = Some(String::new());
        }
        results.people = people;
    }
    let keys = keys(ctx, actor).await?;
    let places = match wanted.community.as_str() {
        "" => None,
        slug => Some(within(ctx, actor, slug, &keys).await?),
    };
    let authors = match wanted.author.trim() {
        "" => None,
        name => Some(people::directory(ctx, actor, name, None).await?.items),
    };
    let sought = Sought {
        keys: Arc::new(keys),
        places,
        sort: wanted.only.map(Only::word),
        authors: authors.map(|people| people.iter().map(|person| half(person.id.ulid())).collect()),
        from,
        to,
        after: cursor.and_then(Place::from_word),
        count: PAGE + 1,
        asked,
    };
    let asked = sought.asked.clone();
    // Nobody of that name: nothing of theirs.
    let nobody = sought.authors.as_ref().is_some_and(Vec::is_empty);
    let best = match ctx.search() {
        Some(search) if !nobody => blocking(search, move |search| Ok(search.index.best(&sought)?)).await?,
        _ => Vec::new(),
    };
    let page = Page::cut(best, PAGE, |(_, place)| place.word());
    let subjects: Vec<_> = page.items.iter().filter_map(|(name, _)| Subject::from_bytes(name)).collect();
    results.hits = Page { items: hits(ctx, actor, &subjects, &asked).await?, next: page.next };
    Ok(results)
}

/// A place where nothing stands.
const NOWHERE: u64 = 0;

/// Those of `keys` that open something in the community of an address: what stands there, what it shared,
/// and what was shared to it. In one that is hidden or not there nothing is found; with keys one does not
/// hold, a post read through a federation would tell where it is from, and one read at its own place where
/// it was shared.
async fn within(ctx: &Context, actor: &Actor, slug: &str, keys: &HashSet<u64>) -> Result<Vec<u64>> {
    let Some(found) = present(communities::found_by_slug(ctx, slug).await)? else { return Ok(vec![NOWHERE]) };
    if !judge(actor, Action::Look, &found.place).is_allowed() {
        return Ok(vec![NOWHERE]);
    }
    let above = found.federations.iter().map(|federation| through(*federation, found.id));
    let below = found.allies.iter().map(|ally| through(found.id, *ally));
    let all = [NOWHERE, inside(found.id), window(found.id)].into_iter().chain(above).chain(below);
    Ok(all.filter(|key| *key == NOWHERE || keys.contains(key)).collect())
}

/// The keys `actor` holds: of the communities they may read, of those whose public posts they may read, of
/// those they may know of, and of what each shared to the federations they read.
async fn keys(ctx: &Context, actor: &Actor) -> Result<HashSet<u64>> {
    let mut keys = HashSet::new();
    for community in communities::all(ctx).await?.iter() {
        let Some(found) = present(communities::found(ctx, *community).await)? else { continue };
        let place = &found.place;
        if judge(actor, Action::Read, place).is_allowed() {
            keys.insert(inside(*community));
        }
        if judge(actor, Action::Peek, place).is_allowed() {
            keys.insert(window(*community));
        }
        if judge(actor, Action::Look, place).is_allowed() {
            keys.insert(door(*community));
        }
        for above in feed::ways(ctx, &found, &found.federations).await? {
            if reads_above(actor, place, &above) {
                keys.insert(through(above.community, *community));
            }
        }
    }
    Ok(keys)
}

fn present<T>(answer: Result<T>) -> Result<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Error::Refused(failure)) if failure.reason == Reason::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// From the first moment of the first day to the last of the last, where the organisation is.
fn days(ctx: &Context, wanted: &Wanted, faults: &mut Vec<(String, Fault)>) -> (u64, Option<u64>) {
    let mut read = |field: &str, text: &str, more: i64| {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let day = text.parse::<Date>().ok().and_then(|day| day.checked_add(more.days()).ok());
        let moment = day.and_then(|day| day.to_zoned(ctx.zone().clone()).ok());
        if moment.is_none() {
            faults.push((field.to_owned(), Fault::Moment));
        }
        moment.map(|moment| u64::try_from(moment.timestamp().as_millisecond()).unwrap_or_default())
    };
    let from = read("from", &wanted.from, 0).unwrap_or_default();
    let to = read("to", &wanted.to, 1);
    if to.is_some_and(|to| to <= from) && faults.is_empty() {
        faults.push(("to".to_owned(), Fault::EndBeforeStart));
    }
    (from, to)
}

/// Slugs and names of communities.
pub type Places = Vec<(String, String)>;

/// Where `actor` may search, by name.
pub async fn places(ctx: &Context, actor: &Actor) -> Result<Places> {
    let mut places = Vec::new();
    for community in communities::all(ctx).await?.iter() {
        let Some(found) = present(communities::found(ctx, *community).await)? else { continue };
        if judge(actor, Action::Peek, &found.place).is_allowed() {
            places.push((found.sort.clone(), found.slug.clone(), found.name.clone()));
        }
    }
    places.sort();
    Ok(places.into_iter().map(|(_, slug, name)| (slug, name)).collect())
}
