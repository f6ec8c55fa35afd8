// What JavaScript adds for who writes: names that complete, buttons that format, drafts of every text.
import type { Page } from "@playwright/test";
import { account } from "./support/accounts";
import { awake, formWith, sendAndGoOn } from "./support/forms";
import { axe } from "./support/page-checks";
import { expect, test } from "./support/test";

const HOUSE = "/communities/toute-la-maison";

async function open(page: Page) {
  await page.goto(HOUSE);
  await awake(page);
  await page.getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  return { form, body: form.locator('[name="body"]') };
}

test("a name completes while one types, by the keyboard alone", async ({ page, signIn }) => {
  await signIn("employee");
  const { form, body } = await open(page);
  const name = account("community_manager").name;
  await body.click();
  await page.keyboard.type(`Merci @${name.slice(0, 4)}`);
  const option = form.getByRole("option", { name }).first();
  await expect(option).toBeVisible();
  await expect(form.getByRole("status")).toContainText("proposé");
  for (let pressed = 0; pressed < 9; pressed += 1) {
    await page.keyboard.press("ArrowDown");
    if ((await option.getAttribute("aria-selected")) === "true") break;
  }
  await expect(option).toHaveAttribute("aria-selected", "true");
  expect(await body.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue(`Merci @${name} `);
  await expect(form.getByRole("option")).toHaveCount(0);
  await page.keyboard.type("et @zzzzzz");
  await expect(form.getByRole("status")).toContainText("Aucun nom");
  await page.keyboard.press("Escape");
  await expect(body).toBeFocused();
});

test("buttons and keys format what is selected, and it can be undone", async ({ page, signIn }) => {
  await signIn("employee");
  const { form, body } = await open(page);
  await body.fill("un mot vif");
  await body.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 6));
  await form.getByRole("button", { name: "Gras" }).click();
  await expect(body).toHaveValue("un **mot** vif");
  await page.keyboard.press("Control+I");
  await expect(body).toHaveValue("un **_mot_** vif");
  await page.keyboard.press("Control+Z");
  await expect(body).toHaveValue("un **mot** vif");
  await page.keyboard.press("Control+B");
  await expect(body).toHaveValue("un mot vif");
  await page.keyboard.press("Control+K");
  await expect(body).toHaveValue("un [mot](https://) vif");
  await body.fill("pain\nfromage");
  await body.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, area.value.length));
  await form.getByRole("button", { name: "Liste" }).click();
  await expect(body).toHaveValue("- pain\n- fromage");
  await body.fill("");
});

test("the end of the room is told before it is reached", async ({ page, signIn }) => {
  await signIn("employee");
  const { form, body } = await open(page);
  await body.fill("x".repeat(9_000));
  await expect(form.locator(".writing-left")).toBeEmpty();
  await body.fill("x".repeat(9_800));
  await expect(form.locator(".writing-left")).toHaveText("Encore 200 caractères");
  await expect(form.getByRole("status")).toHaveText("Encore 200 caractères");
  await body.fill("x".repeat(10_007));
  await expect(form.locator(".writing-left")).toHaveText("7 caractères de trop");
  await body.fill("");
});

test("a comment and a change that were not sent are still there", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const { form, body } = await open(page);
  const title = unique("Étourderie");
  await form.getByLabel("Titre").fill(title);
  await body.fill("Premier jet.");
  await sendAndGoOn(form);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await awake(page);
  const comment = formWith(page, { action: "comment" }).locator('[name="body"]');
  await comment.fill("Je pensais que");
  await page.reload();
  await expect(comment).toHaveValue("Je pensais que");
  await sendAndGoOn(formWith(page, { action: "comment" }));
  await page.reload();
  await awake(page);
  await expect(comment).toHaveValue("");

  const post = new URL(page.url()).pathname;
  await page.goto(`${post}/edit`);
  await awake(page);
  const change = formWith(page, { action: "edit_post" });
  await change.locator('[name="body"]').fill("Second jet.");
  await page.reload();
  await expect(change.locator('[name="body"]')).toHaveValue("Second jet.");
  await sendAndGoOn(change);
  await page.goto(`${post}/edit`);
  await awake(page);
  await expect(change.locator('[name="body"]')).toHaveValue("Second jet.");
  await change.locator('[name="body"]').fill("Autre chose.");
  await change.locator('[name="body"]').fill("Second jet.");
  await page.reload();
  await expect(change.locator('[name="body"]')).toHaveValue("Second jet.");
});
