//! Something is put to the members.

use super::{
    api::{DecisionSheet, decision_to_propose},
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        texts as shared,
    },
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Field, TextArea, Variant},
    visit::lang,
};
use domain::community::decision::{DETAIL_MAX, QUESTION_MAX, QUORUM};
use leptos::prelude::*;

/// `/communities/:slug/decisions/new`
#[component]
pub fn NewDecision() -> impl IntoView {
    let lang = lang();
    page(async move { decision_to_propose(param("slug")?).await }, move |sheet| {
        let DecisionSheet { head, today, latest, last_day } = sheet;
        let form = form("propose_decision");
        let back = format!("/communities/{}/decisions", head.slug);
        let community = head.id.to_string();
        view! {
            <Title text=t::propose_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Decisions />
            <section class="stack">
                <h2>{t::propose(lang)}</h2>
                <p class="muted">{t::propose_text(lang)}</p>
                <PostForm action="propose_decision" class="form">
                    <input type="hidden" name="community" value=community />
                    <Field
                        lang
                        name="question"
                        label=t::question(lang)
                        hint=t::question_hint(lang)
                        value=form.value("question")
                        error=form.error("question")
                        maxlength=u32::try_from(QUESTION_MAX).unwrap_or(u32::MAX)
                        required=true
                    />
                    <TextArea
                        lang
                        name="detail"
                        label=t::detail(lang)
                        hint=t::detail_hint(lang)
                        value=form.value("detail")
                        error=form.error("detail")
                        maxlength=u32::try_from(DETAIL_MAX).unwrap_or(u32::MAX)
                        rows=4
                    />
                    <TextArea
                        lang
                        name="choices"
                        label=t::choices(lang)
                        hint=t::choices_hint(lang)
                        value=form.value("choices")
                        error=form.error("choices")
                        rows=3
                    />
                    <Field
                        lang
                        name="quorum"
                        kind="number"
                        label=t::quorum(lang)
                        hint=t::quorum_hint(lang)
                        value=form.value_or("quorum", QUORUM.to_string())
                        error=form.error("quorum")
                        min="0"
                        max="100"
                        required=true
                    />
                    <Field
                        lang
                        name="last_day"
                        kind="date"
                        label=t::last_day(lang)
                        value=form.value_or("last_day", last_day)
                        error=form.error("last_day")
                        min=today
                        max=latest
                        required=true
                    />
                    <div class="actions">
                        <Button variant=Variant::Primary icon="vote">{t::send(lang)}</Button>
                        <Button variant=Variant::Quiet href=back>{shared::cancel(lang)}</Button>
                    </div>
                </PostForm>
            </section>
        }
    })
}
