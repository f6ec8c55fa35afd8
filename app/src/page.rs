//! A page: what it loads, what it shows, and how it refuses.

use crate::{Refusal, i18n, ui, visit::visit};
use domain::Reason;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::{future::Future, str::FromStr};

/// Renders `view` of what `load` gives, or the refusal with its status.
pub fn page<T, V>(
    load: impl Future<Output = Result<T, Refusal>> + Send + 'static,
    view: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match load.await {
            Ok(loaded) => view(loaded).into_any(),
            Err(refusal) => view! { <Refused refusal /> }.into_any(),
        }
    })
}

/// The part of the path named `name`; one that cannot be read names nothing that exists.
pub fn param<T: FromStr>(name: &str) -> Result<T, Refusal> {
    let text = use_params_map().with_untracked(|params| params.get(name)).unwrap_or_default();
    text.parse().map_err(|_| Reason::NotFound.into())
}

/// The query's value of `name`, if there is one that is not empty.
pub fn query(name: &str) -> Option<String> {
    use_query_map().with_untracked(|query| query.get(name)).filter(|value| !value.is_empty())
}

/// The title of the tab: the page's, then the house's.
#[component]
pub fn Title(#[prop(into)] text: String) -> impl IntoView {
    // It is written between the tags as it is given.
    let text = format!("{text} · Préau").replace('&', "&amp;").replace('<', "&lt;");
    view! { <leptos_meta::Title text /> }
}

/// Sets the status of the answer.
pub fn status(code: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(code)) =
        (use_context::<leptos_axum::ResponseOptions>(), http::StatusCode::from_u16(code))
    {
        response.set_status(code);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = code;
}

/// What stands in place of a page that is not shown: it says what to do.
#[component]
pub fn Refused(refusal: Refusal) -> impl IntoView {
    let visit = visit();
    let lang = visit.lang;
    let failure = refusal.0;
    if failure.reason == Reason::SignIn {
        #[cfg(feature = "ssr")]
        leptos_axum::redirect(&format!("/sign-in?next={}", i18n::percent(&visit.address())));
        return ().into_any();
    }
    status(failure.status());
    let title = i18n::failure::title(lang, &failure.reason);
    view! {
        <Title text=title />
        <ui::VisuallyHidden><h1>{title}</h1></ui::VisuallyHidden>
        <ui::EmptyState title=title text=i18n::failure::reason(lang, &failure.reason)>
            <ui::Button href="/">{i18n::failure::back_home(lang)}</ui::Button>
        </ui::EmptyState>
        {(!failure.request.is_empty()).then(|| view! {
            <p class="muted">{i18n::failure::request(lang, &failure.request)}</p>
        })}
    }
    .into_any()
}
