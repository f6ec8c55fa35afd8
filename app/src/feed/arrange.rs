//! Pictures put in order where they are written: dragged, or moved by buttons.

use domain::Lang;
use leptos::prelude::*;

/// What HTML cannot do for pictures: those chosen are shown before they are sent, each with its own
/// description, and all can be moved.
#[island]
pub(super) fn Arrange(
    /// Id of the form it helps with.
    form: String,
    lang: Lang,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::arrange_browser::help(&form, lang);
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, lang);
    view! { <p class="visually-hidden composer-moved" role="status"></p> }
}
