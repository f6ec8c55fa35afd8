//! `/posts/:id/share`: a post and the federations of its community.

use super::api::{SharingSheet, sharing_page};
use crate::{
    communities::federation::texts as t,
    forms::PostForm,
    page::{Title, page, param},
    ui::{Button, PageHeader, Pill, Tone, Variant},
    visit::lang,
};
use domain::{Lang, community::federation::Sharing, id::PostId};
use leptos::prelude::*;

/// What sharing means is said before it is done; each federation has its own button.
#[component]
pub fn PostSharing() -> impl IntoView {
    let lang = lang();
    page(async move { sharing_page(param::<PostId>("id")?).await }, move |sheet: SharingSheet| {
        let SharingSheet { post, title, sharings } = sheet;
        let up = (title, format!("/posts/{post}"));
        let rows = sharings.into_iter().map(|sharing| view! { <li>{row(lang, post, sharing)}</li> });
        view! {
            <Title text=t::share_title(lang) />
            <PageHeader title=t::share_title(lang) up />
            <p>{t::share_text(lang)}</p>
            <ul class="stack" role="list">{rows.collect_view()}</ul>
            <p><a href=format!("/posts/{post}")>{t::back_to_post(lang)}</a></p>
        }
    })
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
