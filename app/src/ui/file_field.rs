//! A picture to send, and the words that describe it.

use domain::Lang;
use leptos::prelude::*;

use super::{FieldFrame, Words, field_id, ids::described_by, texts};

/// What the server turns into pictures; anything else is refused there too.
const PICTURES: &str = "image/jpeg,image/png,image/webp,image/gif";

/// A file control for a picture, followed by its description (`{name}_alt`) when `described`. The
/// form needs `enctype="multipart/form-data"`.
#[component]
pub fn FileField(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] accept: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    #[prop(optional)] multiple: bool,
    #[prop(optional)] described: bool,
    /// The description already given, after a refused submit.
    #[prop(optional, into)]
    alt: Words,
    #[prop(optional, into)] alt_error: Words,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let describes = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some();
    let description = described.then(|| {
        view! {
            <super::Field
                lang
                name=format!("{name}_alt")
                label=texts::picture_description(lang)
                hint=texts::picture_description_hint(lang)
                value=alt
                error=alt_error
                maxlength=300
            />
        }
    });
    view! {
        <FieldFrame lang id=id.clone() label hint error optional=!required && !unmarked>
            <input
                class="input file"
                type="file"
                id=id
                name=name
                accept=accept.get().unwrap_or_else(|| PICTURES.to_owned())
                required=required
                multiple=multiple
                aria-describedby=describes
                aria-invalid=invalid.then_some("true")
            />
        </FieldFrame>
        {description}
    }
}
