//! Why a gesture on a ride was refused.
//!
//! Said at the top of the page rather than in its form: by then the form may be gone, with the last
//! seat or with the ride.

use crate::{
    i18n::failure::line,
    ui::{Banner, Tone},
    visit::visit,
};
use leptos::prelude::*;

/// Gestures that are one button; forms with fields show their faults themselves.
const GESTURES: [&str; 4] = ["book_seat", "confirm_seat", "decline_seat", "cancel_seat"];

#[component]
pub(super) fn Told() -> impl IntoView {
    let visit = visit();
    let refused = visit.refused.filter(|refused| GESTURES.contains(&refused.action.as_str()));
    refused.map(|refused| {
        view! { <Banner tone=Tone::Warning alert=true><p>{line(visit.lang, &refused.failure)}</p></Banner> }
    })
}
