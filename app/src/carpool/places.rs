//! The fields that say from where to where, for a search and for an offer.

use super::{api::Destination, texts as t};
use crate::{
    people::CommuneField,
    ui::{Choice, Select, Words},
};
use domain::{Lang, person::CommuneForm};
use leptos::prelude::*;

/// Commune of departure; workplace, or commune, of arrival. `errors` are those of `from`,
/// `workplace` and `to`. In an offer the departure is required.
#[component]
pub(super) fn Ends(
    lang: Lang,
    destinations: Vec<Destination>,
    from: CommuneForm,
    #[prop(into)] workplace: String,
    to: CommuneForm,
    errors: [Option<String>; 3],
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    #[prop(optional, into)] from_hint: Words,
) -> impl IntoView {
    let [from_error, workplace_error, to_error] = errors;
    let choices = destinations.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    view! {
        <CommuneField
            lang
            name="from"
            label=t::from(lang)
            value=from
            hint=from_hint
            error=from_error
            required
            unmarked
        />
        <Select
            lang
            name="workplace"
            label=t::workplace(lang)
            choices
            value=workplace
            empty=t::any_commune(lang)
            error=workplace_error
            unmarked=true
        />
        <CommuneField
            lang
            name="to"
            label=t::to(lang)
            value=to
            hint=t::to_hint(lang)
            error=to_error
            unmarked=true
        />
    }
}
