// Every page speaks one language at a time: no sentence of the other is left on it. What people
// wrote stays as they wrote it.
import { formWith, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { routes, visit, type Route } from "./support/routes";
import { expect, test } from "./support/test";
import { onlyIn, said, sentences } from "./support/words";

/** Pages that somebody who just came in as a community manager sees as well. */
const seen = (route: Route) => route.as && route.as !== "partner" && route.status !== 403
  && !["ride-own", "ride-off-refused", "carpool-mine", "carpool-mine-none", "design-system", "community-outside", "community-to-ask"].includes(route.name)
  // Of one who has written something.
  && !/^(post|comment)-(edit|delete|translate)|^scheduled-one-refused|^proposal(-step-\d)?$/.test(route.name);

test("the sentences are read off the sources", () => {
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences).toContainEqual({ fr: "Publier", en: "Publish" });
});

test("in English, no French sentence", async ({ page, beside, unique }) => {
  test.setTimeout(600_000);
  const manager = await beside("community_manager");
  await comeIn(page, await invite(manager, unique("Winifred Brook"), "community_manager"), "en");
  await expect(page.getByRole("status").filter({ hasText: "Welcome under the roof!" }).first()).toBeVisible();
  // Where one takes part there is more to read.
  for (const community of ["la-burette", "cercle-des-marque-pages"]) {
    await page.goto(`/communities/${community}/charter`);
    await sendAndGoOn(formWith(page, { action: "join_community" }));
  }
  const french = onlyIn("fr");
  const found: string[] = [];
  for (const route of routes.filter(seen)) {
    // Whether there is anything is not asked here: others see more than who it was empty for.
    await visit(page, { ...route, empty: undefined });
    await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    found.push(...(await said(page)).filter((piece) => french.has(piece)).map((piece) => `${route.name}: ${piece}`));
  }
  expect(found).toEqual([]);
});

test("in French, no English sentence", async ({ page, signIn }) => {
  test.setTimeout(600_000);
  const english = onlyIn("en");
  const found: string[] = [];
  for (const route of routes.filter((route) => route.name !== "design-system")) {
    if (route.as) await signIn(route.as);
    else await page.context().clearCookies();
    // Others may have been here before: whether there is anything is not asked.
    await visit(page, { ...route, empty: undefined });
    await expect(page.locator("html")).toHaveAttribute("lang", /^fr/);
    found.push(...(await said(page)).filter((piece) => english.has(piece)).map((piece) => `${route.name}: ${piece}`));
  }
  expect(found).toEqual([]);
});

test("who chooses a language on the door keeps it inside and on the next visit", async ({ page, beside, unique }) => {
  const manager = await beside("community_manager");
  const newcomer = await invite(manager, unique("Harriet Slate"));
  await comeIn(page, newcomer, "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Under the roof");
  await page.goto("/carpool");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Carpool");
  // In the menu under one's face; sent at once, and the profile follows.
  await page.getByRole("button", { name: /’s menu$/ }).click();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Covoiturage");
  await expect(page.locator("html")).toHaveAttribute("lang", /^fr/);
});
