// `test` and `expect` for every spec: a test fails on anything the browser complains of, and can
// start signed in.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { account, password, type Account } from "./accounts";
import { comeIn, invite } from "./newcomers";
import { Complaints } from "./complaints";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

type Fixtures = {
  complaints: Complaints;
  /** Signs the page in: `await signIn("employee")`, or "newcomer" for somebody not of the demo. Where a test ends the session, `{ fresh: true }`. */
  signIn: (role: string, options?: { nth?: number; fresh?: boolean }) => Promise<Account>;
  /** Somebody else at another device, signed in where a role is named; same screen, same JavaScript. */
  beside: (role?: string) => Promise<Page>;
  /** Text that no other test, project or run has: `unique("Covoiturage")`. */
  unique: (text: string) => string;
  /** Whether this project runs JavaScript. */
  scripted: boolean;
};

export const test = base.extend<Fixtures, { sessions: Map<string, Cookies> }>({
  sessions: [async ({}, use) => use(new Map()), { scope: "worker" }],

  complaints: [
    async ({ context, baseURL, scripted }, use) => {
      if (!baseURL) throw new Error("PREAU_TEST_URL is not set: start the suite with make test ONLY=browser");
      const complaints = new Complaints(baseURL, scripted);
      await complaints.listen(context);
      await use(complaints);
      expect(complaints.heard, "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],

  scripted: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),

  unique: async ({}, use, info) => {
    const mark = `${info.project.name}-${info.testId.slice(-4)}-${Date.now().toString(36).slice(-5)}`;
    await use((text) => `${text} ${mark}`);
  },

  signIn: async ({ page, sessions, beside, unique }, use) => {
    await use(async (role, { nth = 0, fresh = false } = {}) => {
      if (role === "newcomer") return arrive(page, sessions, beside, unique);
      const who = account(role, nth);
      await enter(page, who, fresh ? undefined : sessions);
      return who;
    });
  },

  beside: async ({ browser, complaints, sessions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext();
      opened.push(context);
      await complaints.listen(context);
      const page = await context.newPage();
      if (role) await enter(page, account(role), sessions);
      return page;
    });
    for (const context of opened) await context.close();
  },
});

/** Somebody who came in by an invitation and has done nothing yet; one for each worker. */
async function arrive(page: Page, sessions: Map<string, Cookies>, beside: Fixtures["beside"], unique: Fixtures["unique"]) {
  const kept = sessions.get("newcomer");
  await page.context().clearCookies();
  if (kept) await page.context().addCookies(kept);
  const who = { role: "newcomer", email: "", name: "" };
  if (kept) return who;
  await comeIn(page, await invite(await beside("community_manager"), unique("Aurore Seuil")));
  sessions.set("newcomer", (await page.context().cookies()).filter((cookie) => cookie.name !== "notice"));
  return who;
}

/** Signs in as `who`, with the cookies of an earlier time where `sessions` has them. */
async function enter(page: Page, who: Account, sessions?: Map<string, Cookies>) {
  const context = page.context();
  const kept = sessions?.get(who.email);
  await context.clearCookies();
  if (kept) {
    await context.addCookies(kept);
    return;
  }
  await signInByForm(page, who);
  // The notice that greets is for the page after signing in, not for every page of other tests.
  sessions?.set(who.email, (await context.cookies()).filter((cookie) => cookie.name !== "notice"));
}

/** Goes through the sign-in page as a person does. */
export async function signInByForm(page: Page, who: Pick<Account, "email">, secret = password) {
  await page.goto("/sign-in");
  await page.locator('[name="email"]').fill(who.email);
  await page.locator('[name="password"]').fill(secret);
  await page.locator('form:has([name="password"]) [type="submit"]').click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export { expect };
