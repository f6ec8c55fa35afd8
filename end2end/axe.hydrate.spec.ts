// Every page in both themes, on a phone and on a desktop: no violation of WCAG 2.2 A and AA that a
// machine can find. axe itself is JavaScript, hence the name of this file. Nor does any scroll sideways.
import { axe, noSidewaysScrollAnywhere, useTheme, wearTheme, WIDTHS } from "./support/page-checks";
import { routes, visit } from "./support/routes";
import { expect, test } from "./support/test";

for (const route of routes) {
  test(`axe: ${route.name}`, async ({ page, signIn }, { project }) => {
    if (route.as) await signIn(route.as);
    await visit(page, route);
    // A bar that stays covers what is scrolled beneath it: that is no fault of the page.
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    for (const theme of ["light", "dark"] as const) {
      await wearTheme(page, theme);
      await axe(page, theme);
    }
    await noSidewaysScrollAnywhere(page, project.name === "phone" ? WIDTHS.phone : WIDTHS.desktop);
  });
}

test("the chosen theme is in the page from its first byte", async ({ page, context, baseURL }) => {
  for (const theme of ["light", "dark"] as const) {
    await useTheme(context, baseURL!, theme);
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  }
});
