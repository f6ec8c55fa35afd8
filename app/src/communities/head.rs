//! The top of a community's pages: its sign and name, what one is there, and its tabs.

use super::{
    changes::ReviewBanner,
    decisions::texts as d,
    federation::texts as f,
    handing::Keepers,
    kinds,
    life::texts as l,
    outside::{is_outside, same_way},
    perimeter::texts as p,
    texts as t,
};
use crate::{
    forms::PostForm,
    reading::MuteLink,
    ui::{Banner, Button, Icon, Pill, Place, Tabs, Tone, Variant},
};
use domain::{
    Lang,
    actor::Role,
    community::{CommunityView, Kind, Stage, federation::Named},
    reading::Muted,
};
use leptos::prelude::*;

/// The pages of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Posts,
    Events,
    Charter,
    Members,
    Federation,
    Perimeter,
    Decisions,
    Life,
}

#[component]
pub(super) fn Head(lang: Lang, community: CommunityView, tab: Tab) -> impl IntoView {
    let facts = [
        Some(kinds::kind(lang, community.kind).to_owned()),
        Some(t::members_count(lang, community.members)),
        Some(
            if community.everyone {
                t::for_everyone(lang)
            } else {
                kinds::admission(lang, community.admission)
            }
            .to_owned(),
        ),
        (!community.listed).then(|| t::unlisted(lang).to_owned()),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ");
    let stage = kinds::stage(lang, community.stage).filter(|_| community.stage != Stage::Archived);
    let stage = stage.map(|stage| view! { <Pill tone=Tone::Info label=stage icon="sprout" /> });
    let archived = (community.stage == Stage::Archived)
        .then(|| view! { <Banner tone=Tone::Warning><p>{t::archived_banner(lang)}</p></Banner> });
    let leaving = (community.leaving > 0 && tab != Tab::Perimeter).then(|| {
        let stays = format!("/communities/{}/perimeter#partners", community.slug);
        view! {
            <Banner tone=Tone::Info title=p::ending(lang, community.leaving)>
                <p>{p::ending_text(lang)}</p>
                <p><a href=stays>{p::see_stays(lang)}</a></p>
            </Banner>
        }
    });
    let called = (community.invited && community.role.is_none() && tab != Tab::Charter)
        .then(|| view! { <Called lang community=community.clone() /> });
    view! {
        <header class="community-head" data-hue=community.hue.data()>
            <span class="community-sign"><Icon name=kinds::icon(community.kind) /></span>
            <div class="stack" data-gap="small">
                <h1>{community.name.clone()}</h1>
                <p class="lead">{community.summary.clone()}</p>
                <p class="muted small">{facts}</p>
                {tied(lang, &community)}
            </div>
            {(stage.is_some() || has_standing(&community, tab))
                .then(|| view! { <div class="actions">{stage}<Standing lang community=community.clone() tab /></div> })}
        </header>
        {archived}
        <Keepers lang community=community.clone() />
        <ReviewBanner lang community=community.clone() />
        {leaving}
        {called}
        <Pages lang community tab />
    }
}

/// Communities named in the head; the others are on their own page.
const NAMED: usize = 5;

/// The members of a federation, or the federations of a community, those the reader may know of.
fn tied(lang: Lang, community: &CommunityView) -> Option<impl IntoView + use<>> {
    let (label, named) = match community.kind {
        Kind::Federation => (f::made_of(lang), &community.allies),
        _ => (f::part_of(lang), &community.federations),
    };
    let link = |one: &Named| (one.name.clone(), same_way(format!("/communities/{}", one.slug)));
    let links = named.iter().take(NAMED).map(link).enumerate().map(|(place, (name, href))| {
        view! { {(place > 0).then_some(", ")}<a href=href>{name}</a> }
    });
    let links = links.collect_view();
    let more = named.len().saturating_sub(NAMED);
    let all = same_way(format!("/communities/{}/federation", community.slug));
    let more = (more > 0).then(|| view! { " "<a href=all>{f::more_members(lang, more)}</a> });
    (!named.is_empty()).then(|| view! { <p class="small">{label}" "{links}{more}</p> })
}

/// Whether [`Standing`] says anything.
fn has_standing(community: &CommunityView, tab: Tab) -> bool {
    community.role.is_some()
        || community.asked
        || (community.may_join && !community.invited && tab != Tab::Charter)
}

/// On a narrow screen the last of these words are only heard: what the reader can do keeps to one line.
fn leave_words(lang: Lang) -> AnyView {
    view! { {t::leave(lang)}<span class="button-rest">" "{t::leave_what(lang)}</span> }.into_any()
}

/// What the reader is there, and the way in or out.
#[component]
fn Standing(lang: Lang, community: CommunityView, tab: Tab) -> impl IntoView {
    let leave = |label: AnyView| {
        view! {
            <PostForm action="leave_community">
                <input type="hidden" name="community" value=community.id.to_string() />
                <Button variant=Variant::Quiet small=true icon="log-out">{label}</Button>
            </PostForm>
        }
    };
    let role = if community.asked { Some(Role::Requested) } else { community.role };
    match role {
        Some(Role::Requested) => view! {
            <Pill tone=Tone::Info label=t::you_asked(lang) icon="hourglass" />
            {leave(t::take_back(lang).into_any())}
        }
        .into_any(),
        Some(role) => view! {
            <Pill tone=Tone::Success label=kinds::my_role(lang, role) icon="check" />
            <div class="cluster">
                <MuteLink lang what=Muted::Community(community.id) />
                {match role {
                    _ if !community.may_leave => None,
                    // Who animates it sees first what it means.
                    Role::Animator => {
                        let href = format!("/communities/{}/leave", community.slug);
                        let link = view! { <Button variant=Variant::Quiet small=true icon="log-out" href>{leave_words(lang)}</Button> };
                        Some(link.into_any())
                    }
                    _ => Some(leave(leave_words(lang)).into_any()),
                }}
            </div>
        }
        .into_any(),
        // The charter's own page has the form.
        None if community.may_join && !community.invited && tab != Tab::Charter => view! {
            <Button variant=Variant::Primary icon="user-plus" href=same_way(format!("/communities/{}/charter", community.slug))>
                {t::read_and_join(lang)}
            </Button>
        }
        .into_any(),
        None => ().into_any(),
    }
}

/// The animators' invitation, and the two answers to it: the charter has the first.
#[component]
pub(super) fn Called(lang: Lang, community: CommunityView) -> impl IntoView {
    view! {
        <Banner tone=Tone::Info title=p::calling(lang)>
            <p>{p::calling_text(lang)}</p>
            <div class="actions">
                <Button variant=Variant::Primary small=true href=format!("/communities/{}/charter", community.slug)>{t::read_charter(lang)}</Button>
                <PostForm action="decline_guest_invitation">
                    <input type="hidden" name="community" value=community.id.to_string() />
                    <Button variant=Variant::Quiet small=true>{p::decline(lang)}</Button>
                </PostForm>
            </div>
        </Banner>
    }
}

/// Whether there is something to read, or to do, about federations.
fn has_ties(community: &CommunityView) -> bool {
    community.kind == Kind::Federation
        || !community.federations.is_empty()
        || (community.may_govern && !is_outside())
}

#[component]
fn Pages(lang: Lang, community: CommunityView, tab: Tab) -> impl IntoView {
    let base = format!("/communities/{}", community.slug);
    let place = |this: Tab, label: &'static str, path: &str, icon: &'static str| {
        Place::new(label, same_way(format!("{base}{path}")), icon).current(this == tab)
    };
    let mut places = vec![
        place(Tab::Posts, t::posts(lang), "", "messages-square"),
        place(Tab::Events, t::events(lang), "/events", "calendar"),
        place(Tab::Charter, t::charter(lang), "/charter", "file-text"),
        place(Tab::Members, t::members(lang), "/members", "users"),
    ];
    if has_ties(&community) {
        let label =
            if community.kind == Kind::Federation { f::federation(lang) } else { f::federations(lang) };
        places.push(place(Tab::Federation, label, "/federation", "network"));
    }
    if community.within {
        places.push(place(Tab::Decisions, d::decisions(lang), "/decisions", "vote"));
        places.push(place(Tab::Life, l::life(lang), "/life", "sprout"));
    }
    if !community.may_read {
        // The charter is all there is for who waits outside; its first page says so.
        let charter = same_way(format!("{base}/charter"));
        let first = same_way(base.clone());
        let federation = same_way(format!("{base}/federation"));
        let studied = |href: &str| href == charter || href == federation;
        places.retain(|place| place.href == first || (community.may_study && studied(&place.href)));
    }
    if community.may_govern && !is_outside() {
        places.push(place(Tab::Perimeter, p::perimeter(lang), "/perimeter", "lock-open"));
    }
    view! { <Tabs label=t::pages_of(lang, &community.name) places /> }
}
