// A community manager's work: a community with its charter, an event with a limit, and who comes.
import { account } from "./support/accounts";
import { day, inWords, next } from "./support/days";
import { fill, formWith, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { expect, test } from "./support/test";

test("opens a community, calls an event, sees who comes", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  const manager = await signIn("community_manager");
  const main = page.getByRole("main");
  const name = unique("Jardin du quai");
  const charter = {
    purpose: "Cultiver ensemble la bande de terre du quai, et s’y croiser.",
    audience: "Quiconque a envie d’y passer un quart d’heure, gants ou pas.",
    outside: "Les produits de traitement, et les concours de courges.",
    rules: "On rend les outils propres.\nOn goûte, on laisse pour les autres.",
    rituals: "Le jeudi midi, on désherbe une demi-heure.",
    measures: "Vingt personnes sont venues au moins une fois.\nTrois bacs de plus avant l’été.",
  };

  await test.step("bad input is explained beside its field, and what was typed is kept", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Communautés", exact: true }).locator("visible=true").first().click();
    await main.getByRole("link", { name: "Ouvrir une communauté" }).click();
    await expect(main.getByRole("heading", { level: 1, name: "Ouvrir une communauté" })).toBeVisible();
    const form = formWith(page, { action: "open_community" });
    await form.getByLabel("Nom", { exact: true }).fill("JQ");
    await form.getByLabel("En une phrase").fill("On sème, on arrose, on cueille, à la pause.");
    await form.getByRole("radio", { name: /^Hors travail/ }).check();
    await form.getByLabel("Couleur").selectOption({ label: "Olive" });
    await fill(form, { ...charter, review_on: day(365 * 3) });
    await form.getByLabel("Parrainage").fill("Personne Inconnue");
    await form.getByLabel("Animation, première personne").fill(account("employee").name);
    await form.getByLabel("Animation, deuxième personne").fill(account("employee").name);
    await sendAndBeRefused(form, ["name", "review_on", "sponsor", "animators[1]"]);
    await expect(page.getByRole("alert")).toContainText("Il reste 4 points à corriger");
    await expect(form.getByLabel("Nom", { exact: true })).toHaveValue("JQ");
    await expect(form.getByLabel("Nom", { exact: true })).toHaveAccessibleDescription(/au moins 3 caractères/);
    await expect(form.getByLabel("Parrainage")).toHaveAccessibleDescription(/personne à ce nom/);
    await expect(form.getByRole("radio", { name: /^Hors travail/ })).toBeChecked();
    await expect(form.getByLabel("Couleur")).toHaveValue("olive");
    await expect(form.getByLabel("Règles de vie")).toHaveValue(charter.rules);
    // The summary leads to the field.
    await page.getByRole("alert").getByRole("link").first().click();
    await expect(form.getByLabel("Nom", { exact: true })).toBeFocused();
  });

  await test.step("the same form, put right, opens the community", async () => {
    const form = formWith(page, { action: "open_community" });
    await form.getByLabel("Nom", { exact: true }).fill(name);
    await form.getByLabel("Relecture de la note").fill(day(180));
    await form.getByLabel("Parrainage").fill(account("administrator").email);
    await form.getByLabel("Animation, deuxième personne").fill(manager.name);
    await sendAndGoOn(form);
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(main).toContainText("Vous animez");
    await expect(main).toContainText("Personne n’a encore rien écrit ici");
    await main.getByRole("link", { name: "Note de cadrage" }).click();
    await expect(main).toContainText(charter.purpose);
    await expect(main).toContainText("On rend les outils propres.");
    await expect(main).toContainText(account("administrator").name);
    await expect(main).toContainText("Version 1");
    await page.goto("/communities");
    await expect(main.getByRole("link", { name })).toBeVisible();
  });

  const title = unique("Premier semis");
  const slug = () => new URL(page.url()).pathname.split("/")[2];
  let event = "";
  await test.step("creates an event with two places, after a first try that ends before it begins", async () => {
    await main.getByRole("link", { name }).click();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(name);
    const home = `/communities/${slug()}`;
    await main.getByRole("link", { name: "Événements", exact: true }).click();
    await main.getByRole("link", { name: "Créer un événement" }).click();
    await expect(page).toHaveURL(`${home}/events/new`);
    const form = formWith(page, { action: "create_event" });
    await form.getByLabel("Titre").fill(title);
    await form.getByLabel("Programme").fill("On sème les fèves. **Gants** fournis.");
    await form.getByLabel("Lieu").fill("Le quai, côté bacs");
    await form.getByLabel("Date de début").fill(next("thursday"));
    await form.getByLabel("Heure de début").fill("12:30");
    await form.getByLabel("Heure de fin").fill("11:30");
    await form.getByLabel("Nombre de places").fill("2");
    await sendAndBeRefused(form, ["end_time"]);
    await expect(form.getByLabel("Heure de fin")).toHaveAccessibleDescription(/après le début/);
    await expect(form.getByLabel("Titre")).toHaveValue(title);
    await expect(form.getByLabel("Programme")).toHaveValue("On sème les fèves. **Gants** fournis.");
    await form.getByLabel("Heure de fin").fill("13:30");
    await sendAndGoOn(form);
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(main).toContainText(inWords(next("thursday")));
    await expect(main).toContainText("2 places libres sur 2");
    await expect(main).toContainText("Personne pour l’instant");
    event = new URL(page.url()).pathname;
  });

  await test.step("sees who comes, and the last place go", async () => {
    const colleague = await beside("employee");
    await colleague.goto(event);
    await colleague.getByRole("main").getByRole("button", { name: "S’inscrire" }).click();
    await expect(colleague.getByRole("main").getByRole("button", { name: "Libérer ma place" })).toBeVisible();
    await page.goto(event);
    await expect(main.getByRole("link", { name: account("employee").name })).toBeVisible();
    await expect(main).toContainText("1 place libre sur 2");
    await main.getByRole("button", { name: "S’inscrire" }).click();
    await expect(main).toContainText("Complet");

    const late = await beside("administrator");
    await late.goto(event);
    await expect(late.getByRole("main")).toContainText("Complet");
    await expect(late.getByRole("main").getByRole("button", { name: "S’inscrire" })).toHaveCount(0);
  });

  await test.step("moves it, and who comes is told until they have seen it", async () => {
    await page.goto(`${event}/edit`);
    const form = formWith(page, { action: "edit_event" });
    await form.getByLabel("Heure de début").fill("17:30");
    await form.getByLabel("Heure de fin").fill("18:30");
    await sendAndGoOn(form);
    await expect(main).not.toContainText("Changé depuis votre inscription");

    const colleague = await beside("employee");
    const theirs = colleague.getByRole("main");
    await colleague.goto("/events");
    await expect(theirs.locator(".event-card", { hasText: title })).toContainText("Changé depuis votre inscription");
    await colleague.goto(event);
    await expect(theirs).toContainText(/c’était .*12.h.30/);
    await theirs.getByRole("button", { name: "C’est noté" }).click();
    await expect(theirs.getByRole("button", { name: "C’est noté" })).toHaveCount(0);
    await expect(theirs.getByRole("button", { name: "Libérer ma place" })).toBeVisible();
  });
});
