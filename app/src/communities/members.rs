//! Who belongs to a community, and who asks to.

use super::{
    api::{MemberSheet, members_page},
    head::{Head, Tab},
    kinds,
    outside::same_way,
    perimeter::texts as p,
    texts as t,
};
use crate::{
    forms::PostForm,
    i18n::{dates, failure, percent},
    page::{Title, page, param, query},
    ui::{Avatar, Banner, Button, Menu, Pagination, Pill, Tone, Variant, VisuallyHidden},
    visit::{lang, visit},
};
use domain::{
    Lang,
    actor::Role,
    community::{CommunityView, MemberRow},
    id::{CommunityId, PersonId},
    person::picture_address,
};
use leptos::prelude::*;

/// `/communities/:slug/members?after=&asking=`
#[component]
pub fn Members() -> impl IntoView {
    let lang = lang();
    let (after, asking) = (query("after"), query("asking"));
    let middle = after.is_some();
    page(async move { members_page(param("slug")?, after, asking).await }, move |sheet| {
        let MemberSheet { head, members, requests } = sheet;
        let base = format!("/communities/{}/members", head.slug);
        let next = members.next.map(|next| same_way(format!("{base}?after={}", percent(&next))));
        let first = middle.then(|| same_way(base.clone()));
        let more_requests = requests.next.map(|next| format!("{base}?asking={}", percent(&next)));
        let waiting = (!requests.items.is_empty()).then(|| {
            let rows = requests.items.into_iter();
            let rows =
                rows.map(|row| view! { <li><Request lang community=head.clone() row /></li> }).collect_view();
            view! {
                <section class="stack" id="requests">
                    <h2>{t::requests(lang)}</h2>
                    <ul class="people">{rows}</ul>
                    <Pagination lang next=more_requests label=t::more_requests(lang) />
                </section>
            }
        });
        let rows = members.items.into_iter();
        let rows =
            rows.map(|row| view! { <li><Member lang community=head.clone() row /></li> }).collect_view();
        view! {
            <Title text=t::members_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Members />
            {refused_role(lang)}
            {waiting}
            <section class="stack">
                <h2>{t::members(lang)}</h2>
                <ul class="people">{rows}</ul>
                <Pagination lang next first label=t::more_members(lang) />
            </section>
        }
    })
}

/// Why a role was not changed: its form is in a menu, which is closed again.
fn refused_role(lang: Lang) -> Option<impl IntoView> {
    let refused = visit().refused.filter(|refused| refused.action == "set_member_role")?;
    let line = failure::line(lang, &refused.failure);
    Some(view! { <Banner tone=Tone::Danger alert=true><p>{line}</p></Banner> })
}

/// A person's face, name and job; children are what can be done.
#[component]
fn Person(row: MemberRow, children: Children) -> impl IntoView {
    let picture = row.person.picture.map(picture_address);
    view! {
        <article class="person-card">
            <Avatar name=row.person.name.clone() picture />
            <div class="person-card-body">
                <h3 class="person-card-name"><a href=format!("/people/{}", row.person.id)>{row.person.name}</a></h3>
                <p class="person-card-role">{row.person.title}</p>
            </div>
            {children()}
        </article>
    }
}

#[component]
fn Member(lang: Lang, community: CommunityView, row: MemberRow) -> impl IntoView {
    let role =
        kinds::role(lang, row.role).map(|role| view! { <Pill tone=Tone::Info label=role icon="award" /> });
    let change = match row.role {
        Role::Member => Some((Role::Animator, t::name_animator(lang))),
        Role::Animator => Some((Role::Member, t::back_to_member(lang))),
        Role::Sponsor | Role::Requested => None,
    };
    let change = change.filter(|_| community.may_govern).map(|(role, label)| {
        let role = if role == Role::Animator { "animator" } else { "member" };
        let (id, label_of_menu) = (row.person.id.to_string(), t::actions_on(lang, &row.person.name));
        view! {
            <Menu id=format!("menu-{id}") label=label_of_menu>
                <PostForm action="set_member_role" of=id.clone() quiet=true>
                    <input type="hidden" name="community" value=community.id.to_string() />
                    <input type="hidden" name="person" value=id />
                    <input type="hidden" name="role" value=role />
                    <Button variant=Variant::Quiet icon="award">{label}</Button>
                </PostForm>
            </Menu>
        }
    });
    // Those who steer see when a partner leaves; to others it says nothing.
    let last = row.until.as_deref().filter(|_| community.may_govern).and_then(|day| day.parse().ok());
    let last = last.map(|day| {
        view! { <Pill tone=Tone::Info label=p::until(lang, &dates::day_year(lang, day)) icon="hourglass" /> }
    });
    view! { <Person row>{role}{last}{change}</Person> }
}

#[component]
fn Request(lang: Lang, community: CommunityView, row: MemberRow) -> impl IntoView {
    let (person, place) = (row.person.id, community.id);
    let whom = t::about_person(lang, &row.person.name);
    let whom_too = whom.clone();
    let answer = Some(row.answer.clone()).filter(|answer| !answer.is_empty());
    let answer = answer.map(|answer| {
        view! { <blockquote class="prose" aria-label=p::answered(lang)><p>{answer}</p></blockquote> }
    });
    view! {
        <Person row>
            {answer}
            <div class="actions">
                <Answer action="admit_member" variant=Variant::Primary place person>
                    {t::admit(lang)}
                    <VisuallyHidden>{whom}</VisuallyHidden>
                </Answer>
                <Answer action="decline_member" variant=Variant::Quiet place person>
                    {t::decline(lang)}
                    <VisuallyHidden>{whom_too}</VisuallyHidden>
                </Answer>
            </div>
        </Person>
    }
}

/// One of the two answers to a request.
#[component]
fn Answer(
    action: &'static str,
    variant: Variant,
    place: CommunityId,
    person: PersonId,
    children: Children,
) -> impl IntoView {
    view! {
        <PostForm action of=person.to_string()>
            <input type="hidden" name="community" value=place.to_string() />
            <input type="hidden" name="person" value=person.to_string() />
            <Button variant small=true>{children()}</Button>
        </PostForm>
    }
}
