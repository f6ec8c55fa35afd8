// The whole life of a community, as one story: wished for, given back, opened, joined, spoken in, caught
// up with after three weeks away, searched, handed over, archived.
import type { Locator, Page } from "@playwright/test";
import { account, away } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, press, send, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { pictureFile } from "./support/picture";
import { expect, signInByForm, test } from "./support/test";
import { inLang } from "./support/words";

/** Each language with and without JavaScript, and on each screen, in four stories instead of eight. */
const TOLD = {
  "phone": { lang: "fr", turn: 0 }, "desktop": { lang: "en", turn: 1 },
  "phone-no-js": { lang: "en", turn: 2 }, "desktop-no-js": { lang: "fr", turn: 3 },
} as const;

const main = (page: Page): Locator => page.getByRole("main");
const card = (page: Page, title: string): Locator => main(page).getByRole("article").filter({ hasText: title });

/** Writes a post in the community at `home`; the address of its page. */
async function write(page: Page, home: string, kind: string, title: string, values: Record<string, string>, prepare?: (form: Locator) => Promise<void>): Promise<string> {
  await page.goto(home);
  const form = formWith(page, { action: "publish" });
  // It is open already where a draft was found.
  await form.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
  await form.locator(`label:has([name="kind"][value="${kind}"])`).click();
  await fill(form, { title, ...values });
  await prepare?.(form);
  await sendAndGoOn(form);
  const link = main(page).getByRole("link", { name: title, exact: true }).first();
  await expect(link).toBeVisible();
  return new URL((await link.getAttribute("href"))!, page.url()).pathname;
}

/** Answers under a post. */
async function say(page: Page, post: string, words: string) {
  await page.goto(post);
  const form = formWith(page, { action: "comment" });
  await fill(form, { body: words });
  await sendAndGoOn(form);
  await expect(page).toHaveURL(/#comment-/);
  await expect(main(page).getByText(words)).toBeVisible();
}

test("a community, from a wish to its archive", async ({ page, beside, unique }, info) => {
  test.setTimeout(240_000);
  const { lang, turn } = TOLD[info.project.name as keyof typeof TOLD];
  const t = (french: string) => inLang(lang, french);
  const office = await beside("community_manager");
  const author = await invite(office, unique("Alma Premier"));
  await comeIn(page, author, lang);
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  const returning = away[turn];
  if (!returning) throw new Error("The demo company has nobody who was away: preau demo --json is older than this test");
  const name = unique("Veillées");
  const word = unique("Sarcelle").replace(/[^\p{L}\p{N}]+/gu, "");
  let home = "";

  await test.step("it is proposed, in five steps", async () => {
    await page.goto("/communities/propose");
    const first = formWith(page, { action: "start_proposal" });
    await fill(first, { name, summary: "Se raconter des histoires, le soir.", kind: "off_work", purpose: "Se raconter des histoires quand la nuit tombe tôt." });
    await press(first, t("Enregistrer et continuer"));
    const steps: Record<string, string>[] = [
      { audience: "Qui aime écouter.", admission: "open", listed: "yes" },
      { sponsor: account("administrator").email, "animators[0]": author.email, "animators[1]": returning },
      { rules: "On écoute jusqu’au bout.", rituals: "Le jeudi soir.", calendar: "Mois 1 : trois veillées." },
      { measures: "Dix personnes par veillée.", review_on: day(180) },
    ];
    for (const [index, values] of steps.entries()) {
      await expect(page).toHaveURL(new RegExp(`step=${index + 2}$`));
      const step = formWith(page, { action: "save_proposal" });
      await fill(step, values);
      await press(step, t(index === 3 ? "Enregistrer et relire" : "Enregistrer et continuer"));
    }
    await expect(page).toHaveURL(/\/communities\/proposals\/[0-9A-Z]{26}$/);
    home = new URL(page.url()).pathname;
    await sendAndGoOn(formWith(page, { action: "send_proposal" }));
  });

  await test.step("changes are asked, made and sent, and it opens", async () => {
    const proposal = home;
    await office.goto(proposal);
    const answer = formWith(office, { action: "answer_proposal" });
    await fill(answer, { reason: "Et s’il y a des enfants ?" });
    await press(answer, "Demander des changements");
    await page.goto(proposal);
    await expect(main(page)).toContainText("Et s’il y a des enfants ?");
    await page.goto(`${proposal}?step=4`);
    const step = formWith(page, { action: "save_proposal" });
    await fill(step, { rules: "On écoute jusqu’au bout, les enfants d’abord." });
    await press(step, t("Enregistrer et continuer"));
    await expect(page).toHaveURL(/step=5$/);
    await page.goto(proposal);
    await sendAndGoOn(formWith(page, { action: "send_proposal" }));
    await office.goto(proposal);
    await expect(main(office).locator("#charter")).toContainText("les enfants d’abord");
    await sendAndGoOn(formWith(office, { action: "approve_proposal" }));
    await page.goto(proposal);
    await main(page).getByRole("link", { name: t("Aller à la communauté") }).click();
    await expect(page).toHaveURL(/\/communities\/(?!proposals)[^/?#]+$/);
    home = new URL(page.url()).pathname;
    await expect(main(page)).toContainText(t("Vous animez"));
  });

  const other = await beside();
  const member = await invite(office, unique("Noé Second"));
  await test.step("somebody joins, by its charter", async () => {
    await comeIn(other, member, lang);
    await other.goto(`${home}/charter`);
    await expect(main(other)).toContainText("les enfants d’abord");
    await sendAndGoOn(formWith(other, { action: "join_community" }));
    await expect(other).toHaveURL(new RegExp(`${home}$`));
  });

  const titles = Object.fromEntries(["Silence", "Lanterne", "Jeudi", "Tisane", "Heure", "Photos", "Merci", "Conte"].map((one) => [one, unique(one)]));
  const title = (one: string) => titles[one]!;
  const posts: Record<string, string> = {};
  await test.step("a post of each kind", async () => {
    posts.talk = await write(page, home, "discussion", title("Silence"), { body: `On se retrouve près de l’Étang des Grèbes. ${word}` });
    posts.question = await write(other, home, "question", title("Lanterne"), { body: "Qui en a une ?" });
    posts.news = await write(page, home, "announcement", title("Jeudi"), { body: "La première veillée est avancée." });
    posts.idea = await write(other, home, "idea", title("Tisane"), { body: "Chacun apporte la sienne." });
    posts.poll = await write(page, home, "poll", title("Heure"), { poll_options: "Dix-huit heures\nDix-neuf heures", poll_end_date: day(2) });
    posts.album = await write(page, home, "album", title("Photos"), {}, async (form) => {
      await form.locator('details:has([name="picture"])').evaluate((element) => element.setAttribute("open", ""));
      await form.locator('[name="picture"]').setInputFiles([pictureFile("une.png"), pictureFile("deux.png")]);
      await form.locator('[name="alt"]').evaluate((field: HTMLTextAreaElement) => { field.value = "La cour\nLe feu"; });
    });
    await expect(card(page, title("Photos")).locator('img[alt="Le feu"]')).toBeAttached();
    posts.praise = await write(other, home, "praise", title("Merci"), { praised: author.email, body: "Quelle soirée." });
    await expect(card(other, title("Merci")).locator(".post-praise")).toContainText(author.name);
    // The house does not ask itself: the link is there, and it is said that nothing is shown of its page.
    posts.link = await write(page, home, "link", title("Conte"), { url: "http://127.0.0.1/loup", body: "À lire." });
    await expect(card(page, title("Conte")).locator("a.post-link")).toHaveAttribute("href", "http://127.0.0.1/loup");
    await expect(async () => {
      await page.goto(posts.link!);
      await expect(main(page)).toContainText(t("Lien sans aperçu\u00a0: la page n’en donne pas, ou n’a pas répondu."), { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  });

  await test.step("comments, a reaction, an answer that is accepted", async () => {
    await say(other, posts.talk!, "J’y serai.");
    await sendsBy(other, posts.talk!, '[name="reaction"][value="thanks"]');
    await expect(main(other).locator('[name="reaction"][aria-pressed="true"]')).toHaveCount(1);
    await say(page, posts.question!, "Au grenier, deux.");
    await other.goto(posts.question!);
    await sendAndGoOn(formWith(other, { action: "accept_answer" }));
    await expect(main(other).locator(".post-answer")).toContainText("Au grenier, deux.");
    await page.goto(posts.idea!);
    await sendAndGoOn(formWith(page, { action: "support_idea" }));
  });

  await test.step("a vote, and a reading confirmed, which its author sees", async () => {
    await other.goto(posts.poll!);
    const ballot = formWith(other, { action: "vote" });
    await ballot.getByLabel("Dix-neuf heures").check();
    await sendAndGoOn(ballot);
    await expect(main(other).locator("article figure")).toBeAttached();
    await other.goto(posts.news!);
    await sendAndGoOn(formWith(other, { action: "confirm_reading" }));
    await page.goto(posts.news!);
    await expect(main(page).locator(`a[href^="${posts.news}/readers"]`).first()).toContainText("1");
  });

  await test.step("somebody of the team catches up after three weeks away", async () => {
    const back = await beside();
    await signInByForm(back, { email: returning });
    await back.goto("/");
    await expect(main(back).locator('.banner:has(a[href="/catch-up"])')).toContainText("21");
    await main(back).locator('.banner a[href="/catch-up"]').click();
    await expect(back).toHaveURL(/\/catch-up$/);
    const told = main(back).locator(".brief-title", { hasText: title("Jeudi") });
    await told.first().click();
    await expect(back).toHaveURL(new RegExp(`${posts.news}`));
    await sendAndGoOn(formWith(back, { action: "confirm_reading" }));
    await expect(formWith(back, { action: "confirm_reading" })).toHaveCount(0);
    await back.goto("/catch-up");
    await sendAndGoOn(formWith(back, { action: "mark_caught_up" }));
    await expect(back).toHaveURL(/\/$/);
    await back.goto("/catch-up");
    await expect(told).toHaveCount(0);
    await back.goto("/");
    await expect(main(back).locator('.banner:has(a[href="/catch-up"])')).toHaveCount(0);
  });

  await test.step("a phrase is found, accents or not", async () => {
    await expect(async () => {
      await other.goto(`/search?q=${encodeURIComponent(`"étang des grebes" ${word.toLowerCase()}`)}`);
      await expect(main(other).locator(".hits li")).toHaveCount(1, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
    await expect(main(other).locator(".hit-excerpt mark").first()).toHaveText("Étang des Grèbes");
    await main(other).locator(".hit-title a").click();
    await expect(other).toHaveURL(new RegExp(posts.talk!));
  });

  await test.step("it is handed over to who joined", async () => {
    await page.goto(`${home}/members`);
    const offer = formWith(page, { action: "offer_role" }).first();
    // It is in a menu, which the browser opens by itself.
    await main(page).locator(`button[popovertarget="${await offer.evaluate((form) => form.closest("[popover]")!.id)}"]`).click();
    await sendAndGoOn(offer);
    await other.goto(home);
    await sendAndGoOn(formWith(other, { action: "accept_role" }));
    await expect(main(other)).toContainText(t("Vous animez"));
    await page.goto(home);
    await expect(main(page)).not.toContainText(t("Vous animez"));
  });

  await test.step("and archived: it is read, and no more written in", async () => {
    const late = formWith(page, { action: "publish" });
    await late.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
    await fill(late, { body: "Encore un mot." });
    await other.goto(`${home}/archive`);
    const form = formWith(other, { action: "archive_community" });
    await fill(form, { reason: "Les jours ont rallongé.", confirm: "yes" });
    await sendAndGoOn(form);
    await expect(main(other)).toContainText("Les jours ont rallongé.");
    // Who was writing has their words back.
    expect(await send(late)).toBe(409);
    await expect(page.getByRole("alert")).toContainText(t("Rien n’a été envoyé"));
    await expect(main(page).locator('[name="unsent"]')).toHaveValue("Encore un mot.");
    await page.goto(home);
    await expect(main(page)).toContainText(t("Cette communauté est archivée\u00a0: on peut encore la lire, plus y écrire."));
    await expect(card(page, title("Jeudi"))).toBeVisible();
    await expect(formWith(page, { action: "publish" })).toHaveCount(0);
    await page.goto(`/communities?q=${encodeURIComponent(name)}`);
    await expect(main(page).getByRole("link", { name, exact: true })).toHaveCount(0);
  });
});

/** Presses a button that is a choice of its form. */
async function sendsBy(page: Page, path: string, button: string) {
  await page.goto(path);
  const answer = page.waitForResponse((one) => one.request().method() === "POST");
  await main(page).locator(button).click();
  expect((await answer).status()).toBeLessThan(400);
  await page.waitForLoadState();
}
