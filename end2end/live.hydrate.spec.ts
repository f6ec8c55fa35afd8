// What others do arrives on an open page, without a reload.
import { next } from "./support/days";
import { awake, fill, formWith, sendAndGoOn } from "./support/forms";
import { offerRide } from "./support/rides";
import { expect, test } from "./support/test";

test("somebody's comment appears on an open post", async ({ page, beside, signIn, unique }) => {
  await signIn("employee");
  // A community both are in: who looks after all of them reads the others, but speaks in their own.
  await page.goto("/communities/toute-la-maison");
  const post = await page.locator('main a[href^="/posts/"]').first().getAttribute("href");
  const path = new URL(post!, page.url()).pathname;
  await page.goto(path);
  await awake(page);
  await markPage(page);
  const typed = "Une réponse que je n’ai pas finie";
  await page.getByLabel("Votre commentaire").fill(typed);

  const other = await beside("community_manager");
  await other.goto(path);
  const said = unique("Je passe dire bonjour");
  await other.getByLabel("Votre commentaire").fill(said);
  await other.getByRole("button", { name: "Publier le commentaire" }).click();
  await expect(other.getByRole("main")).toContainText(said);

  await expect(page.getByRole("main")).toContainText(said);
  await expect(page.getByLabel("Votre commentaire")).toHaveValue(typed);
  await notReloaded(page);
});

test("a page nobody looked at catches up when somebody does", async ({ page, beside, signIn, unique }) => {
  await signIn("employee");
  await page.goto("/communities/toute-la-maison");
  const post = await page.locator('main a[href^="/posts/"]').first().getAttribute("href");
  const path = new URL(post!, page.url()).pathname;
  await page.goto(path);
  await awake(page);
  await markPage(page);
  const look = (hidden: boolean) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await look(true);

  const other = await beside("community_manager");
  await other.goto(path);
  const said = unique("Pendant votre pause");
  await other.getByLabel("Votre commentaire").fill(said);
  await other.getByRole("button", { name: "Publier le commentaire" }).click();
  await expect(other.getByRole("main")).toContainText(said);

  await expect(page.getByRole("main")).not.toContainText(said);
  await look(false);
  await expect(page.getByRole("main")).toContainText(said);
  await notReloaded(page);
});

test("a confirmed seat appears on the passenger's open page", async ({ page, beside, signIn }) => {
  const driver = await beside("administrator");
  const ride = await offerRide(driver, { from: "Villeurbanne", to: "La Halle", date: next("friday"), time: "07:12" });
  await signIn("employee");
  await page.goto(ride.path);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Réserver une place" }).click();
  await expect(main).toContainText("Votre place est gardée");
  await awake(page);
  await markPage(page);

  // The driver's page was open too: the request arrives on it.
  await expect(driver.getByRole("main").getByRole("button", { name: /^Confirmer/ })).toBeVisible();
  await driver.getByRole("main").getByRole("button", { name: /^Confirmer/ }).click();
  await expect(main).toContainText("C’est entendu avec");
  await notReloaded(page);
});

test("a place taken by another shows on an open event", async ({ page, beside, signIn, unique }) => {
  const manager = await beside("community_manager");
  await manager.goto("/communities/toute-la-maison/events/new");
  const form = formWith(manager, { action: "create_event" });
  await fill(form, {
    summary: unique("Photo de groupe"), location: "La cour", date: next("wednesday"), time: "13:00", end_time: "13:20", capacity: "5",
  });
  await sendAndGoOn(form);
  await expect(manager).toHaveURL((url) => url.pathname.startsWith("/events/"));
  await signIn("employee");
  await page.goto(new URL(manager.url()).pathname);
  await awake(page);
  await markPage(page);
  await expect(page.getByRole("main")).toContainText("5 places libres sur 5");
  await manager.getByRole("main").getByRole("button", { name: "S’inscrire" }).click();
  await expect(page.getByRole("main")).toContainText("4 places libres sur 5");
  await notReloaded(page);
});

test("a new post is offered, not forced, on an open feed", async ({ page, beside, signIn, unique }) => {
  await signIn("employee");
  await page.goto("/communities/toute-la-maison");
  await awake(page);
  await markPage(page);
  const other = await beside("community_manager");
  await other.goto("/communities/toute-la-maison");
  const said = unique("Le café est prêt");
  const composer = formWith(other, { action: "publish" });
  await other.getByText("Écrire à la communauté…").click();
  await composer.getByLabel("Votre message").fill(said);
  await composer.getByRole("button", { name: "Publier" }).click();
  await expect(other.getByRole("main")).toContainText(said);

  const first = page.locator("main article.post").first();
  const before = (await first.boundingBox())!.y;
  const offer = page.getByRole("link", { name: /\d+ nouvelles? publications?/ });
  await expect(offer).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(said);
  expect((await first.boundingBox())!.y, "what is read stays where it is").toBe(before);
  await notReloaded(page);
  await offer.click();
  await expect(page.getByRole("main")).toContainText(said);
});

type Marked = typeof window & { openSince?: string };

async function markPage(page: import("@playwright/test").Page) {
  await page.evaluate(() => { (window as Marked).openSince = "before"; });
}

async function notReloaded(page: import("@playwright/test").Page) {
  expect(await page.evaluate(() => (window as Marked).openSince), "the page was not loaded again").toBe("before");
}
