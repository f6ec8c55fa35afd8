// Every page of the house is looked at by the suite: the table of routes against the map of the site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { routes, type Route } from "./support/routes";
import { expect, test } from "./support/test";

/** As they stand in the source, those with fewer names to fill in first. */
const patterns = [...readFileSync(join(__dirname, "../app/src/shell.rs"), "utf8").matchAll(/path!\("([^"]*)"\)/g)]
  .map(([, pattern]) => pattern!)
  .sort((one, other) => names(one) - names(other));

function names(pattern: string): number {
  return pattern.startsWith("*") ? 9 : pattern.split(":").length;
}

/** Whether a route ends on a page of this pattern, as far as one can tell without going there. */
function endsOn(route: Route, pattern: string): boolean {
  if (pattern.startsWith("*")) return true;
  const parts = pattern.split("/").map((part) => (part.startsWith(":") ? "[^/]+" : part));
  const below = (route.below ?? "").split("?")[0]!;
  // The first post of a kind, and what is below it.
  if (route.kind) return pattern === `posts/:id${below}`;
  if (!route.follow) return new RegExp(`^/${parts.join("/")}$`).test(new URL(route.path, "http://x").pathname);
  const example = `/${pattern.replace(/:\w+/g, "some")}`;
  return example.endsWith(below) && route.follow.test(example.slice(0, example.length - below.length));
}

test("every route of the shell is visited", () => {
  expect(patterns.length).toBeGreaterThan(25);
  const visited = new Set(routes.map((route) => patterns.find((pattern) => endsOn(route, pattern))));
  expect(patterns.filter((pattern) => !visited.has(pattern))).toEqual([]);
});
