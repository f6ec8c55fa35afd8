// What must hold on any page.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect, type BrowserContext, type Page } from "@playwright/test";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export type Theme = "light" | "dark";

export async function useTheme(context: BrowserContext, baseURL: string, theme: Theme) {
  await context.addCookies([{ name: "theme", value: theme, url: baseURL }]);
}

/** Puts the page on display into a theme, as the style sheet knows it. */
export async function wearTheme(page: Page, theme: Theme) {
  await page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);
}

/** No violation of WCAG 2.2 AA that a machine can find. Needs JavaScript in the page. */
export async function axe(page: Page, theme = "") {
  // Colours in the middle of a transition are nobody's colours. Those of what is not drawn (a closed
  // `details`) never end, so nothing is waited for longer than any transition of ours lasts.
  await page.evaluate(() => Promise.race([
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
    new Promise((done) => setTimeout(done, 400)),
  ]));
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    // eslint-disable-next-line -- axe puts itself on window
    const { violations } = await (window as any).axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.flatMap((violation: any) =>
      violation.nodes.map((node: any) => `${violation.id}: ${violation.help}\n  at ${node.target.join(" ")}\n  ${node.html}\n  ${node.failureSummary}`));
  }, AXE_TAGS);
  expect(violations, `axe on ${page.url()} ${theme}`).toEqual([]);
}

/** The page does not scroll sideways, which at 360 px a long word or a wide table makes it do. */
export async function noSidewaysScroll(page: Page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)} of ${room} px: ${(element.textContent ?? "").trim().slice(0, 40)}`)
      .concat(`the page is ${document.documentElement.scrollWidth} px wide in ${room}`);
  });
  expect(wide, `sideways scroll on ${page.url()}`).toEqual([]);
}

/** 400 and 640 px are 800 and 1280 px at 200 %. */
export const WIDTHS = { phone: [320, 360], desktop: [400, 640, 800, 1280] };

export async function noSidewaysScrollAnywhere(page: Page, widths: number[]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    await noSidewaysScroll(page);
  }
}

/** A picture of the whole page into end2end/shots when SHOTS=1. */
export async function shot(page: Page, how: string, name: string) {
  if (process.env.SHOTS !== "1") return;
  await page.screenshot({ path: `${__dirname}/../shots/${name}-${how}.png`, fullPage: true, animations: "disabled" });
}
