//! A thing on the ground of the page.

use leptos::prelude::*;

use super::Words;

/// A raised surface. With a `title` it is a section with an `h2` and, beside it, `actions`.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Words,
    #[prop(optional)] actions: Option<AnyView>,
    /// Added to `card`.
    #[prop(optional, into)]
    class: Words,
    children: Children,
) -> impl IntoView {
    let class = class.get().map_or_else(|| "card".to_owned(), |extra| format!("card {extra}"));
    match title.get() {
        Some(title) => view! {
            <section class=class>
                <div class="card-head">
                    <h2 class="card-title">{title}</h2>
                    {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
                </div>
                {children()}
            </section>
        }
        .into_any(),
        None => view! { <div class=class>{children()}{actions}</div> }.into_any(),
    }
}
