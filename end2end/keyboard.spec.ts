import { expect, test } from "./support/test";

// `:focus` is asked of the page's own tree, so this holds without JavaScript too.
test("the first tab stop is the link past the navigation", async ({ page, signIn }) => {
  await signIn("employee");
  for (const path of ["/", "/communities", "/events", "/carpool", "/people"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.locator("a:focus");
    await expect(skip, path).toBeVisible();
    await expect(skip, path).toHaveAttribute("href", /#\w+/);
    const target = new URL((await skip.getAttribute("href"))!, page.url()).hash;
    await skip.press("Enter");
    await expect(page, path).toHaveURL(new RegExp(`${target}$`));
    await expect(page.locator(`main${target}, main ${target}`), path).toBeVisible();
  }
});

test("signing in needs no mouse", async ({ page }) => {
  await page.goto("/sign-in");
  const email = page.locator('[name="email"]');
  const password = page.locator('[name="password"]');
  for (let i = 0; i < 20 && !(await email.evaluate((field) => field === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await expect(email).toBeFocused();
  for (let i = 0; i < 5 && !(await password.evaluate((field) => field === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await expect(password).toBeFocused();
});
