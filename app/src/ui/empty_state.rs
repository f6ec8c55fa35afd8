//! What a place says before anything is in it.

use leptos::prelude::*;

use super::Scene;

/// An illustrated invitation: what the place is for (`title`, `text`) and the first gesture
/// (children, usually one `Button`).
#[component]
pub fn EmptyState(
    #[prop(optional)] scene: Scene,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    /// It is all there is on the page: its title is the page's.
    #[prop(optional)]
    alone: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = match alone {
        true => view! { <h1 class="empty-state-title">{title}</h1> }.into_any(),
        false => view! { <p class="empty-state-title">{title}</p> }.into_any(),
    };
    view! {
        <div class="empty-state">
            {scene.draw()}
            {title}
            <p class="empty-state-text">{text}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
