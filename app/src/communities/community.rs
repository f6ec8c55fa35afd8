//! A community's first page: what is said there, and above it what is asked of whom.

use super::{
    decisions::Undecided,
    greeting::Welcome,
    handing::Offers,
    head::{Head, Tab},
    life::{Asked, HomeSheet, community_home},
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
        let HomeSheet { head: community, asks, offers, undecided, welcome } = home;
        let title = community.name.clone();
        let (id, slug, may_write) = (community.id, community.slug.clone(), community.may_write);
        let announces = community.may_moderate;
        let body = if community.may_read {
            view! {
                {may_write.then(|| view! { <Composer community=id slug=slug.clone() may_write announces /> })}
                <CommunityFeed community=id slug=slug.clone() may_write />
            }
            .into_any()
        } else {
            let text =
                if community.may_join { t::members_only_ask(lang) } else { t::members_only_text(lang) };
            view! {
                <EmptyState scene=Scene::Bench title=t::members_only(lang) text=text>
                    <Button variant=Variant::Primary href=format!("/communities/{slug}/charter")>
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
            <Asked lang slug=community.slug asks />
            {body}
        }
    })
}
