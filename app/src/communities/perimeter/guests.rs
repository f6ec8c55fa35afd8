//! Those the animators invite by name.

use super::texts as t;
use crate::{
    communities::texts as shared,
    forms::{PostForm, form},
    i18n::percent,
    ui::{Avatar, Button, Field, Pagination, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    community::GuestRow,
    id::CommunityId,
    page::Page,
    person::{NAME_MAX, picture_address},
};
use leptos::prelude::*;

#[component]
pub(super) fn Guests(
    lang: Lang,
    community: CommunityId,
    slug: String,
    guests: Page<GuestRow>,
    middle: bool,
) -> impl IntoView {
    let base = format!("/communities/{slug}/perimeter");
    let next = guests.next.map(|next| format!("{base}?after={}", percent(&next)));
    let first = middle.then(|| base.clone());
    let typed = form("call_guest");
    let rows = guests.items.into_iter().map(|row| view! { <li><Guest lang community row /></li> });
    let rows = rows.collect_view();
    let none = rows.is_empty().then(|| view! { <p class="muted">{t::no_guests(lang)}</p> });
    view! {
        <section class="stack" id="guests">
            <h2>{t::guests(lang)}</h2>
            <p class="muted">{t::guests_text(lang)}</p>
            <PostForm action="call_guest" class="form">
                <input type="hidden" name="community" value=community.to_string() />
                <Field
                    lang
                    name="guest"
                    label=t::guest(lang)
                    hint=t::guest_hint(lang)
                    value=typed.value("guest")
                    error=typed.error("guest")
                    maxlength=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
                    required=true
                />
                <div class="actions"><Button variant=Variant::Primary icon="user-plus">{t::call_guest(lang)}</Button></div>
            </PostForm>
            {none}
            <ul class="people">{rows}</ul>
            <Pagination lang next first label=t::more_guests(lang) />
        </section>
    }
}

#[component]
fn Guest(lang: Lang, community: CommunityId, row: GuestRow) -> impl IntoView {
    let person = row.person.id.to_string();
    let whom = shared::about_person(lang, &row.person.name);
    view! {
        <article class="person-card">
            <Avatar name=row.person.name.clone() picture=row.person.picture.map(picture_address) />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href=format!("/people/{person}")>{row.person.name}</a></h3>
                <p class="person-card-role">{row.person.title}</p>
            </div>
            <PostForm action="call_off_guest" of=person.clone()>
                <input type="hidden" name="community" value=community.to_string() />
                <input type="hidden" name="person" value=person />
                <Button variant=Variant::Quiet small=true>
                    {t::call_off(lang)}
                    <VisuallyHidden>{whom}</VisuallyHidden>
                </Button>
            </PostForm>
        </article>
    }
}
