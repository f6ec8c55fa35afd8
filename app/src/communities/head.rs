//! The top of a community's pages: its sign and name, what one is there, and its tabs.

use super::{changes::ReviewBanner, kinds, texts as t};
use crate::{
    forms::PostForm,
    reading::MuteLink,
    ui::{Banner, Button, Icon, Pill, Place, Tabs, Tone, Variant},
};
use domain::{
    Lang,
    actor::Role,
    community::{CommunityView, Stage},
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
    view! {
        <header class="community-head" data-hue=community.hue.data()>
            <span class="community-sign"><Icon name=kinds::icon(community.kind) /></span>
            <div class="stack" data-gap="small">
                <h1>{community.name.clone()}</h1>
                <p class="lead">{community.summary.clone()}</p>
                <p class="muted small">{facts}</p>
            </div>
            {(stage.is_some() || has_standing(&community, tab))
                .then(|| view! { <div class="actions">{stage}<Standing lang community=community.clone() tab /></div> })}
        </header>
        {archived}
        <ReviewBanner lang community=community.clone() />
        <Pages lang community tab />
    }
}

/// Whether [`Standing`] says anything.
fn has_standing(community: &CommunityView, tab: Tab) -> bool {
    community.role.is_some() || community.asked || (community.may_join && tab != Tab::Charter)
}

/// What the reader is there, and the way in or out.
#[component]
fn Standing(lang: Lang, community: CommunityView, tab: Tab) -> impl IntoView {
    let leave = |label: &'static str| {
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
            {leave(t::take_back(lang))}
        }
        .into_any(),
        Some(role) => view! {
            <Pill tone=Tone::Success label=kinds::my_role(lang, role) icon="check" />
            <MuteLink lang what=Muted::Community(community.id) />
            {community.may_leave.then(|| leave(t::leave(lang)))}
        }
        .into_any(),
        // The charter's own page has the form.
        None if community.may_join && tab != Tab::Charter => view! {
            <Button variant=Variant::Primary icon="user-plus" href=format!("/communities/{}/charter", community.slug)>
                {t::read_and_join(lang)}
            </Button>
        }
        .into_any(),
        None => ().into_any(),
    }
}

#[component]
fn Pages(lang: Lang, community: CommunityView, tab: Tab) -> impl IntoView {
    let base = format!("/communities/{}", community.slug);
    let place = |this: Tab, label: &'static str, path: &str, icon: &'static str| {
        Place::new(label, format!("{base}{path}"), icon).current(this == tab)
    };
    let mut places = vec![
        place(Tab::Posts, t::posts(lang), "", "messages-square"),
        place(Tab::Events, t::events(lang), "/events", "calendar"),
        place(Tab::Charter, t::charter(lang), "/charter", "file-text"),
        place(Tab::Members, t::members(lang), "/members", "users"),
    ];
    if !community.may_read {
        // The charter is all there is for who waits outside; its first page says so.
        places.retain(|place| place.href == base || place.href.ends_with("/charter"));
    }
    view! { <Tabs label=t::pages_of(lang, &community.name) places /> }
}
