//! How one comes in and what those outside see: chosen, then confirmed once what changes was said.

use super::{api::Asked, texts as t};
use crate::{
    communities::{kinds, texts as shared},
    forms::PostForm,
    i18n::failure::fault,
    ui::{Banner, Button, Choice, ErrorSummary, RadioCards, TextArea, Tone, Variant},
};
use domain::{
    Lang,
    community::{Perimeter, PerimeterForm, QUESTION_MAX},
    id::CommunityId,
    policy::{Admission, Glimpse},
};
use leptos::prelude::*;

/// The choices. It is a question to the page, which answers with what would change.
#[component]
pub(super) fn Doors(lang: Lang, slug: String, now: Perimeter, asked: Option<Asked>) -> impl IntoView {
    let (form, faults) = match asked {
        Some(asked) => (asked.form, asked.faults),
        None => (typed(&now), Vec::new()),
    };
    let error = |field: &str| {
        faults.iter().find(|(name, _)| name == field).map(|(_, told)| match (field, told) {
            ("glimpse", domain::form::Fault::Choice) => t::glimpse_needed(lang).to_owned(),
            _ => fault(lang, told),
        })
    };
    let errors: Vec<_> =
        faults.iter().map(|(field, _)| (field.clone(), error(field).unwrap_or_default())).collect();
    let admissions = Admission::ALL.map(|admission| {
        Choice::new(admission.word(), kinds::admission(lang, admission))
            .hint(kinds::admission_hint(lang, admission))
    });
    let listed = [
        Choice::new("yes", shared::listed(lang)).hint(shared::listed_hint(lang)),
        Choice::new("no", t::members_and_guests(lang)).hint(shared::not_listed_hint(lang)),
    ];
    let glimpses = Glimpse::ALL.map(|glimpse| {
        Choice::new(glimpse.word(), t::glimpse(lang, glimpse)).hint(t::glimpse_hint(lang, glimpse))
    });
    view! {
        {(!errors.is_empty()).then(|| view! { <ErrorSummary lang errors /> })}
        <form method="get" action=format!("/communities/{slug}/perimeter") class="form">
            <RadioCards name="admission" label=shared::admission(lang) choices=admissions.to_vec() value=form.admission error=error("admission") required=true />
            <TextArea
                lang
                name="question"
                label=t::question(lang)
                hint=t::question_hint(lang)
                value=form.question
                error=error("question")
                maxlength=u32::try_from(QUESTION_MAX).unwrap_or(u32::MAX)
                rows=2
            />
            <RadioCards name="listed" label=shared::visibility(lang) choices=listed.to_vec() value=form.listed error=error("listed") required=true />
            <RadioCards name="glimpse" label=t::glimpse_label(lang) choices=glimpses.to_vec() value=form.glimpse error=error("glimpse") required=true />
            <div class="actions"><Button variant=Variant::Primary icon="arrow-right">{t::see_changes(lang)}</Button></div>
        </form>
    }
}

fn typed(now: &Perimeter) -> PerimeterForm {
    PerimeterForm {
        admission: now.admission.word().to_owned(),
        listed: if now.listed { "yes" } else { "no" }.to_owned(),
        glimpse: now.glimpse.word().to_owned(),
        question: now.question.clone(),
    }
}

/// What would change, and the gesture that does it.
#[component]
pub(super) fn Confirm(
    lang: Lang,
    community: CommunityId,
    slug: String,
    asked: Asked,
    mark: String,
) -> impl IntoView {
    let back = format!("/communities/{slug}/perimeter");
    if asked.changes.is_empty() {
        return view! {
            <Banner tone=Tone::Info>
                <p>{t::nothing_changes(lang)}</p>
                <div class="actions"><Button small=true href=back>{t::choose_again(lang)}</Button></div>
            </Banner>
        }
        .into_any();
    }
    let changes = asked.changes.into_iter().map(|change| view! { <li>{t::consequence(lang, change)}</li> });
    let form = asked.form;
    view! {
        <section class="card" id="confirm">
            <h3 class="card-title">{t::what_changes(lang)}</h3>
            <ul>{changes.collect_view()}</ul>
            <PostForm action="set_perimeter" class="form">
                <input type="hidden" name="community" value=community.to_string() />
                <input type="hidden" name="admission" value=form.admission />
                <input type="hidden" name="listed" value=form.listed />
                <input type="hidden" name="glimpse" value=form.glimpse />
                <input type="hidden" name="question" value=form.question />
                <input type="hidden" name="from" value=mark />
                <div class="actions">
                    <Button variant=Variant::Primary icon="check">{t::change_perimeter(lang)}</Button>
                    <Button variant=Variant::Quiet href=back>{shared::cancel(lang)}</Button>
                </div>
            </PostForm>
        </section>
    }
    .into_any()
}
