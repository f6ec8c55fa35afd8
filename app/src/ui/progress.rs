//! How far a long work is.

use leptos::prelude::*;

/// A labelled bar; `text` says the same in words ("3 fichiers sur 8", "42 %"). Also the line of a
/// poll's answer.
#[component]
pub fn Progress(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: u32,
    max: u32,
    #[prop(into)] text: String,
) -> impl IntoView {
    view! {
        <div class="progress">
            <label for=id.clone()>{label}</label>
            <span class="numbers">{text}</span>
            <progress id=id max=max.max(1).to_string() value=value.min(max).to_string()></progress>
        </div>
    }
}
