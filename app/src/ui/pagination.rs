//! The rest of a list.

use domain::Lang;
use leptos::prelude::*;

use super::{Button, Words, texts};

/// A link to what follows. `next` is the address with the cursor, none at the end; `first` the
/// address of the beginning, for who came by a link into the middle.
#[component]
pub fn Pagination(
    lang: Lang,
    #[prop(optional, into)] next: Words,
    #[prop(optional, into)] first: Words,
    /// "Voir la suite" unless said.
    #[prop(optional, into)]
    label: Words,
) -> impl IntoView {
    if !next.is_some() && !first.is_some() {
        return ().into_any();
    }
    let label = label.get().unwrap_or_else(|| texts::next_page(lang).to_owned());
    let first = first.get().map(|href| {
        view! { <Button variant=super::Variant::Quiet href icon="chevron-up">{texts::first_page(lang)}</Button> }
    });
    let name = label.clone();
    let next = next.get().map(|href| view! { <Button href icon="chevron-down">{label}</Button> });
    view! { <nav class="pagination" aria-label=name>{first}{next}</nav> }.into_any()
}
