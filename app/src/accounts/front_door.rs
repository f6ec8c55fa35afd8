//! The front door: one card under the drawn yard, for who is not inside yet.

use crate::ui::Scene;
use leptos::prelude::*;

/// A card with the page's `h1`, a sentence under it, and what is asked (children).
#[component]
pub(super) fn FrontDoor(
    #[prop(into)] title: String,
    #[prop(into)] lead: String,
    #[prop(optional)] foot: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="front-door">
            {Scene::Yard.draw()}
            <div class="front-door-card card">
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                {children()}
            </div>
            {foot.map(|foot| view! { <p class="front-door-foot">{foot}</p> })}
        </div>
    }
}
