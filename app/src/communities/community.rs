//! A community's first page: what is said there, and above it what is asked of whom.

use super::{
    decisions::Undecided,
    federation::GoalsInCommon,
    greeting::Welcome,
    handing::Offers,
    head::{Head, Tab},
    life::{Asked, HomeSheet, community_home},
    outside::same_way,
    perimeter::texts as p,
    texts as t,
};
use crate::{
    feed::{CommunityFeed, Composer},
    page::{Title, page, param},
    ui::{Button, EmptyState, Scene, Variant},
    visit::lang,
};
use leptos::prelude::*;

/// `/communities/:slug`
#[component]
pub fn Community() -> impl IntoView {
    let lang = lang();
    page(async move { community_home(param("slug")?).await }, move |home| {
        let HomeSheet { head: community, asks, offers, undecided, welcome, goals } = home;
        let title = community.name.clone();
        let (id, slug, may_write) = (community.id, community.slug.clone(), community.may_write);
        let announces = community.may_moderate;
        let body = if community.may_read || community.may_peek {
            let partly = !community.may_read;
            view! {
                {partly.then(|| view! { <p class="muted">{p::public_only(lang)}</p> })}
                {may_write.then(|| view! { <Composer community=id slug=slug.clone() may_write announces /> })}
                <CommunityFeed community=id slug=slug.clone() may_write />
            }
            .into_any()
        } else if !community.may_study {
            view! { <EmptyState scene=Scene::Bench title=p::nothing_shown(lang) text=p::nothing_shown_text(lang) /> }
                .into_any()
        } else {
            let text =
                if community.may_join { t::members_only_ask(lang) } else { t::members_only_text(lang) };
            view! {
                <EmptyState scene=Scene::Bench title=t::members_only(lang) text=text>
                    <Button variant=Variant::Primary href=same_way(format!("/communities/{slug}/charter"))>
                        {t::read_charter(lang)}
                    </Button>
                </EmptyState>
            }
            .into_any()
        };
        let welcome = welcome.map(|welcome| view! { <Welcome lang community=community.clone() welcome /> });
        view! {
            <Title text=title />
            <Head lang community=community.clone() tab=Tab::Posts />
            <Offers lang offers />
            <Undecided lang slug=community.slug.clone() lines=undecided />
            {welcome}
            <GoalsInCommon lang slug=community.slug.clone() goals />
            <Asked lang slug=community.slug asks />
            {body}
        }
    })
}
