//! A question that waits for its answer.

use domain::Lang;
use leptos::prelude::*;

use super::{Icon, texts};

/// The browser's dialog, opened by any `Button` with `opens` set to its id, without script. It
/// closes on Escape and gives the focus back. Put a form with its own buttons in it.
#[component]
pub fn Dialog(
    lang: Lang,
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] title: String,
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    view! {
        <dialog class="dialog" id=id popover="auto" aria-labelledby=title_id>
            <div class="dialog-head">
                <h2 id=title_id.clone()>{title}</h2>
                <button
                    class="icon-button"
                    type="button"
                    popovertarget=id.clone()
                    popovertargetaction="hide"
                    aria-label=texts::close(lang)
                    title=texts::close(lang)
                >
                    <Icon name="x" />
                </button>
            </div>
            {children()}
        </dialog>
    }
}
