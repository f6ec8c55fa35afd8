//! Who belongs to a community, and who asks to.

use super::{
    api::{MemberSheet, members_page},
    greeting::texts as g,
    handing::texts as h,
    head::{Head, Tab},
    kinds, texts as t,
};
use crate::{
    forms::PostForm,
    i18n::{failure, percent},
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
        let next = members.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
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
        let welcome = head.may_govern.then(|| {
            let href = format!("/communities/{}/welcome", head.slug);
            view! { <p><Button small=true icon="hand-heart" href>{g::link(lang)}</Button></p> }
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
                {welcome}
                <ul class="people">{rows}</ul>
                <Pagination lang next first label=t::more_members(lang) />
            </section>
        }
    })
}

/// Why a role was not changed or offered: its form is in a menu, which is closed again.
fn refused_role(lang: Lang) -> Option<impl IntoView> {
    let of_menus = ["set_member_role", "offer_role"];
    let refused = visit().refused.filter(|refused| of_menus.contains(&refused.action.as_str()))?;
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

/// The roles that the reader may give to somebody of this role, under the words they are sent by.
fn changes(lang: Lang, community: &CommunityView, role: Role) -> Vec<(&'static str, &'static str)> {
    let (governs, entrusts) = (community.may_govern, community.may_entrust);
    let all = match role {
        Role::Member => {
            [(governs, "animator", t::name_animator(lang)), (entrusts, "sponsor", h::name_sponsor(lang))]
        }
        Role::Animator => {
            [(governs, "member", t::back_to_member(lang)), (entrusts, "sponsor", h::name_sponsor(lang))]
        }
        Role::Sponsor => {
            [(entrusts, "animator", t::name_animator(lang)), (entrusts, "member", h::end_sponsor(lang))]
        }
        Role::Requested => return Vec::new(),
    };
    all.into_iter().filter(|(may, ..)| *may).map(|(_, role, label)| (role, label)).collect()
}

#[component]
fn Member(lang: Lang, community: CommunityView, row: MemberRow) -> impl IntoView {
    let role =
        kinds::role(lang, row.role).map(|role| view! { <Pill tone=Tone::Info label=role icon="award" /> });
    let changes = changes(lang, &community, row.role);
    let offer = community.may_offer && row.role == Role::Member;
    let (id, place) = (row.person.id.to_string(), community.id.to_string());
    let change = (offer || !changes.is_empty()).then(|| {
        let label_of_menu = t::actions_on(lang, &row.person.name);
        let form = |action: &'static str, role: Option<&'static str>, label: &'static str| {
            view! { <InMenu action place=place.clone() person=id.clone() role label /> }
        };
        let offer = offer.then(|| form("offer_role", None, h::hand_over(lang)));
        let changes = changes.into_iter().map(|(role, label)| form("set_member_role", Some(role), label));
        let changes = changes.collect::<Vec<_>>();
        view! { <Menu id=format!("menu-{id}") label=label_of_menu>{offer}{changes}</Menu> }
    });
    view! { <Person row>{role}{change}</Person> }
}

/// One gesture of the menu on a member.
#[component]
fn InMenu(
    action: &'static str,
    place: String,
    person: String,
    /// Of those that change a role.
    role: Option<&'static str>,
    label: &'static str,
) -> impl IntoView {
    let of = format!("{person}-{}", role.unwrap_or("offer"));
    let icon = if role.is_some() { "award" } else { "handshake" };
    let role = role.map(|role| view! { <input type="hidden" name="role" value=role /> });
    view! {
        <PostForm action of quiet=true>
            <input type="hidden" name="community" value=place />
            <input type="hidden" name="person" value=person />
            {role}
            <Button variant=Variant::Quiet icon>{label}</Button>
        </PostForm>
    }
}

#[component]
fn Request(lang: Lang, community: CommunityView, row: MemberRow) -> impl IntoView {
    let (person, place) = (row.person.id, community.id);
    let whom = t::about_person(lang, &row.person.name);
    let whom_too = whom.clone();
    view! {
        <Person row>
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
