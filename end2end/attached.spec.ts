// What is attached to a post: pictures put in order and described, albums, files. The same with
// JavaScript and without: the order is made of numbers where nothing can be dragged.
import type { Page } from "@playwright/test";
import { formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { pictureFile } from "./support/picture";
import { expect, test } from "./support/test";

const PLACE = "/communities/le-tableau-de-liege";

async function begin(page: Page, kind: string, title: string) {
  await page.goto(PLACE);
  await page.getByRole("main").getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  await form.locator(`label:has([name="kind"][value="${kind}"])`).click();
  await form.getByLabel("Titre").fill(title);
  return form;
}

/** Where the post of this title stands. */
async function found(page: Page, title: string): Promise<string> {
  const link = page.getByRole("main").getByRole("link", { name: title, exact: true }).first();
  await expect(link).toBeVisible();
  return new URL((await link.getAttribute("href"))!, page.url()).pathname;
}

// One after the other: a feed that was just drawn would ask for a picture that another of these takes off.
test.describe.configure({ mode: "default" });

test("an album is published, put in order, and looked at one by one", async ({ page, signIn, unique }) => {
  test.setTimeout(90_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("La cour repeinte");
  const form = await begin(page, "album", title);
  await form.locator("summary", { hasText: "Images" }).click();
  await form.locator('input[name="picture"]').setInputFiles(["un.png", "deux.png", "trois.png"].map((name) => pictureFile(name)));
  await form.locator('[name="alt"]').evaluate((field: HTMLTextAreaElement) => { field.value = "Une\nDeux\nTrois"; });
  await sendAndGoOn(form);
  const post = await found(page, title);

  await test.step("the third comes first, the first goes", async () => {
    await page.goto(`${post}/edit`);
    const edit = formWith(page, { action: "edit_post" });
    await edit.getByLabel("Ce que montre l’image 2").fill("Deux, de plus près");
    await edit.locator('[name="kept[2][place]"]').evaluate((field: HTMLInputElement) => { field.value = "1"; });
    await edit.getByRole("checkbox", { name: "Retirer l’image 1" }).check();
    await sendAndGoOn(edit);
    const pictures = main.locator(".post-album img");
    await expect(pictures).toHaveCount(2);
    await expect(pictures.nth(0)).toHaveAttribute("alt", "Trois");
    await expect(pictures.nth(1)).toHaveAttribute("alt", "Deux, de plus près");
  });

  await test.step("one after the other", async () => {
    await main.locator(".post-album a").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Image 1 sur 2");
    await main.getByRole("link", { name: "Image suivante" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Image 2 sur 2");
    await expect(main.getByRole("img", { name: "Deux, de plus près" })).toBeVisible();
    await main.getByRole("link", { name: "Image précédente" }).click();
    await expect(page).toHaveURL(new RegExp(`${post}/pictures/1$`));
  });
});

test("pictures are described in both languages", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("La cour au soleil");
  const form = await begin(page, "discussion", title);
  await form.locator("summary", { hasText: "Images" }).click();
  await form.locator('input[name="picture"]').setInputFiles([pictureFile("un.png")]);
  await form.locator('[name="alt"]').evaluate((field: HTMLTextAreaElement) => { field.value = "Le marronnier"; });
  await form.getByLabel("Votre message").fill("Voilà.");
  await sendAndGoOn(form);
  const post = await found(page, title);

  await page.goto(`${post}/translate`);
  const second = formWith(page, { action: "translate_post" });
  await second.getByLabel("Titre").fill("The yard in the sun");
  await second.locator('[name="body"]').fill("There.");
  const shows = second.getByLabel("Ce que montre l’image 1");
  await shows.evaluate((field: HTMLInputElement) => { field.maxLength = 1000; });
  await shows.fill("x".repeat(301));
  await sendAndBeRefused(second, ["alts[0][alt]"]);
  await shows.fill("The chestnut tree");
  await sendAndGoOn(second);
  await expect(main.getByRole("img", { name: "The chestnut tree" })).toBeVisible();
  const colleague = await beside("community_manager");
  await colleague.goto(post);
  await expect(colleague.getByRole("main").getByRole("img", { name: "Le marronnier" })).toBeVisible();
  await colleague.goto(`${post}?lang=en`);
  await expect(colleague.getByRole("main").getByRole("img", { name: "The chestnut tree" })).toBeVisible();

  await test.step("taken away, it stays in the history", async () => {
    await page.goto(`${post}/translate`);
    await sendAndGoOn(formWith(page, { action: "drop_translation" }));
    await page.goto(`${post}/versions`);
    await expect(main).toContainText("Version en anglais");
    await expect(main).toContainText("The chestnut tree");
  });
});

test("a file is attached, saved by a colleague, and taken off", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("Les mesures de la cour");
  const form = await begin(page, "discussion", title);
  await form.locator("summary", { hasText: "Fichiers" }).click();
  await form.locator('input[name="file"]').setInputFiles([
    { name: "Mesures.csv", mimeType: "text/csv", buffer: Buffer.from("côté;mètres\nnord;12\n") },
    { name: "photo.pdf", mimeType: "application/pdf", buffer: Buffer.from("<!doctype html>") },
  ]);
  await sendAndBeRefused(form, ["file"]);
  await expect(form).toContainText("Mesures.csv");
  await expect(form.getByLabel("Titre")).toHaveValue(title);
  await sendAndGoOn(form);
  const post = await found(page, title);

  const colleague = await beside("community_manager");
  await colleague.goto(post);
  const link = colleague.getByRole("main").getByRole("link", { name: /^Mesures\.csv/ });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([colleague.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("Mesures.csv");

  await page.goto(`${post}/edit`);
  const edit = formWith(page, { action: "edit_post" });
  await edit.getByRole("checkbox", { name: "Retirer Mesures.csv" }).check();
  await edit.getByLabel("Votre message").fill("Plus de mesures.");
  await sendAndGoOn(edit);
  await expect(main.locator(".post-files")).toHaveCount(0);
});

test("a link is there without its preview, and says where it leads", async ({ page, signIn, unique }) => {
  await signIn("employee");
  const main = page.getByRole("main");
  const title = unique("À lire");
  const form = await begin(page, "link", title);
  await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
  await form.getByLabel("Adresse de la page").fill("javascript:alert(1)");
  await sendAndBeRefused(form, ["url"]);
  await form.getByLabel("Adresse de la page").fill("http://127.0.0.1/secret");
  await sendAndGoOn(form);
  const post = await found(page, title);
  await expect(async () => {
    await page.goto(post);
    await expect(main).toContainText("Lien sans aperçu", { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  const link = main.locator(".post-link");
  await expect(link).toHaveAttribute("href", "http://127.0.0.1/secret");
  await expect(link).toContainText("127.0.0.1");

  await test.step("it is put right, and where it led stays in its history", async () => {
    await page.goto(`${post}/edit`);
    const edit = formWith(page, { action: "edit_post" });
    await edit.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
    await edit.getByLabel("Adresse de la page").fill("");
    await sendAndBeRefused(edit, ["url"]);
    await edit.getByLabel("Adresse de la page").fill("http://127.0.0.1/autre");
    await sendAndGoOn(edit);
    await expect(link).toHaveAttribute("href", "http://127.0.0.1/autre");
    await page.goto(`${post}/versions`);
    await expect(main).toContainText("http://127.0.0.1/secret");
  });
});
