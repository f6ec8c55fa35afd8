//! Who sees which page. A page that is not in the table fails the test.

use crate::{
    roles::{
        AUTHOR, COMPANY, EVERYBODY, HIDDEN, INSIDE, LISTED, MANAGERS, NOWHERE, OWN, PROPOSED, Row, SIGNED_IN,
        STEERING, UNLISTED, WITHIN,
    },
    yard::Yard,
};
use std::collections::BTreeSet;

/// The route as it stands in `app/src/shell.rs`, a page of it, and the statuses.
const PAGES: &[(&str, &str, Row)] = &[
    ("", "/", SIGNED_IN),
    ("sign-in", "/sign-in", EVERYBODY.signed_in(302)),
    ("join/:token", "/join/{token}", EVERYBODY),
    ("reset/:token", "/reset/{reset}", EVERYBODY),
    ("setup/:token", "/setup/{setup}", NOWHERE),
    ("me", "/me", SIGNED_IN),
    ("me/sessions", "/me/sessions", SIGNED_IN),
    ("admin/invitations", "/admin/invitations", MANAGERS),
    ("admin/workplaces", "/admin/workplaces", MANAGERS),
    ("people", "/people", SIGNED_IN),
    ("people/:id", "/people/{member}", LISTED),
    ("communities", "/communities", SIGNED_IN),
    ("communities", "/communities?kind=x&place=x&tag=x&size=x&order=x&after=x", SIGNED_IN),
    ("communities/archived", "/communities/archived", SIGNED_IN),
    ("communities/archived", "/communities/archived?after=x", SIGNED_IN),
    ("communities/new", "/communities/new", HIDDEN.company(403).managers(200)),
    ("communities/propose", "/communities/propose", COMPANY),
    ("communities/proposals", "/communities/proposals", COMPANY),
    // Its author's, and once sent the managers'.
    ("communities/proposals/:id", "/communities/proposals/{proposal}", PROPOSED),
    ("communities/proposals/:id", "/communities/proposals/{draft}", OWN),
    ("communities/proposals/:id", "/communities/proposals/{draft}?step=2", OWN),
    (
        "communities/proposals/:id",
        "/communities/proposals/{proposal}?step=2",
        Row { member: 409, ..HIDDEN.managers(403) },
    ),
    ("communities/proposals/:id", "/communities/proposals/{unknown}", HIDDEN),
    ("admin/proposals", "/admin/proposals", MANAGERS),
    ("admin/communities", "/admin/communities", MANAGERS),
    ("communities/:slug/life", "/communities/{club}/life", INSIDE),
    ("communities/:slug/archive", "/communities/{club}/archive", STEERING),
    ("communities/:slug/welcome", "/communities/{club}/welcome", STEERING),
    // Who is not in has nothing to leave.
    ("communities/:slug/leave", "/communities/{club}/leave", INSIDE.managers(403)),
    ("communities/:slug/decisions", "/communities/{club}/decisions", INSIDE),
    ("communities/:slug/decisions/new", "/communities/{club}/decisions/new", INSIDE),
    // Outside, one does not learn that there is such a decision.
    ("communities/:slug/decisions/:id", "/communities/{club}/decisions/{decision}", WITHIN),
    ("communities/:slug/decisions", "/communities/{secret}/decisions", UNLISTED),
    ("communities/:slug/decisions/new", "/communities/{secret}/decisions/new", UNLISTED),
    ("communities/:slug/life", "/communities/{secret}/life", UNLISTED),
    ("communities/:slug/archive", "/communities/{secret}/archive", UNLISTED),
    ("communities/:slug/welcome", "/communities/{secret}/welcome", UNLISTED),
    ("communities/:slug/leave", "/communities/{secret}/leave", UNLISTED.managers(403)),
    ("communities/:slug", "/communities/{club}", LISTED),
    ("communities/:slug/charter", "/communities/{club}/charter", LISTED),
    ("communities/:slug/charter/changes", "/communities/{club}/charter/changes", INSIDE),
    // Outside, one does not learn that there is such a change.
    ("communities/:slug/charter/changes/:id", "/communities/{club}/charter/changes/{change}", WITHIN),
    ("communities/:slug/charter/versions", "/communities/{club}/charter/versions", LISTED),
    ("communities/:slug/charter/versions", "/communities/{club}/charter/versions?version=1", LISTED),
    ("communities/:slug/charter/versions", "/communities/{club}/charter/versions?version=9", HIDDEN),
    ("communities/:slug/charter/readers", "/communities/{club}/charter/readers", STEERING),
    ("communities/:slug/charter/changes", "/communities/{secret}/charter/changes", UNLISTED),
    ("communities/:slug/charter/versions", "/communities/{secret}/charter/versions", UNLISTED),
    ("communities/:slug/charter/readers", "/communities/{secret}/charter/readers", UNLISTED),
    ("communities/:slug/members", "/communities/{club}/members", INSIDE),
    ("communities/:slug/perimeter", "/communities/{club}/perimeter", STEERING),
    ("communities/:slug/federation", "/communities/{club}/federation", LISTED),
    ("communities/:slug/federation", "/communities/{union}/federation", COMPANY),
    ("communities/:slug/federation", "/communities/{secret}/federation", UNLISTED),
    ("communities/:slug/federation", "/communities/{club}/federation?as=outside", STEERING),
    ("communities/:slug", "/communities/{union}", COMPANY),
    // Of the unlisted community, and shared with a federation.
    ("posts/:id", "/posts/{raised}", COMPANY.outside(404)),
    ("posts/:id/share", "/posts/{raised}/share", Row { member: 403, ..UNLISTED }),
    ("posts/:id/share", "/posts/{post}/share", Row { guest: 403, ..INSIDE }),
    ("posts/:id/share", "/posts/{hidden_post}/share", UNLISTED),
    (
        "communities/:slug/perimeter",
        "/communities/{club}/perimeter?admission=open&listed=yes&glimpse=nothing",
        STEERING,
    ),
    // Those who steer look as a non-member does; others may not pretend.
    ("communities/:slug", "/communities/{club}?as=outside", STEERING),
    ("communities/:slug/charter", "/communities/{club}/charter?as=outside", STEERING),
    ("communities/:slug/members", "/communities/{club}/members?as=outside", STEERING.steering(403)),
    ("communities/:slug/events", "/communities/{club}/events", INSIDE),
    ("communities/:slug/events/new", "/communities/{club}/events/new", STEERING),
    ("posts/:id", "/posts/{post}", INSIDE),
    ("posts/:id/readers", "/posts/{news}/readers", STEERING),
    // A named poll that is running: for those who have voted.
    ("posts/:id/votes", "/posts/{poll}/votes", AUTHOR),
    ("posts/:id/versions", "/posts/{post}/versions", INSIDE),
    ("posts/:id/edit", "/posts/{post}/edit", AUTHOR),
    ("posts/:id/pictures/:place", "/posts/{pictured}/pictures/1", INSIDE),
    ("posts/:id/pictures/:place", "/posts/{pictured}/pictures/2", HIDDEN.outside(403)),
    ("posts/:id/pictures/:place", "/posts/{hidden_post}/pictures/1", HIDDEN),
    ("posts/:id/translate", "/posts/{post}/translate", AUTHOR),
    ("posts/:id/translate", "/posts/{hidden_post}/translate", Row { sponsor: 403, ..UNLISTED.managers(403) }),
    ("scheduled", "/scheduled", SIGNED_IN),
    // The member's own.
    ("scheduled/:id", "/scheduled/{later}", OWN),
    // What it lists is for each to read; a word that is none is no page.
    ("tags/:tag", "/tags/velo", SIGNED_IN),
    ("tags/:tag", "/tags/2026", HIDDEN),
    ("events", "/events", SIGNED_IN),
    ("events/:id", "/events/{event}", INSIDE),
    ("events/:id/edit", "/events/{event}/edit", STEERING),
    ("carpool", "/carpool", COMPANY),
    ("carpool/offer", "/carpool/offer", COMPANY),
    ("carpool/mine", "/carpool/mine", COMPANY),
    ("carpool/rides/:id", "/carpool/rides/{ride}", COMPANY),
    ("mentions", "/mentions", SIGNED_IN),
    ("catch-up", "/catch-up", SIGNED_IN),
    ("saved", "/saved", SIGNED_IN),
    ("muted", "/muted", SIGNED_IN),
    ("muted", "/muted?what=thread&id={post}", INSIDE),
    ("muted", "/muted?what=community&id={secret_id}", UNLISTED),
    ("muted", "/muted?what=house&id={post}", HIDDEN),
    ("posts/:id/reactions", "/posts/{post}/reactions", INSIDE),
    ("posts/:id/reactions", "/posts/{hidden_post}/reactions?kind=thanks", UNLISTED),
    ("search", "/search?q=vient", SIGNED_IN),
    ("about", "/about", EVERYBODY),
    ("_ui", "/_ui", EVERYBODY),
    ("*any", "/nowhere/at/all", NOWHERE),
    // The same routes, of the unlisted community.
    ("communities/:slug", "/communities/{secret}", UNLISTED),
    ("communities/:slug/charter", "/communities/{secret}/charter", UNLISTED),
    ("communities/:slug/members", "/communities/{secret}/members", UNLISTED),
    ("communities/:slug/events", "/communities/{secret}/events", UNLISTED),
    ("communities/:slug/events/new", "/communities/{secret}/events/new", UNLISTED),
    ("posts/:id", "/posts/{hidden_post}", UNLISTED),
    ("communities/:slug/perimeter", "/communities/{secret}/perimeter", UNLISTED),
    // From outside there is no such community, whoever looks.
    ("communities/:slug", "/communities/{secret}?as=outside", HIDDEN),
    // Not an announcement.
    ("posts/:id/readers", "/posts/{hidden_post}/readers", HIDDEN),
    ("posts/:id/votes", "/posts/{hidden_post}/votes", HIDDEN),
    ("posts/:id/versions", "/posts/{hidden_post}/versions", UNLISTED),
    ("posts/:id/edit", "/posts/{hidden_post}/edit", Row { sponsor: 403, ..UNLISTED.managers(403) }),
    ("events/:id", "/events/{hidden_event}", UNLISTED),
    ("events/:id/edit", "/events/{hidden_event}/edit", UNLISTED),
];

/// The routes beside pages, as they stand in `server/src/http/mod.rs`.
const OTHERS: &[(&str, &str, Row)] = &[
    ("/healthz", "/healthz", EVERYBODY),
    ("/readyz", "/readyz", EVERYBODY),
    // For who builds the house: there is no such page otherwise.
    ("/_reload", "/_reload", NOWHERE),
    // Asked by POST: see `functions`.
    ("/api/{function}", "/api/home_page", Row::all(405)),
    ("/live", "/live?topics=feed:x", Row { nobody: 401, ..EVERYBODY }),
    // Members read it, they do not take it along.
    ("/communities/{slug}/export", "/communities/{club}/export", Row { nobody: 404, ..STEERING }),
    ("/communities/{slug}/export", "/communities/{secret}/export", Row { nobody: 404, ..UNLISTED }),
    ("/communities/{slug}/export.zip", "/communities/{club}/export.zip", Row { nobody: 404, ..STEERING }),
    ("/communities/{slug}/export.zip", "/communities/{secret}/export.zip", Row { nobody: 404, ..UNLISTED }),
    ("/media/{id}", "/media/{picture}", Row { nobody: 404, ..WITHIN }),
    ("/media/{id}/{width}", "/media/{picture}/480", Row { nobody: 404, ..WITHIN }),
    ("/files/{id}", "/files/{file}", Row { nobody: 404, ..WITHIN }),
    // What is to be saved is not shown, and the reverse.
    ("/files/{id}", "/files/{picture}", NOWHERE),
    ("/media/{id}/{width}", "/media/{file}/480", NOWHERE),
];

#[test]
fn each_page_is_for_whom_it_is_for() {
    let yard = Yard::open();
    let mut wrong = Vec::new();
    for (_, page, row) in PAGES {
        for (who, expected) in row.columns() {
            let answer = yard.browser(who).get(&yard.fill(page)).unwrap();
            if answer.status != expected {
                wrong.push(format!("{page} for {who}: {} instead of {expected}", answer.status));
            }
            if answer.status == 302 && who == "nobody" {
                let next = answer.header("location").unwrap_or_default();
                assert!(next.starts_with("/sign-in?next=/"), "{page}: {next}");
            }
        }
    }
    for (_, path, row) in OTHERS {
        for (who, expected) in row.columns() {
            let status = yard.browser(who).status(&yard.fill(path)).unwrap();
            if status != expected {
                wrong.push(format!("{path} for {who}: {status} instead of {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where a post's community is in no federation, the page of sharing says so, and whom to ask or where to go.
#[test]
fn who_has_nowhere_to_share_to_is_told_the_way_on() {
    let yard = Yard::open();
    let page = |who: &str, path: &str| yard.browser(who).get(&yard.fill(path)).unwrap().text();
    assert!(page("member", "/posts/{post}/share").contains("do=share_post"));
    // What is written in a federation goes no further up.
    let above = page("manager", "/posts/{said_above}/share");
    assert!(above.contains("n’est membre d’aucune fédération"), "{above}");
    assert!(above.contains("Une fédération n’est pas membre d’une autre"), "{above}");
    let (federation, community) = (yard.fill("{union_id}"), yard.fill("{club_id}"));
    let parts =
        [("federation", federation.as_str()), ("community", community.as_str()), ("side", "federation")];
    let path = yard.fill("/communities/{union}/federation?do=part_tie");
    assert_eq!(yard.browser("manager").send(&path, &parts).unwrap().status, 303);
    let (asks, enters) =
        (yard.fill("/communities/{club}/members\""), yard.fill("/communities/{club}/federation\""));
    let told = page("member", "/posts/{post}/share");
    assert!(told.contains("Demandez à l’équipe d’animation"), "{told}");
    assert!(told.contains(&format!("href=\"{asks}")), "{told}");
    let told = page("animator", "/posts/{post}/share");
    assert!(told.contains(&format!("href=\"{enters}")), "{told}");
    assert!(!told.contains("do=share_post"), "{told}");
}

#[test]
fn every_route_is_in_the_table() {
    let shell = include_str!("../../../app/src/shell.rs");
    let router = include_str!("../../src/http/mod.rs");
    let listed =
        |table: &[(&'static str, &str, Row)]| table.iter().map(|(route, ..)| *route).collect::<BTreeSet<_>>();
    assert_eq!(quoted_after(shell, "path!(\""), listed(PAGES));
    assert_eq!(quoted_after(router, ".route(\""), listed(OTHERS));
}

/// What stands between `before` and the next quotation mark, everywhere in `text`.
pub fn quoted_after<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
