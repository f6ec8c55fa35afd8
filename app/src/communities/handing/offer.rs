//! An offer, on the page of its community; and who looks after one that nobody animates.

use super::{api::OfferLine, texts as t};
use crate::{
    forms::PostForm,
    ui::{Banner, Button, Tone, Variant},
};
use domain::{Lang, community::CommunityView};
use leptos::prelude::*;

/// Those that concern the reader.
#[component]
pub(in crate::communities) fn Offers(lang: Lang, offers: Vec<OfferLine>) -> impl IntoView {
    offers.into_iter().map(|line| view! { <Offer lang line /> }).collect::<Vec<_>>()
}

#[component]
fn Offer(lang: Lang, line: OfferLine) -> impl IntoView {
    let OfferLine { view: offer, mine, until } = line;
    let (community, giver) = (offer.community.to_string(), offer.from.id.to_string());
    let (title, text, end) = match mine {
        true => (t::offered_by(lang, &offer.from.name), t::offered_text(lang, &until), t::decline(lang)),
        false => {
            (t::you_offered(lang, &offer.to.name), t::you_offered_text(lang, &until), t::take_back(lang))
        }
    };
    let accept = mine.then(|| {
        let (community, giver) = (community.clone(), giver.clone());
        view! { <Answer action="accept_role" community giver label=t::accept(lang) /> }
    });
    view! {
        <Banner tone=Tone::Info title>
            <p>{text}</p>
            <div class="actions">
                {accept}
                <Answer action="end_role_offer" community giver label=end />
            </div>
        </Banner>
    }
}

/// One of the two answers to an offer.
#[component]
fn Answer(action: &'static str, community: String, giver: String, label: &'static str) -> impl IntoView {
    let (variant, icon) = match action {
        "accept_role" => (Variant::Primary, "handshake"),
        _ => (Variant::Quiet, "x"),
    };
    view! {
        <PostForm action of=giver.clone()>
            <input type="hidden" name="community" value=community />
            <input type="hidden" name="giver" value=giver />
            <Button variant icon>{label}</Button>
        </PostForm>
    }
}

/// Nobody animates it: who looks after it meanwhile.
#[component]
pub(in crate::communities) fn Keepers(lang: Lang, community: CommunityView) -> impl IntoView {
    let alone = community.animators == 0 && community.stage.is_public() && community.may_read;
    alone.then(|| {
        let people = community.keepers.into_iter().map(|person| {
            view! { <li><a href=format!("/people/{}", person.id)>{person.name}</a></li> }
        });
        let people = people.collect::<Vec<_>>();
        let keepers = if people.is_empty() {
            view! { <p>{t::alone_nobody(lang)}</p> }.into_any()
        } else {
            view! { <p>{t::alone_keepers(lang)}</p><ul>{people}</ul> }.into_any()
        };
        let entrust = community
            .may_entrust
            .then(|| view! { <p><a href="/admin/communities">{t::entrust_link(lang)}</a></p> });
        view! {
            <Banner tone=Tone::Warning title=t::alone_title(lang)>
                {keepers}
                <p>{t::alone_text(lang)}</p>
                {entrust}
            </Banner>
        }
    })
}
