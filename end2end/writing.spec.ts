// Writing: people called by their name, hashtags, what a text will look like, and an hour to come.
import type { Page } from "@playwright/test";
import { day } from "./support/days";
import { fill, formWith, send, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { expect, test } from "./support/test";

const HOUSE = "/communities/toute-la-maison";

async function compose(page: Page, values: Record<string, string>) {
  await page.goto(HOUSE);
  await page.getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  await form.evaluate((element: HTMLFormElement) => {
    for (const door of element.querySelectorAll("details")) door.open = true;
  });
  await fill(form, values);
  return form;
}

test("who is called by name learns of it, and a name nobody has is told", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  const name = unique("Basile Corde");
  const other = await beside();
  await comeIn(other, await invite(await beside("community_manager"), name));
  await signIn("employee");
  const title = unique("Merci");
  const form = await compose(page, { title, body: `Un grand merci à @${name}, et à @Personne Decetemps.` });
  await sendAndGoOn(form);
  const main = page.getByRole("main");
  await expect(main.locator(".notice")).toContainText("@Personne Decetemps");
  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card.locator("a.mention")).toHaveText(`@${name}`);
  await expect(card).toContainText("@Personne Decetemps");

  await other.goto("/catch-up");
  const called = other.locator(".card", { hasText: "On vous cite" });
  await expect(called.locator(".brief", { hasText: title })).toContainText("vous cite dans une publication");
  await called.getByRole("link", { name: title }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(title);
  await other.goto("/mentions");
  await expect(other.locator(".brief", { hasText: title })).toHaveCount(1);
  await other.getByRole("link", { name: title }).click();
  await other.locator("a.mention").click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText(name);
});

test("a hashtag leads to all that has it", async ({ page, signIn, unique }) => {
  await signIn("employee");
  const [one, two] = [unique("Un vélo"), unique("Deux vélos")];
  const tag = `essai${Date.now().toString(36)}`;
  await sendAndGoOn(await compose(page, { title: one, body: `Avec #É${tag}` }));
  await sendAndGoOn(await compose(page, { title: two, body: `Avec #e${tag} et \`#code${tag}\`` }));
  const card = page.getByRole("article").filter({ hasText: two });
  await expect(card.locator("a.hashtag")).toHaveCount(1);
  await card.locator("a.hashtag").click();
  await expect(page).toHaveURL(new RegExp(`/tags/e${tag}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`#e${tag}`);
  await expect(page.locator(".post-title")).toHaveText([two, one]);
  await page.goto(`/tags/code${tag}`);
  await expect(page.locator(".empty-state")).toBeVisible();
});

test("a text is seen before it is published, and nothing is published by that", async ({ page, signIn, unique, scripted }) => {
  await signIn("employee");
  const title = unique("Brouillon");
  const form = await compose(page, { title, body: "Un mot **gras** et #essai <b>non</b>" });
  await form.getByLabel("Titre").press("Tab");
  await form.getByRole("button", { name: "Aperçu" }).click();
  const preview = form.locator(".writing-preview");
  await expect(preview.locator("strong")).toHaveText("gras");
  await expect(preview).toContainText("<b>non</b>");
  await expect(preview.locator("a.hashtag")).toHaveText("#essai");
  await expect(form.getByLabel("Titre")).toHaveValue(title);
  await expect(form.locator('[name="body"]')).toHaveValue("Un mot **gras** et #essai <b>non</b>");
  if (scripted) await expect(preview).toBeFocused();
  else expect(page.url()).toContain("#");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.goto(HOUSE);
  await expect(page.getByRole("article").filter({ hasText: title })).toHaveCount(0);
});

test("a text that calls a crowd is refused beside it, and kept", async ({ page, signIn }) => {
  await signIn("employee");
  const body = Array.from({ length: 1_500 }, (_, n) => `@b${n}`).join(" ");
  const form = await compose(page, { body });
  await sendAndBeRefused(form, ["body"]);
  await expect(form).toContainText("50 personnes ou communautés au plus");
  await expect(form.locator('[name="body"]')).toHaveValue(body);
});

test("a post waits for its hour, changes, and comes out when its author says", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const title = unique("Rendez-vous");
  const form = await compose(page, { title, body: "À demain.", later_date: "2020-01-01", later_time: "08:00" });
  await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
  expect(await send(form)).toBe(422);
  await expect(form).toContainText("Ce moment est déjà passé");
  await expect(form).toContainText("Europe/Paris");
  await fill(form, { later_date: day(2), later_time: "08:15" });
  await sendAndGoOn(form);
  await expect(page).toHaveURL(/\/scheduled$/);
  const row = page.locator("main li").filter({ hasText: title });
  await expect(row).toContainText("8 h 15");
  await page.goto(HOUSE);
  await expect(page.getByRole("article").filter({ hasText: title })).toHaveCount(0);

  await page.goto("/scheduled");
  await row.getByRole("link", { name: title }).click();
  const change = formWith(page, { action: "change_scheduled" });
  await fill(change, { body: "À après-demain." });
  await sendAndGoOn(change);
  await row.getByRole("link", { name: title }).click();
  await expect(change.locator('[name="body"]')).toHaveValue("À après-demain.");
  await sendAndGoOn(formWith(page, { action: "send_scheduled" }));
  await expect(page).toHaveURL(/\/posts\//);
  await expect(page.getByRole("article")).toContainText("À après-demain.");
  await page.goto("/scheduled");
  await expect(row).toHaveCount(0);
});
