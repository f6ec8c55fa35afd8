//! `/posts/:id/share`: a post and the federations of its community.

use super::api::{SharingSheet, sharing_page};
use crate::{
    communities::federation::texts as t,
    forms::PostForm,
    page::{Title, page, param},
    ui::{Button, EmptyState, PageHeader, Pill, Scene, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{CommunityView, Kind, federation::Sharing},
    id::PostId,
};
use leptos::prelude::*;

/// What sharing means is said before it is done; each federation has its own button.
#[component]
pub fn PostSharing() -> impl IntoView {
    let lang = lang();
    page(async move { sharing_page(param::<PostId>("id")?).await }, move |sheet: SharingSheet| {
        let SharingSheet { post, title, sharings, untied } = sheet;
        let up = (title, format!("/posts/{post}"));
        let rows = sharings.into_iter().map(|sharing| view! { <li>{row(lang, post, sharing)}</li> });
        let ways = match untied {
            Some(community) => nowhere(lang, &community).into_any(),
            None => view! {
                <p>{t::share_text(lang)}</p>
                <ul class="stack" role="list">{rows.collect_view()}</ul>
            }
            .into_any(),
        };
        view! {
            <Title text=t::share_title(lang) />
            <PageHeader title=t::share_title(lang) up />
            {ways}
            <p><a href=format!("/posts/{post}")>{t::back_to_post(lang)}</a></p>
        }
    })
}

/// Its community is in no federation: who may change that, and where.
fn nowhere(lang: Lang, community: &CommunityView) -> impl IntoView + use<> {
    let base = format!("/communities/{}", community.slug);
    let (text, way) = match (community.kind == Kind::Federation, community.may_govern) {
        // What is written there is read by its communities already.
        (true, _) => (t::share_above(lang), None),
        (false, true) => {
            (t::share_enter_text(lang), Some((format!("{base}/federation"), t::share_enter(lang))))
        }
        (false, false) => (t::share_ask_text(lang), Some((format!("{base}/members"), t::share_ask(lang)))),
    };
    let way = way.map(|(href, label)| view! { <Button href>{label}</Button> });
    view! {
        <EmptyState scene=Scene::Bench title=t::share_nowhere(lang, &community.name) text>
            {way}
        </EmptyState>
    }
}

fn row(lang: Lang, post: PostId, sharing: Sharing) -> impl IntoView {
    let name = sharing.federation.name;
    let (action, label, variant) = match sharing.shared {
        true => ("take_back_post", t::take_back_from(lang, &name), Variant::Secondary),
        false => ("share_post", t::share_with(lang, &name), Variant::Primary),
    };
    let may = if sharing.shared { sharing.may_take_back } else { sharing.may_share };
    let of = sharing.federation.id.to_string();
    let gesture = may.then(|| {
        view! {
            <PostForm action of=of.clone()>
                <input type="hidden" name="post" value=post.to_string() />
                <input type="hidden" name="federation" value=of />
                <Button variant small=true>{label}</Button>
            </PostForm>
        }
    });
    let pill =
        sharing.shared.then(|| view! { <Pill tone=Tone::Success label=t::is_shared(lang) icon="check" /> });
    let readers = if sharing.open { t::read_by_all(lang, &name) } else { t::read_by_members(lang, &name) };
    view! {
        <article class="card">
            <div class="card-head">
                <h2 class="card-title">{name.clone()}</h2>
                {pill}
            </div>
            <p class="muted">{readers}</p>
            {gesture}
        </article>
    }
}
