//! A field that names a commune, by its name or its postcode, with JavaScript or without.

use super::{api::CommuneOffer, commune_input::CommuneInput, texts as t};
use crate::ui::{Choice, FieldFrame, Kept, RadioCards, Words, field_id};
use domain::{Lang, person::CommuneForm};
use leptos::prelude::*;

/// A line to type in, with proposals while one types. When the form comes back because several
/// communes fit, they follow as choices, in the field `{name}_choice`.
///
/// The server function takes both fields and has them read by `services::people::read_commune`.
#[component]
pub fn CommuneField(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: CommuneForm,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    /// The control's id when two forms on a page share a name.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let invalid = error.is_some();
    Kept::note_text(Some(&value.text));
    let described = [(invalid, "error"), (hint.is_some(), "hint")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect::<Vec<_>>()
        .join(" ");
    let described = Some(described).filter(|ids| !ids.is_empty());
    let offered = if invalid { offered(&value.text) } else { Vec::new() };
    let choices = (!offered.is_empty()).then(|| {
        let choices = offered.into_iter().map(|offer| Choice::new(offer.code, offer.label)).collect();
        let id = format!("{id}-choice");
        view! { <RadioCards name=format!("{name}_choice") id label=t::which_commune(lang) choices /> }
    });
    view! {
        <FieldFrame lang id=id.clone() label hint error optional=!required && !unmarked>
            <CommuneInput lang id name=name.clone() value=settled(&value) described invalid required />
        </FieldFrame>
        {choices}
    }
}

/// The communes that fit what was typed, when they are several.
fn offered(text: &str) -> Vec<CommuneOffer> {
    #[cfg(feature = "ssr")]
    if let Err(several) = services::people::resolve_commune(text) {
        let offer = |commune: &gazetteer::Commune| CommuneOffer {
            code: commune.code.to_owned(),
            label: commune.label(),
        };
        return several.into_iter().map(offer).collect();
    }
    let _ = text;
    Vec::new()
}

/// What was typed; or, when a choice was made for it, that choice in words, so that a form that
/// comes back for another field keeps it.
fn settled(value: &CommuneForm) -> String {
    #[cfg(feature = "ssr")]
    if !value.choice.is_empty() {
        let mut form = domain::form::Reader::default();
        if let Some(commune) = services::people::read_commune(&mut form, "commune", value) {
            return commune.label();
        }
    }
    value.text.clone()
}
