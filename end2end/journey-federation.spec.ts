// A federation: a community asks to enter and is let in, says what it brings, shares a post, which is read by
// somebody of another member community and by nobody else, and takes it back.
import type { Locator, Page } from "@playwright/test";
import { account } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { expect, test } from "./support/test";

const main = (page: Page): Locator => page.getByRole("main");

/** Opens a community as a community manager; its address. */
async function open(office: Page, name: string, kind: string, admission: string): Promise<string> {
  await office.goto("/communities/new");
  const form = formWith(office, { action: "open_community" });
  await fill(form, {
    name, summary: "Pour essayer les fédérations.", kind,
    purpose: "Faire ensemble ce que l’on ne fait pas seul.", audience: "Qui veut essayer.",
    rules: "On prévient avant de partir.", measures: "Dix essais par mois.", review_on: day(180),
    sponsor: account("administrator").email, "animators[0]": account("community_manager").email,
    "animators[1]": account("employee").email, admission, listed: "yes",
  });
  await sendAndGoOn(form);
  await expect(office).toHaveURL(/\/communities\/(?!new$)/);
  return new URL(office.url()).pathname;
}

/** The community or federation at `from` proposes itself to the one at `to`. */
async function propose(office: Page, from: string, to: string, word: string) {
  await office.goto(`${from}/federation`);
  const form = formWith(office, { action: "propose_tie" });
  await fill(form, { other: to, word });
  await sendAndGoOn(form);
  await expect(main(office).locator("#waiting")).toContainText(word);
}

async function accept(office: Page, at: string) {
  await office.goto(`${at}/federation`);
  await main(office).locator("#waiting").getByRole("button", { name: /^Accepter/ }).click();
  await expect(main(office)).toContainText("La communauté est membre de la fédération.");
}

test("communities enter a federation, and share what they choose", async ({ page, beside, unique }) => {
  test.setTimeout(120_000);
  const office = await beside("community_manager");
  const person = await invite(office, unique("Noé Voisinage"));
  await comeIn(page, person);
  const title = unique("Une trouvaille");
  const [above, closed, near] = [unique("Toutes ensemble"), unique("Cercle fermé"), unique("Cercle voisin")];
  let federation = "", circle = "", neighbours = "", post = "";

  await test.step("a federation and two communities", async () => {
    federation = await open(office, above, "federation", "on_request");
    circle = await open(office, closed, "interest", "on_request");
    neighbours = await open(office, near, "off_work", "open");
    await page.goto(`${neighbours}/charter`);
    await sendAndGoOn(formWith(page, { action: "join_community" }));
    await page.goto(federation);
    await expect(main(page)).toContainText("Ici, on parle entre membres");
  });

  await test.step("one asks, the other is invited; both are let in", async () => {
    await propose(office, circle, federation, "Nous avons des idées.");
    await accept(office, federation);
    await propose(office, federation, neighbours, "Venez donc.");
    await accept(office, neighbours);
    await office.goto(`${circle}/federation`);
    const brings = formWith(office, { action: "say_brings" });
    await fill(brings, { brings: "Une trouvaille par mois." });
    await sendAndGoOn(brings);
  });

  await test.step("a goal in common is read by who is at home there", async () => {
    await office.goto(`${federation}/federation`);
    await main(office).getByText("Ajouter un objectif", { exact: true }).first().click();
    const form = main(office).getByRole("form", { name: "Ajouter un objectif" });
    await fill(form, { goal: "Cent trouvailles", measure: "Comptées à voix haute." });
    await sendAndGoOn(form);
    await page.goto(federation);
    await expect(main(page)).toContainText("Cent trouvailles");
    await page.goto(`${federation}/federation`);
    await expect(main(page).locator("#goals")).toContainText("Comptées à voix haute.");
    await expect(main(page).locator("#ties")).toContainText("Une trouvaille par mois.");
    await expect(formWith(page, { action: "set_goal" })).toHaveCount(0);
  });

  await test.step("a post is shared, and read without its community being open", async () => {
    await office.goto(circle);
    const form = formWith(office, { action: "publish" });
    await form.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
    await form.getByLabel("Titre").fill(title);
    await form.getByLabel("Votre message").fill("Un nœud qui tient.");
    await sendAndGoOn(form);
    const link = main(office).getByRole("link", { name: title, exact: true }).first();
    post = new URL((await link.getAttribute("href"))!, office.url()).pathname;
    expect((await page.goto(post))?.status()).toBe(403);
    await office.goto(`${post}/share`);
    await expect(main(office)).toContainText("La publication reste ici");
    await sendAndGoOn(formWith(office, { action: "share_post" }));
    await page.goto(federation);
    const card = main(page).getByRole("article").filter({ hasText: title });
    await expect(card).toContainText(closed);
    await expect(card).toContainText(`partagée avec ${above}`);
    expect((await page.goto(post))?.status()).toBe(200);
    await expect(main(page)).toContainText("Un nœud qui tient.");
    await expect(formWith(page, { action: "comment" })).toHaveCount(0);
    await page.goto(circle);
    await expect(main(page).getByText(title)).toHaveCount(0);
  });

  await test.step("taken back, it is where it was", async () => {
    await office.goto(`${post}/share`);
    await sendAndGoOn(formWith(office, { action: "take_back_post" }));
    expect((await page.goto(post))?.status()).toBe(403);
    await page.goto(federation);
    await expect(main(page).getByRole("article").filter({ hasText: title })).toHaveCount(0);
  });
});
