// What kinds of posts ask of their readers: a question is answered, an idea supported and judged, an
// announcement read.
import type { Page } from "@playwright/test";
import { account } from "./support/accounts";
import { day, inWords } from "./support/days";
import { fill, formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { expect, test } from "./support/test";

const HOUSE = "/communities/toute-la-maison";

/** Writes a post of a kind in the house's own community; where it stands. */
async function write(page: Page, kind: string, title: string, body: string): Promise<string> {
  await page.goto(HOUSE);
  const form = formWith(page, { action: "publish" });
  // It is open already where a draft was found.
  await form.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
  await form.locator(`label:has([name="kind"][value="${kind}"])`).click();
  await form.getByLabel("Titre").fill(title);
  await form.getByLabel("Votre message").fill(body);
  await sendAndGoOn(form);
  const link = page.getByRole("main").getByRole("link", { name: title, exact: true }).first();
  await expect(link).toBeVisible();
  return new URL((await link.getAttribute("href"))!, page.url()).pathname;
}

test("a question is answered, and shows its answer", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Où sont les gants ?");
  const post = await write(page, "question", title, "Je les cherche depuis hier.");

  const animator = await beside("community_manager");
  await animator.goto(post);
  const answer = formWith(animator, { action: "comment" });
  await fill(answer, { body: "Dans le **casier 12**, au vestiaire." });
  await sendAndGoOn(answer);

  await page.goto(post);
  await main.getByRole("button", { name: "Accepter cette réponse" }).click();
  const shown = main.locator(".post-answer");
  await expect(shown).toContainText("Réponse acceptée");
  await expect(shown).toContainText("Dans le casier 12, au vestiaire.");
  await expect(shown).toContainText(account("community_manager").name);
  await expect(main.locator(".comment[data-answer]")).toContainText("Réponse acceptée");

  await page.goto(HOUSE);
  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("Dans le casier 12");
  await card.getByRole("link", { name: /^Lire la réponse/ }).click();
  await expect(page).toHaveURL(/#comment-/);
  await main.getByRole("button", { name: "Ne plus accepter cette réponse" }).click();
  await expect(main.locator(".post-answer")).toHaveCount(0);
});

test("an idea is supported, and told where it stands", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Un banc de plus");
  const post = await write(page, "idea", title, "Sous le marronnier, côté soleil.");
  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("Personne ne la soutient encore");
  await card.getByRole("button", { name: "Soutenir l’idée" }).click();
  await expect(card).toContainText("1 personne la soutient");
  await expect(page).toHaveURL(new RegExp(`${HOUSE}(#post-|$)`));

  const animator = await beside("community_manager");
  await animator.goto(post);
  const desk = animator.getByRole("main");
  await desk.getByRole("button", { name: "Soutenir l’idée" }).click();
  await expect(desk).toContainText("2 personnes la soutiennent");
  await desk.getByText("Dire où en est l’idée").click();
  const form = formWith(animator, { action: "judge_idea" });
  await form.getByLabel("Où en est l’idée").selectOption("kept");
  await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
  await sendAndBeRefused(form, ["note"]);
  await expect(form.getByLabel("Où en est l’idée")).toHaveValue("kept");
  await form.getByLabel("Un mot d’explication").fill("Léonard le pose lundi.");
  await sendAndGoOn(form);
  await expect(desk.locator(".post-verdict")).toContainText("Léonard le pose lundi.");

  await page.goto(post);
  await expect(main.locator(".post-verdict")).toContainText("Retenue");
  await expect(main.getByText("Dire où en est l’idée")).toHaveCount(0);
  await main.getByRole("button", { name: "Ne plus soutenir" }).click();
  await expect(main).toContainText("1 personne la soutient");
});

test("an announcement is read, and its author sees by whom", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(60_000);
  const animator = await beside("community_manager");
  const title = unique("La cour est repeinte");
  const post = await write(animator, "announcement", title, "Attention au marquage neuf.");

  const employee = await signIn("employee");
  const main = page.getByRole("main");
  await page.goto(HOUSE);
  await page.getByText("Écrire à la communauté…").click();
  await expect(formWith(page, { action: "publish" }).locator(`[name="kind"]`)).not.toHaveCount(0);
  await expect(formWith(page, { action: "publish" }).locator(`[name="kind"][value="announcement"]`)).toHaveCount(0);
  const card = main.getByRole("article").filter({ hasText: title });
  await card.getByRole("button", { name: "J’ai lu" }).click();
  await expect(card).toContainText("Vous avez confirmé votre lecture.");
  await expect(card.getByRole("link", { name: /lecture/ })).toHaveCount(0);
  expect((await page.goto(`${post}/readers`))?.status()).toBe(403);

  await animator.goto(post);
  const desk = animator.getByRole("main");
  await desk.getByRole("link", { name: "1 lecture confirmée" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Lectures confirmées");
  await expect(desk.getByRole("listitem").filter({ hasText: employee.name })).toHaveCount(0);
  await desk.getByRole("link", { name: "Personnes suivantes" }).click();
  await expect(desk.getByRole("link", { name: "Personnes suivantes" })).toBeVisible();
  await desk.getByRole("link", { name: "C’est lu" }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: employee.name })).toHaveCount(1);
});

/** Opens the composer of the house's own community at a kind, with its title. */
async function begin(page: Page, kind: string, title: string) {
  await page.goto(HOUSE);
  const form = formWith(page, { action: "publish" });
  // It is open already where a draft was found.
  await form.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
  await form.locator(`label:has([name="kind"][value="${kind}"])`).click();
  await form.getByLabel("Titre").fill(title);
  return form;
}

test("a named poll is voted in, and a vote changes", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  const employee = await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Quel jour pour le ménage ?");
  let form = await begin(page, "discussion", title);
  await expect(form.getByLabel("Réponses proposées")).toBeHidden();
  form = await begin(page, "poll", title);
  await form.getByLabel("Réponses proposées").fill("Lundi");
  await form.locator('[name="poll_end_date"]').fill(day(200));
  await sendAndBeRefused(form, ["poll_options"]);
  await expect(page.getByRole("alert")).toContainText("2 points");
  await expect(form.getByLabel("Titre")).toHaveValue(title);
  await expect(form.getByLabel("Réponses proposées")).toHaveValue("Lundi");
  await expect(form.locator('[name="poll_end_date"]')).toHaveValue(day(200));
  await form.getByLabel("Réponses proposées").fill("Lundi\nMardi\nJeudi");
  await form.locator('[name="poll_end_date"]').fill(day(5));
  await sendAndGoOn(form);
  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card).toContainText("Personne n’a encore voté");
  await expect(card).toContainText("une fois que vous avez voté");
  await expect(card.locator("figure")).toHaveCount(0);

  const ballot = card.locator('form[action*="do=vote"]');
  await sendAndBeRefused(ballot, ["choice"]);
  await ballot.getByLabel("Mardi").check();
  await sendAndGoOn(ballot);
  await expect(card).toContainText("Votre vote : Mardi");
  await expect(card).toContainText("1 personne a voté");
  await card.getByText("Voir les chiffres").click();
  await expect(card.getByRole("row", { name: "Mardi 1" })).toBeVisible();
  await card.getByText("Changer mon vote").click();
  await ballot.getByLabel("Jeudi").check();
  await sendAndGoOn(ballot);
  await expect(card).toContainText("Votre vote : Jeudi");
  await card.getByRole("link", { name: "Qui a voté quoi" }).click();
  await expect(main.getByRole("listitem").filter({ hasText: employee.name })).toContainText("Jeudi");

  const other = await beside("community_manager");
  expect((await other.goto(new URL(page.url()).pathname))?.status()).toBe(403);
});

test("an anonymous vote is final, and its results wait", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Faut-il une sieste ?");
  const form = await begin(page, "poll", title);
  await form.getByLabel("Réponses proposées").fill("Chaque jour\nJamais\nParfois");
  await form.getByRole("radio", { name: /^Plusieurs/ }).check();
  await form.getByRole("radio", { name: /^Anonyme/ }).check();
  await sendAndGoOn(form);
  const card = main.getByRole("article").filter({ hasText: title });
  const ballot = card.locator('form[action*="do=vote"]');
  await expect(ballot).toContainText("ne peut plus être changé");
  await ballot.getByLabel("Chaque jour").check();
  await ballot.getByLabel("Parfois").check();
  await sendAndGoOn(ballot);
  await expect(card).toContainText("Vous avez voté.");
  await expect(card).toContainText("si 5 personnes au moins ont voté");
  await expect(card.locator("figure")).toHaveCount(0);
  await expect(ballot).toHaveCount(0);
});

test("praise is given, and pinned", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Le quai d’hier");
  const form = await begin(page, "praise", title);
  await form.getByLabel("Votre message").fill("Tout est parti à l’heure.");
  await form.getByLabel("À qui").fill("Personne Inconnue");
  await sendAndBeRefused(form, ["praised"]);
  await expect(form.getByLabel("À qui")).toHaveAccessibleDescription(/personne à ce nom/);
  await expect(form.getByLabel("Votre message")).toHaveValue("Tout est parti à l’heure.");
  await form.getByLabel("À qui").fill(`${account("community_manager").name}\n${account("administrator").email}`);
  await sendAndGoOn(form);
  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card.locator(".post-praise")).toContainText("Bravo à");
  await expect(card.getByRole("link", { name: account("administrator").name })).toBeVisible();
  const post = new URL((await card.getByRole("link", { name: title }).getAttribute("href"))!, page.url()).pathname;
  expect((await page.goto(`${post}?pin=1`))?.status()).toBe(200);
  await expect(main.getByRole("button", { name: "Épingler" })).toHaveCount(0);

  const animator = await beside("community_manager");
  await animator.goto(`${post}?pin=1`);
  const desk = animator.getByRole("main");
  const pinning = formWith(animator, { action: "pin_post" });
  await pinning.getByLabel("Jusqu’au").fill(day(3));
  await sendAndGoOn(pinning);
  await expect(desk.locator(".post-pinned")).toContainText(inWords(day(3)));
  await page.goto(HOUSE);
  await expect(main.getByRole("article").filter({ hasText: title })).toContainText("Épinglée jusqu’au");
  await page.goto("/");
  await expect(main.getByRole("article").filter({ hasText: title })).not.toContainText("Épinglée jusqu’au");
  // Others pin here too, and there is room for three.
  await animator.goto(`${post}?pin=1`);
  await sendAndGoOn(formWith(animator, { action: "unpin_post" }));
  await expect(desk.locator(".post-pinned")).toHaveCount(0);
});

test("a comment is answered, its answer too, and each has its link", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  const employee = await signIn("employee");
  const main = page.getByRole("main");
  const post = await write(page, "discussion", unique("Qui a vu le chat ?"), "Il était sous le préau.");
  await page.goto(post);
  const form = () => formWith(page, { action: "comment" });
  const answer = async (to: string, words: string) => {
    if (to) {
      await main.locator(".comment-body").filter({ hasText: to }).getByRole("link", { name: /^Répondre/ }).click();
      await expect(form().getByLabel(/^Votre réponse à/)).toBeVisible();
    }
    await form().locator("textarea").fill(words);
    await sendAndGoOn(form());
    await expect(page).toHaveURL(/\?comment=\w+#comment-/);
    await expect(main.getByText(words)).toBeVisible();
  };
  await answer("", "Près des vélos, hier.");
  await answer("Près des vélos", "Il y est encore.");
  const other = await beside("community_manager");
  await other.goto(new URL(page.url()).pathname);
  await other.getByRole("main").locator(".comment-body").filter({ hasText: "Il y est encore" }).getByRole("link", { name: /^Répondre/ }).click();
  const theirs = formWith(other, { action: "comment" });
  await fill(theirs, { body: "Je lui porte du lait." });
  await sendAndGoOn(theirs);
  await expect(other.getByRole("main").locator(".comment .comment").filter({ hasText: "du lait" })).toContainText(`à ${employee.name}`);
  // The third answer is a press away, and open for who comes for it.
  await page.goto(post);
  await answer("Près des vélos", "Mission accomplie.");
  await page.goto(post);
  await expect(main.getByText("Mission accomplie.")).toBeHidden();
  await main.getByText("1 autre réponse").click();
  await expect(main.getByText("Mission accomplie.")).toBeVisible();
  const link = await main.locator(".comment .comment").filter({ hasText: "Mission" }).locator(".comment-when").getAttribute("href");
  await page.goto(link!);
  await expect(main.getByText("Mission accomplie.")).toBeVisible();
  // A comment that was answered leaves its place.
  await page.goto(post);
  const first = await main.locator(".comment-when").first().getAttribute("href");
  const id = new URL(first!, page.url()).searchParams.get("comment");
  await page.goto(`${post}?comment=${id}&delete=${id}`);
  await sendAndGoOn(formWith(page, { action: "delete_comment" }));
  await expect(main).toContainText("Ce commentaire a été supprimé.");
  await expect(main).toContainText("Il y est encore.");
});

test("a post keeps what it said, and a minor edit shows no mark", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Réunion");
  const post = await write(page, "discussion", title, "Elle est à dix heurs.");
  const change = async (words: string, minor: boolean) => {
    await page.goto(`${post}/edit`);
    const form = formWith(page, { action: "edit_post" });
    await form.getByLabel("Votre message").fill(words);
    await form.getByLabel("Modification mineure").setChecked(minor);
    await sendAndGoOn(form);
    await expect(main.getByText(words)).toBeVisible();
  };
  await change("Elle est à dix heures.", true);
  await expect(main.getByRole("link", { name: "modifié" })).toHaveCount(0);
  await change("Elle est à onze heures.", false);
  await main.getByRole("link", { name: "modifié" }).click();
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Versions précédentes");
  await expect(main.locator(".version").nth(0)).toContainText("dix heures.");
  await expect(main.locator(".version").nth(1)).toContainText("dix heurs.");
  await expect(main.locator(".version").nth(1)).toContainText("modification mineure");
});
