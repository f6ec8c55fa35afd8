//! A ride on its own page.

use super::{
    api::ride_page,
    book::BookButton,
    cancel::CancelRide,
    measure::{detour, distance},
    passengers::Passengers,
    route::Route,
    seat::MySeat,
    texts as t,
    told::Told,
};
use crate::{
    i18n::dates::{day, time},
    page::{Title, page, param, query},
    ui::{Avatar, Banner, Button, Card, Icon, MapSketch, PageHeader, Size, Spot, Tone},
    visit::lang,
};
use domain::{
    Lang,
    carpool::{RideStatus, RideView, Standing, Stop},
};
use leptos::prelude::*;

/// `/carpool/rides/:id`
#[component]
pub fn Ride() -> impl IntoView {
    let lang = lang();
    let (pickup, dropoff) = (query("pickup").unwrap_or_default(), query("dropoff").unwrap_or_default());
    page(async move { ride_page(param("id")?, pickup, dropoff).await }, move |ride: RideView| {
        let wall = ride.card.departs.wall;
        let title = format!("{} → {}", ride.card.from.name, ride.card.to.name);
        let when = format!("{}, {}", day(lang, wall.date()), time(lang, wall.time()));
        let (id, topic) = (format!("ride-{}", ride.card.id), format!("ride:{}", ride.card.id));
        view! {
            <Title text=format!("{title}, {when}") />
            <PageHeader title lead=when up=(t::carpool(lang).to_owned(), "/carpool".to_owned()) />
            <Told />
            <div class="stack" id=id data-live=topic>
                <Fate lang status=ride.card.status />
                <MySeat lang ride=ride.clone() />
                <Booking lang ride=ride.clone() />
                <Facts lang ride=ride.clone() />
                <Passengers lang ride=ride.clone() />
                {ride.may_cancel.then(|| view! { <CancelRide lang ride=ride.card.id /> })}
            </div>
        }
    })
}

/// What stands over a ride that is no longer ahead.
#[component]
fn Fate(lang: Lang, status: RideStatus) -> impl IntoView {
    match status {
        RideStatus::Ahead => ().into_any(),
        RideStatus::Departed => view! {
            <Banner title=t::ride_gone_title(lang)><p>{t::ride_gone_text(lang)}</p></Banner>
        }
        .into_any(),
        RideStatus::Cancelled => view! {
            <Banner tone=Tone::Danger title=t::ride_off_title(lang)>
                <p>{t::ride_off_text(lang)}</p>
                <p><Button href="/carpool" small=true icon="search">{t::see_others(lang)}</Button></p>
            </Banner>
        }
        .into_any(),
    }
}

/// The gesture, for those who may still ask for a seat.
#[component]
fn Booking(lang: Lang, ride: RideView) -> impl IntoView {
    if !ride.may_book {
        let full = ride.card.free == 0
            && ride.card.status == RideStatus::Ahead
            && ride.standing == Standing::Onlooker;
        return full.then(|| view! { <Banner><p>{t::full_text(lang)}</p></Banner> }).into_any();
    }
    let start = time(lang, ride.card.departs.wall.time());
    let how = match ride.via.as_ref().and_then(|via| Some((via.from.as_ref()?, via.fit))) {
        Some((stop, fit)) => {
            let pickup = time(lang, fit.pickup.wall.time());
            t::book_on_the_way(lang, &stop.name, &pickup, &detour(lang, fit.detour_metres))
        }
        None => t::book_at_start(lang, &ride.card.from.name, &start),
    };
    view! {
        <Card title=t::book(lang)>
            <p>{how}</p>
            <p class="muted small">{t::book_share(lang)}</p>
            <BookButton lang ride=ride.card via=ride.via />
        </Card>
    }
    .into_any()
}

#[component]
fn Facts(lang: Lang, ride: RideView) -> impl IntoView {
    let card = ride.card;
    let spot = |stop: &Stop| Spot::new(stop.point.lon, stop.point.lat, stop.name.clone());
    let stops: Vec<Spot> = ride.via.iter().flat_map(|via| via.from.iter().chain(&via.to)).map(spot).collect();
    let driver = card.driver.clone();
    let note = (!ride.note.is_empty()).then(|| {
        view! {
            <h3>{t::note(lang)}</h3>
            <div class="prose">{ride.note.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()}</div>
        }
    });
    view! {
        <Card title=t::the_ride(lang)>
            <Route lang ride=card.clone() via=ride.via />
            <MapSketch lang departure=spot(&card.from) radius_km=ZONE_KM stops arrival=spot(&card.to) />
            <ul class="facts">
                <li>
                    <Avatar name=driver.name.clone() picture=driver.picture.clone() size=Size::Small />
                    <span>{t::driver(lang)}<a href=driver.address()>{driver.name.clone()}</a></span>
                </li>
                <li><Icon name="armchair" /><span>{t::seats_of(lang, card.free, card.seats)}</span></li>
                <li><Icon name="route" /><span>{distance(lang, card.metres)}</span></li>
            </ul>
            <p class="muted small">{t::estimates(lang)}</p>
            {note}
        </Card>
    }
}

/// Drawn around the centre of a commune: somewhere in it.
const ZONE_KM: f64 = 2.0;
