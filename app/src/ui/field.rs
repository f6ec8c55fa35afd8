//! One line of text in a form.

use domain::Lang;
use leptos::prelude::*;

use super::{Kept, Words, field_id, ids::described_by, texts};

/// A control with its label above, its hint under the label, and its error next to it. Errors are
/// tied to the control, and `ErrorSummary` links to it.
#[component]
pub fn Field(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    /// `text` unless said: `email`, `password`, `search`, `url`, `tel`, `number`, `date`, `time`.
    #[prop(optional, into)]
    kind: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    /// A field that is not required says "facultatif" after its label, unless `unmarked`.
    #[prop(optional)]
    required: bool,
    #[prop(optional)] unmarked: bool,
    #[prop(optional, into)] autocomplete: Words,
    #[prop(optional, into)] inputmode: Words,
    #[prop(optional, into)] placeholder: Words,
    #[prop(default = None, into)] maxlength: Option<u32>,
    #[prop(optional, into)] min: Words,
    #[prop(optional, into)] max: Words,
    #[prop(optional, into)] step: Words,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] readonly: bool,
    /// Id of a `<datalist>` on the page.
    #[prop(optional, into)]
    list: Words,
    /// The control's id when two forms on a page share a name.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some();
    let kind = kind.get().unwrap_or_else(|| "text".to_owned());
    let value = value.get();
    match kind.as_str() {
        "password" => Kept::note_password(),
        _ if readonly => {}
        _ => Kept::note_text(value.as_deref()),
    }
    view! {
        <FieldFrame lang id=id.clone() label hint error optional=!required && !unmarked>
            <input
                class="input"
                id=id
                name=name
                type=kind
                value=value
                required=required
                readonly=readonly
                autofocus=autofocus
                autocomplete=autocomplete.get()
                inputmode=inputmode.get()
                placeholder=placeholder.get()
                maxlength=maxlength.map(|n| n.to_string())
                min=min.get()
                max=max.get()
                step=step.get()
                list=list.get()
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
        </FieldFrame>
    }
}

/// What stands around any control: label, hint, error. The control inside takes `id` and describes
/// itself by `{id}-hint` and `{id}-error`.
#[component]
pub fn FieldFrame(
    lang: Lang,
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    children: Children,
) -> impl IntoView {
    let mark =
        optional.then(|| view! { " "<span class="field-optional">"("{texts::optional(lang)}")"</span> });
    let hint = hint.get().map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> });
    let error = error.get().map(|error| view! { <FieldError id=id.clone() error /> });
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}{mark}</label>
            {hint}
            {children()}
            {error}
        </div>
    }
}

/// The error of the control `id`.
#[component]
pub(super) fn FieldError(id: String, error: String) -> impl IntoView {
    view! {
        <p class="field-error" id=format!("{id}-error")>
            <super::Icon name="circle-x" />
            <span>{error}</span>
        </p>
    }
}
