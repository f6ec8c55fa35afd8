//! What stands around every page: the person's communities and what is next for them.

use crate::{Refusal, i18n::frame as t, visit::lang};
use domain::community::Kind;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the frame shows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Surroundings {
    pub name: String,
    pub picture: Option<String>,
    pub partner: bool,
    pub manager: bool,
    /// Slug, name and kind of the person's communities.
    pub communities: Vec<(String, String, Kind)>,
    pub next_event: Option<Next>,
    pub next_ride: Option<Next>,
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
    let me = services::people::names(&ctx, &[actor.person]).await?;
    let zone = ctx.zone().clone();
    let moment = |at| crate::i18n::dates::moment(lang, &zone, at);
    let event = services::events::next_event(&ctx, &actor).await?;
    let ride = if actor.is_partner() { None } else { services::carpool::next_ride(&ctx, &actor).await? };
    Ok(Surroundings {
        name: actor.name.clone(),
        picture: me.first().and_then(|me| me.picture.clone()),
        partner: actor.is_partner(),
        manager: actor.is_manager(),
        communities: mine.iter().map(|found| (found.slug.clone(), found.name.clone(), found.kind)).collect(),
        next_event: event.map(|event| Next {
            title: event.summary,
            when: moment(event.span.dtstart),
            href: format!("/events/{}", event.id),
        }),
        next_ride: ride.map(|ride| Next {
            title: format!("{} → {}", ride.from, ride.to),
            when: moment(ride.departs),
            href: format!("/carpool/rides/{}", ride.id),
        }),
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
        {next(t::next_event(lang), around.next_event, t::no_event(lang), "/events", t::see_events(lang))}
        {ride}
        <p class="side-foot"><a href="/about">{t::about(lang)}</a></p>
    }
}
