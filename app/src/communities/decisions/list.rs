//! The log of what a community decides.

use super::{
    api::{DecisionLine, DecisionLog, decisions_page},
    said::standing,
    texts as t,
};
use crate::{
    communities::head::{Head, Tab},
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Button, EmptyState, Pagination, Pill, Scene},
    visit::lang,
};
use domain::{Lang, community::decision::DecisionState};
use leptos::prelude::*;

/// `/communities/:slug/decisions?after=`
#[component]
pub fn Decisions() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(async move { decisions_page(param("slug")?, after).await }, move |DecisionLog { head, lines }| {
        let base = format!("/communities/{}/decisions", head.slug);
        let next = lines.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let new = format!("{base}/new");
        let propose = (head.may_write || head.may_govern)
            .then(|| view! { <Button small=true icon="vote" href=new>{t::propose(lang)}</Button> });
        let list = if lines.items.is_empty() {
            view! {
                <EmptyState scene=Scene::Bench title=t::none(lang) text=t::none_text(lang)>{propose}</EmptyState>
            }
            .into_any()
        } else {
            let lines = lines.items.into_iter().map(|line| {
                let href = format!("{base}/{}", line.card.id);
                view! { <li><Line lang href line /></li> }
            });
            view! {
                <p class="muted">{t::log_lead(lang)}</p>
                <div class="actions">{propose}</div>
                <ul class="stack" role="list">{lines.collect::<Vec<_>>()}</ul>
            }
            .into_any()
        };
        view! {
            <Title text=t::decisions_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Decisions />
            <section class="stack">
                <h2>{t::decisions(lang)}</h2>
                {list}
                <Pagination lang next first label=t::more(lang) />
            </section>
        }
    })
}

#[component]
fn Line(lang: Lang, href: String, line: DecisionLine) -> impl IntoView {
    let (tone, label, icon) = standing(lang, &line.card);
    let until = match line.card.state {
        DecisionState::Open => t::open_until(lang, &line.until),
        _ => t::closed_on(lang, &line.until),
    };
    let mine = line.card.mine.map(|_| format!("\u{a0}· {}", t::you_voted(lang)));
    let facts = format!("{until}\u{a0}· {}{}", t::voters(lang, line.card.voters), mine.unwrap_or_default());
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title"><a href=href>{line.card.question}</a></h3>
                <Pill tone label icon />
            </div>
            <p class="muted small">{t::proposed_by(lang, &line.card.by.name, &line.when)}</p>
            <p class="muted small">{facts}</p>
        </article>
    }
}
