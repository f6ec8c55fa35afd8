// What people type is text, wherever it is shown: a corpus of strings that would run, written in every
// field people can write, through the forms' own addresses, and looked at in the browser.
import { day } from "./support/days";
import { pictureFile } from "./support/picture";
import { kept, packs, vectors } from "./support/corpus";
import { awake } from "./support/forms";
import { areInert, house, HOUSE, isInert, sends, spaces, wrote } from "./support/inert";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ page }, info) => {
  test.skip(info.project.name !== "desktop", "what is inert is so at any width");
  page.on("dialog", (dialog) => { throw new Error(`a dialog said ${dialog.message()}`); });
});

test("the corpus is worth its name", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(80);
  expect(new Set(vectors.map((vector) => vector.text)).size).toBe(vectors.length);
  expect(new Set(vectors.map((vector) => vector.family)).size).toBeGreaterThanOrEqual(10);
});

test("posts and their comments are text", async ({ page, signIn, unique }) => {
  await signIn("newcomer");
  const community = await house(page);
  const mark = unique("corpus");
  for (const vector of vectors) {
    await wrote(page, HOUSE, "publish", { community, title: `${vector.text} ${mark}`.slice(0, 160), body: vector.text });
  }
  let seen = 0;
  for (let next: string | null = HOUSE; next && seen < vectors.length;) {
    await page.goto(next);
    await isInert(page, next);
    for (const card of await page.getByRole("article").filter({ hasText: mark.slice(0, 12) }).all()) {
      seen += 1;
      const title = spaces(await card.locator(".post-title").textContent());
      const vector = vectors.find((one) => title.startsWith(kept(`${one.text} ${mark}`.slice(0, 160)).slice(0, 60)));
      if (vector?.plain) expect(spaces(await card.locator(".prose").first().textContent()), vector.family).toContain(kept(vector.text));
    }
    const older = page.getByRole("link", { name: "Publications plus anciennes" });
    next = (await older.count()) > 0 ? await older.getAttribute("href") : null;
  }
  await page.goto(HOUSE);
  const own = page.getByRole("article").filter({ hasText: mark.slice(0, 12) }).first();
  const to = new URL((await own.locator(".post-title a").getAttribute("href"))!, page.url()).pathname;
  const post = to.split("/").pop()!;
  for (const vector of vectors) await wrote(page, `/posts/${post}`, "comment", { post, body: vector.text });
  for (let next: string | null = `/posts/${post}`; next;) {
    await page.goto(next);
    await isInert(page, "comments");
    const more = page.locator('main a[href*="after="][href*="#comments"]');
    next = (await more.count()) > 0 ? await more.first().getAttribute("href") : null;
  }
  // As it is typed again, as it was, as it is gathered and as it is found.
  const body = packs(9_000, false)[0]!;
  await wrote(page, `/posts/${post}/edit`, "edit_post", { post, revision: "0", title: packs(150)[0]!, body });
  await page.goto(`/posts/${post}/translate`);
  const revision = await page.locator('form[action*="do=translate_post"] [name="revision"]').inputValue();
  await wrote(page, `/posts/${post}/translate`, "translate_post", { post, revision, first: "fr", title: packs(150)[1]!, body });
  await wrote(page, `/posts/${post}`, "save_post", { post, saved: "yes" });
  await areInert(page, [`/posts/${post}`, `/posts/${post}/edit`, `/posts/${post}/versions`, `/posts/${post}/translate`, "/catch-up", "/saved"]);
  await expect(async () => {
    await page.goto("/search?q=window+script");
    await expect(page.locator(".hit mark").first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await areInert(page, ["/search?q=window+script", "/search?q=onerror", "/search?q=javascript&only=comment"]);
});

test("polls, descriptions of pictures and what waits are text", async ({ page, signIn }) => {
  await signIn("newcomer");
  const community = await house(page);
  const short = vectors.filter((vector) => !vector.text.includes("\n") && kept(vector.text).length <= 80 && kept(vector.text) !== "");
  for (let from = 0; from + 2 <= short.length; from += 6) {
    // Two that are the same once tidied would be refused as such.
    const options = [...new Map(short.slice(from, from + 6).map(({ text }) => [kept(text).toLowerCase(), text])).values()];
    if (options.length < 2) break;
    await wrote(page, HOUSE, "publish", {
      community, kind: "poll", title: options[0]!, poll_options: options.join("\n"), poll_multiple: "no",
      poll_anonymous: "no", poll_end_date: day(3), poll_end_time: "18:00",
    });
    await page.goto(HOUSE);
    await isInert(page, "a poll");
    for (const option of options) expect(spaces(await page.locator("main").textContent())).toContain(kept(option));
  }
  const origin = new URL(page.url()).origin;
  const alts = vectors.filter((vector) => !vector.text.includes("\n"));
  for (let from = 0; from < alts.length; from += 10) {
    // One picture takes all the lines.
    const alt = alts.slice(from, from + 10).map((vector) => vector.text).join(" ").slice(0, 300);
    const response = await page.request.post(`${origin}${HOUSE}?do=publish`, {
      multipart: { community, alt, picture: pictureFile() }, maxRedirects: 0,
      headers: { origin, "sec-fetch-site": "same-origin", accept: "text/html" },
    });
    expect(response.status()).toBe(303);
    await page.goto(HOUSE);
    await isInert(page, "a described picture");
    await expect(page.locator(".post-pictures img").first()).toHaveAttribute("alt", kept(alt));
  }
  for (const vector of vectors.slice(0, 40)) {
    await wrote(page, HOUSE, "publish", { community, title: vector.text.slice(0, 160), body: vector.text, later_date: day(5), later_time: "08:00" });
  }
  await page.goto("/scheduled");
  await isInert(page, "what waits");
});

test("what one says of oneself is text", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/me");
  for (const vector of vectors) {
    const { status } = await sends(page, "/me", "edit_profile", { title: vector.text.replace(/\s+/g, " ").slice(0, 80), bio: vector.text, lang: "fr" });
    expect([303, 422], vector.text).toContain(status);
    await page.goto("/me");
    await isInert(page, vector.text);
  }
  await page.goto("/people?q=seuil");
  await isInert(page, "the directory");
});

test("a proposed community is text, in every step", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto("/communities/propose");
  const to = await wrote(page, "/communities/propose", "start_proposal", { name: "Essai d’encre", kind: "off_work", purpose: "Essayer des encres sympathiques." });
  const path = new URL(to, page.url()).pathname;
  const proposal = path.split("/").pop()!;
  for (const { text } of vectors) {
    const steps: Record<string, string>[] = [
      { name: text.slice(0, 80), summary: text, kind: "off_work", hue: "olive", purpose: text, why_now: text },
      { audience: text, outside: text, admission: "open", listed: "yes" },
      { sponsor: text, "animators[0]": text, "animators[1]": text },
      { rules: text, rituals: text, calendar: text },
      { measures: text, review_on: day(200) },
    ];
    for (const [index, fields] of steps.entries()) {
      const { status } = await sends(page, path, "save_proposal", { proposal, step: String(index + 1), ...fields });
      expect([303, 422], text).toContain(status);
    }
    await page.goto(`${path}?step=1&check=1`);
    await isInert(page, text);
  }
  for (const step of [1, 2, 3, 4, 5]) {
    await page.goto(`${path}?step=${step}&check=1`);
    await isInert(page, `step ${step}`);
  }
  await wrote(page, path, "discard_proposal", { proposal });
});

test("an event is text", async ({ page, signIn }) => {
  await signIn("community_manager");
  const path = "/communities/la-burette/events/new";
  await page.goto(path);
  const community = await page.locator('form[action*="do=create_event"] [name="community"]').inputValue();
  const times = { date: day(150), time: "12:00", end_date: "", end_time: "13:00", capacity: "3" };
  const to = await wrote(page, path, "create_event", { community, summary: "Encre sympathique", description: "", location: "La cour", ...times });
  const event = new URL(to, page.url()).pathname.split("/").pop()!;
  for (const vector of vectors) {
    const line = vector.text.replace(/\s+/g, " ");
    await page.goto(`/events/${event}/edit`);
    const sequence = await page.locator('[name="sequence"]').inputValue();
    const { status } = await sends(page, `/events/${event}/edit`, "edit_event", {
      event, sequence, summary: line.slice(0, 100), description: vector.text, location: line.slice(0, 100), ...times,
    });
    expect([303, 422], vector.text).toContain(status);
    await page.goto(`/events/${event}`);
    await isInert(page, vector.text);
  }
  await wrote(page, `/events/${event}/edit`, "cancel_event", { event, confirm: "yes" });
});

test("what is looked for, asked for or refused comes back as text", async ({ page, signIn }) => {
  await signIn("newcomer");
  const community = await house(page);
  const origin = new URL(page.url()).origin;
  for (const vector of vectors) {
    const asked = encodeURIComponent(vector.text);
    await page.goto(`/search?q=${asked}`);
    await isInert(page, `/search ${vector.text}`);
    await page.goto(`/communities?q=${asked}`);
    await isInert(page, `/communities ${vector.text}`);
  }
  for (const vector of vectors.slice(0, 30)) {
    const asked = encodeURIComponent(vector.text.replace(/[/\\\n]/g, ""));
    await page.goto(`/tags/${asked}`);
    await isInert(page, `/tags ${vector.text}`);
  }
  // A form that is refused comes back with what was typed in it.
  await page.goto(HOUSE);
  await page.getByText("Écrire à la communauté…").click();
  const form = page.locator('form[action*="do=publish"]');
  for (const vector of vectors) {
    const response = await page.request.post(`${origin}${HOUSE}?do=publish`, {
      form: { community, title: `${vector.text}${"x".repeat(170)}`, body: vector.text, praised: vector.text, poll_options: vector.text, alt: vector.text },
      maxRedirects: 0, headers: { origin, "sec-fetch-site": "same-origin", accept: "text/html" },
    });
    expect(response.status()).toBe(422);
    const html = await response.text();
    // Read as a browser reads it, without running it.
    const [title, body] = await form.evaluate((_, html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      const form = page.querySelector('form[action*="do=publish"]')!;
      return [form.querySelector<HTMLInputElement>("[name=title]")!.value, form.querySelector<HTMLTextAreaElement>("[name=body]")!.value];
    }, html);
    expect(title).toBe(`${vector.text}${"x".repeat(170)}`.replace(/\n/g, ""));
    expect(body).toBe(vector.text);
  }
});

test("what a text will look like is as inert as the text", async ({ page, signIn }) => {
  await signIn("newcomer");
  await page.goto(HOUSE);
  await awake(page);
  await page.getByText("Écrire à la communauté…").click();
  const form = page.locator('form[action*="do=publish"]');
  for (const vector of vectors) {
    await form.locator('[name="body"]').fill(vector.text);
    await Promise.all([
      page.waitForResponse((one) => one.url().endsWith("/api/publish")),
      form.getByRole("button", { name: "Aperçu" }).click(),
    ]);
    await isInert(page, vector.text);
  }
  // The draft that is kept comes back as it was typed.
  const draft = packs(9_000, false)[0]!;
  await form.locator('[name="body"]').fill(draft);
  await page.reload();
  await expect(form.locator('[name="body"]')).toHaveValue(draft);
  await isInert(page, "a draft");
  await form.locator('[name="body"]').fill("");
});
