//! What a post said before it was changed.

use super::{
    api::{VersionsSheet, versions_page},
    texts as t,
};
use crate::{
    i18n::percent,
    page::{Title, page, param, query},
    ui::{PageHeader, Pagination},
    visit::lang,
};
use domain::id::PostId;
use leptos::prelude::*;

/// `/posts/:id/versions`
#[component]
pub fn PostVersions() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let load = async move {
        let post = param::<PostId>("id")?;
        Ok((post, versions_page(post, after).await?))
    };
    page(load, move |(post, VersionsSheet { title, versions }): (PostId, VersionsSheet)| {
        let base = format!("/posts/{post}/versions");
        let next = versions.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then_some(base);
        let none = versions.items.is_empty().then(|| view! { <p class="muted">{t::no_versions(lang)}</p> });
        let each = versions
            .items
            .into_iter()
            .map(|dated| {
                let version = dated.it;
                let minor =
                    version.minor.then(|| view! { <span class="muted">" · "{t::minor_edit(lang)}</span> });
                let tongue = version.lang.map(|lang| lang.tag());
                let title = (!version.title.is_empty())
                    .then(|| view! { <p class="version-title" lang=tongue>{version.title.clone()}</p> });
                let which = version.lang.map(|of| {
                    view! { <span class="muted">" · "{t::version_in(lang, of)}</span> }
                });
                let beside = (!version.beside.is_empty()).then(|| {
                    let each = version.beside.into_iter().map(|said| view! { <li>{said}</li> });
                    view! {
                        <p class="muted small">{t::beside_was(lang)}</p>
                        <ul class="version-beside" lang=tongue>{each.collect_view()}</ul>
                    }
                });
                view! {
                    <li class="card version">
                        <h2 class="version-until">
                            {t::until(lang)}" "<time datetime=dated.moment>{dated.when}</time>{minor}{which}
                        </h2>
                        {title}
                        <div class="prose" lang=tongue inner_html=version.html></div>
                        {beside}
                    </li>
                }
            })
            .collect_view();
        view! {
            <Title text=t::versions(lang) />
            <PageHeader
                title=t::versions(lang)
                lead=t::versions_lead(lang)
                up=(title, format!("/posts/{post}"))
            />
            {none}
            <ol class="feed">{each}</ol>
            <Pagination lang next first label=t::older_versions(lang) />
        }
    })
}
