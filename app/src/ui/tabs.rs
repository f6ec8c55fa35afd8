//! The pages of one thing.

use leptos::prelude::*;

use super::{Icon, Place};

/// Links to the pages of a place, the current one marked. Each is a page of its own, so these are
/// links and not ARIA tabs.
#[component]
pub fn Tabs(
    /// What they are the pages of.
    #[prop(into)]
    label: String,
    places: Vec<Place>,
) -> impl IntoView {
    let links = places
        .into_iter()
        .map(|place| {
            let icon = (!place.icon.is_empty()).then(|| view! { <Icon name=place.icon /> });
            let badge = (place.badge > 0).then(|| view! { <span class="badge">{place.badge}</span> });
            view! {
                <li>
                    <a href=place.href aria-current=place.current.then_some("page")>{icon}{place.label}{badge}</a>
                </li>
            }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=label><ul>{links}</ul></nav> }
}
