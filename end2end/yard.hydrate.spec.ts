// Forms sent without leaving the page behave as forms that leave it.
import { account } from "./support/accounts";
import { awake, formWith } from "./support/forms";
import { comeIn, invite, PHRASE } from "./support/newcomers";
import { expect, signInByForm, test } from "./support/test";

test("the way back leads to the page before, as it was", async ({ page, beside, unique }) => {
  const manager = await beside("community_manager");
  await comeIn(page, await invite(manager, unique("Perrine Halte")));
  await page.goto("/communities");
  await page.goto("/communities/pause-foulees/charter");
  await awake(page);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Rejoindre la communauté" }).click();
  await expect(page).toHaveURL(/\/communities\/pause-foulees$/);
  await expect(main).toContainText("Écrire à la communauté…");
  // The page around follows: one more community is mine.
  await expect(page.locator(".rail a").filter({ hasText: "Pause foulées" })).toBeAttached();

  await page.goBack();
  await expect(page).toHaveURL(/\/charter$/);
  await expect(main.getByRole("heading", { name: "À quoi elle sert" })).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/\/communities\/pause-foulees$/);
  await expect(main).toContainText("Écrire à la communauté…");
  await page.goBack();
  await expect(main.getByRole("heading", { name: "À quoi elle sert" })).toBeVisible();
  await page.goBack();
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Communautés");
});

test("a form sent from its own page leaves one step back, not two", async ({ page, signIn, unique }) => {
  await signIn("employee");
  await page.goto("/communities/toute-la-maison");
  await page.goto("/");
  await page.locator('main .post-comments').first().click();
  await expect(page).toHaveURL(/\/posts\//);
  await awake(page);
  const said = unique("Encore un mot");
  await page.getByLabel("Votre commentaire").fill(said);
  await page.getByRole("button", { name: "Publier le commentaire" }).click();
  const comment = page.getByRole("listitem").filter({ hasText: said });
  await expect(comment).toBeInViewport();
  await expect(page.getByLabel("Votre commentaire")).toHaveValue("");
  await page.goBack();
  if (new URL(page.url()).pathname !== "/") await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sous le préau");
});

test("what is said once is said when the frame changes too", async ({ page, beside, unique }) => {
  const manager = await beside("community_manager");
  const newcomer = await invite(manager, unique("Solène Porche"));
  await page.goto(newcomer.link);
  await awake(page);
  const form = formWith(page, { action: "join_house" });
  await form.getByLabel("Choisissez un mot de passe").fill(PHRASE);
  await form.getByLabel("Le même, une deuxième fois").fill(PHRASE);
  await form.getByLabel("Langue").selectOption("en");
  await form.getByRole("button", { name: "Entrer" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("status").filter({ hasText: "Welcome under the roof!" }).first()).toBeVisible();

  await page.getByRole("button", { name: `${newcomer.name}’s menu` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status").filter({ hasText: "You are signed out." }).first()).toBeVisible();
});

test("a press that reaches no server keeps what was typed, and says so", async ({ page, context, complaints }) => {
  await signInByForm(page, account("employee"));
  await page.locator("main .post-comments").first().click();
  await awake(page);
  await page.getByLabel("Votre commentaire").fill("Écrit dans un tunnel");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Publier le commentaire" }).click();
  await expect(page.getByText("Pas de réseau : ce que vous écrivez est gardé ici.")).toBeAttached();
  await expect(page.getByLabel("Votre commentaire")).toHaveValue("Écrit dans un tunnel");
  await expect(page.getByRole("button", { name: "Publier le commentaire" })).toBeEnabled();
  await context.setOffline(false);
  complaints.heard.length = 0;
});
