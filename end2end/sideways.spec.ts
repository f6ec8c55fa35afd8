// No page scrolls sideways where no script runs: on the narrowest phone, at 200 % zoom, on a desktop.
// Where scripts run, each page is measured beside axe, on the same visit.
import { noSidewaysScrollAnywhere, WIDTHS } from "./support/page-checks";
import { routes, visit } from "./support/routes";
import { test } from "./support/test";

for (const route of routes) {
  test(`sideways: ${route.name}`, async ({ page, signIn }) => {
    if (route.as) await signIn(route.as);
    await visit(page, route);
    await noSidewaysScrollAnywhere(page, [...WIDTHS.phone, ...WIDTHS.desktop]);
  });
}
