//! The line of a ride: where it starts, stops and ends, and when.

use super::texts as t;
use crate::{
    i18n::dates::{machine, time},
    ui::VisuallyHidden,
};
use domain::{
    Lang,
    carpool::{Moment, RideCard, Stop, Via},
};
use leptos::prelude::*;

/// One point of the line.
struct Spot {
    kind: Option<&'static str>,
    /// None where nothing is known of it.
    at: Option<Moment>,
    /// Said to be approximate.
    estimate: bool,
    place: String,
}

impl Spot {
    fn new(kind: Option<&'static str>, at: Option<Moment>, estimate: bool, place: impl Into<String>) -> Self {
        Spot { kind, at, estimate, place: place.into() }
    }
}

/// The ride, with the passenger's own stops on the way.
#[component]
pub(super) fn Route(
    lang: Lang,
    ride: RideCard,
    #[prop(optional_no_strip)] via: Option<Via>,
) -> impl IntoView {
    let points = spots(lang, &ride, via.as_ref())
        .into_iter()
        .map(|spot| {
            let at = spot.at.map(|at| {
                let about = spot.estimate.then(|| {
                    view! { <span aria-hidden="true">"≈\u{a0}"</span><VisuallyHidden>{t::approximately(lang)}" "</VisuallyHidden> }
                });
                view! { {about}<time datetime=machine(at.at)>{time(lang, at.wall.time())}</time> }
            });
            view! {
                <li class="route-point" data-kind=spot.kind>
                    <span class="route-time">{at}</span>
                    <span class="route-place">{spot.place}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="route">{points}</ol> }
}

fn spots(lang: Lang, ride: &RideCard, via: Option<&Via>) -> Vec<Spot> {
    let start = Spot::new(None, Some(ride.departs), false, &ride.from.name);
    let Some(Via { from, to, fit }) = via else {
        return vec![start, Spot::new(Some("arrival"), Some(ride.arrives), true, &ride.to.name)];
    };
    let stop = |stop: &Option<Stop>, at, words: fn(Lang, &str) -> String| {
        let stop = stop.as_ref()?;
        Some(Spot::new(Some("stop"), Some(at), true, words(lang, &stop.name)))
    };
    let pickup = stop(from, fit.pickup, t::pickup_at);
    let dropoff = stop(to, fit.dropoff, t::dropoff_at);
    // Whoever gets out before the end is not told when the others arrive.
    let end = dropoff.is_none().then_some(fit.dropoff);
    let end = Spot::new(Some("arrival"), end, true, &ride.to.name);
    std::iter::once(start).chain(pickup).chain(dropoff).chain(std::iter::once(end)).collect()
}
