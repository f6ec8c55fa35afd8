// No page scrolls sideways: on the narrowest phone, at 200 % zoom (half the width), on a desktop.
import { noSidewaysScroll } from "./support/page-checks";
import { routes, visit } from "./support/routes";
import { test } from "./support/test";

/** The project's own width comes last. 400 and 640 px are 800 and 1280 px at 200 %. */
const WIDTHS = { phone: [320, 360], desktop: [400, 640, 800, 1280] };

for (const route of routes) {
  test(`sideways: ${route.name}`, async ({ page, signIn }, info) => {
    if (route.as) await signIn(route.as);
    await visit(page, route);
    for (const width of info.project.name.startsWith("phone") ? WIDTHS.phone : WIDTHS.desktop) {
      await page.setViewportSize({ width, height: 740 });
      await noSidewaysScroll(page);
    }
  });
}
