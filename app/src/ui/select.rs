//! One choice among many.

use domain::Lang;
use leptos::prelude::*;

use super::{FieldFrame, Words, field_id, ids::described_by};

/// A value a form can send, and the words that name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// A second line, for [`super::RadioCards`].
    pub hint: Words,
    /// An icon, for [`super::RadioCards`].
    pub icon: Words,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    pub fn hint(mut self, hint: impl Into<Words>) -> Self {
        self.hint = hint.into();
        self
    }

    pub fn icon(mut self, icon: impl Into<Words>) -> Self {
        self.icon = icon.into();
        self
    }
}

/// The browser's own list. `empty` is a first line that stands for no choice.
#[component]
pub fn Select(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: Words,
    #[prop(optional, into)] empty: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    #[prop(optional, into)] autocomplete: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some();
    let chosen = value.get();
    let empty = empty.get().map(|label| view! { <option value="">{label}</option> });
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = chosen.as_deref() == Some(choice.value.as_str());
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <FieldFrame lang id=id.clone() label hint error optional=!required && !unmarked>
            <select
                class="input select"
                id=id
                name=name
                required=required
                autocomplete=autocomplete.get()
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            >
                {empty}
                {options}
            </select>
        </FieldFrame>
    }
}
