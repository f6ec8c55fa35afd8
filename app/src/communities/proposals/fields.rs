//! The fields of each step: what was typed before, or just now and refused.

use crate::{
    communities::{finding, kinds, texts as t},
    forms::FormState,
    i18n::failure,
    ui::{Choice, Field, RadioCards, Select, TextArea, Words},
};
use domain::{
    Lang,
    community::{
        ANIMATORS_ASKED, ANIMATORS_MIN, Hue, Kind, NAME_MAX, NewCommunity, SECTION_MAX, SUMMARY_MAX,
        proposal::Step,
    },
    form::Fault,
    policy::Admission,
};
use leptos::prelude::*;

/// What a step's fields hold, and what is told beside them.
#[derive(Clone)]
pub(super) struct Filled {
    pub form: FormState,
    pub draft: NewCommunity,
    /// What is wrong with the draft, when that is to be shown.
    pub faults: Vec<(String, Fault)>,
    pub tomorrow: String,
    /// Proposed to who has chosen no review date.
    pub review: String,
}

impl Filled {
    fn error(&self, lang: Lang, name: &str) -> Option<String> {
        if self.form.is_refused() {
            return self.form.error(name);
        }
        self.faults.iter().find(|(field, _)| field == name).map(|(_, fault)| failure::fault(lang, fault))
    }
}

#[component]
pub(super) fn StepFields(lang: Lang, step: Step, filled: Filled) -> impl IntoView {
    match step {
        Step::Purpose => view! { <Purpose lang filled /> }.into_any(),
        Step::Audience => view! { <Audience lang filled /> }.into_any(),
        Step::People => view! { <People lang filled /> }.into_any(),
        Step::Life => view! { <Life lang filled /> }.into_any(),
        Step::Success => view! { <Success lang filled /> }.into_any(),
    }
}

/// A section of the charter. The limit is what may be sent; the browser does not cut a longer text
/// off, since a draft keeps it.
fn area(
    lang: Lang,
    filled: &Filled,
    name: &'static str,
    (label, hint): (&'static str, &'static str),
    draft: &str,
    required: bool,
) -> impl IntoView + use<> {
    let hint: Words = format!("{hint} {}.", crate::ui::texts::at_most(lang, limit())).into();
    let (value, error) = (filled.form.value_or(name, draft), filled.error(lang, name));
    view! { <TextArea lang name label hint value error required rows=3 /> }
}

fn limit() -> u32 {
    u32::try_from(SECTION_MAX).unwrap_or(u32::MAX)
}

#[component]
fn Purpose(lang: Lang, filled: Filled) -> impl IntoView {
    let (form, draft) = (filled.form, &filled.draft);
    let of_kind = |kind: Kind| {
        Choice::new(kind.word(), kinds::kind(lang, kind))
            .hint(kinds::kind_hint(lang, kind))
            .icon(kinds::icon(kind))
    };
    let hues = Hue::ALL.map(|hue| Choice::new(hue.word(), kinds::hue(lang, hue))).to_vec();
    let hue = if draft.hue.is_empty() { Hue::default().word() } else { draft.hue.as_str() };
    view! {
        <RadioCards
            name="kind"
            label=t::kind(lang)
            choices=Kind::ALL.map(of_kind).to_vec()
            value=form.value_or("kind", draft.kind.as_str())
            error=filled.error(lang, "kind")
            required=true
        />
        {area(lang, &filled, "purpose", (t::purpose(lang), t::purpose_hint(lang)), &draft.charter.purpose, true)}
        <Field
            lang
            name="name"
            label=t::name(lang)
            hint=t::name_hint(lang)
            value=form.value_or("name", draft.name.as_str())
            error=filled.error(lang, "name")
            maxlength=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
            required=true
        />
        <TextArea
            lang
            name="summary"
            label=t::summary(lang)
            hint=t::summary_hint(lang)
            value=form.value_or("summary", draft.summary.as_str())
            error=filled.error(lang, "summary")
            maxlength=u32::try_from(SUMMARY_MAX).unwrap_or(u32::MAX)
            rows=2
            required=true
        />
        <Field
            lang
            name="tags"
            label=finding::tags(lang)
            hint=finding::tags_hint(lang)
            value=form.value_or("tags", draft.tags.as_str())
            error=filled.error(lang, "tags")
        />
        <Select
            lang
            name="hue"
            label=t::hue(lang)
            hint=t::hue_hint(lang)
            choices=hues
            value=form.value_or("hue", hue)
            error=filled.error(lang, "hue")
            required=true
        />
    }
}

#[component]
fn Audience(lang: Lang, filled: Filled) -> impl IntoView {
    let (form, draft) = (filled.form, &filled.draft);
    let of_admission = |admission: Admission| {
        Choice::new(admission.word(), kinds::admission(lang, admission))
            .hint(kinds::admission_hint(lang, admission))
    };
    let listed = vec![
        Choice::new("yes", t::listed(lang)).hint(t::listed_hint(lang)).icon("eye"),
        Choice::new("no", t::not_listed(lang)).hint(t::not_listed_hint(lang)).icon("eye-off"),
    ];
    let or = |text: &str, instead: &'static str| {
        if text.is_empty() { instead.to_owned() } else { text.to_owned() }
    };
    view! {
        {area(lang, &filled, "audience", (t::audience(lang), t::audience_hint(lang)), &draft.charter.audience, true)}
        {area(lang, &filled, "outside", (t::outside(lang), t::outside_hint(lang)), &draft.charter.outside, false)}
        <RadioCards
            name="admission"
            label=t::admission(lang)
            choices=Admission::ALL.map(of_admission).to_vec()
            value=form.value_or("admission", or(&draft.admission, Admission::Open.word()))
            error=filled.error(lang, "admission")
            required=true
        />
        <RadioCards
            name="listed"
            label=t::visibility(lang)
            choices=listed
            value=form.value_or("listed", or(&draft.listed, "yes"))
            error=filled.error(lang, "listed")
            required=true
        />
    }
}

#[component]
fn People(lang: Lang, filled: Filled) -> impl IntoView {
    let (form, draft) = (filled.form, &filled.draft);
    let animators = (0..ANIMATORS_ASKED).map(|index| {
        let name = format!("animators[{index}]");
        let typed = draft.animators.get(index).cloned().unwrap_or_default();
        view! {
            <Field
                lang
                label=t::animator(lang, index + 1)
                value=form.value_or(&name, typed)
                error=filled.error(lang, &name)
                name
                autocomplete="off"
                required=index < ANIMATORS_MIN
            />
        }
    });
    let animators = animators.collect_view();
    view! {
        <Field
            lang
            name="sponsor"
            label=t::sponsor(lang)
            hint=t::sponsor_hint(lang)
            value=form.value_or("sponsor", draft.sponsor.as_str())
            error=filled.error(lang, "sponsor")
            autocomplete="off"
            required=true
        />
        <div class="fields">{animators}</div>
    }
}

#[component]
fn Life(lang: Lang, filled: Filled) -> impl IntoView {
    let charter = &filled.draft.charter;
    view! {
        {area(lang, &filled, "rules", (t::rules(lang), t::rules_hint(lang)), &charter.rules, true)}
        {area(lang, &filled, "rituals", (t::rituals(lang), t::rituals_hint(lang)), &charter.rituals, false)}
        {area(lang, &filled, "calendar", (t::calendar(lang), t::calendar_hint(lang)), &charter.calendar, true)}
    }
}

#[component]
fn Success(lang: Lang, filled: Filled) -> impl IntoView {
    let charter = &filled.draft.charter;
    let review = match charter.review_on.as_str() {
        "" => filled.review.clone(),
        chosen => chosen.to_owned(),
    };
    view! {
        {area(lang, &filled, "measures", (t::measures(lang), t::measures_hint(lang)), &charter.measures, true)}
        <Field
            lang
            name="review_on"
            kind="date"
            label=t::review(lang)
            hint=t::review_hint(lang)
            value=filled.form.value_or("review_on", review)
            error=filled.error(lang, "review_on")
            min=filled.tomorrow.clone()
            required=true
        />
    }
}
