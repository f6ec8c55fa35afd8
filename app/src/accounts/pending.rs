//! Invitations nobody has answered yet.

use super::{api::PendingLine, texts as t};
use crate::{
    forms::PostForm,
    i18n::percent,
    ui::{Button, Pagination, Pill, Tone, Variant, VisuallyHidden},
};
use domain::{Lang, page::Page};
use leptos::prelude::*;

/// The list, newest first; `middle` when it does not begin at the beginning.
#[component]
pub(super) fn PendingList(lang: Lang, pending: Page<PendingLine>, middle: bool) -> impl IntoView {
    let next = pending.next.as_deref().map(|next| format!("/admin/invitations?after={}", percent(next)));
    let first = middle.then_some("/admin/invitations");
    let list = if pending.items.is_empty() {
        view! { <p class="muted">{t::nobody_awaited(lang)}</p> }.into_any()
    } else {
        let lines = pending.items.into_iter().map(|line| view! { <li><Line lang line /></li> });
        view! { <ul class="stack">{lines.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{t::awaited(lang)}</h2>
            {list}
            <Pagination lang next first />
        </section>
    }
}

#[component]
fn Line(lang: Lang, line: PendingLine) -> impl IntoView {
    let of = line.person.to_string();
    let state = if line.expired {
        view! { <Pill tone=Tone::Warning icon="hourglass" label=t::expired_on(lang, &line.expires) /> }
    } else {
        view! { <Pill tone=Tone::Info icon="mail" label=t::expires_on(lang, &line.expires) /> }
    };
    let role = match line.company.as_str() {
        "" => t::role(lang, line.role).to_owned(),
        company => format!("{}, {company}", t::role(lang, line.role)),
    };
    let whom = t::for_person(lang, &line.name);
    let whom_too = whom.clone();
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title">{line.name.clone()}</h3>
                {state}
            </div>
            <p class="muted">{line.email.clone()}" · "{role}</p>
            <div class="actions">
                <PostForm action="invite_person" of=of.clone() quiet=true>
                    <input type="hidden" name="name" value=line.name.clone() />
                    <input type="hidden" name="email" value=line.email />
                    <input type="hidden" name="role" value=line.role.word() />
                    <input type="hidden" name="company" value=line.company />
                    <Button small=true icon="link">
                        {t::new_link(lang)}
                        <VisuallyHidden>{whom}</VisuallyHidden>
                    </Button>
                </PostForm>
                <PostForm action="withdraw_invitation" of=of.clone() quiet=true>
                    <input type="hidden" name="person" value=of />
                    <Button small=true variant=Variant::Quiet icon="x">
                        {t::withdraw(lang)}
                        <VisuallyHidden>{whom_too}</VisuallyHidden>
                    </Button>
                </PostForm>
            </div>
        </article>
    }
}
