//! Who accepted which version of the charter, for those who animate.

use super::{
    api::{ReaderList, charter_readers},
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        members::Person,
    },
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Chip, EmptyState, Pagination, Pill, Scene, Tone},
    visit::lang,
};
use domain::{Lang, community::amendment::ReaderRow};
use leptos::prelude::*;

/// `/communities/:slug/charter/readers?only=waiting&after=`
#[component]
pub fn CharterReaders() -> impl IntoView {
    let lang = lang();
    let (after, waiting) = (query("after"), query("only").is_some_and(|only| only == "waiting"));
    let middle = after.is_some();
    let asked = async move { charter_readers(param("slug")?, waiting, after).await };
    page(asked, move |ReaderList { head, rows }| {
        let base = format!("/communities/{}/charter/readers", head.slug);
        let of = |waiting: bool| if waiting { format!("{base}?only=waiting") } else { base.clone() };
        let join = if waiting { "&" } else { "?" };
        let next = rows.next.map(|next| format!("{}{join}after={}", of(waiting), percent(&next)));
        let first = middle.then(|| of(waiting));
        let in_force = head.charter;
        let list = if rows.items.is_empty() {
            view! { <EmptyState scene=Scene::Bench title=t::all_accepted(lang) text=t::all_accepted_text(lang) /> }
                .into_any()
        } else {
            let rows = rows.items.into_iter().map(|row| view! { <li><Reader lang row in_force /></li> });
            view! { <ul class="people">{rows.collect_view()}</ul> }.into_any()
        };
        let chips = [(false, t::all_members(lang)), (true, t::not_yet(lang))].map(|(each, label)| {
            view! { <li><Chip label href=of(each) current=each == waiting /></li> }
        });
        let chips = chips.into_iter().collect_view();
        view! {
            <Title text=t::readers_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Charter />
            <section class="stack">
                <h2>{t::readers(lang)}</h2>
                <p class="muted">{t::readers_text(lang, in_force)}</p>
                <nav aria-label=t::filter_readers(lang)><ul class="chips">{chips}</ul></nav>
                {list}
                <Pagination lang next first label=t::more_readers(lang) />
            </section>
        }
    })
}

#[component]
fn Reader(lang: Lang, row: ReaderRow, in_force: u32) -> impl IntoView {
    let (tone, label, icon) = match row.accepted {
        0 => (Tone::Neutral, t::accepted_none(lang).to_owned(), "hourglass"),
        version if version < in_force => (Tone::Info, t::accepted_older(lang, version), "history"),
        _ => (Tone::Success, t::accepted_in_force(lang).to_owned(), "check"),
    };
    view! {
        <Person person=row.person>
            <Pill tone label icon />
        </Person>
    }
}
