// The corpus in what people write beside posts: names, communities and what is decided in them, what is
// answered to whom, rides, files. Many strings to a field, so that few pages show them all.
import { account } from "./support/accounts";
import { packs, vectors } from "./support/corpus";
import { day } from "./support/days";
import { areInert, house, HOUSE, isInert, sends, wrote } from "./support/inert";
import { PHRASE } from "./support/newcomers";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ page }, info) => {
  test.skip(info.project.name !== "desktop", "what is inert is so at any width");
  page.on("dialog", (dialog) => { throw new Error(`a dialog said ${dialog.message()}`); });
});

/** Long texts, one of which may follow another. */
const texts = packs(3_900, false);
const lines = packs(190);
/** One that no other run has. */
const mark = () => Date.now().toString(36).slice(-6);

test("names of people are text, wherever they stand", async ({ page, beside }) => {
  const office = await beside("community_manager");
  // A word first, by which one finds them.
  const names = packs(100).filter((_, number) => number % 15 === 0).map((name) => `Zyxwa ${name}`);
  for (const [number, name] of names.entries()) {
    await office.goto("/admin/invitations");
    let link = "";
    // The page shows the last link one made; other tests make theirs under the same account.
    for (let tries = 0; link === "" && tries < 10; tries += 1) {
      const email = `zyxwa.${number}.${tries}.${mark()}@essai.example`;
      await wrote(office, "/admin/invitations", "invite_person", { name, email, role: "employee" });
      await areInert(office, ["/admin/invitations"]);
      const field = office.getByLabel(`Lien pour ${email}`);
      if ((await field.count()) > 0) link = new URL(await field.inputValue(), office.url()).pathname;
    }
    await page.context().clearCookies();
    await areInert(page, [link]);
    await wrote(page, link, "join_house", { token: link.split("/").pop()!, password: PHRASE, lang: "fr" });
    const community = await house(page);
    await wrote(page, HOUSE, "publish", { community, kind: "praise", praised: account("employee").email, title: `De ${mark()}`, body: lines[number]! });
  }
  await areInert(page, [HOUSE, "/", "/me", "/people?search=zyxwa"]);
  await page.locator('main a[href^="/people/"]').first().click();
  await expect(page).toHaveURL(/\/people\/./);
  await isInert(page, "a person");
  // The list of names that one may call.
  await page.goto(HOUSE);
  await page.getByText("Écrire à la communauté…").click();
  const body = page.locator('form[action*="do=publish"] [name="body"]');
  await body.pressSequentially("@zyxwa");
  await expect(page.locator(".writing-names [role=option]").first()).toBeVisible();
  await isInert(page, "names to call");
  await page.locator(".writing-names [role=option]").first().click();
  await isInert(page, "a name that was called");
  await body.fill("");
});

test("a community, its team’s words, its votes and its end are text", async ({ page, beside, signIn }) => {
  await signIn("newcomer");
  const office = await beside("community_manager");
  for (const [number, text] of texts.entries()) {
    const line = (step: number) => lines[(number * 7 + step) % lines.length]!;
    const sections = { purpose: text, audience: text, outside: text, rules: text, rituals: text, calendar: text, measures: text };
    await office.goto("/communities/new");
    const to = await wrote(office, "/communities/new", "open_community", {
      ...sections, name: `${packs(60)[number * 9]} ${mark()}`, summary: line(0), kind: "off_work", hue: "olive", review_on: day(200),
      sponsor: account("administrator").email, "animators[0]": account("community_manager").email, "animators[1]": account("employee").email,
      admission: "on_request", listed: "yes",
    });
    const home = new URL(to, office.url()).pathname;
    await office.goto(home);
    const community = await office.locator('form[action*="do=publish"] [name="community"]').inputValue();

    const doors = { admission: "on_request", listed: "yes", glimpse: "charter", question: line(1) };
    const asked = `${home}/perimeter?${new URLSearchParams(doors)}`;
    await areInert(office, [home, `${home}/charter`, asked]);
    const from = await office.locator('form[action*="do=set_perimeter"] [name="from"]').inputValue();
    await wrote(office, `${home}/perimeter`, "set_perimeter", { community, ...doors, from });
    expect([303, 422]).toContain((await sends(office, `${home}/perimeter`, "set_finding", { community, tags: packs(28).slice(number, number + 6).join(", ") })).status);
    expect((await sends(office, `${home}/perimeter`, "admit_partner", { community, partner: line(2), company: line(3), until: day(9) })).status).toBe(422);

    await page.goto(`${home}/charter`);
    await wrote(page, `${home}/charter`, "join_community", { community, charter: "1", answer: packs(580)[number]! });
    await wrote(office, `${home}/welcome`, "set_hello", { community, hello: packs(580)[number + 1]! });
    await areInert(office, [`${home}/perimeter`, `${home}/welcome`, `${home}/members`]);
    const person = await office.locator('form[action*="do=admit_member"] [name="person"]').inputValue();
    await wrote(office, `${home}/members`, "admit_member", { community, person });
    await areInert(page, [home, `${home}/charter`]);

    const choices = packs(110).slice(number, number + 5).join("\n");
    const decision = await wrote(office, `${home}/decisions/new`, "propose_decision", {
      community, question: line(4), detail: text, choices, quorum: "10", last_day: day(5),
    });
    await wrote(page, decision, "vote_decision", { decision: decision.split("/").pop()!, choice: "0" });
    await areInert(page, [decision, `${home}/decisions`, home, "/catch-up"]);

    const other = texts[(number + 1) % texts.length]!;
    const change = await wrote(office, `${home}/charter`, "amend_charter", {
      community, base: "1", ...sections, rules: other, outside: line(5), review_on: day(201), reason: packs(1_900, false)[number]!,
    });
    await areInert(page, [change, `${home}/charter/changes`]);
    await wrote(office, change, "approve_change", { amendment: change.split("/").pop()! });
    await areInert(page, [`${home}/charter`, `${home}/charter/versions`, `${home}/charter/versions?version=1`]);
    await areInert(page, [`/communities?q=${encodeURIComponent(line(0).slice(0, 40))}`]);

    await wrote(office, `${home}/archive`, "archive_community", { community, reason: packs(1_900, false)[number + 1]!, confirm: "yes" });
    await areInert(page, [home, `${home}/life`]);
  }
});

test("what is answered to a proposal and to an idea is text", async ({ page, beside, signIn }) => {
  await signIn("newcomer");
  const office = await beside("community_manager");
  await page.goto("/communities/propose");
  const to = await wrote(page, "/communities/propose", "start_proposal", { name: `${packs(60)[3]} ${mark()}`, kind: "off_work", purpose: texts[0]! });
  const path = new URL(to, page.url()).pathname;
  const proposal = path.split("/").pop()!;
  const steps: Record<string, string>[] = [
    { name: `${packs(60)[3]} ${mark()}`, summary: lines[9]!, kind: "off_work", hue: "olive", purpose: texts[0]! },
    { audience: texts[0]!, outside: texts[1]!, admission: "open", listed: "yes" },
    { sponsor: account("administrator").email, "animators[0]": account("employee").email, "animators[1]": account("community_manager").email },
    { rules: texts[0]!, rituals: texts[1]!, calendar: texts[0]! },
    { measures: texts[1]!, review_on: day(200) },
  ];
  for (const [index, fields] of steps.entries()) await wrote(page, path, "save_proposal", { proposal, step: String(index + 1), ...fields });
  await wrote(page, path, "send_proposal", { proposal });
  await areInert(office, ["/admin/proposals", path]);
  for (const answer of ["changes", "decline"]) {
    await wrote(office, path, "answer_proposal", { proposal, answer, reason: packs(1_900, false)[answer === "changes" ? 0 : 1]! });
    await areInert(page, [path, "/communities/proposals"]);
    if (answer === "changes") await wrote(page, path, "send_proposal", { proposal });
  }

  const community = await house(page);
  for (const [number, note] of packs(480).entries()) {
    if (number % 2 === 1) continue;
    const title = `Idée ${number} ${mark()}`;
    await wrote(page, HOUSE, "publish", { community, kind: "idea", title, body: "Et si ?" });
    await page.goto(HOUSE);
    const link = page.getByRole("main").getByRole("link", { name: title, exact: true }).first();
    const post = new URL((await link.getAttribute("href"))!, page.url()).pathname;
    await office.goto(post);
    await wrote(office, post, "judge_idea", { post: post.split("/").pop()!, state: "kept", note });
    await areInert(page, [post]);
  }
});

test("rides, workplaces, links and names of files are text", async ({ page, beside, signIn }) => {
  await signIn("newcomer");
  await page.goto("/carpool/offer");
  for (const note of packs(480, false)) {
    const to = await wrote(page, "/carpool/offer", "offer_ride", {
      from: "Vienne (38200)", to: "Villeurbanne (69100)", date: day(20), time: "07:50", seats: "2", note,
    });
    await areInert(page, [to]);
    await wrote(page, to, "cancel_ride", { ride: new URL(to, page.url()).pathname.split("/").pop()!, confirm: "yes" });
  }
  for (const place of packs(100).slice(0, 8)) await areInert(page, [`/carpool?${new URLSearchParams({ from: place, to: place, date: place })}`]);

  const office = await beside("community_manager");
  await office.goto("/admin/workplaces");
  await wrote(office, "/admin/workplaces", "add_workplace", { name: `${packs(90)[2]} ${mark()}`, commune: "Lyon" });
  await areInert(office, ["/admin/workplaces", "/carpool/offer", "/me", "/communities"]);

  const community = await house(page);
  const origin = new URL(page.url()).origin;
  const names = packs(100);
  for (let from = 0; from < names.length; from += 20) {
    // A form has one file field, which takes several.
    const form = new FormData();
    form.append("community", community);
    form.append("body", "Des pièces jointes");
    for (const name of names.slice(from, from + 5)) form.append("file", new File(["un texte"], `${name}.txt`, { type: "text/plain" }));
    const response = await page.request.post(`${origin}${HOUSE}?do=publish`, {
      multipart: form, maxRedirects: 0, headers: { origin, "sec-fetch-site": "same-origin", accept: "text/html" },
    });
    expect(response.status()).toBe(303);
    await areInert(page, [HOUSE]);
  }
  // Whether it is taken for an address or refused.
  for (const { text } of vectors.filter(({ family }) => ["attribute", "scheme"].includes(family)).slice(0, 12)) {
    for (const url of [text, `http://127.0.0.1/?${text}`]) {
      const { status } = await sends(page, HOUSE, "publish", { community, kind: "link", url, body: "" });
      expect([303, 422], url).toContain(status);
    }
  }
  await areInert(page, [HOUSE]);
});
