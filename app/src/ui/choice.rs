//! Yes or no, and one among a few.

use leptos::prelude::*;

use super::{Choice, Icon, Words, field::FieldError, field_id, ids::described_by};

/// A box to tick. Unticked, the form sends nothing for it.
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// What is sent when it is ticked.
    #[prop(default = "true".into(), into)]
    value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    view! { <Tick switch=false name label value checked required hint error id /> }
}

/// The same for a setting that is on or off.
#[component]
pub fn Switch(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(default = "true".into(), into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    view! { <Tick switch=true name label value checked required=false hint error id /> }
}

#[component]
fn Tick(
    switch: bool,
    name: String,
    label: String,
    value: String,
    checked: bool,
    required: bool,
    hint: Words,
    error: Words,
    id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some();
    let hint = hint.get().map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> });
    let error = error.get().map(|error| view! { <FieldError id=id.clone() error /> });
    view! {
        <div class=if switch { "choice switch" } else { "choice" }>
            <input
                type="checkbox"
                role=switch.then_some("switch")
                id=id.clone()
                name=name
                value=value
                checked=checked
                required=required
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
            <label for=id>{label}</label>
            {hint}
            {error}
        </div>
    }
}

/// One choice among a few that deserve a sentence each. The first radio has the field's id.
#[component]
pub fn RadioCards(
    #[prop(into)] name: String,
    /// The question.
    #[prop(into)]
    label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: Words,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let described = described_by(&id, hint.is_some(), error.is_some());
    let hint = hint.get().map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> });
    let chosen = value.get();
    let mut first = Some(id.clone());
    let cards = choices
        .into_iter()
        .map(|choice| {
            let checked = chosen.as_deref() == Some(choice.value.as_str());
            let icon = choice.icon.get().map(|name| view! { <Icon name /> });
            let note = choice.hint.get().map(|hint| view! { <span class="field-hint">{hint}</span> });
            view! {
                <label class="radio-card">
                    <input type="radio" id=first.take() name=name.clone() value=choice.value checked=checked required=required />
                    {icon}
                    <span class="radio-card-words"><span>{choice.label}</span>{note}</span>
                </label>
            }
        })
        .collect_view();
    let error = error.get().map(|error| view! { <FieldError id error /> });
    view! {
        <fieldset class="choices" aria-describedby=described>
            <legend class="field-label">{label}</legend>
            {hint}
            <div class="radio-cards">{cards}</div>
            {error}
        </fieldset>
    }
}
