//! By what the community is found, and whom it is suggested to.

use crate::{
    communities::finding as t,
    forms::{PostForm, form},
    ui::{Button, Choice, Field, Select},
};
use domain::{
    Lang,
    community::FindingForm,
    id::{CommunityId, WorkplaceId},
    person::LINE_MAX,
};
use leptos::prelude::*;

#[component]
pub(super) fn FoundBy(
    lang: Lang,
    community: CommunityId,
    finding: FindingForm,
    /// How many people the rule speaks of, when there is one.
    matching: Option<u64>,
    places: Vec<(WorkplaceId, String)>,
) -> impl IntoView {
    let typed = form("set_finding");
    let places: Vec<_> = places.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let matching = matching.map(|count| view! { <p class="muted">{t::matching(lang, count)}</p> });
    view! {
        <section class="stack" id="finding">
            <h2>{t::title(lang)}</h2>
            <p class="muted">{t::text(lang)}</p>
            <PostForm action="set_finding" class="form">
                <input type="hidden" name="community" value=community.to_string() />
                <Field
                    lang
                    name="tags"
                    label=t::tags(lang)
                    hint=t::tags_hint(lang)
                    value=typed.value_or("tags", finding.tags)
                    error=typed.error("tags")
                />
                <Select
                    lang
                    name="place"
                    label=t::home(lang)
                    choices=places.clone()
                    value=typed.value_or("place", finding.place)
                    empty=t::no_home(lang)
                    error=typed.error("place")
                />
                <Select
                    lang
                    name="rule_place"
                    label=t::rule_place(lang)
                    choices=places
                    value=typed.value_or("rule_place", finding.rule_place)
                    empty=t::nobody_by_rule(lang)
                    error=typed.error("rule_place")
                />
                <Field
                    lang
                    name="rule_craft"
                    label=t::rule_craft(lang)
                    hint=t::rule_craft_hint(lang)
                    value=typed.value_or("rule_craft", finding.rule_craft)
                    error=typed.error("rule_craft")
                    maxlength=u32::try_from(LINE_MAX).unwrap_or(u32::MAX)
                />
                {matching}
                <div class="actions"><Button>{t::save(lang)}</Button></div>
            </PostForm>
        </section>
    }
}
