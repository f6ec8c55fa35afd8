//! The directory of communities.

use super::{
    api::{Directory, communities_page},
    card::Card,
    kinds,
    perimeter::texts as p,
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, Chip, EmptyState, Field, PageHeader, Pagination, Scene, Variant},
    visit::lang,
};
use domain::{Lang, community::Kind};
use leptos::prelude::*;

/// What is asked of the directory.
#[derive(Clone, Debug, Default)]
struct Wanted {
    kind: Option<Kind>,
    search: String,
}

impl Wanted {
    /// The address of a list like this one, from its beginning or from after a cursor.
    fn address(&self, after: Option<&str>) -> String {
        let kind = self.kind.map(|kind| format!("kind={}", kind.word()));
        let search = (!self.search.is_empty()).then(|| format!("q={}", percent(&self.search)));
        let after = after.map(|after| format!("after={}", percent(after)));
        let parts: Vec<_> = [kind, search, after].into_iter().flatten().collect();
        if parts.is_empty() { "/communities".into() } else { format!("/communities?{}", parts.join("&")) }
    }

    fn is_everything(&self) -> bool {
        self.kind.is_none() && self.search.is_empty()
    }
}

/// `/communities?kind=&q=&after=`
#[component]
pub fn Communities() -> impl IntoView {
    let lang = lang();
    let wanted = Wanted {
        kind: query("kind").as_deref().and_then(Kind::from_word),
        search: query("q").unwrap_or_default(),
    };
    let after = query("after");
    let middle = after.is_some();
    let asked = communities_page(wanted.kind, wanted.search.clone(), after);
    page(asked, move |Directory { cards, may_open, may_propose, calling }| {
        let calling = (!calling.is_empty() && !middle).then(|| {
            let cards = calling.into_iter().map(|card| view! { <li><Card lang card /></li> }).collect_view();
            view! {
                <section class="stack" aria-label=p::calling(lang)>
                    <p class="lead">{p::calling(lang)}</p>
                    <ul class="grid" data-width="wide">{cards}</ul>
                </section>
            }
        });
        let gestures = view! { <Gestures lang may_open may_propose /> };
        let next = cards.next.as_deref().map(|next| wanted.address(Some(next)));
        let first = middle.then(|| wanted.address(None));
        let list = if cards.items.is_empty() {
            view! { <Nothing lang everything=wanted.is_everything() may_open may_propose /> }.into_any()
        } else {
            let cards =
                cards.items.into_iter().map(|card| view! { <li><Card lang card /></li> }).collect_view();
            view! { <ul class="grid" data-width="wide">{cards}</ul> }.into_any()
        };
        view! {
            <Title text=t::communities(lang) />
            <PageHeader title=t::communities(lang) lead=t::communities_lead(lang)>{gestures}</PageHeader>
            {calling}
            <Search lang wanted=wanted.clone() />
            <Kinds lang wanted />
            {list}
            <Pagination lang next first label=t::more_communities(lang) />
        }
    })
}

/// Opening or proposing one, and what follows from proposals.
#[component]
fn Gestures(lang: Lang, may_open: bool, may_propose: bool) -> impl IntoView {
    let open = may_open.then(|| {
        view! {
            <Button variant=Variant::Primary href="/communities/new" icon="plus">{t::open_one(lang)}</Button>
            <Button href="/admin/proposals" icon="inbox">{t::to_examine(lang)}</Button>
        }
    });
    let propose = may_propose.then(|| {
        let variant = if may_open { Variant::Quiet } else { Variant::Primary };
        view! {
            <Button variant href="/communities/propose" icon="lightbulb">{t::propose(lang)}</Button>
            <Button variant=Variant::Quiet href="/communities/proposals">{t::my_proposals(lang)}</Button>
        }
    });
    view! { {open}{propose} }
}

#[component]
fn Search(lang: Lang, wanted: Wanted) -> impl IntoView {
    let kind = wanted.kind.map(|kind| view! { <input type="hidden" name="kind" value=kind.word() /> });
    view! {
        <form method="get" action="/communities" role="search" aria-label=t::search_label(lang) class="search-line">
            {kind}
            <Field lang name="q" kind="search" label=t::search_communities(lang) value=wanted.search unmarked=true />
            <Button icon="search">{t::search(lang)}</Button>
        </form>
    }
}

/// One kind or all of them; what was searched stays.
#[component]
fn Kinds(lang: Lang, wanted: Wanted) -> impl IntoView {
    let chip = |kind: Option<Kind>, label: &'static str| {
        let href = Wanted { kind, ..wanted.clone() }.address(None);
        let icon = kind.map(kinds::icon);
        view! { <li><Chip label href icon current=wanted.kind == kind /></li> }
    };
    let all = chip(None, t::every_kind(lang));
    let each = Kind::ALL.map(|kind| chip(Some(kind), kinds::kind(lang, kind))).into_iter().collect_view();
    view! { <nav aria-label=t::filter_by_kind(lang)><ul class="chips">{all}{each}</ul></nav> }
}

/// What the place is for, or that nothing was found.
#[component]
fn Nothing(lang: Lang, everything: bool, may_open: bool, may_propose: bool) -> impl IntoView {
    if !everything {
        return view! {
            <EmptyState scene=Scene::Search title=t::none_found(lang) text=t::none_found_text(lang)>
                <Button href="/communities">{t::see_all(lang)}</Button>
            </EmptyState>
        }
        .into_any();
    }
    let text = if may_open { t::none_yet_manager(lang) } else { t::none_yet_text(lang) };
    view! {
        <EmptyState scene=Scene::Yard title=t::none_yet(lang) text=text>
            {may_open.then(|| view! { <Button variant=Variant::Primary href="/communities/new">{t::open_one(lang)}</Button> })}
            {(may_propose && !may_open).then(|| view! { <Button variant=Variant::Primary href="/communities/propose">{t::propose(lang)}</Button> })}
        </EmptyState>
    }
    .into_any()
}
