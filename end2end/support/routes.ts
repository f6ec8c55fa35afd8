// Every page there is, and who can see it: full, empty, and with a form just refused. A page of one
// thing is found by following the first link to such a thing from a list, as a person would.
import { expect, type Page } from "@playwright/test";
import { invitation, reset } from "./accounts";
import { day, next } from "./days";
import { fill, formWith, send, sendAndGoOn } from "./forms";

export type Route = {
  name: string;
  /** Who looks: a role of the demo company, or nobody. */
  as?: "employee" | "community_manager" | "administrator" | "partner" | "newcomer";
  path: string;
  /** From `path`, follow the first link to an address like this one (its path, or path and query) … */
  follow?: RegExp;
  /** The same for the first post of this kind. */
  kind?: string;
  /** Answer the first comment there. */
  answer?: boolean;
  /** … and then go to this page below it. */
  below?: string;
  /** Once there, send this form, which is taken, and follow the first link like `then`. */
  write?: { action: string; with: Record<string, string>; then: RegExp };
  /** 200 unless said. */
  status?: number;
  /** Once there, send this form, which is refused. */
  refuse?: { action: string; with: Record<string, string> };
  /** There is nothing on this page yet, and it says what it is for. */
  empty?: boolean;
};

const COMMUNITY = /^\/communities\/(?!(?:archived|new|propose|proposals)$)[^/?#]+$/;
const PROPOSAL = /^\/communities\/proposals\/[^/?#]+$/;
const DECISION = /^\/communities\/[^/]+\/decisions\/(?!new$)[^/?#]+$/;
const EVENT = /^\/events\/[^/?#]+$/;
const POST = /^\/posts\/[^/?#]+$/;
const OWN_POST = /^\/posts\/[^/?#]+\/edit$/;
const OWN_POST_TRANSLATED = /^\/posts\/[^/?#]+\/translate$/;
const A_WORD = { action: "comment", with: { body: "Merci pour ces nouvelles." } };
const RIDE = /^\/carpool\/rides\/[^/?#]+$/;
const FEW = "/communities/pause-foulees";
const HOUSE = "/communities/toute-la-maison";

export const routes: Route[] = [
  // The door
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-refused", path: "/sign-in", refuse: { action: "sign_in", with: { email: "personne@essai.example", password: "ce n’est pas elle" } } },
  { name: "join", path: `/join/${invitation}` },
  { name: "join-refused", path: `/join/${invitation}`, refuse: { action: "join_house", with: { password: "court", password_again: "long", commune: "Nulle-Part-sur-Rien" } } },
  { name: "join-over", path: "/join/nothing-of-the-kind", status: 404 },
  { name: "reset", path: `/reset/${reset}` },
  { name: "reset-refused", path: `/reset/${reset}`, refuse: { action: "choose_password", with: { password: "court", password_again: "long" } } },
  { name: "reset-over", path: "/reset/nothing-of-the-kind", status: 404 },
  { name: "setup-over", path: "/setup/nothing-of-the-kind", status: 404 },
  { name: "about", path: "/about" },
  { name: "not-found-outside", path: "/no-such-page", status: 404 },

  // Home and posts
  { name: "home", as: "employee", path: "/" },
  { name: "home-of-a-newcomer", as: "newcomer", path: "/" },
  { name: "home-of-a-manager", as: "community_manager", path: "/" },
  { name: "home-of-a-partner", as: "partner", path: "/" },
  { name: "home-refused", as: "employee", path: "/", refuse: { action: "publish", with: { title: "Sans un mot", body: "" } } },
  { name: "post", as: "employee", path: "/", follow: POST },
  { name: "post-refused", as: "employee", path: "/", follow: POST, refuse: { action: "comment", with: { body: "" } } },
  { name: "post-edit", as: "employee", path: "/", follow: OWN_POST },
  { name: "post-edit-refused", as: "employee", path: "/", follow: OWN_POST, refuse: { action: "edit_post", with: { body: "x".repeat(30_000) } } },
  { name: "post-delete", as: "employee", path: "/", follow: /^\/posts\/[^/?#]+\?delete=post$/ },
  { name: "comment-edit", as: "employee", path: "/", follow: POST, write: { ...A_WORD, then: /[?&]change=/ } },
  { name: "comment-edit-refused", as: "employee", path: "/", follow: POST, write: { ...A_WORD, then: /[?&]change=/ }, refuse: { action: "edit_comment", with: { body: "" } } },
  { name: "comment-delete", as: "employee", path: "/", follow: POST, write: { ...A_WORD, then: /[?&]delete=/ } },
  { name: "post-question", as: "employee", path: HOUSE, kind: "question" },
  { name: "post-idea-judged", as: "community_manager", path: FEW, kind: "idea" },
  { name: "post-idea-refused", as: "community_manager", path: FEW, kind: "idea", refuse: { action: "judge_idea", with: { state: "kept", note: "" } } },
  { name: "post-announcement", as: "employee", path: HOUSE, kind: "announcement" },
  { name: "readers", as: "community_manager", path: HOUSE, kind: "announcement", below: "/readers" },
  { name: "readers-confirmed", as: "community_manager", path: HOUSE, kind: "announcement", below: "/readers?list=confirmed" },
  { name: "post-poll", as: "employee", path: "/communities/la-burette", kind: "poll" },
  // Who asked has voted.
  { name: "post-votes", as: "community_manager", path: "/communities/la-burette", kind: "poll", below: "/votes" },
  { name: "post-poll-refused", as: "employee", path: "/communities/la-burette", kind: "poll", refuse: { action: "vote", with: {} } },
  { name: "post-praise", as: "employee", path: HOUSE, kind: "praise" },
  { name: "post-album", as: "employee", path: FEW, kind: "album" },
  { name: "post-picture", as: "employee", path: "/", follow: /^\/posts\/[^/?#]+\/pictures\/[^/?#]+$/ },
  { name: "post-picture-none", as: "employee", path: "/", follow: POST, below: "/pictures/99", status: 404 },
  { name: "home-album-refused", as: "employee", path: "/", refuse: { action: "publish", with: { kind: "album", title: "", body: "" } } },
  { name: "post-pin", as: "community_manager", path: FEW, kind: "idea", below: "?pin=1" },
  { name: "post-pin-refused", as: "community_manager", path: FEW, kind: "idea", below: "?pin=1", refuse: { action: "pin_post", with: { until: "2020-01-01" } } },
  { name: "home-later-refused", as: "employee", path: "/", refuse: { action: "publish", with: { body: "Plus tard", later_date: "2020-01-01", later_time: "08:00" } } },
  { name: "post-translate", as: "employee", path: "/", follow: OWN_POST_TRANSLATED },
  { name: "post-translate-refused", as: "employee", path: "/", follow: OWN_POST_TRANSLATED, refuse: { action: "translate_post", with: { body: "x".repeat(30_000) } } },
  { name: "tag", as: "employee", path: "/tags/velo" },
  { name: "tag-none", as: "employee", path: "/tags/zzzzzz", empty: true },
  { name: "scheduled", as: "community_manager", path: "/scheduled" },
  { name: "scheduled-none", as: "newcomer", path: "/scheduled", empty: true },
  { name: "scheduled-one", as: "community_manager", path: "/scheduled", follow: /^\/scheduled\/[^/?#]+$/ },
  { name: "scheduled-one-refused", as: "community_manager", path: "/scheduled", follow: /^\/scheduled\/[^/?#]+$/, refuse: { action: "change_scheduled", with: { later_date: "2020-01-01", body: "" } } },
  { name: "home-poll-refused", as: "employee", path: "/", refuse: { action: "publish", with: { kind: "poll", title: "", poll_options: "Seule", poll_end_date: "2020-01-01" } } },
  { name: "post-reactions", as: "employee", path: HOUSE, kind: "announcement", below: "/reactions" },
  { name: "post-mute", as: "employee", path: FEW, kind: "idea", below: "?mute=1" },
  { name: "post-answering", as: "employee", path: HOUSE, kind: "question", answer: true },
  { name: "post-versions", as: "employee", path: HOUSE, kind: "question", below: "/versions" },
  { name: "not-found", as: "employee", path: "/no-such-page", status: 404 },

  // Communities
  { name: "communities", as: "employee", path: "/communities" },
  { name: "communities-refined", as: "employee", path: "/communities?size=large&order=activity" },
  { name: "communities-none", as: "employee", path: "/communities?q=zzzzzz", empty: true },
  { name: "communities-archived", as: "community_manager", path: "/communities/archived" },
  { name: "communities-archived-none", as: "newcomer", path: "/communities/archived", empty: true },
  { name: "community", as: "employee", path: HOUSE },
  { name: "community-outside", as: "newcomer", path: "/communities/sacoche-48", empty: true },
  { name: "community-to-ask", as: "newcomer", path: "/communities/sacoche-48/charter" },
  { name: "community-dormant", as: "employee", path: "/communities/chorale-du-quai-3" },
  { name: "community-events", as: "employee", path: `${FEW}/events` },
  { name: "community-events-past", as: "employee", path: `${FEW}/events?when=past` },
  { name: "charter", as: "employee", path: "/communities", follow: COMMUNITY, below: "/charter" },
  { name: "charter-edit", as: "community_manager", path: `${FEW}/charter?edit=1` },
  { name: "charter-edit-refused", as: "community_manager", path: `${FEW}/charter?edit=1`, refuse: { action: "amend_charter", with: { purpose: "Court", review_on: day(365 * 3) } } },
  { name: "charter-changes", as: "community_manager", path: `${FEW}/charter/changes` },
  { name: "charter-change", as: "community_manager", path: `${FEW}/charter/changes`, follow: /\/charter\/changes\/[^/?#]+$/ },
  { name: "charter-changes-none", as: "community_manager", path: "/communities/chorale-du-quai-3/charter/changes", empty: true },
  { name: "charter-versions", as: "employee", path: `${FEW}/charter/versions` },
  { name: "charter-version", as: "employee", path: `${FEW}/charter/versions?version=1` },
  { name: "charter-readers", as: "community_manager", path: `${FEW}/charter/readers` },
  { name: "charter-readers-none", as: "community_manager", path: `${FEW}/charter/readers?only=waiting` },
  { name: "community-to-ask-refused", as: "newcomer", path: "/communities/sacoche-48/charter", refuse: { action: "join_community", with: { answer: "" } } },
  { name: "perimeter", as: "community_manager", path: `${FEW}/perimeter` },
  { name: "perimeter-changes", as: "community_manager", path: `${FEW}/perimeter?admission=on_request&listed=no&glimpse=charter&question=Pourquoi%20nous%20rejoindre%20%3F` },
  { name: "perimeter-same", as: "community_manager", path: `${FEW}/perimeter?admission=open&listed=yes&glimpse=nothing` },
  { name: "perimeter-guest-refused", as: "community_manager", path: `${FEW}/perimeter`, refuse: { action: "call_guest", with: { guest: "Personne de ce nom" } } },
  { name: "perimeter-partner-refused", as: "community_manager", path: `${FEW}/perimeter`, refuse: { action: "admit_partner", with: { partner: "Personne", company: "Nulle part", until: "2020-01-01" } } },
  { name: "federation", as: "employee", path: `${HOUSE}/federation` },
  { name: "federation-kept", as: "community_manager", path: `${HOUSE}/federation` },
  { name: "federation-refused", as: "community_manager", path: `${HOUSE}/federation`, refuse: { action: "propose_tie", with: { other: "Personne de ce nom" } } },
  { name: "federations-of", as: "community_manager", path: `${FEW}/federation` },
  { name: "federations-of-refused", as: "community_manager", path: `${FEW}/federation`, refuse: { action: "propose_tie", with: { other: "" } } },
  { name: "federations-none", as: "community_manager", path: "/communities/sacoche-48/federation" },
  { name: "post-share", as: "community_manager", path: FEW, kind: "idea", below: "/share" },
  { name: "post-share-nowhere", as: "community_manager", path: "/communities/sacoche-48", kind: "discussion", below: "/share", empty: true },
  { name: "community-seen-from-outside", as: "community_manager", path: "/communities/sacoche-48?as=outside", empty: true },
  { name: "charter-seen-from-outside", as: "community_manager", path: "/communities/sacoche-48/charter?as=outside" },
  { name: "members", as: "employee", path: `${FEW}/members` },
  { name: "members-governed", as: "community_manager", path: "/communities/sacoche-48/members" },
  { name: "decisions", as: "employee", path: "/communities/cercle-des-marque-pages/decisions" },
  { name: "decisions-none", as: "community_manager", path: "/communities/la-burette/decisions", empty: true },
  { name: "decision-open", as: "employee", path: "/communities/cercle-des-marque-pages/decisions", follow: DECISION },
  { name: "decision-steered", as: "community_manager", path: "/communities/cercle-des-marque-pages/decisions", follow: DECISION },
  { name: "decision-refused", as: "employee", path: "/communities/cercle-des-marque-pages/decisions", follow: DECISION, refuse: { action: "vote_decision", with: {} } },
  { name: "decision-new", as: "employee", path: "/communities/cercle-des-marque-pages/decisions/new" },
  { name: "decision-new-refused", as: "employee", path: "/communities/cercle-des-marque-pages/decisions/new", refuse: { action: "propose_decision", with: { question: "", choices: "Seul", quorum: "300", last_day: "2020-01-01" } } },
  { name: "life", as: "employee", path: "/communities/la-burette/life" },
  { name: "life-steered", as: "community_manager", path: `${FEW}/life` },
  { name: "life-alone", as: "community_manager", path: "/communities/chorale-du-quai-3/life" },
  { name: "archive", as: "community_manager", path: `${FEW}/archive` },
  { name: "archive-refused", as: "community_manager", path: `${FEW}/archive`, refuse: { action: "archive_community", with: { reason: "" } } },
  { name: "welcome", as: "community_manager", path: `${FEW}/welcome` },
  { name: "welcome-refused", as: "community_manager", path: `${FEW}/welcome`, refuse: { action: "set_hello", with: { hello: "x".repeat(601) } } },
  { name: "leave", as: "employee", path: "/communities/cercle-des-marque-pages/leave" },
  { name: "orphans", as: "community_manager", path: "/admin/communities" },
  { name: "orphans-refused", as: "community_manager", path: "/admin/communities", refuse: { action: "entrust_community", with: { person: "Personne Inconnue" } } },
  { name: "community-new", as: "community_manager", path: "/communities/new" },
  { name: "community-new-refused", as: "community_manager", path: "/communities/new", refuse: { action: "open_community", with: { name: "A", sponsor: "Personne" } } },
  { name: "community-new-forbidden", as: "employee", path: "/communities/new", status: 403 },

  { name: "propose", as: "employee", path: "/communities/propose" },
  { name: "propose-refused", as: "employee", path: "/communities/propose", refuse: { action: "start_proposal", with: { name: "x".repeat(90), purpose: "x".repeat(20_001) } } },
  { name: "proposals", as: "employee", path: "/communities/proposals" },
  { name: "proposals-none", as: "newcomer", path: "/communities/proposals", empty: true },
  { name: "proposal", as: "employee", path: "/communities/proposals", follow: PROPOSAL },
  ...[2, 3, 4, 5].map((step) => ({ name: `proposal-step-${step}`, as: "employee" as const, path: "/communities/proposals", follow: PROPOSAL, below: `?step=${step}&check=1` })),
  { name: "proposal-queue", as: "community_manager", path: "/admin/proposals" },
  { name: "proposal-to-answer", as: "community_manager", path: "/admin/proposals", follow: PROPOSAL },
  { name: "proposal-to-answer-refused", as: "community_manager", path: "/admin/proposals", follow: PROPOSAL, refuse: { action: "approve_proposal", with: { name: "X" } } },

  // Events
  { name: "events", as: "employee", path: "/events" },
  { name: "events-past", as: "employee", path: "/events?when=past" },
  { name: "community-events-none", as: "employee", path: "/communities/chorale-du-quai-3/events", empty: true },
  { name: "event", as: "employee", path: "/events", follow: EVENT },
  { name: "event-past", as: "employee", path: "/events?when=past", follow: EVENT },
  { name: "event-edit", as: "community_manager", path: "/events", follow: EVENT, below: "/edit" },
  { name: "event-edit-refused", as: "community_manager", path: "/events", follow: EVENT, below: "/edit", refuse: { action: "edit_event", with: { summary: "X", date: "2020-01-01" } } },
  { name: "event-off-refused", as: "community_manager", path: "/events", follow: EVENT, below: "/edit", refuse: { action: "cancel_event", with: {} } },
  { name: "event-new", as: "community_manager", path: `${FEW}/events/new` },
  { name: "event-new-refused", as: "community_manager", path: `${FEW}/events/new`, refuse: { action: "create_event", with: { summary: "X", capacity: "0", date: "2020-01-01" } } },

  // Rides
  { name: "carpool", as: "employee", path: "/carpool" },
  { name: "carpool-none", as: "employee", path: `/carpool?from=Brest&to=Quimper&date=${day(200)}&time=03:00`, empty: true },
  { name: "carpool-refused", as: "employee", path: "/carpool?from=Nulle-Part-sur-Rien&date=2020-01-01&time=8h75" },
  { name: "ride", as: "employee", path: `/carpool?from=Villeurbanne&date=${next("tuesday")}`, follow: RIDE },
  { name: "ride-own", as: "administrator", path: "/carpool/mine", follow: RIDE },
  { name: "ride-off-refused", as: "administrator", path: "/carpool/mine", follow: RIDE, refuse: { action: "cancel_ride", with: {} } },
  { name: "carpool-offer", as: "employee", path: "/carpool/offer" },
  { name: "carpool-offer-refused", as: "employee", path: "/carpool/offer", refuse: { action: "offer_ride", with: { from: "Nulle-Part-sur-Rien", date: "2020-01-01", time: "08:00", seats: "99" } } },
  { name: "carpool-mine", as: "administrator", path: "/carpool/mine" },
  { name: "carpool-mine-none", as: "newcomer", path: "/carpool/mine", empty: true },

  // People
  { name: "people", as: "employee", path: "/people" },
  { name: "people-none", as: "employee", path: "/people?q=zzzzzz", empty: true },
  { name: "person", as: "employee", path: "/people", follow: /^\/people\/[^/?#]+$/ },
  { name: "me", as: "employee", path: "/me" },
  { name: "me-which-commune", as: "employee", path: "/me", refuse: { action: "edit_profile", with: { commune: "Saint-Martin" } } },
  { name: "person-managed", as: "community_manager", path: "/people?q=a", follow: /^\/people\/[^/?#]+$/ },
  { name: "sessions", as: "employee", path: "/me/sessions" },
  { name: "sessions-refused", as: "employee", path: "/me/sessions", refuse: { action: "change_password", with: { password: "court", password_again: "long" } } },
  { name: "invitations", as: "community_manager", path: "/admin/invitations" },
  { name: "invitations-refused", as: "community_manager", path: "/admin/invitations", refuse: { action: "invite_person", with: { email: "pas une adresse", name: "Zoé" } } },
  { name: "workplaces", as: "community_manager", path: "/admin/workplaces" },
  { name: "workplaces-refused", as: "community_manager", path: "/admin/workplaces", refuse: { action: "add_workplace", with: { name: "", commune: "Nulle-Part-sur-Rien" } } },

  // Catching up
  { name: "mentions", as: "employee", path: "/mentions" },
  { name: "mentions-none", as: "newcomer", path: "/mentions", empty: true },
  { name: "catch-up", as: "employee", path: "/catch-up" },
  { name: "catch-up-of-a-newcomer", as: "newcomer", path: "/catch-up", empty: true },

  // What one keeps, and what one mutes
  { name: "saved", as: "employee", path: "/saved" },
  { name: "saved-none", as: "newcomer", path: "/saved", empty: true },
  { name: "muted", as: "employee", path: "/muted" },
  { name: "muted-none", as: "newcomer", path: "/muted", empty: true },

  // Search
  { name: "search", as: "employee", path: "/search" },
  { name: "search-found", as: "employee", path: "/search?q=velo" },
  { name: "search-none", as: "employee", path: "/search?q=zzzzzz", empty: true },
  { name: "search-refused", as: "employee", path: "/search?q=velo&from=hier&to=2020-01-01" },

  { name: "design-system", as: "employee", path: "/_ui" },
];

/** Where the first link like this one leads; it is waited for, since an answer may still be on its way into the page. */
async function firstLike(page: Page, like: RegExp): Promise<string> {
  const links = () => page.locator("main a[href]").evaluateAll((all) => all.map((link) => {
    const { pathname, search } = new URL((link as HTMLAnchorElement).href);
    return { pathname, whole: pathname + search };
  }));
  const found = async () => (await links()).find(({ pathname, whole }) => like.test(pathname) || like.test(whole));
  await expect.poll(found, { message: `a link like ${like} on ${page.url()}` }).toBeDefined();
  const first = (await found())!;
  return like.test(first.pathname) ? first.pathname : first.whole;
}

async function fillAndSend(page: Page, { action, with: words }: { action: string; with: Record<string, string> }) {
  const form = formWith(page, { action }).first();
  await fill(form, words);
  await sendAndGoOn(form);
}

/** Goes to the page of a route; the page's own status and heading are checked on the way. */
export async function visit(page: Page, route: Route) {
  const status = route.status ?? 200;
  let response = await page.goto(route.path);
  if (route.follow) response = await page.goto(`${await firstLike(page, route.follow)}${route.below ?? ""}`);
  if (route.write) {
    await fillAndSend(page, route.write);
    response = await page.goto(await firstLike(page, route.write.then));
  }
  expect(response?.status(), route.name).toBe(status);
  if (route.kind) {
    const link = page.locator(`main article[data-kind="${route.kind}"] a[href^="/posts/"]`).first();
    const post = new URL((await link.getAttribute("href"))!, page.url()).pathname;
    response = await page.goto(`${post}${route.below ?? ""}`);
  }
  if (route.answer) {
    const link = page.locator('main a[href*="answer="]').first();
    response = await page.goto((await link.getAttribute("href"))!);
  }
  if (route.refuse) {
    const form = formWith(page, { action: route.refuse.action }).first();
    await form.evaluate((element: HTMLFormElement) => {
      // Past the browser's own checks, which would keep the form from being sent.
      element.noValidate = true;
      for (const field of element.querySelectorAll("[maxlength]")) field.removeAttribute("maxlength");
      for (const door of element.querySelectorAll("details")) door.open = true;
      for (let door = element.closest("details"); door; door = door.parentElement?.closest("details") ?? null) door.open = true;
    });
    await fill(form, route.refuse.with);
    expect(await send(form), route.name).toBe(422);
    await expect(page.getByRole("alert").first()).toBeVisible();
  }
  if (route.empty) await expect(page.locator(".empty-state")).toBeVisible();
  await expect(page.locator("h1")).toHaveCount(1);
}
