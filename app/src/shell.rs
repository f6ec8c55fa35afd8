//! The map of the site, and the frame around every page.

use crate::{
    accounts, carpool, communities, events, feed,
    forms::Unsent,
    i18n, menu, people, reading, search,
    surroundings::{Around, Surroundings},
    ui::{self, BottomBar, CONTENT, Frame, Place, Rail, SideColumn, SkipLink, TopBar},
    visit::{Theme, Visit, lang, visit},
    yard::Yard,
};
use domain::Reason;
use leptos::{prelude::*, tachys::reactive_graph::OwnedView};
use leptos_meta::MetaTags;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

/// The document: head, assets, and the body around [`App`].
pub fn shell() -> impl IntoView {
    let Visit { lang, theme, assets, mark, reloads, .. } = visit();
    let nonce = leptos::nonce::use_nonce();
    let wake = format!(
        "window.preauAt=location.pathname+location.search;\
         import({js:?}).then(async m=>{{await m.default({{module_or_path:{wasm:?}}});m.hydrate();\
         const w=async(n,p)=>{{if(n.tagName==='LEPTOS-ISLAND'){{const f=m[n.dataset.component];\
         if(p)p();if(f)await f(n)}}const k=n.tagName==='LEPTOS-CHILDREN'?n.$$on_hydrate:p;\
         for(const c of[...n.children])await w(c,k)}};window.preauWake=w;\
         await w(document.body);document.documentElement.dataset.awake=''}})",
        js = assets.js,
        wasm = assets.wasm,
    );
    // Islands are woken from the markup; nothing else is hydrated.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let fonts = assets
        .fonts
        .iter()
        .map(|font| view! { <link rel="preload" href=font.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        .collect_view();
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag() data-theme=theme.word() data-since=mark>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content=match theme {
                    Theme::Auto => "light dark",
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                } />
                <meta name="referrer" content="same-origin" />
                <link rel="stylesheet" href=assets.css.clone() />
                {fonts}
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <link rel="modulepreload" href=assets.js.clone() />
                <MetaTags />
            </head>
            <body>
                <App />
                <script type="module" nonce=nonce.clone()>{wake}</script>
                {reloads.then(|| view! { <script type="module" nonce=nonce>{RELOAD}</script> })}
            </body>
        </html>
    }
}

/// Where pages are to load anew with the program: a mark begins with the run it is of.
const RELOAD: &str = "const run=mark=>mark.split('-')[0],drawn=run(document.documentElement.dataset.since);\
    new EventSource('/_reload').onmessage=said=>{if(run(said.data)!==drawn)location.reload()}";

/// Pages of people who are not signed in have no frame: the sign-in card stands alone.
fn stands_alone(path: &str) -> bool {
    path == "/sign-in" || ["/join/", "/reset/", "/setup/"].iter().any(|door| path.starts_with(door))
}

#[component]
pub fn App() -> impl IntoView {
    leptos_meta::provide_meta_context();
    let visit = visit();
    let lang = visit.lang;
    let unknown = (!visit.unknown.is_empty()).then(|| i18n::frame::unknown_names(lang, &visit.unknown));
    let said = |notice: crate::Notice| match unknown {
        Some(unknown) => format!("{} {unknown}", notice.text(lang)),
        None => notice.text(lang).to_owned(),
    };
    let notice = visit.notice.map(|notice| view! { <ui::Notice tone=ui::Tone::Success text=said(notice) /> });
    if visit.actor.is_none() || stands_alone(&visit.path) {
        return view! {
            <SkipLink lang />
            <main id=CONTENT class="alone" tabindex="-1">{notice}<Unsent /><Routes /></main>
            <menu::Foot />
            <Yard />
        }
        .into_any();
    }
    view! {
        <SkipLink lang />
        <Suspended notice=notice.into_any() />
        <Yard />
    }
    .into_any()
}

/// More unread posts are not counted.
const UNREAD_MOST: u32 = 9;

/// The frame needs to know the person's communities and what is next for them.
#[component]
fn Suspended(notice: AnyView) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default();
    Suspend::new(async move {
        let around = crate::surroundings::load_surroundings().await.unwrap_or_default();
        // Drawn under this page's owner: without one, the router's ends before its page is drawn,
        // and signals of islands in it with it.
        OwnedView::new_with_owner(view! { <Framed around notice /> }, owner)
    })
}

#[component]
fn Framed(around: Surroundings, notice: AnyView) -> impl IntoView {
    let lang = lang();
    let path = visit().path;
    let places = places(lang, &path, around.partner);
    let archived = around.archived.then(|| {
        let href = "/communities/archived";
        Place::new(i18n::frame::archived(lang), href, "archive").current(path == href)
    });
    let mine = around
        .communities
        .iter()
        .map(|(slug, name, kind, unread)| {
            let href = format!("/communities/{slug}");
            let current = path == href;
            Place::new(name.clone(), href, communities::icon(*kind))
                .current(current)
                .badge(*unread)
                .at_most(UNREAD_MOST)
        })
        .chain(archived)
        .collect();
    // The page of the search has its own field.
    let search_action = (path != "/search").then_some("/search");
    let menu = view! { <menu::PersonMenu manager=around.manager partner=around.partner /> };
    view! {
        <Frame>
            <TopBar
                lang
                search_action=search_action
                search_link="/search"
                person=(around.name.clone(), around.picture.clone())
                menu=menu.into_any()
            />
            <Rail lang places=places.clone() mine_title=i18n::frame::mine(lang) mine />
            <main id=CONTENT tabindex="-1">{notice}<Unsent /><communities::outside::OutsideBanner lang /><Routes /></main>
            <SideColumn lang><Around around /></SideColumn>
            <BottomBar lang places />
        </Frame>
    }
}

fn places(lang: domain::Lang, path: &str, partner: bool) -> Vec<Place> {
    use i18n::frame as t;
    let within = |prefix: &str| path == prefix || path.starts_with(&format!("{prefix}/"));
    let mut places = vec![
        Place::new(t::home(lang), "/", "house").current(path == "/"),
        Place::new(t::communities(lang), "/communities", "users").current(within("/communities")),
        Place::new(t::events(lang), "/events", "calendar").current(within("/events")),
        Place::new(t::carpool(lang), "/carpool", "car").current(within("/carpool")),
        Place::new(t::people(lang), "/people", "book-user").current(within("/people")),
    ];
    if partner {
        places.retain(|place| place.href != "/carpool");
    }
    places
}

#[component]
fn NoSuchPage() -> impl IntoView {
    view! { <crate::page::Refused refusal=Reason::NotFound.into() /> }
}

/// Every page there is.
#[component]
fn Routes() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=NoSuchPage>
                <Route path=path!("") view=feed::Home />
                <Route path=path!("sign-in") view=accounts::SignIn />
                <Route path=path!("join/:token") view=accounts::Join />
                <Route path=path!("reset/:token") view=accounts::Reset />
                <Route path=path!("setup/:token") view=accounts::Setup />
                <Route path=path!("me") view=accounts::Me />
                <Route path=path!("me/sessions") view=accounts::Sessions />
                <Route path=path!("admin/invitations") view=accounts::Invitations />
                <Route path=path!("admin/workplaces") view=accounts::Workplaces />
                <Route path=path!("admin/communities") view=communities::handing::Orphans />
                <Route path=path!("admin/proposals") view=communities::proposals::ProposalQueue />
                <Route path=path!("people") view=people::People />
                <Route path=path!("people/:id") view=people::Person />
                <Route path=path!("communities") view=communities::Communities />
                <Route path=path!("communities/new") view=communities::NewCommunity />
                <Route path=path!("communities/archived") view=communities::Archived />
                <Route path=path!("communities/propose") view=communities::proposals::ProposeCommunity />
                <Route path=path!("communities/proposals") view=communities::proposals::MyProposals />
                <Route path=path!("communities/proposals/:id") view=communities::proposals::ProposalPage />
                <Route path=path!("communities/:slug") view=communities::Community />
                <Route path=path!("communities/:slug/charter") view=communities::CharterPage />
                <Route path=path!("communities/:slug/charter/changes") view=communities::changes::CharterChanges />
                <Route path=path!("communities/:slug/charter/changes/:id") view=communities::changes::CharterChange />
                <Route path=path!("communities/:slug/charter/versions") view=communities::changes::CharterVersions />
                <Route path=path!("communities/:slug/charter/readers") view=communities::changes::CharterReaders />
                <Route path=path!("communities/:slug/members") view=communities::Members />
                <Route path=path!("communities/:slug/perimeter") view=communities::perimeter::PerimeterPage />
                <Route path=path!("communities/:slug/federation") view=communities::federation::Federated />
                <Route path=path!("communities/:slug/decisions") view=communities::decisions::Decisions />
                <Route path=path!("communities/:slug/decisions/new") view=communities::decisions::NewDecision />
                <Route path=path!("communities/:slug/decisions/:id") view=communities::decisions::DecisionPage />
                <Route path=path!("communities/:slug/leave") view=communities::handing::LeaveCommunity />
                <Route path=path!("communities/:slug/life") view=communities::life::CommunityLife />
                <Route path=path!("communities/:slug/archive") view=communities::life::ArchiveCommunity />
                <Route path=path!("communities/:slug/welcome") view=communities::greeting::CommunityWelcome />
                <Route path=path!("communities/:slug/events") view=communities::CommunityEventsPage />
                <Route path=path!("communities/:slug/events/new") view=events::NewEvent />
                <Route path=path!("posts/:id") view=feed::PostPage />
                <Route path=path!("posts/:id/share") view=feed::PostSharing />
                <Route path=path!("posts/:id/readers") view=feed::PostReaders />
                <Route path=path!("posts/:id/versions") view=feed::PostVersions />
                <Route path=path!("posts/:id/reactions") view=feed::PostReactions />
                <Route path=path!("posts/:id/votes") view=feed::PostVotes />
                <Route path=path!("posts/:id/translate") view=feed::TranslatePost />
                <Route path=path!("posts/:id/edit") view=feed::EditPost />
                <Route path=path!("scheduled") view=feed::Scheduled />
                <Route path=path!("scheduled/:id") view=feed::ScheduledPost />
                <Route path=path!("tags/:tag") view=feed::TagPage />
                <Route path=path!("posts/:id/pictures/:place") view=feed::PostPicture />
                <Route path=path!("events") view=events::Events />
                <Route path=path!("events/:id") view=events::EventPage />
                <Route path=path!("events/:id/edit") view=events::EditEvent />
                <Route path=path!("carpool") view=carpool::Board />
                <Route path=path!("carpool/offer") view=carpool::Offer />
                <Route path=path!("carpool/mine") view=carpool::Mine />
                <Route path=path!("carpool/rides/:id") view=carpool::Ride />
                <Route path=path!("mentions") view=reading::MentionsPage />
                <Route path=path!("catch-up") view=reading::CatchUpPage />
                <Route path=path!("saved") view=reading::SavedPage />
                <Route path=path!("muted") view=reading::MutedPage />
                <Route path=path!("search") view=search::SearchPage />
                <Route path=path!("about") view=crate::about::About />
                <Route path=path!("_ui") view=crate::about::GalleryPage />
                // Not the router's fallback, which is drawn outside the request's contexts.
                <Route path=path!("*any") view=NoSuchPage />
            </FlatRoutes>
        </Router>
    }
}
