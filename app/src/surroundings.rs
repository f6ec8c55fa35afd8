//! What stands around every page: the person's communities and what is next for them.

use crate::{
    Refusal,
    communities::proposals::News,
    forms::PostForm,
    i18n::frame as t,
    ui::{Avatar, Button, Icon, Variant, VisuallyHidden},
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::event::Status;
use domain::{community::Kind, id::CommunityId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the frame shows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Surroundings {
    pub name: String,
    pub picture: Option<String>,
    pub partner: bool,
    pub manager: bool,
    /// Slug, name and kind of the person's communities, and how much is unread there.
    pub communities: Vec<(String, String, Kind, u32)>,
    /// One of theirs is archived: the way back stands under the others.
    pub archived: bool,
    pub next_event: Option<Next>,
    /// Events they come to that moved or were called off since they were told; `when` says which.
    pub changed_events: Vec<Next>,
    pub next_ride: Option<Next>,
    /// Somebody who came in lately: name, portrait, address.
    pub newcomer: Option<(String, Option<String>, String)>,
    /// Communities one could join.
    pub discover: Vec<Discover>,
    /// Communities that invite the person: slug and name.
    pub calling: Vec<(String, String)>,
    /// A proposal of theirs was answered.
    pub answered: Option<News>,
    /// Somebody offers to hand a community over: its address, its name.
    pub offered: Option<(String, String)>,
}

/// A community one could join, and why in words; may be empty.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Discover {
    pub id: CommunityId,
    pub slug: String,
    pub name: String,
    pub kind: Kind,
    pub why: String,
}

/// One thing to come: what, when in words, and where to look.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Next {
    pub title: String,
    pub when: String,
    pub href: String,
}

#[server(endpoint = "load_surroundings")]
pub async fn load_surroundings() -> Result<Surroundings, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let lang = lang();
    let mine = services::communities::mine(&ctx, &actor).await?;
    let ids: Vec<_> = mine.iter().map(|found| found.id).collect();
    let unread = services::reading::unread(&ctx, &actor, &ids).await?;
    let unread = |found: &services::communities::Found| {
        unread.get(&found.id).and_then(|count| u32::try_from(*count).ok()).unwrap_or_default()
    };
    let me = services::people::names(&ctx, &[actor.person]).await?;
    let zone = ctx.zone().clone();
    let moment = |at| crate::i18n::dates::moment(lang, &zone, at);
    let services::events::MyEvents { next: event, changed } = services::events::mine(&ctx, &actor).await?;
    let changed = changed.into_iter().map(|event| Next {
        when: match event.status {
            Status::Cancelled => crate::events::texts::cancelled_title(lang).to_owned(),
            Status::Confirmed => crate::events::texts::changed_title(lang).to_owned(),
        },
        title: event.summary,
        href: format!("/events/{}", event.id),
    });
    let newcomer = services::people::newcomer(&ctx, &actor).await?;
    let discover = services::communities::suggested(&ctx, &actor).await?;
    let calling = services::communities::invited_to(&ctx, &actor).await?;
    let told = |suggested: &services::communities::Suggestion| Discover {
        id: suggested.found.id,
        slug: suggested.found.slug.clone(),
        name: suggested.found.name.clone(),
        kind: suggested.found.kind,
        why: crate::communities::finding::why(lang, &suggested.why).unwrap_or_default(),
    };
    let ride = if actor.is_partner() { None } else { services::carpool::next_ride(&ctx, &actor).await? };
    let answered = services::communities::proposals::told(&ctx, &actor).await?;
    let offered = services::communities::handing::told(&ctx, &actor).await?;
    Ok(Surroundings {
        offered: offered.map(|news| (news.slug, news.community)),
        answered: answered.map(|card| crate::communities::proposals::told_of(lang, card)),
        name: actor.name.clone(),
        picture: me.first().and_then(|me| me.picture.clone()),
        partner: actor.is_partner(),
        manager: actor.is_manager(),
        communities: mine
            .iter()
            .map(|found| (found.slug.clone(), found.name.clone(), found.kind, unread(found)))
            .collect(),
        archived: services::communities::has_archived(&ctx, &actor).await?,
        next_event: event.map(|event| Next {
            title: event.summary,
            when: moment(event.span.dtstart),
            href: format!("/events/{}", event.id),
        }),
        changed_events: changed.collect(),
        next_ride: ride.map(|ride| Next {
            title: format!("{} → {}", ride.from, ride.to),
            when: moment(ride.departs),
            href: format!("/carpool/rides/{}", ride.id),
        }),
        newcomer: newcomer.map(|who| (who.name.clone(), who.picture.clone(), who.address())),
        discover: discover.iter().map(told).collect(),
        calling: calling.iter().map(|found| (found.slug.clone(), found.name.clone())).collect(),
    })
}

/// The column that answers "what is next for me".
#[component]
pub fn Around(around: Surroundings) -> impl IntoView {
    let lang = lang();
    let next = |title: &'static str,
                next: Option<Next>,
                none: &'static str,
                href: &'static str,
                gesture: &'static str| {
        view! {
            <section class="card next">
                <h2>{title}</h2>
                {match next {
                    Some(next) => view! {
                        <p class="next-what"><a href=next.href>{next.title}</a></p>
                        <p class="muted">{next.when}</p>
                    }.into_any(),
                    None => view! {
                        <p class="muted">{none}</p>
                        <p><a href=href>{gesture}</a></p>
                    }.into_any(),
                }}
            </section>
        }
    };
    let ride = (!around.partner).then(|| {
        next(t::next_ride(lang), around.next_ride, t::no_ride(lang), "/carpool", t::find_ride(lang))
    });
    view! {
        {around.answered.map(|news| news.draw(lang))}
        {(!around.changed_events.is_empty()).then(|| {
            let each = around.changed_events.into_iter().map(|event| view! {
                <li>
                    <p class="next-what"><a href=event.href>{event.title}</a></p>
                    <p class="muted">{event.when}</p>
                </li>
            });
            view! {
                <section class="card next">
                    <h2>{t::changed_events(lang)}</h2>
                    <ul class="stack" data-gap="small" role="list">{each.collect_view()}</ul>
                </section>
            }
        })}
        {around.offered.map(|(slug, name)| view! {
            <section class="card next">
                <h2>{crate::communities::handing::offered(lang)}</h2>
                <p class="next-what"><a href=format!("/communities/{slug}")>{name}</a></p>
            </section>
        })}
        {next(t::next_event(lang), around.next_event, t::no_event(lang), "/events", t::see_events(lang))}
        {ride}
        {around.newcomer.map(|(name, picture, href)| view! {
            <section class="card next">
                <h2>{t::greet(lang)}</h2>
                <p class="cluster">
                    <Avatar name=name.clone() picture />
                    <span><a href=href>{name}</a>" "<span class="muted">{t::new_here(lang)}</span></span>
                </p>
            </section>
        })}
        {(!around.calling.is_empty()).then(|| {
            let each = around.calling.into_iter().map(|(slug, name)| view! {
                <li class="cluster"><Icon name="mail" /><a href=format!("/communities/{slug}/charter")>{name}</a></li>
            });
            view! {
                <section class="card next">
                    <h2>{crate::communities::perimeter::calling(lang)}</h2>
                    <ul class="stack" data-gap="small" role="list">{each.collect_view()}</ul>
                </section>
            }
        })}
        {(!around.discover.is_empty()).then(|| {
            let each = around.discover.into_iter().map(|one| view! { <li><Suggested lang one /></li> });
            view! {
                <section class="card next">
                    <h2>{t::suggested(lang)}</h2>
                    <ul class="stack" data-gap="small" role="list">{each.collect_view()}</ul>
                </section>
            }
        })}
        <p class="side-foot"><a href="/about">{t::about(lang)}</a></p>
    }
}

/// A community one could join, and the way to set the suggestion aside for good.
#[component]
fn Suggested(lang: domain::Lang, one: Discover) -> impl IntoView {
    use crate::communities::finding as f;
    let id = one.id.to_string();
    let name = one.name.clone();
    view! {
        <div class="cluster">
            <Icon name=crate::communities::icon(one.kind) />
            <a href=format!("/communities/{}/charter", one.slug)>{one.name}</a>
        </div>
        {(!one.why.is_empty()).then(|| view! { <p class="muted small">{one.why}</p> })}
        <PostForm action="dismiss_community" of=id.clone() quiet=true>
            <input type="hidden" name="community" value=id />
            <Button variant=Variant::Quiet small=true>
                {f::set_aside(lang)}
                <VisuallyHidden>{format!(" {name}")}</VisuallyHidden>
            </Button>
        </PostForm>
    }
}
