//! A ride in a list.

use super::{
    measure::{detour, distance},
    route::Route,
    texts as t,
};
use crate::{
    i18n::dates::{day, time},
    ui::{Avatar, Icon, Pill, Size, Tone},
};
use domain::{
    Lang,
    carpool::{BookingStatus, Ended, RideCard as Card, RideStatus, Via},
};
use leptos::prelude::*;

/// When, where, with whom, how many seats; `pill` says where one stands, `actions` what can be done.
#[component]
pub fn RideCard(
    lang: Lang,
    ride: Card,
    #[prop(into)] href: String,
    #[prop(optional_no_strip)] via: Option<Via>,
    #[prop(optional)] pill: Option<AnyView>,
    #[prop(optional)] actions: Option<AnyView>,
) -> impl IntoView {
    let wall = ride.departs.wall;
    let title = format!("{}, {}", day(lang, wall.date()), time(lang, wall.time()));
    let cancelled = ride.status == RideStatus::Cancelled;
    let length = match &via {
        Some(via) => {
            let fit = via.fit;
            format!("{}, {}", distance(lang, fit.shared_metres), detour(lang, fit.detour_metres))
        }
        None => distance(lang, ride.metres),
    };
    let driver = ride.driver.clone();
    let seats = (ride.status == RideStatus::Ahead).then(|| {
        view! { <span class="seats"><Icon name="armchair" />{t::seats_of(lang, ride.free, ride.seats)}</span> }
    });
    view! {
        <article class="ride-card" data-cancelled=cancelled.then_some("true")>
            <div class="ride-card-head">
                <h3 class="ride-card-when"><a href=href>{title}</a></h3>
                {pill}
            </div>
            <Route lang ride=ride.clone() via />
            <div class="ride-card-foot">
                <span class="ride-driver">
                    <Avatar name=driver.name.clone() picture=driver.picture size=Size::Small />
                    {driver.name}
                </span>
                {seats}
                <span class="seats"><Icon name="route" />{length}</span>
                {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
            </div>
        </article>
    }
}

/// Where a booking stands.
#[component]
pub(super) fn BookingPill(lang: Lang, status: BookingStatus, ended: Option<Ended>) -> impl IntoView {
    let (tone, label, icon) = match (status, ended) {
        (BookingStatus::WaitingConfirmation, _) => (Tone::Warning, t::waiting(lang), "hourglass"),
        (BookingStatus::Confirmed, _) => (Tone::Success, t::confirmed(lang), "circle-check"),
        (BookingStatus::CompletedPendingValidation | BookingStatus::Validated, _) => {
            (Tone::Success, t::completed(lang), "check")
        }
        (BookingStatus::Cancelled, Some(Ended::Declined)) => (Tone::Neutral, t::declined(lang), "circle-x"),
        (BookingStatus::Cancelled, Some(Ended::WithRide)) => (Tone::Danger, t::ride_cancelled(lang), "ban"),
        (BookingStatus::Cancelled, _) => (Tone::Neutral, t::cancelled(lang), "circle-x"),
    };
    view! { <Pill tone label icon /> }
}
