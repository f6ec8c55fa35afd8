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
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            {scene.draw()}
            <p class="empty-state-title">{title}</p>
            <p class="empty-state-text">{text}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
