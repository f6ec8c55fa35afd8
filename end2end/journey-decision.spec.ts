// A community decides: put to all its members, voted under names, told to those who have voted.
import { account } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { expect, test } from "./support/test";

test("a decision is put to the members, who vote and change their minds", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  await signIn("employee");
  const main = page.getByRole("main");
  const home = "/communities/guilde-des-donnees";
  const question = unique("Lire à voix haute une fois par mois ?");

  await test.step("bad input is explained beside its field, and what was typed is kept", async () => {
    await page.goto(home);
    await main.getByRole("link", { name: "Décisions", exact: true }).click();
    await main.getByRole("link", { name: "Mettre une décision aux voix" }).click();
    const form = formWith(page, { action: "propose_decision" });
    await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
    await fill(form, { question, choices: "Une seule", quorum: "300", last_day: "2020-01-01" });
    await sendAndBeRefused(form, ["choices", "quorum", "last_day"]);
    await expect(form.locator('[name="question"]')).toHaveValue(question);
  });

  await test.step("put right, it is put to the vote", async () => {
    const form = formWith(page, { action: "propose_decision" });
    await fill(form, { choices: "", quorum: "10", last_day: day(5) });
    await sendAndGoOn(form);
    await expect(main.getByRole("heading", { level: 2, name: question })).toBeVisible();
    await expect(main).toContainText("Vote en cours");
    await expect(main).toContainText("Le compte se montre");
  });

  const address = new URL(page.url()).pathname;
  await test.step("it waits on the community's page, and when one catches up", async () => {
    await page.goto(home);
    await expect(main.getByRole("link", { name: question })).toBeVisible();
    await page.goto("/catch-up");
    await expect(main.getByRole("link", { name: question })).toBeVisible();
  });

  await test.step("one votes, sees the count, and changes one's mind", async () => {
    await page.goto(address);
    await main.getByRole("radio", { name: "Non" }).check();
    await sendAndGoOn(formWith(page, { action: "vote_decision" }));
    await expect(main.locator("dl")).toContainText("Non");
    await expect(main.locator("#votes")).toContainText(account("employee").name);
    await main.getByRole("radio", { name: "Oui" }).check();
    await sendAndGoOn(formWith(page, { action: "vote_decision" }));
    await expect(main.locator("#votes").getByRole("listitem")).toHaveCount(1);
    await expect(main.locator("#votes")).toContainText("Oui");
    await page.goto(home);
    await expect(main.getByRole("link", { name: question })).toHaveCount(0);
  });

  await test.step("outside, there is no such decision", async () => {
    const stranger = await beside("partner");
    expect((await stranger.goto(address))?.status()).toBe(404);
  });

  await test.step("it is taken back, and stays in the log", async () => {
    await page.goto(address);
    await main.getByRole("button", { name: "Retirer cette proposition" }).click();
    await expect(main).toContainText("Retirée");
    await page.goto(`${home}/decisions`);
    const line = main.getByRole("article").filter({ has: page.getByRole("link", { name: question }) });
    await expect(line).toContainText("Retirée");
  });
});

test("what was decided is read with its reasons", async ({ page, signIn }) => {
  await signIn("employee");
  const main = page.getByRole("main");
  await page.goto("/communities/cercle-des-marque-pages/decisions");
  await main.getByRole("link", { name: /^Quel soir pour le cercle/ }).click();
  await expect(main).toContainText("Choisi");
  await expect(main).toContainText("Ce qui en découle");
  await expect(main).toContainText("Le mardi l’emporte");
});
