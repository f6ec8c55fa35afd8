// What JavaScript adds for pictures: moved by buttons, each with its own description, and looked at
// with the arrow keys.
import { awake, formWith, sendAndGoOn } from "./support/forms";
import { pictureFile } from "./support/picture";
import { expect, test } from "./support/test";

test("pictures are moved before they are sent, and looked at with the keyboard", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  await page.goto("/communities/le-tableau-de-liege");
  await awake(page);
  const main = page.getByRole("main");
  const title = unique("Avant, après");
  await main.getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  await form.getByLabel("Titre").fill(title);
  await form.locator("summary", { hasText: "Images" }).click();
  await form.locator('input[name="picture"]').setInputFiles([pictureFile("apres.png"), pictureFile("avant.png")]);
  await form.getByLabel("Ce que montre l’image 1").fill("Après");
  await form.getByLabel("Ce que montre l’image 2").fill("Avant");
  await form.getByRole("button", { name: "Avancer l’image" }).nth(1).click();
  await expect(form.locator(".composer-moved")).toHaveText("Image déplacée\u00a0: place 1");
  await sendAndGoOn(form);

  const card = main.getByRole("article").filter({ hasText: title });
  await expect(card.locator(".post-pictures img").first()).toHaveAttribute("alt", "Avant");
  await card.locator(".post-pictures a").first().click();
  await awake(page);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Image 2 sur 2");
  await awake(page);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Image 1 sur 2");
  await awake(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("pictures a post has are moved by buttons, and the numbers follow", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  await page.goto("/communities/le-tableau-de-liege");
  await awake(page);
  const main = page.getByRole("main");
  const title = unique("Deux vues");
  await main.getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  await form.getByLabel("Titre").fill(title);
  await form.locator("summary", { hasText: "Images" }).click();
  await form.locator('input[name="picture"]').setInputFiles([pictureFile("a.png"), pictureFile("b.png")]);
  await form.getByLabel("Ce que montre l’image 1").fill("Un");
  await form.getByLabel("Ce que montre l’image 2").fill("Deux");
  await sendAndGoOn(form);
  await main.getByRole("article").filter({ hasText: title }).getByRole("link", { name: title }).click();
  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await awake(page);
  const edit = formWith(page, { action: "edit_post" });
  await expect(edit.getByLabel("Place de l’image 1")).toBeHidden();
  await edit.getByRole("button", { name: "Reculer l’image" }).first().click();
  await sendAndGoOn(edit);
  await expect(main.locator(".post-pictures img").first()).toHaveAttribute("alt", "Deux");
});
