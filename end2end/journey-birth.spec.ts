// A community is born: wished for, written in five steps, given back, sent again, opened.
import type { Locator, Page } from "@playwright/test";
import { account } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, press, sendAndGoOn } from "./support/forms";
import { comeIn, invite } from "./support/newcomers";
import { expect, test } from "./support/test";

const main = (page: Page): Locator => page.getByRole("main");
const step = (page: Page): Locator => formWith(page, { action: "save_proposal" });

test("a wish is written, given back, sent again, and opens", async ({ page, beside, unique }) => {
  test.setTimeout(120_000);
  const office = await beside("community_manager");
  const employee = await invite(office, unique("Aurore Seuil"));
  await comeIn(page, employee);
  const manager = account("community_manager");
  const name = unique("Foulées du soir");
  let address = "";

  await test.step("the first step is kept as a draft, faults included", async () => {
    await page.goto("/communities");
    await main(page).getByRole("link", { name: "Proposer une communauté" }).click();
    await expect(main(page)).toContainText("Étape 1 sur 5");
    // Before a kind is chosen there is an example of each; they can be read and folded away.
    await main(page).getByText("Voir un exemple pour chaque genre").click();
    await expect(main(page)).toContainText("Les Aiguilles de midi");
    const form = formWith(page, { action: "start_proposal" });
    await fill(form, { kind: "off_work", purpose: "Courir ensemble après le travail. Maintenant, car les jours rallongent.", name: "F" });
    await press(form, "Enregistrer et continuer");
    await expect(page).toHaveURL(/\/communities\/proposals\/[0-9A-Z]{26}\?step=2$/);
    address = new URL(page.url()).pathname;
    await expect(main(page)).toContainText("Étape 2 sur 5");
    await expect(main(page)).toContainText("Voir un exemple : Hors travail");
  });

  await test.step("it can be left, found again, and says what is missing", async () => {
    await step(page).getByLabel("Pour qui").fill("Toute personne qui a des baskets.");
    await press(step(page), "Enregistrer et reprendre plus tard");
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await page.goto("/communities/proposals");
    await main(page).locator(`a[href="${address}"]`).click();
    await expect(main(page)).toContainText("Brouillon");
    const missing = main(page).locator("#missing");
    await expect(missing.getByRole("listitem").first()).toContainText("au moins 3 caractères");
    await expect(missing).toContainText("Parrainage");
    await expect(main(page).getByRole("button", { name: "Envoyer la proposition" })).toHaveCount(0);
    await missing.getByRole("link", { name: "Nom", exact: true }).click();
    const field = step(page).getByLabel("Nom", { exact: true });
    await expect(field).toHaveValue("F");
    await expect(field).toHaveAccessibleDescription(/au moins 3 caractères/);
    await expect(step(page).getByRole("radio", { name: /^Hors travail/ })).toBeChecked();
  });

  await test.step("the five steps, one after the other", async () => {
    await fill(step(page), { name, summary: "Un tour de parc, puis chacun chez soi.", tags: "marche, plein air" });
    await press(step(page), "Enregistrer et continuer");
    await expect(step(page).getByLabel("Pour qui")).toHaveValue("Toute personne qui a des baskets.");
    await press(step(page), "Enregistrer et continuer");
    await fill(step(page), { sponsor: account("administrator").email, "animators[0]": employee.email, "animators[1]": manager.name });
    await press(step(page), "Enregistrer et continuer");
    await fill(step(page), { rules: "On part ensemble.\nOn rentre ensemble.", rituals: "Le mardi à 18 h.", calendar: "Mois 1 : trois tours." });
    await press(step(page), "Enregistrer et continuer");
    await expect(main(page)).toContainText("Étape 5 sur 5");
    await fill(step(page), { measures: "Dix personnes par tour.", review_on: day(180) });
    await press(step(page), "Enregistrer et relire");
    await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(main(page)).toContainText("Tout y est");
    await expect(main(page).locator("#charter")).toContainText("On rentre ensemble.");
    await expect(main(page).locator("#charter")).toContainText("marche, plein air");
    await expect(main(page).locator("#charter").getByRole("link", { name: manager.name })).toBeVisible();
  });

  await test.step("what is much like it is shown before it is sent", async () => {
    // One of the demo company, or one that another run of this journey opened.
    await expect(main(page).locator("#similar").getByRole("link", { name: /^(Pause foulées$|Foulées du soir )/ }).first()).toBeVisible();
    await sendAndGoOn(formWith(page, { action: "send_proposal" }));
    await expect(main(page)).toContainText("En attente d’une réponse");
    await expect(main(page).getByRole("link", { name: /Modifier|Continuer/ })).toHaveCount(0);
    // Editing what was sent is refused, and nobody else finds it.
    expect((await page.goto(`${address}?step=2`))?.status()).toBe(409);
    const stranger = await beside("partner");
    expect((await stranger.goto(address))?.status()).toBe(404);
  });

  await test.step("a manager asks for changes, with a reason", async () => {
    await office.goto("/communities");
    await main(office).getByRole("link", { name: "Propositions à examiner" }).click();
    await main(office).getByRole("link", { name, exact: true }).click();
    await expect(main(office)).toContainText(`Proposée par ${employee.name}`);
    const form = formWith(office, { action: "answer_proposal" });
    await form.getByLabel("Votre raison").fill("Et quand il fait nuit ?");
    await press(form, "Demander des changements");
    await expect(office).toHaveURL(/\/admin\/proposals$/);
    await expect(main(office).getByRole("link", { name, exact: true })).toHaveCount(0);
  });

  await test.step("its author is told, mends it and sends it again", async () => {
    await page.goto("/");
    await expect(page.locator(".side").getByRole("link", { name })).toBeAttached();
    await page.goto(address);
    await expect(main(page)).toContainText(`${manager.name} vous demande des changements`);
    await expect(main(page)).toContainText("Et quand il fait nuit ?");
    await page.goto(`${address}?step=4`);
    await fill(step(page), { rules: "On part ensemble, avec une lampe.\nOn rentre ensemble." });
    await press(step(page), "Enregistrer et continuer");
    await page.goto(address);
    await main(page).getByRole("button", { name: "Envoyer de nouveau" }).click();
    await expect(main(page)).toContainText("En attente d’une réponse");
  });

  await test.step("it opens, just launched, and its author animates it", async () => {
    await office.goto(address);
    await expect(main(office).locator("#charter")).toContainText("avec une lampe");
    await sendAndGoOn(formWith(office, { action: "approve_proposal" }));
    await expect(main(office).getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(main(office)).toContainText("Tout juste lancée");
    await page.goto(address);
    await expect(main(page)).toContainText("Acceptée");
    await expect(main(page).getByRole("listitem").filter({ hasText: "Et quand il fait nuit ?" })).toBeVisible();
    await main(page).getByRole("link", { name: "Aller à la communauté" }).click();
    await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(main(page)).toContainText("Vous animez");
  });

  const home = new URL(page.url()).pathname;
  await test.step("its charter changes by two, and the sponsor sees what is new", async () => {
    await page.goto(`${home}/charter`);
    await main(page).getByRole("link", { name: "Proposer un changement" }).click();
    const form = formWith(page, { action: "amend_charter" });
    await expect(form.getByLabel("Règles de vie")).toHaveValue("On part ensemble, avec une lampe.\nOn rentre ensemble.");
    await fill(form, { rules: "On part ensemble, avec deux lampes.\nOn rentre ensemble.", reason: "Une lampe est tombée en panne." });
    await sendAndGoOn(form);
    await expect(main(page)).toContainText("C’est à quelqu’un d’autre de l’équipe");
    await expect(main(page).locator("ins")).toContainText("deux lampes.");
    await expect(main(page).locator("del")).toContainText("une lampe.");
    const change = new URL(page.url()).pathname;

    await office.goto(`${home}/charter`);
    await main(office).getByRole("link", { name: "Voir les changements proposés" }).click();
    await main(office).locator(`a[href="${change}"]`).click();
    await sendAndGoOn(formWith(office, { action: "approve_change" }));
    await expect(main(office)).toContainText("Version 2");
    await main(office).getByRole("link", { name: "Qui l’a acceptée" }).click();
    await main(office).getByRole("link", { name: "Pas encore" }).click();
    await expect(main(office).getByRole("link", { name: account("administrator").name })).toBeVisible();
    await expect(main(office)).toContainText("A accepté la version 1");

    const sponsor = await beside("administrator");
    await sponsor.goto(`${home}/charter`);
    await expect(main(sponsor)).toContainText("Ce qui a changé depuis la version 1");
    await expect(main(sponsor).locator("ins")).toContainText("deux lampes.");
    await sendAndGoOn(formWith(sponsor, { action: "join_community" }));
    await expect(main(sponsor).locator("ins")).toHaveCount(0);
    await main(sponsor).getByRole("link", { name: "Versions de la note" }).click();
    await main(sponsor).getByRole("link", { name: "Version 1" }).click();
    await expect(main(sponsor)).toContainText("avec une lampe");
    await expect(main(sponsor)).toContainText("Une plus récente est en vigueur");
  });
});

test("a draft is thrown away, a proposal taken back", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("newcomer");
  const name = unique("Idée d’un matin");
  await page.goto("/communities/propose");
  await fill(formWith(page, { action: "start_proposal" }), { name });
  await press(formWith(page, { action: "start_proposal" }), "Enregistrer et reprendre plus tard");
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(name);
  await main(page).getByText("Supprimer ce brouillon").click();
  await press(formWith(page, { action: "discard_proposal" }), "Supprimer définitivement");
  await expect(page).toHaveURL(/\/communities\/proposals$/);
  await expect(main(page).getByRole("link", { name })).toHaveCount(0);
});
