//! Communities that nobody animates, for those who look after all of them.

use super::{
    api::{OrphanRow, OrphanSheet, orphans_page},
    texts as t,
};
use crate::{
    communities::texts as shared,
    forms::{PostForm, form_of},
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, EmptyState, Field, PageHeader, Pagination, Scene, VisuallyHidden, field_id},
    visit::lang,
};
use domain::{Lang, page::Page};
use leptos::prelude::*;

/// `/admin/communities?after=&alone=`
#[component]
pub fn Orphans() -> impl IntoView {
    let lang = lang();
    let (after, alone) = (query("after"), query("alone"));
    page(orphans_page(after, alone), move |OrphanSheet { nobody, alone }| {
        let none = nobody.items.is_empty() && alone.items.is_empty();
        let lists = if none {
            view! {
                <EmptyState scene=Scene::Bench title=t::none_orphan(lang) text=t::none_orphan_text(lang)>
                    <Button href="/communities">{shared::see_all(lang)}</Button>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <List lang title=t::nobody(lang) name="after" rows=nobody />
                <List lang title=t::one_alone(lang) name="alone" rows=alone />
            }
            .into_any()
        };
        view! {
            <Title text=t::orphans(lang) />
            <PageHeader
                title=t::orphans(lang)
                lead=t::orphans_lead(lang)
                up=(shared::communities(lang).to_owned(), "/communities".to_owned())
            />
            {lists}
        }
    })
}

#[component]
fn List(lang: Lang, title: &'static str, name: &'static str, rows: Page<OrphanRow>) -> impl IntoView {
    if rows.items.is_empty() {
        return ().into_any();
    }
    let next = rows.next.map(|next| format!("/admin/communities?{name}={}", percent(&next)));
    let rows = rows.items.into_iter().map(|row| view! { <li><Orphan lang row /></li> });
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <ul class="stack" role="list">{rows.collect::<Vec<_>>()}</ul>
            <Pagination lang next label=t::more(lang) />
        </section>
    }
    .into_any()
}

#[component]
fn Orphan(lang: Lang, row: OrphanRow) -> impl IntoView {
    let id = row.id.to_string();
    let form = form_of("entrust_community", &id);
    // The summary of what was refused leads to the field's own id.
    let field_of = if form.is_refused() { field_id("person") } else { field_id(&format!("person-{id}")) };
    let whom = shared::of_community(lang, &row.name);
    view! {
        <article class="card">
            <h3 class="card-title"><a href=format!("/communities/{}", row.slug)>{row.name.clone()}</a></h3>
            <p class="muted">{shared::members_count(lang, row.members)}</p>
            <PostForm action="entrust_community" of=id.clone() class="form" label=t::entrust_of(lang, &row.name)>
                <input type="hidden" name="community" value=id.clone() />
                <Field
                    lang
                    name="person"
                    id=field_of
                    label=t::whom(lang)
                    hint=t::whom_hint(lang)
                    value=form.value("person")
                    error=form.error("person")
                    autocomplete="off"
                    required=true
                />
                <div class="actions">
                    <Button icon="handshake">{t::entrust(lang)}<VisuallyHidden>{whom}</VisuallyHidden></Button>
                </div>
            </PostForm>
        </article>
    }
}
