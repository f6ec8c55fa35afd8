//! The choice of a language, by its own name.

use super::texts as t;
use crate::ui::{Choice, Select, Words};
use domain::Lang;
use leptos::prelude::*;

/// The field `lang`.
#[component]
pub(super) fn LanguageField(
    lang: Lang,
    #[prop(into)] value: String,
    #[prop(optional, into)] error: Words,
) -> impl IntoView {
    let choices = vec![Choice::new(Lang::Fr.tag(), "Français"), Choice::new(Lang::En.tag(), "English")];
    view! { <Select lang name="lang" label=t::language(lang) choices value error required=true /> }
}
