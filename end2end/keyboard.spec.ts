// The main path by the keyboard alone: Tab, Shift+Tab, Enter, Space, arrows, and typing.
import { day, next } from "./support/days";
import { fill, formWith, sendAndGoOn } from "./support/forms";
import { invite, PHRASE } from "./support/newcomers";
import { offerRide } from "./support/rides";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

/** Tabs on, or back, until `target` has the focus, as a person would; tells where it got stuck. */
async function tabTo(target: Locator, limit = 160) {
  const page = target.page();
  await expect(target).toBeAttached();
  const key = await target.evaluate((element) =>
    element.compareDocumentPosition(document.activeElement ?? document.body) === Node.DOCUMENT_POSITION_FOLLOWING ? "Shift+Tab" : "Tab");
  for (let pressed = 0; pressed <= limit; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // What has the focus can be seen to have it: itself, or the words that stand for it.
      await expect(target.locator("xpath=ancestor-or-self::*[not(contains(@class, 'visually-hidden'))][1]")).toBeInViewport();
      return;
    }
    await page.keyboard.press(key);
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`${limit} tabs did not lead to ${target}; the focus is on ${at}`);
}

async function press(target: Locator, key = "Enter") {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

async function type(target: Locator, text: string) {
  await tabTo(target);
  await target.page().keyboard.press("Control+A");
  await target.page().keyboard.insertText(text);
}

/** Past the navigation by the link that is the first thing on every page. */
async function skipTo(page: Page) {
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await tabTo(skip, 3);
  await expect(skip).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
}

test("the first tab stop is the link past the navigation", async ({ page, signIn }) => {
  await signIn("employee");
  for (const path of ["/", "/communities", "/events", "/carpool", "/people"]) {
    await page.goto(path);
    await skipTo(page);
  }
});

test("the first quarter of an hour needs no mouse", async ({ page, beside, unique }) => {
  test.setTimeout(150_000);
  const manager = await beside("community_manager");
  const newcomer = await invite(manager, unique("Basile Corde"));
  const title = unique("Tour de cour");
  await manager.goto("/communities/la-burette/events/new");
  const calling = formWith(manager, { action: "create_event" });
  await fill(calling, { summary: title, location: "La cour", date: day(1), time: "23:30", end_time: "23:50" });
  await sendAndGoOn(calling);
  const driver = await beside("administrator");
  const ride = await offerRide(driver, { from: "Villeurbanne", to: "La Halle", date: next("tuesday"), time: "08:02" });
  const main = page.getByRole("main");
  const rail = page.getByRole("navigation", { name: "Navigation principale" }).first();

  await test.step("comes in", async () => {
    await page.goto(newcomer.link);
    const form = formWith(page, { action: "join_house" });
    await type(form.getByLabel("Choisissez un mot de passe"), PHRASE);
    await type(form.getByLabel("Le même, une deuxième fois"), PHRASE);
    await tabTo(form.getByLabel("Lieu de travail"));
    await page.keyboard.type("La H");
    await expect(form.getByLabel("Lieu de travail").locator("option:checked")).toHaveText("La Halle");
    await tabTo(form.getByLabel("Commune de départ"));
    await page.keyboard.type("Villeurbanne");
    await page.keyboard.press("Escape");
    await press(form.getByRole("button", { name: "Entrer" }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Sous le préau");
  });

  await test.step("finds a community, reads its charter, joins", async () => {
    await press(rail.getByRole("link", { name: "Communautés", exact: true }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Communautés");
    await type(main.getByLabel("Un mot du nom ou du sujet"), "burette");
    await page.keyboard.press("Enter");
    await press(main.getByRole("link", { name: "Découvrir et rejoindre : La burette" }));
    await expect(main.getByRole("heading", { name: "Règles de vie" })).toBeVisible();
    await press(main.getByRole("button", { name: "Rejoindre la communauté" }));
    await expect(main).toContainText("Vous en faites partie");
  });

  await test.step("writes, comments, reacts", async () => {
    await press(main.locator("summary").filter({ hasText: "Écrire à la communauté…" }));
    const composer = formWith(page, { action: "publish" });
    const chosen = composer.getByRole("radio", { name: "Discussion" });
    await tabTo(chosen);
    await page.keyboard.press("ArrowRight");
    await expect(composer.getByRole("radio", { name: "Question" })).toBeChecked();
    const asked = unique("Qui aurait une pompe");
    await type(composer.getByLabel("Votre message"), asked);
    await press(composer.getByRole("button", { name: "Publier" }));
    const post = main.getByRole("article").filter({ hasText: asked });
    await expect(post).toBeVisible();
    await expect(post).toContainText("Question");

    await press(post.getByRole("link", { name: "Commenter" }));
    await expect(page).toHaveURL(/\/posts\//);
    const comment = unique("Trouvée");
    await type(main.getByLabel("Votre commentaire"), comment);
    await press(main.getByRole("button", { name: "Publier le commentaire" }));
    await expect(main.getByRole("listitem").filter({ hasText: comment })).toBeVisible();
    await press(main.getByRole("button", { name: /^Utile/ }), "Space");
    await expect(main.getByRole("button", { name: /^Utile/ })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("signs up for an event", async () => {
    await press(rail.getByRole("link", { name: "Événements", exact: true }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Événements");
    await press(main.getByRole("link", { name: title }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(title);
    await press(main.getByRole("button", { name: "S’inscrire" }));
    await expect(main.getByRole("button", { name: "Libérer ma place" })).toBeVisible();
  });

  await test.step("books a seat", async () => {
    await press(rail.getByRole("link", { name: "Covoiturage", exact: true }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Covoiturage");
    const time = main.getByLabel("Heure souhaitée");
    await tabTo(time);
    await page.keyboard.type("0830");
    // Chromium asks for the half of the day where it speaks English.
    if ((await time.inputValue()) === "") await page.keyboard.type("A");
    await expect(time).toHaveValue("08:30");
    const date = main.getByLabel("Date");
    await page.keyboard.press("Shift+Tab");
    for (let back = 0; back < 4 && !(await date.evaluate((field) => field === document.activeElement)); back += 1) await page.keyboard.press("Shift+Tab");
    await reachDay(date, next("tuesday"));
    await press(main.getByRole("button", { name: "Chercher" }));
    await expect(page).toHaveURL(/time=08%3A30/);
    await press(main.locator(`a[href^="${ride.path}"]`));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Villeurbanne → La Halle");
    await press(main.getByRole("button", { name: "Réserver une place" }));
    await expect(main).toContainText("Votre place est gardée");
  });

  await test.step("signs out", async () => {
    await press(page.getByRole("button", { name: `Menu de ${newcomer.name}` }));
    await press(page.getByRole("button", { name: "Se déconnecter" }));
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

/** Types a day into a date field, whatever order the browser's own language gives its parts. */
async function reachDay(field: Locator, wanted: string) {
  const [year = "", month = "", number = ""] = wanted.split("-");
  const orders = [`${number}${month}${year}`, `${month}${number}${year}`];
  for (const order of [...orders, ...orders]) {
    const before = await field.inputValue();
    if (before === wanted) return;
    // From its first part.
    for (let part = 0; part < 3; part += 1) await field.page().keyboard.press("ArrowLeft");
    await field.page().keyboard.type(order);
    // From the button of its calendar, which a desktop has behind the parts, nothing is typed.
    if ((await field.inputValue()) === before) await field.page().keyboard.press("Shift+Tab");
  }
  await expect(field).toHaveValue(wanted);
}
