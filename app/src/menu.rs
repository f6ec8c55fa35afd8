//! What is the person's own: the menu under their face, and the foot of pages without a frame.

use crate::{
    Refusal,
    forms::{PostForm, target},
    ui::{Button, Variant},
    visit::{Theme, lang, visit},
};
use domain::Lang;
use leptos::prelude::*;

texts! {
    profile: "Mon profil", "My profile";
    sessions: "Mot de passe et connexions", "Password and sessions";
    my_rides: "Mes trajets", "My rides";
    invitations: "Invitations", "Invitations";
    workplaces: "Lieux de travail", "Workplaces";
    open_community: "Ouvrir une communauté", "Open a community";
    my_proposals: "Mes propositions", "My proposals";
    proposals: "Propositions à examiner", "Proposals to examine";
    saved: "À lire plus tard", "Saved for later";
    muted: "Ce que vous avez masqué", "What you muted";
    sign_out_label: "Se déconnecter", "Sign out";
    about: "À propos", "About";
    language: "Langue", "Language";
    theme: "Apparence", "Appearance";
    auto: "Comme l’appareil", "Like the device";
    light: "Claire", "Light";
    dark: "Sombre", "Dark";
}

/// The page's language; kept in the person's profile too when somebody is signed in.
#[server(endpoint = "choose_language")]
pub async fn choose_language(choice: Lang) -> Result<(), Refusal> {
    crate::asking::keep("lang", choice.tag())?;
    if let Ok((ctx, actor)) = crate::asking::asking().await {
        services::people::set_language(&ctx, &actor, choice).await?;
    }
    Ok(())
}

/// Light, dark, or as the device is set; kept in the browser.
#[server(endpoint = "choose_theme")]
pub async fn choose_theme(choice: String) -> Result<(), Refusal> {
    crate::asking::keep("theme", Theme::from_word(&choice).word())
}

#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), Refusal> {
    if let (Ok((ctx, actor)), Some(session)) = (crate::asking::asking().await, visit().session) {
        services::accounts::sign_out(&ctx, &actor, &session).await?;
    }
    crate::asking::end_session()?;
    crate::asking::done("/sign-in", crate::Notice::SignedOut);
    Ok(())
}

/// The items of the menu under the person's face.
#[component]
pub fn PersonMenu(manager: bool, partner: bool) -> impl IntoView {
    let lang = lang();
    view! {
        <a href="/me">{profile(lang)}</a>
        <a href="/saved">{saved(lang)}</a>
        <a href="/muted">{muted(lang)}</a>
        {(!partner).then(|| view! { <a href="/carpool/mine">{my_rides(lang)}</a> })}
        {(!partner).then(|| view! { <a href="/communities/proposals">{my_proposals(lang)}</a> })}
        <a href="/me/sessions">{sessions(lang)}</a>
        {manager.then(|| view! {
            <a href="/communities/new">{open_community(lang)}</a>
            <a href="/admin/proposals">{proposals(lang)}</a>
            <a href="/admin/invitations">{invitations(lang)}</a>
            <a href="/admin/workplaces">{workplaces(lang)}</a>
        })}
        <Choices />
        <PostForm action="sign_out" quiet=true>
            <Button variant=Variant::Quiet icon="log-out" wide=true>{sign_out_label(lang)}</Button>
        </PostForm>
    }
}

/// The foot of a page without a frame.
#[component]
pub fn Foot() -> impl IntoView {
    view! {
        <footer class="foot">
            <Choices />
            <a href="/about">{about(lang())}</a>
        </footer>
    }
}

/// Language and theme: a button for each other choice.
#[component]
fn Choices() -> impl IntoView {
    let visit = visit();
    let lang = visit.lang;
    let languages = [(Lang::Fr, "Français"), (Lang::En, "English")].map(|(choice, name)| {
        view! {
            <button class="toggle" name="choice" value=choice.tag() lang=choice.tag() aria-pressed=(choice == lang).to_string()>
                {name}
            </button>
        }
    });
    let themes = [(Theme::Auto, auto(lang)), (Theme::Light, light(lang)), (Theme::Dark, dark(lang))]
        .map(|(choice, name)| {
            view! {
                <button class="toggle" name="choice" value=choice.word() aria-pressed=(choice == visit.theme).to_string()>
                    {name}
                </button>
            }
        });
    // Sent without the yard: they change the document around the page.
    view! {
        <form class="toggles" method="post" action=target(&visit.path, &visit.query, "choose_language") data-plain="" aria-label=language(lang)>
            {languages.into_iter().collect_view()}
        </form>
        <form class="toggles" method="post" action=target(&visit.path, &visit.query, "choose_theme") data-plain="" aria-label=theme(lang)>
            {themes.into_iter().collect_view()}
        </form>
    }
}
