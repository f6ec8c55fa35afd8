// Forms, as every page has them: sent to their own page, then 303 onwards, or 422 with what was typed
// kept and a summary of what is wrong. The same words drive them with and without JavaScript.
import { expect, type Locator, type Page } from "@playwright/test";

/** The form that holds a field of this name, or sends this action; `within` part of the page. */
export function formWith(page: Page | Locator, what: { field?: string; action?: string }): Locator {
  const forms = page.locator("form");
  if (what.action) return page.locator(`form[action*="do=${what.action}"]`);
  return forms.filter({ has: forms.page().locator(`[name="${what.field}"]`) });
}

/** Fills fields by name; radios and boxes are checked, lists chosen from. */
export async function fill(form: Locator, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()));
    // What one presses is often its label, which covers it.
    if (kind === "radio") await form.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
    else if (kind === "checkbox") await field.setChecked(value !== "");
    else if (kind === "select") await field.selectOption(value);
    else {
      await field.fill(value);
      // Proposals that came while one typed go with the focus.
      await field.blur();
    }
  }
}

/** Sends the form and gives the status of the answer to it: 303 when done, 422 when refused. */
export async function send(form: Locator): Promise<number> {
  const page = form.page();
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST" && new URL(one.url()).searchParams.has("do")),
    form.locator('button[type="submit"], button:not([type]), input[type="submit"]').first().click(),
  ]);
  await page.waitForLoadState();
  return response.status();
}

export async function sendAndGoOn(form: Locator) {
  expect(await send(form), "the form was taken").toBe(303);
}

/** Presses the button of this name in a form, which is taken. */
export async function press(form: Locator, name: string) {
  const page = form.page();
  const answer = page.waitForResponse((one) => one.request().method() === "POST" && new URL(one.url()).searchParams.has("do"));
  await form.getByRole("button", { name }).click();
  expect((await answer).status(), name).toBe(303);
  await page.waitForLoadState();
}

/** Sends the form, which must be refused with a summary that leads to each of `fields`. */
export async function sendAndBeRefused(form: Locator, fields: string[]) {
  const page = form.page();
  expect(await send(form), "the form was refused").toBe(422);
  const summary = page.getByRole("alert");
  await expect(summary).toBeVisible();
  for (const name of fields) await expect(page.locator(`[name="${name}"][aria-invalid="true"]`).first(), name).toBeAttached();
}

/** Until the islands work. Only where a test needs one of them: forms do not wait. */
export async function awake(page: Page) {
  await expect(page.locator("html[data-awake]")).toBeAttached();
}
