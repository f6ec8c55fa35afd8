import { account, password } from "./support/accounts";
import { shot } from "./support/page-checks";
import { expect, signInByForm, test } from "./support/test";

test("the server says that it is alive and ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

for (const [lang, locale] of [["fr", "fr-FR"], ["en", "en-GB"]]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    test("the sign-in page speaks the browser's language", async ({ page }, info) => {
      await page.goto("/sign-in");
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${lang}`));
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.locator('[name="email"]')).toBeVisible();
      await expect(page.locator('[name="password"]')).toBeVisible();
      await shot(page, info.project.name, `sign-in-${lang}`);
    });
  });
}

test("an unknown address is a page of the house with status 404", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toBeVisible();
});

test("an unknown asset is not answered with a page", async ({ request }) => {
  const response = await request.get("/pkg/no-such-file.js");
  expect(response.status()).toBe(404);
  expect(response.headers()["content-type"] ?? "").not.toContain("text/html");
});

test("who is not signed in is sent to sign in", async ({ page }) => {
  await page.goto("/communities");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a wrong password is refused, the address kept, nothing said of who has an account", async ({ page }) => {
  const said = [];
  for (const email of [account("employee").email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await page.locator('[name="email"]').fill(email);
    await page.locator('[name="password"]').fill(`${password} and more`);
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      page.locator('form:has([name="password"]) [type="submit"]').click(),
    ]);
    expect(response.status()).toBe(422);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator('[name="email"]')).toHaveValue(email);
    await expect(page.locator('[name="password"]')).toHaveValue("");
    said.push(await page.getByRole("alert").innerText());
  }
  expect(said[0]).toBe(said[1]);
});

test("the right password opens the house", async ({ page }, info) => {
  await signInByForm(page, account("employee"));
  await expect(page.locator("h1")).toBeVisible();
  await shot(page, info.project.name, "home");
});

test("the about page leads to the text of every licence", async ({ page }) => {
  await page.goto("/about");
  const link = page.getByRole("link", { name: /Le texte de toutes ces licences/ });
  await expect(link).toHaveAttribute("href", "/licences.txt");
  // Read as it is served: a plain text lets nothing run in it, not even what looks at pages.
  const texts = await (await page.request.get("/licences.txt")).text();
  for (const text of ["Business Source License 1.1", "Change Date:", "SIL OPEN FONT LICENSE", "Licence Ouverte", "Lucide"]) {
    expect(texts.toLowerCase()).toContain(text.toLowerCase());
  }
});
