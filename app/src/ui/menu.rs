//! What can be done with a thing, kept out of sight until asked for.

use leptos::prelude::*;

use super::{IconButton, Words};

/// A button and the popover it opens. Children are links and one-button forms. It needs no script:
/// the browser opens it, closes it on Escape or a press outside, and gives the focus back.
#[component]
pub fn Menu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What the menu is about: "Actions sur la publication de Zoé".
    #[prop(into)]
    label: String,
    #[prop(optional, into)] icon: Words,
    /// Drawn on the button instead of an icon: an avatar.
    #[prop(optional)]
    face: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let button = match face {
        Some(face) => view! {
            <button class="icon-button" type="button" popovertarget=id.clone() aria-label=label.clone() title=label>
                {face}
            </button>
        }
        .into_any(),
        None => {
            let icon = icon.get().unwrap_or_else(|| "ellipsis".to_owned());
            view! { <IconButton icon label opens=id.clone() /> }.into_any()
        }
    };
    view! {
        {button}
        <div class="menu" id=id popover="auto">{children()}</div>
    }
}
