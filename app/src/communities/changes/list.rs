//! What was proposed for a charter.

use super::{
    api::{ChangeLine, ChangeList, charter_changes},
    texts as t,
};
use crate::{
    communities::head::{Head, Tab},
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Button, EmptyState, Pagination, Pill, Scene, Tone},
    visit::lang,
};
use domain::{Lang, community::amendment::AmendmentState};
use leptos::prelude::*;

/// `/communities/:slug/charter/changes?after=`
#[component]
pub fn CharterChanges() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(async move { charter_changes(param("slug")?, after).await }, move |ChangeList { head, lines }| {
        let base = format!("/communities/{}/charter/changes", head.slug);
        let next = lines.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let edit = format!("/communities/{}/charter?edit=1", head.slug);
        let propose = (head.may_write || head.may_govern)
            .then(|| view! { <Button small=true icon="pencil" href=edit>{t::propose_change(lang)}</Button> });
        let list = if lines.items.is_empty() {
            view! {
                <EmptyState scene=Scene::Bench title=t::no_change(lang) text=t::no_change_text(lang)>
                    {propose}
                </EmptyState>
            }
            .into_any()
        } else {
            let lines = lines.items.into_iter().map(|line| {
                let href = format!("{base}/{}", line.card.id);
                view! { <li><Line lang href line /></li> }
            });
            view! {
                <div class="actions">{propose}</div>
                <ul class="stack">{lines.collect_view()}</ul>
            }
            .into_any()
        };
        view! {
            <Title text=t::changes_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Charter />
            <section class="stack">
                <h2>{t::changes(lang)}</h2>
                {list}
                <Pagination lang next first label=t::more_changes(lang) />
            </section>
        }
    })
}

#[component]
fn Line(lang: Lang, href: String, line: ChangeLine) -> impl IntoView {
    let title = t::change_by(lang, &line.card.name);
    let standing = view! { <Standing lang line=line.clone() /> };
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title"><a href=href>{title}</a></h3>
                {standing}
            </div>
            <p>{line.card.reason}</p>
            <p class="muted small">{t::proposed_on(lang, &line.when)}</p>
        </article>
    }
}

/// Where a change stands.
#[component]
pub(super) fn Standing(lang: Lang, line: ChangeLine) -> impl IntoView {
    let (tone, label, icon) = match line.card.state {
        AmendmentState::Open => (Tone::Info, t::state_open(lang).to_owned(), "hourglass"),
        AmendmentState::Approved => {
            let version = line.card.version.unwrap_or_default();
            (Tone::Success, t::state_approved(lang, version), "check")
        }
        AmendmentState::Declined => (Tone::Neutral, t::state_declined(lang).to_owned(), "circle-x"),
        AmendmentState::Withdrawn => (Tone::Neutral, t::state_withdrawn(lang).to_owned(), "reply"),
    };
    view! { <Pill tone label icon /> }
}
