// Pictures to look at, into end2end/shots: every page at three widths in both themes. Only with
// SHOTS=1, and not a test.
import { shot, wearTheme } from "./support/page-checks";
import { routes, visit } from "./support/routes";
import { test } from "./support/test";

const WIDTHS = { phone: [360], desktop: [800, 1280] };

if (process.env.SHOTS === "1") {
  for (const route of routes) {
    test(`picture: ${route.name}`, async ({ page, signIn }, info) => {
      if (route.as) await signIn(route.as);
      await visit(page, route);
      for (const width of info.project.name === "phone" ? WIDTHS.phone : WIDTHS.desktop) {
        await page.setViewportSize({ width, height: 900 });
        for (const theme of ["light", "dark"] as const) {
          await wearTheme(page, theme);
          await shot(page, `${width}-${theme}`, route.name);
        }
      }
    });
  }
}
