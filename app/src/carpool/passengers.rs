//! Who travels along: for the driver with what to answer, for passengers by name.

use super::{card::BookingPill, texts as t};
use crate::{
    forms::PostForm,
    ui::{Avatar, Button, Card, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    carpool::{BookingView, RideView, Standing, Step},
    id::JourneyId,
};
use leptos::prelude::*;

#[component]
pub(super) fn Passengers(lang: Lang, ride: RideView) -> impl IntoView {
    let drives = ride.standing == Standing::Driver;
    let (id, status) = (ride.card.id, ride.card.status);
    let others: Vec<BookingView> = ride.bookings.into_iter().filter(|booking| !booking.mine).collect();
    let title = if drives { t::passengers(lang) } else { t::fellow_passengers(lang) };
    if others.is_empty() {
        let quiet = drives && status == domain::carpool::RideStatus::Ahead;
        return quiet
            .then(|| view! { <Card title><p class="muted">{t::nobody_yet(lang)}</p></Card> })
            .into_any();
    }
    let lines = others
        .into_iter()
        .map(|booking| view! { <li><Passenger lang ride=id booking drives /></li> })
        .collect_view();
    view! { <Card title><ul class="stack">{lines}</ul></Card> }.into_any()
}

#[component]
fn Passenger(lang: Lang, ride: JourneyId, booking: BookingView, drives: bool) -> impl IntoView {
    let BookingView { passenger, status, ended, seats, stops, steps, .. } = booking;
    let told = drives.then(|| {
        let stops = stops
            .map(|(from, to)| format!("{}, {}", t::stops(lang, &from, &to), t::seats_booked(lang, seats)));
        view! { <p class="person-card-role">{stops}</p><BookingPill lang status ended /> }
    });
    let answers = steps
        .into_iter()
        .map(|step| view! { <Answer lang ride step passenger=passenger.clone() /> })
        .collect_view();
    view! {
        <article class="person-card">
            <Avatar name=passenger.name.clone() picture=passenger.picture.clone() />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href=passenger.address()>{passenger.name.clone()}</a></h3>
                {told}
            </div>
            <div class="actions">{answers}</div>
        </article>
    }
}

/// One gesture, a form of its own.
#[component]
fn Answer(lang: Lang, ride: JourneyId, step: Step, passenger: domain::person::PersonName) -> impl IntoView {
    let (action, label, variant) = match step {
        Step::Confirm => ("confirm_seat", t::confirm(lang), Variant::Primary),
        Step::Decline => ("decline_seat", t::decline(lang), Variant::Secondary),
        Step::Cancel => ("cancel_seat", t::take_back(lang), Variant::Secondary),
    };
    let id = passenger.id.to_string();
    view! {
        <PostForm action of=id.clone() quiet=true>
            <input type="hidden" name="ride" value=ride.to_string() />
            <input type="hidden" name="passenger" value=id />
            <Button variant small=true>
                {label}<VisuallyHidden>{t::of_person(lang, &passenger.name)}</VisuallyHidden>
            </Button>
        </PostForm>
    }
}
