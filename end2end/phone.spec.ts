// On the narrowest phones: what people typed without a space, and what one can do in a community.
import type { Locator, Page } from "@playwright/test";
import { formWith, sendAndGoOn } from "./support/forms";
import { noSidewaysScrollAnywhere, WIDTHS } from "./support/page-checks";
import { pictureFile } from "./support/picture";
import { expect, test } from "./support/test";

const PLACE = "/communities/le-tableau-de-liege";
/** One that is left when one likes: the other is for the whole house. */
const LEFT_AT_WILL = "/communities/sacoche-48";

const main = (page: Page): Locator => page.getByRole("main");

test("a word without end stays within the page", async ({ page, signIn, unique }) => {
  test.setTimeout(60_000);
  await signIn("employee");
  const title = unique("Anticonstitutionnellement".repeat(4));
  const shows = "Interminablement".repeat(8);
  await page.goto(PLACE);
  await main(page).getByText("Écrire à la communauté…").click();
  const form = formWith(page, { action: "publish" });
  await form.getByLabel("Titre").fill(title);
  await form.getByLabel("Votre message").fill(`#${"hashtagsansfin".repeat(2)} et la suite`);
  await form.locator("summary", { hasText: "Images" }).click();
  await form.locator('input[name="picture"]').setInputFiles([pictureFile("un.png")]);
  await form.locator('[name="alt"]').evaluate((field: HTMLTextAreaElement, text) => { field.value = text; }, shows);
  await sendAndGoOn(form);
  await noSidewaysScrollAnywhere(page, WIDTHS.phone);
  const link = main(page).getByRole("link", { name: title, exact: true }).first();
  const post = new URL((await link.getAttribute("href"))!, page.url()).pathname;
  for (const path of ["", "/pictures/1", "/edit", "/translate", "/share", "/reactions", "?delete=post"]) {
    await page.goto(`${post}${path}`);
    await noSidewaysScrollAnywhere(page, WIDTHS.phone);
  }
});

test("muting and leaving a community stand on one line", async ({ page, signIn }) => {
  await signIn("employee");
  await page.goto(LEFT_AT_WILL);
  const head = main(page).locator(".community-head");
  const mute = head.getByRole("link", { name: "Masquer…" });
  const leave = head.getByRole("link", { name: "Quitter la communauté" }).or(head.getByRole("button", { name: "Quitter la communauté" }));
  for (const width of WIDTHS.phone) {
    await page.setViewportSize({ width, height: 740 });
    const [one, other] = [await mute.boundingBox(), await leave.boundingBox()];
    expect(one && other && Math.abs(one.y - other.y), `at ${width} px`).toBeLessThan(4);
  }
});
