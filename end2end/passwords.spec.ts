// A password changed by who knows it, and chosen anew by who forgot it.
import { comeIn, invite, PHRASE } from "./support/newcomers";
import { fill, formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { expect, test } from "./support/test";

test("changes a password, forgets it, and comes in by a link", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  await signIn("community_manager");
  const main = page.getByRole("main");
  const newcomer = await invite(page, unique("Odile Tisserand"));
  const theirs = await beside();
  await comeIn(theirs, newcomer);

  const next = "onze cerceaux et une marelle";
  await test.step("a wrong one is told beside its field, the right one changes it", async () => {
    await theirs.goto("/me/sessions");
    const form = formWith(theirs, { action: "change_password" });
    await fill(form, { password_current: "ce n’est pas la bonne", password: next, password_again: next });
    await sendAndBeRefused(form, ["password_current"]);
    await fill(form, { password_current: PHRASE, password: next, password_again: next });
    await sendAndGoOn(form);
    await expect(theirs.getByRole("main")).toContainText("Sessions ouvertes");
  });

  await test.step("a manager makes a link on their page, and it lets them choose another", async () => {
    await page.goto(`/people?q=${encodeURIComponent(newcomer.name)}`);
    await main.getByRole("link", { name: newcomer.name }).first().click();
    await sendAndGoOn(formWith(page, { action: "make_reset_link" }));
    const link = await main.getByLabel(`Lien pour ${newcomer.email}`).inputValue();
    const again = await beside();
    await again.goto(new URL(link, page.url()).pathname);
    const form = formWith(again, { action: "choose_password" });
    await fill(form, { password: "treize billes dans la poche", password_again: "treize billes dans la poche" });
    await sendAndGoOn(form);
    await expect(again).toHaveURL(/\/$/);
    await theirs.goto("/me");
    await expect(theirs).toHaveURL(/sign-in/);
  });
});
