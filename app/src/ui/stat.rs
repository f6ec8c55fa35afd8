//! A figure that answers a question.

use leptos::prelude::*;

use super::{Icon, Words};

/// A figure, what it counts, and how it moved; the change is written with its sign and its span
/// ("+12 depuis octobre").
#[component]
pub fn Stat(
    #[prop(into)] value: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] change: Words,
    /// Icon before the change: `arrow-up-right`, `check`…
    #[prop(optional, into)]
    change_icon: Words,
) -> impl IntoView {
    let icon = change_icon.get().map(|name| view! { <Icon name /> });
    let change = change.get().map(|change| view! { <p class="stat-change">{icon}{change}</p> });
    view! {
        <div class="stat">
            <p class="stat-value">{value}</p>
            <p class="stat-label">{label}</p>
            {change}
        </div>
    }
}
