//! A community's events, on its pages.

use super::{
    api::community_page,
    head::{Head, Tab},
    texts as t,
};
use crate::{
    events::CommunityEvents,
    page::{Title, page, param},
    visit::lang,
};
use domain::Reason;
use leptos::prelude::*;

/// `/communities/:slug/events`
#[component]
pub fn CommunityEventsPage() -> impl IntoView {
    let lang = lang();
    let readable = async move {
        let community = community_page(param("slug")?).await?;
        if community.may_read { Ok(community) } else { Err(Reason::Forbidden.into()) }
    };
    page(readable, move |community| {
        let (id, slug, may_organise) = (community.id, community.slug.clone(), community.may_organise);
        view! {
            <Title text=t::events_of(lang, &community.name) />
            <Head lang community tab=Tab::Events />
            <CommunityEvents community=id slug may_organise />
        }
    })
}
