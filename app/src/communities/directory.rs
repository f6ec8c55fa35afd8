//! The directory of communities.

use super::{
    api::{Directory, communities_page},
    card::Card,
    finding as f, kinds,
    perimeter::texts as p,
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, Chip, Choice, EmptyState, Field, PageHeader, Pagination, Scene, Select, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{Kind, Order, Size, Wanted},
    id::WorkplaceId,
};
use leptos::prelude::*;

/// The address of a list like this one, from its beginning or from after a cursor.
fn address(wanted: &Wanted, after: Option<&str>) -> String {
    let order = (wanted.order != Order::default()).then(|| wanted.order.word().to_owned());
    let pairs = [
        ("kind", wanted.kind.map(|kind| kind.word().to_owned())),
        ("q", Some(wanted.search.clone())),
        ("place", wanted.place.map(|place| place.to_string())),
        ("tag", Some(wanted.tag.clone())),
        ("size", wanted.size.map(|size| size.word().to_owned())),
        ("order", order),
        ("after", after.map(str::to_owned)),
    ];
    let said = pairs.into_iter().filter_map(|(name, value)| {
        value.filter(|value| !value.is_empty()).map(|value| format!("{name}={}", percent(&value)))
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() { "/communities".into() } else { format!("/communities?{}", said.join("&")) }
}

/// `/communities?kind=&q=&place=&tag=&size=&order=&after=`; a word that is none of ours is no filter.
#[component]
pub fn Communities() -> impl IntoView {
    let lang = lang();
    let wanted = Wanted {
        kind: query("kind").as_deref().and_then(Kind::from_word),
        search: query("q").unwrap_or_default(),
        place: query("place").and_then(|place| place.parse().ok()),
        tag: query("tag").unwrap_or_default(),
        size: query("size").as_deref().and_then(Size::from_word),
        order: query("order").as_deref().and_then(Order::from_word).unwrap_or_default(),
    };
    let after = query("after");
    let middle = after.is_some();
    let asked = communities_page(wanted.clone(), after);
    page(asked, move |Directory { cards, may_open, may_propose, places, tags, calling, archived }| {
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
        let next = cards.next.as_deref().map(|next| address(&wanted, Some(next)));
        let first = middle.then(|| address(&wanted, None));
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
            <Search lang wanted=wanted.clone() places tags />
            <Kinds lang wanted />
            {list}
            <Pagination lang next first label=t::more_communities(lang) />
            {archived.then(|| view! {
                <p><Button variant=Variant::Quiet icon="archive" href="/communities/archived">{t::archived_link(lang)}</Button></p>
            })}
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
fn Search(
    lang: Lang,
    wanted: Wanted,
    places: Vec<(WorkplaceId, String)>,
    tags: Vec<String>,
) -> impl IntoView {
    let kind = wanted.kind.map(|kind| view! { <input type="hidden" name="kind" value=kind.word() /> });
    let open = wanted.place.is_some()
        || !wanted.tag.is_empty()
        || wanted.size.is_some()
        || wanted.order != Order::default();
    let places: Vec<_> = places.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let tags: Vec<_> = tags.into_iter().map(|tag| Choice::new(tag.clone(), tag)).collect();
    let sizes = Size::ALL.map(|size| Choice::new(size.word(), f::size(lang, size))).to_vec();
    let orders = Order::ALL.map(|order| Choice::new(order.word(), f::order(lang, order))).to_vec();
    let place = wanted.place.map(|place| place.to_string()).unwrap_or_default();
    let size = wanted.size.map(Size::word).unwrap_or_default();
    view! {
        <form method="get" action="/communities" role="search" aria-label=t::search_label(lang) class="form search-form">
            {kind}
            <div class="search-line">
                <Field lang name="q" kind="search" label=t::search_communities(lang) value=wanted.search unmarked=true />
                <Button icon="search">{t::search(lang)}</Button>
            </div>
            <details class="search-filters" open=open>
                <summary>{f::filters(lang)}</summary>
                <div class="fields">
                    {(!places.is_empty()).then(|| view! {
                        <Select lang name="place" label=f::place(lang) choices=places value=place empty=f::everywhere(lang) unmarked=true />
                    })}
                    {(!tags.is_empty()).then(|| view! {
                        <Select lang name="tag" label=f::tag(lang) choices=tags value=wanted.tag empty=f::every_tag(lang) unmarked=true />
                    })}
                </div>
                <div class="fields">
                    <Select lang name="size" label=f::size_label(lang) choices=sizes value=size empty=f::every_size(lang) unmarked=true />
                    <Select lang name="order" label=f::order_label(lang) choices=orders value=wanted.order.word() unmarked=true />
                </div>
            </details>
        </form>
    }
}

/// One kind or all of them; what was searched stays.
#[component]
fn Kinds(lang: Lang, wanted: Wanted) -> impl IntoView {
    let chip = |kind: Option<Kind>, label: &'static str| {
        let href = address(&Wanted { kind, ..wanted.clone() }, None);
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
