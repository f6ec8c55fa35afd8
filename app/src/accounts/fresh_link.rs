//! A link that was just made for somebody.

use super::{api::FreshLink, texts as t};
use crate::ui::{Banner, Field, Tone};
use domain::Lang;
use leptos::prelude::*;

/// To be copied: it is shown nowhere else.
#[component]
pub(super) fn Fresh(
    lang: Lang,
    link: FreshLink,
    /// What to do with it, and until when it is good.
    text: String,
) -> impl IntoView {
    view! {
        <Banner tone=Tone::Success title=t::fresh_title(lang, &link.name)>
            <p>{text}</p>
            <Field
                lang
                name="link"
                kind="url"
                label=t::fresh_link(lang, &link.email)
                value=link.address
                readonly=true
                unmarked=true
            />
        </Banner>
    }
}
