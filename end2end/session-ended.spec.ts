// A session that ends while somebody writes: what they typed waits for them behind the door.
import { fill, formWith, send, sendAndGoOn } from "./support/forms";
import { account, password } from "./support/accounts";
import { expect, test } from "./support/test";

test("what was typed is there again after signing in", async ({ page, signIn, unique }) => {
  const who = await signIn("employee");
  const bio = unique("Je relie des carnets le mardi.");
  await page.goto("/me");
  await fill(formWith(page, { action: "edit_profile" }), { bio });
  await page.context().clearCookies();

  await test.step("the answer is the door, and says that nothing is lost", async () => {
    expect(await send(formWith(page, { action: "edit_profile" }))).toBe(401);
    await expect(page.getByRole("alert")).toContainText("Ce que vous avez écrit est gardé");
  });

  await test.step("behind it the form is as it was typed, and not sent", async () => {
    const door = formWith(page, { action: "sign_in" });
    await fill(door, { email: who.email, password });
    await sendAndGoOn(door);
    await expect(page).toHaveURL(/\/me$/);
    await expect(page.locator('[name="bio"]')).toHaveValue(bio);
    await expect(page.getByRole("alert")).toContainText("rien n’a encore été envoyé");
  });

  await test.step("once sent, it has served", async () => {
    await sendAndGoOn(formWith(page, { action: "edit_profile" }));
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.goto("/me");
    await expect(page.locator('[name="bio"]')).toHaveValue(bio);
  });
});

test("somebody else who signs in does not find it", async ({ page, signIn, unique }) => {
  await signIn("employee");
  const bio = unique("Ceci n’est pas pour vous.");
  await page.goto("/me");
  await fill(formWith(page, { action: "edit_profile" }), { bio });
  await page.context().clearCookies();
  expect(await send(formWith(page, { action: "edit_profile" }))).toBe(401);
  const door = formWith(page, { action: "sign_in" });
  await fill(door, { email: account("community_manager").email, password });
  await sendAndGoOn(door);
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole("main")).not.toContainText(bio);
  await expect(page.locator('[name="bio"]')).not.toHaveValue(bio);
});
