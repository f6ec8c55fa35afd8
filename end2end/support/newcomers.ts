// People who come in for the first time, each by an invitation of their own.
import { expect, type Page } from "@playwright/test";
import { fill, formWith, sendAndGoOn } from "./forms";

/** Long, and leaning on nobody's name. */
export const PHRASE = "sept craies neuves et un ballon";

export type Newcomer = { name: string; email: string; link: string };

/** Called in by `manager`, who reads the link off the page of invitations. */
export async function invite(manager: Page, name: string, role = "employee"): Promise<Newcomer> {
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}@essai.example`;
  await manager.goto("/admin/invitations");
  const form = formWith(manager, { action: "invite_person" }).first();
  await fill(form, { name, email, role });
  await sendAndGoOn(form);
  await expect(manager.getByRole("heading", { name, exact: true })).toBeVisible();
  const link = manager.getByLabel(`Lien pour ${email}`);
  // The page shows the last link one made; other tests make theirs under the same account.
  for (let tries = 0; tries < 10 && (await link.count()) === 0; tries += 1) {
    await manager.getByRole("button", { name: `Nouveau lien pour ${name}` }).click();
    await manager.goto("/admin/invitations");
  }
  return { name, email, link: new URL(await link.inputValue(), manager.url()).pathname };
}

/** Comes in with no more than a password and a language. */
export async function comeIn(page: Page, newcomer: Newcomer, lang = "fr") {
  await page.goto(newcomer.link);
  const form = formWith(page, { action: "join_house" });
  await fill(form, { password: PHRASE, password_again: PHRASE, lang });
  await sendAndGoOn(form);
  await expect(page).toHaveURL(/\/$/);
}
