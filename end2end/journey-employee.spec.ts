// An employee's first quarter of an hour, from the invitation to a seat in somebody's car.
import { account } from "./support/accounts";
import { inWords, next } from "./support/days";
import { awake, fill, formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { invite, PHRASE } from "./support/newcomers";
import { pictureFile } from "./support/picture";
import { offerRide } from "./support/rides";
import { expect, test } from "./support/test";

const WORKPLACE = "La Halle";
const TUESDAY = next("tuesday");

test("the first quarter of an hour", async ({ page, beside, unique, scripted }) => {
  test.setTimeout(120_000);
  const manager = await beside("community_manager");
  const newcomer = await invite(manager, unique("Ondine Galet"));
  const main = page.getByRole("main");

  await test.step("opens the invitation, chooses a password, a workplace and a commune", async () => {
    await page.goto(newcomer.link);
    await expect(main).toContainText(newcomer.name);
    const form = formWith(page, { action: "join_house" });
    await expect(form.getByLabel("Langue")).toHaveValue("fr");

    await form.getByLabel("Choisissez un mot de passe").fill("court");
    await form.getByLabel("Le même, une deuxième fois").fill("court");
    await form.getByLabel("Lieu de travail").selectOption({ label: WORKPLACE });
    await form.getByLabel("Commune de départ").fill("Villeurbanne");
    if (scripted) {
      await awake(page);
      await form.getByLabel("Commune de départ").pressSequentially(" ");
      await page.getByRole("option", { name: /^Villeurbanne/ }).first().click();
    }
    await sendAndBeRefused(form, ["password"]);
    await expect(form.getByLabel("Choisissez un mot de passe")).toHaveAccessibleDescription(/au moins 12 caractères/);
    await expect(form.getByLabel("Commune de départ")).toHaveValue(/^Villeurbanne/);
    await expect(form.getByLabel("Lieu de travail").locator("option:checked")).toHaveText(WORKPLACE);

    await form.getByLabel("Choisissez un mot de passe").fill(PHRASE);
    await form.getByLabel("Le même, une deuxième fois").fill(PHRASE);
    await sendAndGoOn(form);
  });

  await test.step("sees the feed of the communities that everybody is in", async () => {
    await expect(page).toHaveURL(/\/$/);
    await expect(page.locator("html")).toHaveAttribute("lang", /^fr/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Bienvenue" }).first()).toBeVisible();
    const posts = main.getByRole("article");
    await expect(posts.first()).toBeVisible();
    expect(await posts.count()).toBeGreaterThan(5);
    // Theirs, and what other communities share with the federation that everybody is in.
    const told = await posts.evaluateAll((all) => all.map((one) => `${one.getAttribute("aria-label") ?? ""} ${one.querySelector(".post-meta, header")?.textContent ?? ""}`));
    for (const post of told) expect(post).toMatch(/, (Toute la maison|Le tableau de liège) |partagé/i);
  });

  await test.step("finds a community that suits, reads its charter, joins", async () => {
    await page.getByRole("link", { name: "Communautés", exact: true }).locator("visible=true").first().click();
    await expect(main.getByRole("heading", { level: 1, name: "Communautés" })).toBeVisible();
    await main.getByLabel("Un mot du nom ou du sujet").fill("foulees");
    await main.getByRole("button", { name: "Chercher" }).click();
    await expect(page).toHaveURL(/q=foulees/);
    await main.getByRole("link", { name: "Découvrir et rejoindre : Pause foulées" }).click();
    await expect(main.getByRole("heading", { name: "À quoi elle sert" })).toBeVisible();
    await expect(main.getByRole("heading", { name: "Règles de vie" })).toBeVisible();
    await main.getByRole("button", { name: "Rejoindre la communauté" }).click();
    await expect(page).toHaveURL(/\/communities\/pause-foulees$/);
    await expect(main).toContainText("Vous en faites partie");
  });

  const greeting = unique("Bonjour à tout le monde, je débute");
  await test.step("writes a post with a picture", async () => {
    const composer = formWith(page, { action: "publish" });
    await main.getByText("Écrire à la communauté…").click();
    await composer.getByLabel("Votre message").fill(`${greeting}\n\nQui ralentit avec moi **jeudi** ?`);
    await composer.locator("summary", { hasText: "Images" }).click();
    await composer.locator('input[name="picture"]').setInputFiles(pictureFile());
    await composer.getByLabel(/^Ce que montr/).fill("Des bandes de couleur en diagonale");
    await composer.getByRole("button", { name: "Publier" }).click();
    const post = main.getByRole("article").filter({ hasText: greeting });
    await expect(post).toBeVisible();
    await expect(post.locator("strong")).toHaveText("jeudi");
    const picture = post.getByRole("img", { name: "Des bandes de couleur en diagonale" });
    await expect(picture).toBeVisible();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  });

  await test.step("comments on another's post, and reacts", async () => {
    const other = main.getByRole("article").filter({ hasNotText: greeting }).first();
    const link = other.getByRole("link", { name: /commentaires?$|^Commenter$/ });
    await link.click();
    await expect(page).toHaveURL(/\/posts\//);
    const comment = unique("Comptez sur moi");
    await main.getByLabel("Votre commentaire").fill(comment);
    await main.getByRole("button", { name: "Publier le commentaire" }).click();
    await expect(main.getByRole("listitem").filter({ hasText: comment })).toContainText(newcomer.name);

    const merci = main.getByRole("button", { name: /^Merci/ }).first();
    await expect(merci).toHaveAttribute("aria-pressed", "false");
    await merci.click();
    await expect(main.getByRole("button", { name: /^Merci/ }).first()).toHaveAttribute("aria-pressed", "true");
    await page.reload();
    await expect(main.getByRole("button", { name: /^Merci/ }).first()).toHaveAttribute("aria-pressed", "true");
  });

  const title = unique("Sortie lente");
  await test.step("signs up for an event that a community manager has just created", async () => {
    await manager.goto("/communities/pause-foulees/events/new");
    const form = formWith(manager, { action: "create_event" });
    await fill(form, {
      summary: title, location: "Devant le marronnier", date: next("thursday"), time: "12:10", end_time: "12:55", capacity: "12",
    });
    await sendAndGoOn(form);

    await page.getByRole("link", { name: "Événements", exact: true }).locator("visible=true").first().click();
    await expect(main.getByRole("heading", { level: 1, name: "Événements" })).toBeVisible();
    await findInPages(() => main.getByRole("link", { name: title }));
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(title);
    await main.getByRole("button", { name: "S’inscrire" }).click();
    await expect(main.getByRole("button", { name: "Libérer ma place" })).toBeVisible();
    await expect(main).toContainText("11 places libres sur 12");
    await expect(main.getByRole("link", { name: newcomer.name })).toBeVisible();
  });

  await test.step("finds a ride for Tuesday 8:30, books; who drives confirms; both see it", async () => {
    const driver = await beside("administrator");
    const ride = await offerRide(driver, { from: "Villeurbanne", to: WORKPLACE, date: TUESDAY, time: "08:04" });

    await page.getByRole("link", { name: "Covoiturage", exact: true }).locator("visible=true").first().click();
    await expect(main.getByRole("heading", { level: 1, name: "Covoiturage" })).toBeVisible();
    // Where one leaves from and where one works is known since the first page.
    await expect(main.getByLabel("Commune de départ")).toHaveValue(/Villeurbanne/);
    await main.getByLabel("Date").fill(TUESDAY);
    await main.getByLabel("Heure souhaitée").fill("08:30");
    await main.getByRole("button", { name: "Chercher" }).click();
    await expect(page).toHaveURL(/time=08%3A30/);
    await expect(main.getByRole("heading", { level: 2 }).filter({ hasText: inWords(TUESDAY) })).toBeVisible();
    await findInPages(() => main.locator(`a[href^="${ride.path}"]`));

    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Villeurbanne → La Halle");
    await expect(main).toContainText(account("administrator").name);
    await main.getByRole("button", { name: "Réserver une place" }).click();
    await expect(main).toContainText("Votre place est gardée");

    await driver.goto("/carpool/mine");
    await driver.locator(`a[href="${ride.path}"]`).click();
    const hers = driver.getByRole("main");
    await expect(hers).toContainText(newcomer.name);
    await hers.getByRole("button", { name: /^Confirmer/ }).and(driver.getByRole("button", { name: newcomer.name })).click();
    await expect(hers).toContainText("Confirmée");

    await page.goto("/carpool/mine");
    const mine = main.getByRole("article").filter({ has: page.locator(`a[href="${ride.path}"]`) });
    await expect(mine).toContainText("Confirmée");
    await page.goto(ride.path);
    await expect(main).toContainText(`C’est entendu avec ${account("administrator").name}`);
  });

  /** Follows what is looked for, turning pages until it is there. */
  async function findInPages(wanted: () => ReturnType<typeof page.locator>) {
    for (let turned = 0; turned < 20; turned += 1) {
      if ((await wanted().count()) > 0) break;
      const before = page.url();
      await main.getByRole("link", { name: /^Voir (d’autres|la suite)/ }).click();
      await expect(page).not.toHaveURL(before);
    }
    await wanted().first().click();
  }
});
