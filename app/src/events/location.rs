//! Where it is: words, and addresses of meetings online that can be pressed.

use leptos::prelude::*;

/// Only `https` becomes a link; everything else stays as typed.
#[component]
pub(super) fn Location(location: String) -> impl IntoView {
    let words = location
        .split(' ')
        .map(|word| {
            if word.starts_with("https://") {
                let (word, address) = (word.to_owned(), word.to_owned());
                view! { <a href=address rel="noopener noreferrer external">{word}</a>" " }.into_any()
            } else {
                format!("{word} ").into_any()
            }
        })
        .collect_view();
    view! { <span>{words}</span> }
}
