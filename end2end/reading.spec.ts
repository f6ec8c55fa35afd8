// What readers keep for later, mute, and prefer; and who reacted.
import { formWith } from "./support/forms";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

/** Presses, and waits for the form to be taken and the page to come back. */
async function press(button: Locator) {
  const [response] = await Promise.all([
    button.page().waitForResponse((one) => one.request().method() === "POST" && new URL(one.url()).searchParams.has("do")),
    button.click(),
  ]);
  expect(response.status()).toBe(303);
  await button.page().waitForLoadState();
}

/** The path of the first post of a page. */
async function firstPost(page: Page): Promise<string> {
  const link = page.locator("main article.post a[href^='/posts/']").first();
  return new URL((await link.getAttribute("href"))!, page.url()).pathname;
}

test("one gesture keeps a post for later, the same lets it go", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/communities/toute-la-maison");
  const path = await firstPost(page);
  const id = path.split("/").pop()!;
  const keep = page.locator(`#post-${id}`).getByRole("button", { name: "Garder pour plus tard" });
  await expect(keep).toHaveAttribute("aria-pressed", "false");
  await press(keep);
  await expect(keep).toHaveAttribute("aria-pressed", "true");

  await page.goto("/saved");
  const kept = page.locator(`#post-${id}`);
  await expect(kept).toBeVisible();
  await press(kept.getByRole("button", { name: "Garder pour plus tard" }));
  await page.goto("/saved");
  await expect(kept).toHaveCount(0);
});

test("a conversation and a person are muted, and heard of again", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/communities/toute-la-maison");
  const article = page.locator("main article.post:not([data-kind=announcement])").first();
  const author = (await article.locator(".post-author a").first().textContent())!.trim();
  const id = (await article.getAttribute("id"))!.replace("post-", "");
  await article.getByRole("link", { name: "Masquer…" }).click();
  await expect(page).toHaveURL(new RegExp(`/posts/${id}\\?mute=1`));
  await press(page.getByRole("button", { name: "Ne plus entendre parler de cette conversation" }));
  await page.goto(`/posts/${id}?mute=1`);
  await press(page.getByRole("button", { name: `Masquer ce qu’écrit ${author}` }));

  // Their words stand folded, and a press shows them.
  await page.goto("/communities/toute-la-maison");
  const folded = page.locator("details.post-folded", { has: page.locator(`#post-${id}`) });
  await expect(folded.locator("summary")).toContainText(`Masqué : ${author}`);
  await expect(folded.locator("article")).toBeHidden();
  await folded.locator("summary").click();
  await expect(folded.locator("article")).toBeVisible();

  await page.goto("/muted");
  for (let left = await page.getByRole("button", { name: /^Remontrer/ }).count(); left > 0; left -= 1) {
    await press(page.getByRole("button", { name: /^Remontrer/ }).first());
    await page.goto("/muted");
  }
  await expect(page.locator(".empty-state")).toBeVisible();
  await page.goto("/communities/toute-la-maison");
  await expect(page.locator("details.post-folded")).toHaveCount(0);
});

test("a muted community leaves the home page, not its own", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/communities/toute-la-maison");
  const path = await firstPost(page);
  await page.getByRole("main").getByRole("link", { name: "Masquer…" }).first().click();
  await expect(page).toHaveURL(/\/muted\?what=community/);
  await press(page.getByRole("button", { name: /sur l’accueil$/ }));
  await page.goto("/");
  await expect(page.locator(`main a[href="${path}"]`)).toHaveCount(0);
  await page.goto("/communities/toute-la-maison");
  await expect(page.locator(`main a[href="${path}"]`).first()).toBeVisible();
  await page.goto("/muted");
  await press(page.getByRole("button", { name: /^Remontrer/ }).first());
});

test("the order of the home page is kept", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/");
  const active = page.getByRole("button", { name: "Conversations récentes" });
  const newest = page.getByRole("button", { name: "Publications récentes" });
  await expect(newest).toHaveAttribute("aria-pressed", "true");
  await press(active);
  await page.goto("/");
  await expect(active).toHaveAttribute("aria-pressed", "true");
  await press(newest);
  await expect(newest).toHaveAttribute("aria-pressed", "true");
});

test("who reacted is told, a reaction at a time", async ({ page, signIn }) => {
  const me = await signIn("employee");
  await page.goto("/communities/toute-la-maison");
  const path = await firstPost(page);
  await page.goto(path);
  const thanks = page.locator("form[data-react] button[title=Merci]").first();
  if ((await thanks.getAttribute("aria-pressed")) === "false") {
    await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), thanks.click()]);
    await page.goto(path);
  }
  await page.getByRole("link", { name: "Qui a réagi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qui a réagi");
  await page.locator(".tabs a[href*='kind=thanks']").click();
  await expect(page.getByRole("main")).toContainText(me.name);
});

test("a news link stands there without JavaScript", async ({ page, signIn, scripted }) => {
  test.skip(scripted, "with JavaScript it comes when there is something new");
  await signIn("newcomer");
  await page.goto("/communities/toute-la-maison");
  await expect(page.getByRole("link", { name: "Voir s’il y a du nouveau" })).toBeVisible();
});

test("a form is where a choice is made: no link changes anything", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/");
  expect(await formWith(page, { action: "choose_order" }).count()).toBe(1);
});
