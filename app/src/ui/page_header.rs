//! The top of a page.

use leptos::prelude::*;

use super::Words;

/// The only `h1`, one sentence under it, and what can be done here (children).
#[component]
pub fn PageHeader(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Words,
    /// Above the title: the place one level up, as `(label, href)`.
    #[prop(optional)]
    up: Option<(String, String)>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let up = up.map(|(label, href)| {
        view! { <p class="page-up"><a href=href><super::Icon name="chevron-left" />{label}</a></p> }
    });
    view! {
        <header class="page-header">
            <div class="page-header-words">
                {up}
                <h1>{title}</h1>
                {lead.get().map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </header>
    }
}
