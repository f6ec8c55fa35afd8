//! Rides that suit a request: those of the day from an index, then matched here.

use super::{
    enter,
    offer::moment,
    places::{commune, destination},
    row::{cards, load_all, via},
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::Result,
};
use domain::{
    Actor,
    carpool::{
        By, Candidate, Estimate, Found, Match, PAGE, Point, Rank, Request, RideCard, Search, SearchForm,
        SearchResult, Stop, Wish, matches,
    },
    form::{Fault, Reader},
    id::{JourneyId, PersonId},
    page::Page,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use surrealdb::types::SurrealValue;

/// Rides of one day that are looked at: several thousand drivers in one company. Beyond, the last
/// to depart are left out.
const LIMIT: i64 = 5_000;

/// Rides ahead on `$day` that depart before `$until`: a range of the index.
pub(super) const CANDIDATES: &str = "SELECT id, driver, from_lon, from_lat, to_lon, to_lat, departs, seats, taken FROM journey \
     WHERE day = $day AND open = true AND departs > $after AND departs <= $until ORDER BY departs LIMIT $limit";

#[derive(SurrealValue)]
struct Row {
    id: Id<JourneyId>,
    driver: Id<PersonId>,
    from_lon: f64,
    from_lat: f64,
    to_lon: f64,
    to_lat: f64,
    departs: At,
    seats: i64,
    taken: i64,
}

/// Rides with a seat left that suit what was asked, the best first; one's own are not among them.
pub async fn search(ctx: &Context, actor: &Actor, raw: &SearchForm) -> Result<SearchResult> {
    enter(actor)?;
    let mut form = Reader::default();
    let from = commune(&mut form, "from", &raw.from);
    let to = destination(ctx, &mut form, &raw.workplace, &raw.to).await?;
    let search = Search::read(&mut form, raw, ctx.today());
    let wish = form.take("time", wish(ctx, &search), Wish::AnyTime);
    form.done()?;
    let (from, to) = (from.map(|end| end.stop), to.map(|end| end.stop));
    let request = Request {
        from: from.as_ref().map(|stop| stop.point),
        to: to.as_ref().map(|stop| stop.point),
        wish,
        window: search.window,
        seats: 1,
    };
    let until = latest(&request);
    let candidates = candidates(ctx, actor, &search.date.to_string(), until).await?;
    let mut found = matches(&Estimate, &request, &candidates);
    if let Some(last) = raw.cursor.as_deref().and_then(|cursor| cursor.parse::<Rank>().ok()) {
        found.retain(|found| found.rank > last);
    }
    found.truncate(PAGE + 1);
    let page = Page::cut(found, PAGE, |found| found.rank.to_string());
    let rides = shown(ctx, page, from.as_ref(), to.as_ref()).await?;
    Ok(SearchResult { rides, from, to })
}

fn wish(ctx: &Context, search: &Search) -> Result<Wish, Fault> {
    let Some(time) = search.time else { return Ok(Wish::AnyTime) };
    let at = moment(ctx.zone(), search.date.to_datetime(time))?;
    Ok(match search.by {
        By::Arrival => Wish::ArriveBy(at),
        By::Departure => Wish::DepartAt(at),
    })
}

/// Whoever departs later is too late for the request.
fn latest(request: &Request) -> Timestamp {
    match request.wish {
        Wish::AnyTime => Timestamp::MAX,
        Wish::ArriveBy(at) | Wish::DepartAt(at) => {
            // The window is in whole minutes: up to 59 seconds more are within it.
            at.checked_add(SignedDuration::from_mins(request.window + 1)).unwrap_or(at)
        }
    }
}

async fn candidates(ctx: &Context, actor: &Actor, day: &str, until: Timestamp) -> Result<Vec<Candidate>> {
    let until = until.min(Timestamp::from_second(LAST_SECOND).unwrap_or(until));
    let variables = bind! { day: day.to_owned(), after: At(ctx.now()), until: At(until), limit: LIMIT };
    let rows = ctx.db().rows::<Row>(CANDIDATES, variables).await?;
    let others = rows.into_iter().filter(|row| row.driver.0 != actor.person);
    let candidate = |row: Row| Candidate {
        journey: row.id.0,
        from: Point { lon: row.from_lon, lat: row.from_lat },
        to: Point { lon: row.to_lon, lat: row.to_lat },
        departs: row.departs.0,
        free: row.seats - row.taken,
    };
    Ok(others.map(candidate).collect())
}

/// The end of the year 9000: later than any ride, and a moment the store can keep.
const LAST_SECOND: i64 = 221_876_927_999;

async fn shown(
    ctx: &Context,
    page: Page<Match>,
    from: Option<&Stop>,
    to: Option<&Stop>,
) -> Result<Page<Found>> {
    let ids: Vec<_> = page.items.iter().map(|found| found.rank.journey).collect();
    let rows = load_all(ctx, &ids).await?;
    let ordered = ids.iter().filter_map(|id| rows.get(id));
    let cards: HashMap<JourneyId, RideCard> =
        cards(ctx, ordered).await?.into_iter().map(|card| (card.id, card)).collect();
    let found = |found: Match| {
        let ride = cards.get(&found.rank.journey)?.clone();
        Some(Found { via: via(ctx, &ride, from, to, &found), ride })
    };
    Ok(Page { items: page.items.into_iter().filter_map(found).collect(), next: page.next })
}
