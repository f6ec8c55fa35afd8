// Every page there is, and who can see it. A page of one thing is found by following the first link
// to such a thing from a list, as a person would.
import { expect, type Page } from "@playwright/test";

export type Route = {
  name: string;
  /** Who looks: a role of the demo company, or nobody. */
  as?: string;
  path: string;
  /** From `path`, follow the first link to an address like this one … */
  follow?: RegExp;
  /** … and then go to this page below it. */
  below?: string;
};

const COMMUNITY = /^\/communities\/(?!new$)[^/?#]+$/;

export const routes: Route[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "not-found", path: "/no-such-page" },
  { name: "about", path: "/about" },
  { name: "home", as: "employee", path: "/" },
  { name: "communities", as: "employee", path: "/communities" },
  { name: "community-new", as: "community_manager", path: "/communities/new" },
  { name: "community", as: "employee", path: "/communities", follow: COMMUNITY },
  { name: "charter", as: "employee", path: "/communities", follow: COMMUNITY, below: "/charter" },
  { name: "members", as: "employee", path: "/communities", follow: COMMUNITY, below: "/members" },
  { name: "event-new", as: "community_manager", path: "/communities", follow: COMMUNITY, below: "/events/new" },
  { name: "post", as: "employee", path: "/", follow: /^\/posts\/[^/?#]+$/ },
  { name: "events", as: "employee", path: "/events" },
  { name: "event", as: "employee", path: "/events", follow: /^\/events\/[^/?#]+$/ },
  { name: "carpool", as: "employee", path: "/carpool" },
  { name: "carpool-offer", as: "employee", path: "/carpool/offer" },
  { name: "carpool-mine", as: "employee", path: "/carpool/mine" },
  { name: "people", as: "employee", path: "/people" },
  { name: "person", as: "employee", path: "/people", follow: /^\/people\/[^/?#]+$/ },
  { name: "me", as: "employee", path: "/me" },
  { name: "sessions", as: "employee", path: "/me/sessions" },
  { name: "invitations", as: "administrator", path: "/admin/invitations" },
  { name: "design-system", as: "employee", path: "/_ui" },
];

/** Goes to the page of a route; the page's own status and heading are checked on the way. */
export async function visit(page: Page, route: Route) {
  let response = await page.goto(route.path);
  if (route.follow) {
    const paths = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    const first = paths.find((path) => route.follow?.test(path));
    expect(first, `a link like ${route.follow} on ${route.path}`).toBeDefined();
    response = await page.goto(`${first}${route.below ?? ""}`);
  }
  expect(response?.status(), route.name).toBe(route.name === "not-found" ? 404 : 200);
  await expect(page.locator("h1")).toHaveCount(1);
}
