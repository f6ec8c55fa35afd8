//! Asking for a seat.

use super::texts as t;
use crate::{
    forms::PostForm,
    i18n::dates::time,
    ui::{Button, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    carpool::{RideCard, Stop, Via},
};
use leptos::prelude::*;

/// A form that is one button. `named` says with whom, where several stand on a page.
#[component]
pub(super) fn BookButton(
    lang: Lang,
    ride: RideCard,
    via: Option<Via>,
    #[prop(optional)] named: bool,
) -> impl IntoView {
    let code = |stop: Option<Stop>| stop.map(|stop| stop.commune);
    let (pickup, dropoff) = via.map_or((None, None), |via| (code(via.from), code(via.to)));
    let id = ride.id.to_string();
    let with = named.then(|| t::with_at(lang, &ride.driver.name, &time(lang, ride.departs.wall.time())));
    view! {
        <PostForm action="book_seat" of=id.clone() quiet=true>
            <input type="hidden" name="ride" value=id />
            {pickup.map(|code| view! { <input type="hidden" name="pickup" value=code /> })}
            {dropoff.map(|code| view! { <input type="hidden" name="dropoff" value=code /> })}
            <Button variant=Variant::Primary>
                {t::book(lang)}{with.map(|with| view! { <VisuallyHidden>{with}</VisuallyHidden> })}
            </Button>
        </PostForm>
    }
}
