//! A community as somebody outside sees it: a way those who steer look at its pages.
//!
//! `?as=outside` on a page of a community makes its reading functions answer as to an employee who is
//! in no community. Nothing is written in that way: what a form does, it does as who sent it.

use super::perimeter::texts as t;
use crate::{
    ui::{Banner, Button, Tone},
    visit::visit,
};
use domain::Lang;
use leptos::prelude::*;

/// What stands in the address.
const PAIR: &str = "as=outside";

/// Whether the page is looked at as by a non-member.
pub(super) fn is_outside() -> bool {
    let visit = visit();
    slug(&visit.path).is_some() && visit.query.split('&').any(|pair| pair == PAIR)
}

/// The address of another page of the community, looked at in the same way.
pub(crate) fn same_way(href: String) -> String {
    if !is_outside() {
        return href;
    }
    let between = if href.contains('?') { '&' } else { '?' };
    format!("{href}{between}{PAIR}")
}

/// The community of a page's path.
fn slug(path: &str) -> Option<&str> {
    path.strip_prefix("/communities/")?.split('/').next().filter(|slug| !slug.is_empty())
}

/// Who reads a page of the community at `slug`: who asks, or nobody in particular when those who steer
/// look from outside. Others may not.
#[cfg(feature = "ssr")]
pub(crate) async fn reading(
    slug: &str,
) -> Result<(services::Context, std::sync::Arc<domain::Actor>), crate::Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    if !is_outside() {
        return Ok((ctx, actor));
    }
    services::communities::may_steer(&ctx, &actor, slug).await?;
    Ok((ctx, std::sync::Arc::new(domain::Actor::stranger(actor.lang))))
}

/// The same, of the community with this id.
#[cfg(feature = "ssr")]
pub(crate) async fn reading_in(
    community: domain::id::CommunityId,
) -> Result<(services::Context, std::sync::Arc<domain::Actor>), crate::Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    if !is_outside() {
        return Ok((ctx, actor));
    }
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    reading(&slug).await
}

/// Above every page that is looked at from outside, what it is and the way back; nothing elsewhere.
#[component]
pub fn OutsideBanner(lang: Lang) -> impl IntoView {
    let visit = visit();
    slug(&visit.path).filter(|_| is_outside()).map(|slug| {
        let back = format!("/communities/{slug}");
        view! {
            <Banner tone=Tone::Info title=t::outside_title(lang)>
                <p>{t::outside_text(lang)}</p>
                <div class="actions">
                    <Button small=true href=back.clone()>{t::outside_leave(lang)}</Button>
                    <Button small=true href=format!("{back}/perimeter")>{t::outside_change(lang)}</Button>
                </div>
            </Banner>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn the_pages_of_a_community_say_which() {
        for (path, community) in [
            ("/communities/velo", Some("velo")),
            ("/communities/velo/charter", Some("velo")),
            ("/communities/", None),
            ("/communities", None),
            ("/posts/velo", None),
        ] {
            assert_eq!(slug(path), community, "{path}");
        }
    }
}
