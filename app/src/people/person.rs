//! A person's page.

use super::{api::person_page, texts as t};
use crate::{
    accounts::{Forgotten, api::reset_offer},
    page::{Title, page, param},
    ui::{Avatar, Button, Chip, PageHeader, Size},
    visit::lang,
};
use domain::{
    Lang,
    actor::Role,
    id::PersonId,
    person::{CommunityRef, PersonView},
};
use leptos::prelude::*;

/// `/people/:id`
#[component]
pub fn Person() -> impl IntoView {
    let lang = lang();
    let id: Result<PersonId, _> = param("id");
    let load = async move {
        let id = id?;
        Ok((person_page(id).await?, reset_offer(id).await?))
    };
    page(load, move |(person, offer)| {
        let forgotten = offer.map(|sheet| {
            view! { <Forgotten lang person=person.card.id name=person.card.name.clone() sheet /> }
        });
        let card = person.card.clone();
        let edit =
            person.mine.then(|| view! { <Button icon="pencil" href="/me">{t::edit_mine(lang)}</Button> });
        let mute = (!person.mine).then(
            || view! { <crate::reading::MuteLink lang what=domain::reading::Muted::Person(card.id) /> },
        );
        let up = (t::people(lang).to_owned(), "/people".to_owned());
        view! {
            <Title text=card.name.clone() />
            <PageHeader title=card.name.clone() lead=card.title.clone() up>{edit}{mute}</PageHeader>
            <div class="cluster">
                <Avatar name=card.name picture=card.picture size=Size::Large />
                <Facts lang person=person.clone() />
            </div>
            <Bio lang bio=person.bio />
            <Communities lang communities=person.communities mine=person.mine />
            {forgotten}
        }
    })
}

/// What they do and where; what is not known is left out.
#[component]
fn Facts(lang: Lang, person: PersonView) -> impl IntoView {
    let card = person.card;
    let fact = |label: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <div><dt>{label}</dt><dd>{text}</dd></div> })
    };
    let facts = [
        fact(t::craft(lang), person.craft),
        fact(t::team(lang), card.team),
        fact(t::workplace(lang), card.workplace.unwrap_or_default()),
        fact(t::company(lang), card.company),
    ];
    let facts = facts.into_iter().flatten().collect_view();
    (!facts.is_empty()).then(|| view! { <dl class="facts-list">{facts}</dl> })
}

/// Plain text: a paragraph a line.
#[component]
fn Bio(lang: Lang, bio: String) -> impl IntoView {
    if bio.is_empty() {
        return ().into_any();
    }
    let lines = bio.lines().filter(|line| !line.trim().is_empty());
    let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <section class="stack">
            <h2>{t::about(lang)}</h2>
            <div class="prose">{lines}</div>
        </section>
    }
    .into_any()
}

#[component]
fn Communities(lang: Lang, communities: Vec<CommunityRef>, mine: bool) -> impl IntoView {
    let list = if communities.is_empty() && mine {
        view! {
            <p class="muted">{t::no_communities_mine(lang)}</p>
            <p><a href="/communities">{t::find_community(lang)}</a></p>
        }
        .into_any()
    } else if communities.is_empty() {
        view! { <p class="muted">{t::no_communities(lang)}</p> }.into_any()
    } else {
        let chips = communities.into_iter().map(|community| {
            let label = match community.role {
                Role::Animator => format!("{} ({})", community.name, t::animator(lang)),
                Role::Sponsor => format!("{} ({})", community.name, t::sponsor(lang)),
                Role::Member | Role::Requested => community.name,
            };
            view! { <li><Chip label href=format!("/communities/{}", community.slug) /></li> }
        });
        view! { <ul class="chips">{chips.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{t::communities(lang)}</h2>
            {list}
        </section>
    }
}
