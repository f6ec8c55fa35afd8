// The net that every other test relies on, shown to hold: pages with one fault each are complained of.
import { showFaultyPage } from "./support/faulty-page";
import { axe } from "./support/page-checks";
import { expect, test } from "./support/test";

test("a console error is heard", async ({ page, complaints }) => {
  await showFaultyPage(page, `<script>console.error("boom")</script>`);
  await expect.poll(() => complaints.heard).toEqual([expect.stringContaining("boom")]);
  complaints.heard.length = 0;
});

test("an uncaught exception is heard", async ({ page, complaints }) => {
  await showFaultyPage(page, `<script>setTimeout(() => { throw new Error("thrown") })</script>`);
  await expect.poll(() => complaints.heard).toEqual([expect.stringContaining("thrown")]);
  complaints.heard.length = 0;
});

test("an image without words is found by axe", async ({ page }) => {
  await showFaultyPage(page, `<img src="data:,">`);
  await expect(axe(page)).rejects.toThrow(/image-alt/);
});
