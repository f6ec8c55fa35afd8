//! How a community welcomes: its hello, and whom nobody has answered yet.

use super::{
    api::{GreetingSheet, NewcomerRow, greeting_page},
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        texts as shared,
    },
    forms::{PostForm, form},
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Avatar, Button, Card, EmptyState, Pagination, Scene, TextArea, Variant, VisuallyHidden},
    visit::lang,
};
use domain::{Lang, community::welcome::HELLO_MAX, person::picture_address};
use leptos::prelude::*;

/// `/communities/:slug/welcome?after=`
#[component]
pub fn CommunityWelcome() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(async move { greeting_page(param("slug")?, after).await }, move |sheet| {
        let GreetingSheet { head, hello, newcomers } = sheet;
        let base = format!("/communities/{}/welcome", head.slug);
        let next = newcomers.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let community = head.id.to_string();
        let list = if newcomers.items.is_empty() {
            view! { <EmptyState scene=Scene::Bench title=t::nobody(lang) text=t::nobody_text(lang) /> }
                .into_any()
        } else {
            let rows = newcomers.items.into_iter();
            let rows = rows.map(|row| view! { <li><Newcomer lang community=community.clone() row /></li> });
            view! {
                <p class="muted">{t::newcomers_text(lang)}</p>
                <ul class="people">{rows.collect::<Vec<_>>()}</ul>
            }
            .into_any()
        };
        let form = form("set_hello");
        view! {
            <Title text=t::page_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Members />
            <section class="stack">
                <h2>{t::newcomers(lang)}</h2>
                {list}
                <Pagination lang next first label=t::more(lang) />
            </section>
            <Card title=t::hello_title(lang)>
                <PostForm action="set_hello" class="form">
                    <input type="hidden" name="community" value=community />
                    <TextArea
                        lang
                        name="hello"
                        label=t::hello(lang)
                        hint=t::hello_hint(lang)
                        value=form.value_or("hello", hello)
                        error=form.error("hello")
                        maxlength=u32::try_from(HELLO_MAX).unwrap_or(u32::MAX)
                        rows=4
                    />
                    <div class="actions"><Button variant=Variant::Primary>{t::save(lang)}</Button></div>
                </PostForm>
            </Card>
        }
    })
}

#[component]
fn Newcomer(lang: Lang, community: String, row: NewcomerRow) -> impl IntoView {
    let person = row.it.person;
    let id = person.id.to_string();
    let whom = shared::about_person(lang, &person.name);
    let picture = person.picture.map(picture_address);
    view! {
        <article class="person-card">
            <Avatar name=person.name.clone() picture />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href=format!("/people/{}", person.id)>{person.name}</a></h3>
                <p class="person-card-role">{t::came(lang, &row.when)}</p>
            </div>
            <div class="actions">
                <PostForm action="greet_member" of=id.clone()>
                    <input type="hidden" name="community" value=community />
                    <input type="hidden" name="person" value=id.clone() />
                    <Button small=true icon="hand-heart">{t::greet(lang)}<VisuallyHidden>{whom}</VisuallyHidden></Button>
                </PostForm>
            </div>
        </article>
    }
}
