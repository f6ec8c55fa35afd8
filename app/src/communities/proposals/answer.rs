//! The managers' answer: the community opens, or a reason goes back.

use super::texts as t;
use crate::{
    forms::{PostForm, form},
    ui::{Banner, Button, Card, Field, TextArea, Tone, Variant},
};
use domain::{
    Lang,
    community::{
        NAME_MAX,
        proposal::{ProposalView, REASON_MAX},
    },
};
use leptos::prelude::*;

#[component]
pub(super) fn AnswerCard(lang: Lang, view: ProposalView) -> impl IntoView {
    let proposal = view.card.id.to_string();
    let (approving, answering) = (form("approve_proposal"), form("answer_proposal"));
    let others_wrong = view.faults.iter().any(|(field, _)| field != "name");
    let approved = proposal.clone();
    let open = if others_wrong {
        view! { <Banner tone=Tone::Warning><p>{t::incomplete_for_manager(lang)}</p></Banner> }.into_any()
    } else {
        view! {
            <PostForm action="approve_proposal" class="form">
                <input type="hidden" name="proposal" value=approved />
                <Field
                    lang
                    name="name"
                    label=t::open_under(lang)
                    hint=t::open_under_hint(lang)
                    value=approving.value_or("name", view.card.name)
                    error=approving.error("name")
                    maxlength=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
                    required=true
                />
                <div class="actions">
                    <Button variant=Variant::Primary icon="check">{t::approve(lang)}</Button>
                </div>
            </PostForm>
        }
        .into_any()
    };
    view! {
        <Card title=t::your_answer(lang)>
            {open}
            <PostForm action="answer_proposal" class="form">
                <input type="hidden" name="proposal" value=proposal />
                <TextArea
                    lang
                    name="reason"
                    label=t::reason(lang)
                    hint=t::reason_hint(lang)
                    value=answering.value("reason")
                    error=answering.error("reason")
                    maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
                    rows=3
                    required=true
                />
                <div class="actions">
                    <Button icon="reply" name="answer" value="changes">{t::ask_for_changes(lang)}</Button>
                    <Button variant=Variant::Quiet icon="x" name="answer" value="decline">{t::decline(lang)}</Button>
                </div>
            </PostForm>
        </Card>
    }
}
