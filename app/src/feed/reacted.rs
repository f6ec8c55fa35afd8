//! Who reacted to a post, a reaction at a time.

use super::{
    api::{ReactedSheet, reacted_page},
    reactions::icon,
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Avatar, PageHeader, Pagination, Place, Size, Tabs},
    visit::lang,
};
use domain::{
    feed::{ReactedView, Reaction},
    id::PostId,
};
use leptos::prelude::*;

/// `/posts/:id/reactions`: of the reaction given most, or with `?kind=` of another.
#[component]
pub fn PostReactions() -> impl IntoView {
    let lang = lang();
    let (after, asked) = (query("after"), query("kind").unwrap_or_default());
    let middle = after.is_some();
    let load = async move {
        let post = param::<PostId>("id")?;
        Ok((post, reacted_page(post, asked, after).await?))
    };
    page(load, move |(post, ReactedSheet { title, reacted }): (PostId, ReactedSheet)| {
        let ReactedView { tally, kind, people } = reacted;
        let base = format!("/posts/{post}/reactions");
        let address = |kind: Reaction| format!("{base}?kind={}", kind.word());
        let next = people.next.map(|next| format!("{}&after={}", address(kind), percent(&next)));
        let first = middle.then(|| address(kind));
        let given = Reaction::ALL.into_iter().filter(|one| tally.of(*one) > 0 || *one == kind);
        let places = given
            .map(|one| {
                let label = format!("{}\u{a0}({})", t::reaction_name(lang, one), tally.of(one));
                Place::new(label, address(one), icon(one)).current(one == kind)
            })
            .collect();
        let nobody = (people.items.is_empty() && !middle)
            .then(|| view! { <p class="muted">{t::nobody_reacted(lang)}</p> });
        let rows = people
            .items
            .into_iter()
            .map(|person| {
                view! {
                    <li class="cluster">
                        <Avatar name=person.name.clone() picture=person.picture.clone() size=Size::Small />
                        <a href=person.address()>{person.name.clone()}</a>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        let list = (!rows.is_empty()).then(|| view! { <ul class="people">{rows}</ul> });
        view! {
            <Title text=t::who_reacted(lang) />
            <PageHeader
                title=t::who_reacted(lang)
                lead=t::count_reactions(lang, tally.total())
                up=(title, format!("/posts/{post}"))
            />
            <Tabs label=t::reactions(lang) places />
            {nobody}
            {list}
            <Pagination lang next first label=t::more_people(lang) />
        }
    })
}
