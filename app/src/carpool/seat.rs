//! The reader's own seat: where it stands, and giving it back.

use super::{card::BookingPill, texts as t};
use crate::{
    forms::PostForm,
    ui::{Button, Card},
};
use domain::{
    Lang,
    carpool::{BookingStatus, BookingView, Ended, RideView, Step},
};
use leptos::prelude::*;

#[component]
pub(super) fn MySeat(lang: Lang, ride: RideView) -> impl IntoView {
    let Some(booking) = ride.bookings.into_iter().find(|booking| booking.mine) else {
        return ().into_any();
    };
    let BookingView { status, ended, .. } = booking;
    let text = words(lang, status, ended, &ride.card.driver.name);
    let stops = booking
        .stops
        .filter(|_| status.holds_seat())
        .map(|(from, to)| view! { <p class="muted">{t::stops(lang, &from, &to)}</p> });
    let cancel = booking.steps.contains(&Step::Cancel).then(|| {
        let label = match status {
            BookingStatus::WaitingConfirmation => t::withdraw(lang),
            _ => t::give_back(lang),
        };
        let passenger = booking.passenger.id.to_string();
        view! {
            <PostForm action="cancel_seat" of=passenger.clone() quiet=true>
                <input type="hidden" name="ride" value=ride.card.id.to_string() />
                <input type="hidden" name="passenger" value=passenger />
                <Button>{label}</Button>
            </PostForm>
        }
    });
    view! {
        <Card title=t::my_seat(lang) actions=view! { <BookingPill lang status ended /> }.into_any()>
            {text.map(|text| view! { <p>{text}</p> })}
            {stops}
            {cancel}
        </Card>
    }
    .into_any()
}

/// What the status means for the passenger; the page says by itself when the whole ride is off.
fn words(lang: Lang, status: BookingStatus, ended: Option<Ended>, driver: &str) -> Option<String> {
    match (status, ended) {
        (BookingStatus::WaitingConfirmation, _) => Some(t::waiting_text(lang, driver)),
        (BookingStatus::Confirmed, _) => Some(t::confirmed_text(lang, driver)),
        (BookingStatus::Cancelled, Some(Ended::Declined)) => Some(t::declined_text(lang).into()),
        (BookingStatus::Cancelled, Some(Ended::ByDriver)) => Some(t::by_driver_text(lang).into()),
        (BookingStatus::Cancelled, Some(Ended::ByPassenger)) => Some(t::by_passenger_text(lang).into()),
        _ => None,
    }
}
