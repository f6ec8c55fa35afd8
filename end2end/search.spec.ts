// Searching: by accented words and by phrases, with filters, from the top of every page and from the phone.
import { account } from "./support/accounts";
import { expect, test } from "./support/test";

const LOST = /Rien de tel|Nothing of the kind/;

test.describe("a search", () => {
  test("finds a phrase with accents, marks it, and leads to the post", async ({ page, signIn, unique }) => {
    await signIn("employee");
    const word = unique("Éclair").replace(/[^\p{L}\p{N}]+/gu, "");
    await page.goto("/communities/toute-la-maison");
    await page.locator("details:has(form[action*='do=publish'])").first().evaluate((door: HTMLDetailsElement) => { door.open = true; }).catch(() => {});
    const form = page.locator("form[action*='do=publish']").first();
    await form.locator("[name=title]").fill(`Sortie ${word}`);
    await form.locator("[name=body]").fill(`Rendez-vous à l’Étang des Grèbes, ${word} compris.`);
    await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), form.locator("[type=submit]").first().click()]);
    await expect(async () => {
      await page.goto(`/search?q=${encodeURIComponent(`"etang des grebes" ${word.toLowerCase()}`)}`);
      await expect(page.locator(".hits li")).toHaveCount(1, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
    await expect(page.locator(".hit-excerpt mark").first()).toHaveText("Étang des Grèbes");
    await expect(page.locator(".hit-title mark")).toHaveText(word);
    await page.locator(".hit-title a").click();
    await expect(page).toHaveURL(/\/posts\//);
    await expect(page.locator("h1")).toContainText(word);
  });

  test("starts at the top of any page, or on a phone by a link there", async ({ page, signIn }) => {
    await signIn("employee");
    await page.goto("/events");
    const field = page.locator(".topbar-search input");
    if (await field.isVisible()) {
      await field.fill("velo");
      await field.press("Enter");
    } else {
      await page.locator(".topbar-search-link a").click();
      await page.locator("main [name=q]").fill("velo");
      await page.locator("main form[role=search] button").first().click();
    }
    await expect(page).toHaveURL(/\/search\?.*q=velo/);
    await expect(page.locator(".hit mark").first()).toBeVisible();
  });

  test("keeps its filters from page to page, and says what is wrong with a day", async ({ page, signIn }) => {
    await signIn("employee");
    await page.goto("/search?q=merci&only=comment");
    await expect(page.locator(".search-filters")).toHaveAttribute("open", "");
    await expect(page.locator("[name=only]")).toHaveValue("comment");
    const next = page.locator(".pagination a").last();
    await expect(next).toHaveAttribute("href", /only=comment/);
    await next.click();
    await expect(page).toHaveURL(/only=comment.*after=/);
    await expect(page.locator(".hits li").first()).toBeVisible();
    await page.goto("/search?q=merci&from=hier");
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(page.locator("[name=q]").last()).toHaveValue("merci");
  });

  test("finds people as the directory does", async ({ page, signIn }) => {
    await signIn("employee");
    const family = account("community_manager").name.split(" ").at(-1)!;
    await page.goto(`/search?q=${encodeURIComponent(family.toLowerCase())}`);
    await expect(page.locator(".people")).toContainText(account("community_manager").name);
  });

  test("tells a partner nothing of what others read", async ({ page, signIn }) => {
    await signIn("partner");
    await page.goto("/search?q=%22toute+la+maison%22&only=community");
    await expect(page.locator("main")).toContainText(LOST);
  });
});
