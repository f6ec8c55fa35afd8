// A community outlives its founders: somebody comes in and is greeted, takes over, lets it rest, closes
// it well, and opens it again.
import { account } from "./support/accounts";
import { day } from "./support/days";
import { fill, formWith, send, sendAndBeRefused, sendAndGoOn } from "./support/forms";
import { expect, test } from "./support/test";

test("is handed over, rests, is archived and opens again", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(120_000);
  const name = unique("Atelier vélo");
  const employee = account("employee");
  const main = (one: typeof page) => one.getByRole("main");
  let home = "";

  const manager = await beside("community_manager");
  await test.step("a manager opens it", async () => {
    await manager.goto("/communities/new");
    const form = formWith(manager, { action: "open_community" });
    await fill(form, {
      name,
      summary: "On répare, on règle, on repart.",
      kind: "off_work",
      purpose: "Que chaque vélo de la maison roule bien, et qu’on se connaisse.",
      audience: "Qui roule, ou voudrait rouler.",
      rules: "On rend les outils.",
      measures: "Dix vélos par mois.",
      review_on: day(180),
      sponsor: account("administrator").email,
      "animators[0]": employee.email,
      "animators[1]": account("community_manager").email,
    });
    await sendAndGoOn(form);
    await expect(manager).toHaveURL(/\/communities\/(?!new$)/);
    home = new URL(manager.url()).pathname;
  });

  const team = await beside("employee");
  await test.step("its team writes a hello", async () => {
    await team.goto(`${home}/members`);
    await main(team).getByRole("link", { name: "Accueillir", exact: true }).click();
    const form = formWith(team, { action: "set_hello" });
    await fill(form, { hello: "Bonjour {prénom}, prenez une clé de treize." });
    await sendAndGoOn(form);
    await expect(form.locator('[name="hello"]')).toHaveValue("Bonjour {prénom}, prenez une clé de treize.");
  });

  await test.step("somebody comes in, is welcomed, and greeted", async () => {
    await signIn("newcomer");
    await page.goto(`${home}/charter`);
    await sendAndGoOn(formWith(page, { action: "join_community" }));
    await expect(main(page)).toContainText("prenez une clé de treize");
    await expect(main(page)).toContainText("Trois choses pour commencer");
    await team.goto(`${home}/welcome`);
    await expect(main(team).getByRole("article")).toHaveCount(1);
    await sendAndGoOn(formWith(team, { action: "greet_member" }));
    await expect(main(team)).toContainText("Chaque personne nouvelle a été saluée");
    await page.goto(home);
    await expect(main(page)).toContainText(`${employee.name} vous souhaite la bienvenue`);
    await sendAndGoOn(formWith(page, { action: "settle_in" }));
    await expect(main(page)).not.toContainText("Trois choses pour commencer");
  });

  await test.step("who animates hands it over, and it is accepted", async () => {
    await team.goto(`${home}/members`);
    const offer = formWith(team, { action: "offer_role" }).first();
    // It is in a menu, which the browser opens by itself.
    await main(team).locator(`button[popovertarget="${await offer.evaluate((form) => form.closest("[popover]")!.id)}"]`).click();
    await sendAndGoOn(offer);
    await expect(main(team)).toContainText("de prendre votre suite");
    await page.goto("/");
    await expect(page.locator(".side").getByRole("link", { name })).toBeAttached();
    await page.goto(home);
    await sendAndGoOn(formWith(page, { action: "accept_role" }));
    await expect(main(page)).toContainText("Vous animez");
    await expect(main(page).locator("#history")).toContainText(`a pris la suite de ${employee.name}`);
    await team.goto(home);
    await expect(main(team)).toContainText("Vous en faites partie");
  });

  await test.step("it rests, and wakes up", async () => {
    await page.goto(`${home}/life`);
    await main(page).getByRole("button", { name: "La mettre en pause" }).click();
    await expect(main(page)).toContainText("En pause");
    await main(page).getByRole("button", { name: "La réveiller" }).click();
    await expect(main(page).locator("#history")).toContainText("l’a réveillée");
  });

  await test.step("who animates it sees what leaving means", async () => {
    await page.goto(home);
    await main(page).getByRole("link", { name: "Quitter la communauté" }).click();
    await expect(main(page)).toContainText("Une seule personne continuera de l’animer");
  });

  await test.step("it is archived, once what that means was read", async () => {
    await page.goto(`${home}/life`);
    await main(page).getByRole("link", { name: /^Archiver la communauté/ }).click();
    await expect(main(page)).toContainText("Ce qui va se passer");
    const form = formWith(page, { action: "archive_community" });
    await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
    await sendAndBeRefused(form, ["reason", "confirm"]);
    await fill(form, { reason: "Tous les vélos roulent. Merci !", confirm: "yes" });
    expect(await send(form)).toBe(303);
    await expect(main(page)).toContainText("Tous les vélos roulent");
    await expect(main(page)).toContainText("Cette communauté est archivée");
    await page.goto(home);
    await expect(formWith(page, { action: "publish" })).toHaveCount(0);
    await page.goto(`/communities?q=${encodeURIComponent(name)}`);
    await expect(main(page).locator(".empty-state")).toBeVisible();
    // Out of every list but the one that leads back to it.
    await main(page).getByRole("link", { name: "Communautés archivées" }).click();
    await expect(main(page).getByRole("link", { name, exact: true })).toBeVisible();
  });

  await test.step("its content is taken along by its team alone", async () => {
    const file = await page.request.get(`${home}/export`);
    expect(file.status()).toBe(200);
    expect(file.headers()["content-disposition"]).toContain("attachment");
    const text = await file.text();
    expect(text).toContain(`# ${name}`);
    expect(text).toContain("Dix vélos par mois.");
    expect(text).toContain("Fin du fichier.");
    expect((await team.request.get(`${home}/export`)).status()).toBe(403);
    const parcel = await page.request.get(`${home}/export.zip`);
    expect(parcel.status()).toBe(200);
    expect((await parcel.body()).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect((await team.request.get(`${home}/export.zip`)).status()).toBe(403);
  });

  await test.step("and it opens again", async () => {
    await page.goto(`${home}/life`);
    await main(page).getByRole("button", { name: "La rouvrir" }).click();
    await expect(main(page)).toContainText("Elle vit");
    await page.goto(home);
    await expect(formWith(page, { action: "publish" })).toHaveCount(1);
  });
});

test("a community that nobody animates is entrusted to somebody", async ({ page, beside, signIn, unique }) => {
  test.setTimeout(90_000);
  await signIn("community_manager");
  const main = page.getByRole("main");
  const name = unique("Potager d’hiver");
  await page.goto("/communities/new");
  const form = formWith(page, { action: "open_community" });
  await fill(form, {
    name,
    summary: "Des choux, de la patience.",
    kind: "off_work",
    purpose: "Faire pousser quelque chose entre deux gelées.",
    audience: "Qui aime la soupe.",
    rules: "On arrose à son tour.",
    measures: "Trois soupes avant mars.",
    review_on: day(180),
    sponsor: account("administrator").email,
    "animators[0]": account("employee").email,
    "animators[1]": account("community_manager").email,
  });
  await sendAndGoOn(form);
  await expect(page).toHaveURL(/\/communities\/(?!new$)/);
  const home = new URL(page.url()).pathname;

  const other = await beside("employee");
  for (const [one, means] of [[other, "Une seule personne continuera"], [page, "Plus personne ne l’animera"]] as const) {
    await one.goto(`${home}/leave`);
    await expect(one.getByRole("main")).toContainText(means);
    await fill(formWith(one, { action: "leave_community" }), { confirm: "yes" });
    await sendAndGoOn(formWith(one, { action: "leave_community" }));
  }

  await page.goto("/admin/communities");
  const card = main.getByRole("article").filter({ has: page.getByRole("link", { name, exact: true }) });
  const entrust = card.locator("form");
  await fill(entrust, { person: account("employee").email });
  await sendAndGoOn(entrust);
  await other.goto(home);
  await expect(other.getByRole("main")).toContainText("Vous animez");
  await other.goto(`${home}/life`);
  await expect(other.getByRole("main").locator("#history")).toContainText("a confié son animation à");
});
