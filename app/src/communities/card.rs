//! A community in a list.

use super::{federation::texts as f, kinds, perimeter::texts as p, texts as t};
use crate::ui::{Button, Icon, Pill, Tone, Variant, VisuallyHidden};
use domain::{Lang, actor::Role, community::CommunityCard};
use leptos::prelude::*;

/// Member communities a federation's card names.
const ALLIES: usize = 3;

/// Its sign, name, purpose and size, and whether one is in it or may be. The title is an `h2`: cards
/// come right under a page's `h1`.
#[component]
pub fn Card(lang: Lang, card: CommunityCard) -> impl IntoView {
    let href = format!("/communities/{}", card.slug);
    let stage = kinds::stage(lang, card.stage).map(|stage| view! { <span>{stage}</span> });
    let gesture = gesture(lang, &card);
    let allies = (!card.allies.is_empty()).then(|| {
        let named = card.allies.iter().take(ALLIES).cloned().collect::<Vec<_>>().join(", ");
        let more = card.allies.len().saturating_sub(ALLIES);
        let more = (more > 0).then(|| format!(" {}", f::more_members(lang, more)));
        view! { <p class="community-card-facts"><span>{f::made_of(lang)}" "{named}{more}</span></p> }
    });
    let tags = card.tags.join(", ");
    let tags = (!tags.is_empty()).then(|| view! { <span>{tags}</span> });
    view! {
        <article class="community-card" data-hue=card.hue.data() data-stage=kinds::stage_word(card.stage)>
            <span class="community-sign"><Icon name=kinds::icon(card.kind) /></span>
            <div class="community-card-body">
                <h2 class="community-card-title"><a href=href>{card.name}</a></h2>
                <p class="community-card-purpose">{card.summary}</p>
                <p class="community-card-facts">
                    <span>{kinds::kind(lang, card.kind)}</span>
                    <span>{t::members_count(lang, card.members)}</span>
                    {stage}
                    {tags}
                </p>
                {allies}
            </div>
            <div class="actions">{gesture}</div>
        </article>
    }
}

fn gesture(lang: Lang, card: &CommunityCard) -> AnyView {
    let mine = if card.asked { Some(Role::Requested) } else { card.role };
    match mine {
        Some(Role::Requested) => {
            view! { <Pill tone=Tone::Info label=t::you_asked(lang) icon="hourglass" /> }.into_any()
        }
        Some(role) => {
            view! { <Pill tone=Tone::Success label=kinds::my_role(lang, role) icon="check" /> }.into_any()
        }
        None if card.invited => {
            let name = card.name.clone();
            let href = format!("/communities/{}/charter", card.slug);
            view! {
            <Pill tone=Tone::Info label=p::calling(lang) icon="mail" />
            <Button variant=Variant::Secondary small=true href=href>
                {t::read_and_join(lang)}
                <VisuallyHidden>{t::of_community(lang, &name)}</VisuallyHidden>
            </Button>
            }
            .into_any()
        }
        None if !card.may_study => ().into_any(),
        None => {
            let name = card.name.clone();
            let label = if card.may_join { t::read_and_join(lang) } else { t::read_charter(lang) };
            view! {
                <Button variant=Variant::Secondary small=true href=format!("/communities/{}/charter", card.slug)>
                    {label}
                    <VisuallyHidden>{t::of_community(lang, &name)}</VisuallyHidden>
                </Button>
            }
            .into_any()
        }
    }
}
