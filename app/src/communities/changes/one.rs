//! One proposed change: what it changes, why, and the answer.

use super::{
    api::{ChangeSheet, charter_change},
    diff::Diff,
    list::Standing,
    texts as t,
};
use crate::{
    communities::head::{Head, Tab},
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Banner, Button, Card, TextArea, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{amendment::AmendmentView, proposal::REASON_MAX},
    id::AmendmentId,
};
use leptos::prelude::*;

/// `/communities/:slug/charter/changes/:id`
#[component]
pub fn CharterChange() -> impl IntoView {
    let lang = lang();
    let asked = async move { charter_change(param::<AmendmentId>("id")?).await };
    page(asked, move |ChangeSheet { head, view, line }| {
        let title = t::change_by(lang, &view.card.name);
        let said = view.card.answered.clone().map(|(name, said, _)| {
            let what = t::answered_by(lang, &name, &line.answered);
            let said = (!said.is_empty()).then(|| view! { <p>{said}</p> });
            view! { <Banner tone=Tone::Info title=what>{said}</Banner> }
        });
        let outdated = view.outdated.then(|| {
            let href = format!("/communities/{}/charter?edit=1&from={}", head.slug, view.card.id);
            let again = (head.may_write || head.may_govern)
                .then(|| view! { <p><a href=href>{t::take_up_again(lang)}</a></p> });
            view! {
                <Banner tone=Tone::Warning title=t::outdated(lang)>
                    <p>{t::outdated_text(lang)}</p>
                    {again}
                </Banner>
            }
        });
        let waits = (view.waits_for_others && !view.outdated)
            .then(|| view! { <Banner tone=Tone::Info><p>{t::waits_for_others(lang)}</p></Banner> });
        let settle = view.may_settle.then(|| view! { <Settle lang view=view.clone() /> });
        let withdraw = view.may_withdraw.then(|| {
            view! {
                <PostForm action="withdraw_change">
                    <input type="hidden" name="amendment" value=view.card.id.to_string() />
                    <Button variant=Variant::Quiet icon="reply">{t::withdraw(lang)}</Button>
                </PostForm>
            }
        });
        let when = t::proposed_on(lang, &line.when);
        view! {
            <Title text=format!("{title}, {}", head.name) />
            <Head lang community=head tab=Tab::Charter />
            <section class="stack">
                <div class="card-head">
                    <h2>{title}</h2>
                    <Standing lang line />
                </div>
                <blockquote class="prose"><p>{view.card.reason.clone()}</p></blockquote>
                <p class="muted small">{when}</p>
                {said}
                {outdated}
                {waits}
            </section>
            <Card title=t::what_changes(lang)>
                <Diff lang changes=view.changes.clone() />
            </Card>
            {settle}
            {withdraw}
        }
    })
}

#[component]
fn Settle(lang: Lang, view: AmendmentView) -> impl IntoView {
    let amendment = view.card.id.to_string();
    let declining = form("decline_change");
    let approved = amendment.clone();
    let approve = (!view.outdated).then(|| {
        view! {
            <PostForm action="approve_change" class="form">
                <input type="hidden" name="amendment" value=approved />
                <div class="actions">
                    <Button variant=Variant::Primary icon="check">{t::approve(lang, view.card.base + 1)}</Button>
                </div>
            </PostForm>
        }
    });
    view! {
        <Card title=t::your_answer(lang)>
            {approve}
            <PostForm action="decline_change" class="form">
                <input type="hidden" name="amendment" value=amendment />
                <TextArea
                    lang
                    name="reason"
                    label=t::reason(lang)
                    hint=t::reason_hint(lang)
                    value=declining.value("reason")
                    error=declining.error("reason")
                    maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
                    rows=2
                    required=true
                />
                <div class="actions"><Button icon="x">{t::decline(lang)}</Button></div>
            </PostForm>
        </Card>
    }
}
