//! What people write.

use leptos::prelude::*;

use super::Words;

/// HTML that was made from Markdown and cleaned on the server. Never give it anything else.
#[component]
pub fn Prose(
    #[prop(into)] html: String,
    /// Added to `prose`: `post-excerpt` cuts to six lines.
    #[prop(optional, into)]
    class: Words,
) -> impl IntoView {
    let class = class.get().map_or_else(|| "prose".to_owned(), |extra| format!("prose {extra}"));
    view! { <div class=class inner_html=html></div> }
}
