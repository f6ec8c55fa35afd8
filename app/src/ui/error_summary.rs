//! What is left to correct in a form, in one place.

use domain::Lang;
use leptos::prelude::*;

use super::{Icon, Kept, field_id, texts};

/// Errors as `(field name, message)`, each linking to its field; one about no field has an empty
/// name. Nothing is shown for an empty list. It takes the focus when the page loads, so that it is
/// read first.
#[component]
pub fn ErrorSummary(
    lang: Lang,
    errors: Vec<(String, String)>,
    /// Leave the focus where it is; it then has no id, and may stand twice on a page.
    #[prop(optional)]
    unfocused: bool,
    /// What the form's fields hold; nothing is promised of a form that has none.
    #[prop(optional)]
    kept: Kept,
) -> impl IntoView {
    let title = match errors.len() {
        0 => return ().into_any(),
        1 => texts::please_fix_one(lang).to_owned(),
        n => texts::please_fix(lang, n),
    };
    let lines = errors
        .into_iter()
        .map(|(name, message)| match name.as_str() {
            "" => view! { <li>{message}</li> }.into_any(),
            name => view! { <li><a href=format!("#{}", field_id(name))>{message}</a></li> }.into_any(),
        })
        .collect_view();
    view! {
        <div class="banner error-summary" id=(!unfocused).then_some("error-summary") data-tone="danger" role="alert" tabindex="-1" autofocus=!unfocused>
            <Icon name="circle-x" />
            <div class="banner-body">
                <h2 class="banner-title">{title}</h2>
                <ul>{lines}</ul>
                {kept.told(lang).map(|told| view! { <p>{told}</p> })}
            </div>
        </div>
    }
    .into_any()
}
