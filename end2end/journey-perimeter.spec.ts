// Who sees a community and who comes in: doors changed with what changes said before, somebody invited
// by name, a look from outside, a partner until a day.
import type { Locator, Page } from "@playwright/test";
import { account } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { expect, test } from "./support/test";

const main = (page: Page): Locator => page.getByRole("main");

test("doors, invitations and a look from outside", async ({ page, beside, unique }) => {
  test.setTimeout(120_000);
  const office = await beside("community_manager");
  const person = await invite(office, unique("Camille Portillon"));
  await comeIn(page, person);
  const name = unique("Cercle du portail");
  let address = "";

  await test.step("a community that is open", async () => {
    await office.goto("/communities/new");
    const form = formWith(office, { action: "open_community" });
    await fill(form, {
      name, summary: "Parler des portes et des portails.", kind: "interest",
      purpose: "Parler des portes, et de ce qu’elles ouvrent.", audience: "Qui aime les portes.",
      rules: "On frappe avant d’entrer.", measures: "Dix portes par mois.", review_on: day(180),
      sponsor: account("administrator").email, "animators[0]": account("community_manager").email,
      "animators[1]": account("employee").email, admission: "open", listed: "yes",
    });
    await sendAndGoOn(form);
    await expect(office).toHaveURL(/\/communities\/(?!new$)/);
    address = new URL(office.url()).pathname;
    await page.goto(`/communities?q=${encodeURIComponent(name)}`);
    await expect(main(page).getByRole("link", { name, exact: true })).toBeVisible();
  });

  await test.step("what changes is said before it does", async () => {
    await office.goto(`${address}/perimeter`);
    const doors = main(office).locator("#doors form");
    await doors.getByRole("radio", { name: /^Sur demande/ }).check();
    await doors.getByRole("radio", { name: /^La note de cadrage/ }).check();
    await doors.getByLabel("Question à qui demande à entrer").fill("Quelle porte aimez-vous ?");
    await doors.getByRole("button", { name: "Voir ce qui changera" }).click();
    await expect(main(office).locator("#confirm")).toContainText("l’équipe d’animation répondra");
    await expect(main(office).locator("#confirm")).toContainText("ne liront plus ce qui s’y publie");
    await sendAndGoOn(formWith(office, { action: "set_perimeter" }));
    await expect(office).toHaveURL(new RegExp(`${address}/perimeter$`));
  });

  await test.step("the question is asked, and answered where it is read", async () => {
    await page.goto(`${address}/charter`);
    const form = formWith(page, { action: "join_community" });
    await form.getByLabel("Quelle porte aimez-vous ?").fill("Celle du jardin.");
    await sendAndGoOn(form);
    await office.goto(`${address}/members`);
    await expect(main(office).locator("#requests")).toContainText("Celle du jardin.");
    await page.goto(address);
    await sendAndGoOn(formWith(page, { action: "leave_community" }));
  });

  await test.step("a look from outside shows what a non-member gets, and leads back", async () => {
    await office.goto(`${address}/perimeter`);
    await main(office).getByRole("link", { name: "Voir comme un non-membre" }).click();
    await expect(main(office)).toContainText("Vous regardez comme un non-membre");
    await expect(main(office)).toContainText("Ici, on parle entre membres");
    await expect(main(office).getByRole("link", { name: "Membres", exact: true })).toHaveCount(0);
    await main(office).getByRole("link", { name: "Note de cadrage", exact: true }).click();
    await expect(main(office)).toContainText("Demander à rejoindre");
    await expect(formWith(office, { action: "join_community" })).toHaveCount(0);
    await main(office).getByRole("link", { name: "Revenir à ma vue" }).click();
    await expect(office).toHaveURL(new RegExp(`${address}$`));
  });

  await test.step("by invitation and unlisted, it is gone for others, and there for who is invited", async () => {
    await office.goto(`${address}/perimeter?admission=by_invitation&listed=no&glimpse=nothing`);
    await sendAndGoOn(formWith(office, { action: "set_perimeter" }));
    expect((await page.goto(address))?.status()).toBe(404);
    await page.goto(`/communities?q=${encodeURIComponent(name)}`);
    await expect(main(page).getByRole("link", { name, exact: true })).toHaveCount(0);

    const call = formWith(office, { action: "call_guest" });
    await fill(call, { guest: person.email });
    await sendAndGoOn(call);
    await expect(main(office).locator("#guests")).toContainText(person.name);

    await page.goto("/communities");
    await expect(main(page).getByRole("region", { name: "On vous invite" })).toContainText(name);
    await page.goto(address);
    await expect(main(page)).toContainText("L’équipe d’animation vous invite");
    await page.goto(`${address}/charter`);
    await formWith(page, { action: "join_community" }).getByRole("button", { name: "Accepter l’invitation" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(main(page)).toContainText("Vous en faites partie");
  });
});

test("the directory is filtered by its address", async ({ page, beside, unique }) => {
  const office = await beside("community_manager");
  await comeIn(page, await invite(office, unique("Dominique Annuaire")));
  await page.goto("/communities?size=large&order=activity");
  const search = main(page).getByRole("search");
  await expect(search.getByLabel("Taille")).toHaveValue("large");
  await expect(search.getByLabel("Dans l’ordre")).toHaveValue("activity");
  await search.getByLabel("Taille").selectOption("");
  await search.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/order=activity/);
  await expect(main(page).locator(".community-card").first()).toBeVisible();
});
