//! The board: look for a ride.

use super::{
    api::{Board as Found, carpool_board},
    book::BookButton,
    card::RideCard,
    search_form::SearchFields,
    texts as t,
    told::Told,
};
use crate::{
    i18n::{dates::day, percent},
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Pagination, Scene, Variant},
    visit::{lang, visit},
};
use domain::{
    Lang,
    carpool::{Found as FoundRide, SearchForm, Via, read_date},
    person::CommuneForm,
};
use leptos::prelude::*;

/// `/carpool`
#[component]
pub fn Board() -> impl IntoView {
    let lang = lang();
    let asked = asked();
    page(async move { carpool_board(asked).await }, move |board: Found| {
        view! {
            <Title text=t::carpool(lang) />
            <PageHeader title=t::carpool(lang) lead=t::carpool_lead(lang)>
                <Button href="/carpool/mine" icon="car">{t::my_rides(lang)}</Button>
                <Button variant=Variant::Primary href="/carpool/offer" icon="plus">{t::offer(lang)}</Button>
            </PageHeader>
            <Told />
            <SearchFields lang board=board.clone() />
            <Results lang board />
        }
    })
}

/// The search in the address; none on a first visit.
fn asked() -> Option<SearchForm> {
    let text = |name: &str| query(name).unwrap_or_default();
    query("date").map(|date| SearchForm {
        from: CommuneForm { text: text("from"), choice: text("from_choice") },
        workplace: text("workplace"),
        to: CommuneForm { text: text("to"), choice: text("to_choice") },
        date,
        time: text("time"),
        by: text("by"),
        window: text("window"),
        cursor: query("after"),
    })
}

#[component]
fn Results(lang: Lang, board: Found) -> impl IntoView {
    let Some(result) = board.result else { return ().into_any() };
    let date = read_date(&board.form.date).unwrap_or(board.today);
    let middle = board.form.cursor.is_some();
    if result.rides.items.is_empty() && !middle {
        return view! {
            <EmptyState scene=Scene::Road title=t::none_title(lang) text=t::none_text(lang)>
                <Button variant=Variant::Primary href="/carpool/offer" icon="plus">{t::offer(lang)}</Button>
            </EmptyState>
        }
        .into_any();
    }
    let count = result.rides.items.len();
    let whole = !middle && result.rides.next.is_none();
    let title = match whole {
        true => t::found(lang, count, &day(lang, date)),
        false => t::found_many(lang, &day(lang, date)),
    };
    let next = result.rides.next.map(|next| further(&board.form, Some(&next)));
    let first = middle.then(|| further(&board.form, None));
    let rides = result
        .rides
        .items
        .into_iter()
        .map(|found| view! { <li><Suggestion lang found /></li> })
        .collect_view();
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <p class="muted small">{t::estimates(lang)}</p>
            <ul class="stack">{rides}</ul>
            <Pagination lang next first label=t::more(lang) />
        </section>
    }
    .into_any()
}

/// A ride that suits, to be booked from here.
#[component]
fn Suggestion(lang: Lang, found: FoundRide) -> impl IntoView {
    let FoundRide { ride, via } = found;
    let href = address(&ride.id.to_string(), &via);
    let button = view! { <BookButton lang ride=ride.clone() via=Some(via.clone()) named=true /> }.into_any();
    let id = format!("ride-{}", ride.id);
    let topic = format!("ride:{}", ride.id);
    view! { <div id=id data-live=topic><RideCard lang ride href via=Some(via) actions=button /></div> }
}

/// The page of a ride, with the stops that were asked about.
fn address(ride: &str, via: &Via) -> String {
    let stop = |name: &str, stop: &Option<domain::carpool::Stop>| {
        stop.as_ref().map(|stop| format!("{name}={}", stop.commune))
    };
    let stops: Vec<String> = stop("pickup", &via.from).into_iter().chain(stop("dropoff", &via.to)).collect();
    let query = if stops.is_empty() { String::new() } else { format!("?{}", stops.join("&")) };
    format!("/carpool/rides/{ride}{query}")
}

/// This search, from the cursor on.
fn further(form: &SearchForm, after: Option<&str>) -> String {
    let all = [
        ("from", form.from.text.as_str()),
        ("from_choice", &form.from.choice),
        ("workplace", &form.workplace),
        ("to", &form.to.text),
        ("to_choice", &form.to.choice),
        ("date", &form.date),
        ("time", &form.time),
        ("by", &form.by),
        ("window", &form.window),
        ("after", after.unwrap_or_default()),
    ];
    let pairs: Vec<String> = all
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", percent(value)))
        .collect();
    format!("{}?{}", visit().path, pairs.join("&"))
}
