// What somebody was writing is never lost: it is kept on the device until it is published.
import { account, password } from "./support/accounts";
import { pictureFile } from "./support/picture";
import { awake, formWith, sendAndBeRefused } from "./support/forms";
import { expect, signInByForm, test } from "./support/test";
import type { Page } from "@playwright/test";

const PLACE = "/communities/le-tableau-de-liege";

const composer = (page: Page) => formWith(page, { action: "publish" });
const message = (page: Page) => composer(page).getByLabel("Votre message");

async function open(page: Page, path = PLACE) {
  await page.goto(path);
  await awake(page);
}

async function write(page: Page, text: string) {
  await page.getByRole("main").getByText("Écrire à la communauté…").click();
  await composer(page).getByText("Idée", { exact: true }).click();
  await composer(page).getByLabel("Titre").fill("Une étagère");
  await message(page).fill(text);
}

test("a draft survives a reload and a sign-out, and goes once it is published", async ({ page, signIn, unique }) => {
  await signIn("employee", { fresh: true });
  const text = unique("Je donne une étagère, deux planches et leurs chevilles");
  await open(page);
  await write(page, text);

  await page.reload();
  await expect(message(page)).toHaveValue(text);
  await expect(message(page)).toBeVisible();
  await expect(page.getByText("Brouillon repris de cet appareil.")).toBeVisible();
  await expect(composer(page).getByLabel("Titre")).toHaveValue("Une étagère");
  await expect(composer(page).getByRole("radio", { name: "Idée" })).toBeChecked();

  await test.step("signed out, and somebody else at the same device", async () => {
    await page.getByRole("button", { name: `Menu de ${account("employee").name}` }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await signInByForm(page, account("administrator"));
    await open(page);
    await page.getByRole("main").getByText("Écrire à la communauté…").click();
    await expect(message(page)).toHaveValue("");
    await page.getByRole("button", { name: `Menu de ${account("administrator").name}` }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
  });

  await test.step("back again, published, and gone", async () => {
    await signInByForm(page, account("employee"));
    await open(page);
    await expect(message(page)).toHaveValue(text);
    await composer(page).getByRole("button", { name: "Publier" }).click();
    await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
    await open(page);
    await expect(page.getByRole("article").filter({ hasText: text })).toHaveCount(1);
    await expect(message(page)).toHaveValue("");
    await expect(message(page)).toBeHidden();
  });
});

test("a session that ends while one writes costs no word", async ({ page, signIn, context, complaints, unique }) => {
  await signIn("employee", { fresh: true });
  const text = unique("Je cherche un tamis à farine");
  await open(page);
  await write(page, text);
  // Pictures further down that load from now on are not shown to strangers.
  complaints.expect(/\/media\//);
  await context.clearCookies();
  await composer(page).getByRole("button", { name: "Publier" }).click();
  await expect(formWith(page, { action: "sign_in" })).toBeVisible();
  await page.locator('[name="email"]').fill(account("employee").email);
  await page.locator('[name="password"]').fill(password);
  await page.locator('form:has([name="password"]) [type="submit"]').click();
  // Back where one was, with the words.
  await expect(page).toHaveURL(new RegExp(`${PLACE}$`));
  await expect(message(page)).toHaveValue(text);
});

test("what was refused is kept, with the pictures already received", async ({ page, signIn, unique }) => {
  await signIn("employee");
  await open(page);
  await write(page, unique("Trois bocaux"));
  await composer(page).locator("summary", { hasText: "Images" }).click();
  await composer(page).locator('input[name="picture"]').setInputFiles([
    pictureFile(), { name: "liste.txt", mimeType: "text/plain", buffer: Buffer.from("pas une image") },
  ]);
  await sendAndBeRefused(composer(page), []);
  await expect(page.getByRole("alert")).toContainText("n’a pas pu être lue");
  await expect(composer(page).getByLabel("Titre")).toHaveValue("Une étagère");
  await expect(composer(page).getByRole("checkbox", { name: "Retirer l’image 1" })).not.toBeChecked();
});
