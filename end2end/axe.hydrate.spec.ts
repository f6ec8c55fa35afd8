// Every page in both themes, at both widths: axe, one heading, no sideways scroll. axe itself is
// JavaScript, hence the name of this file.
import { axe, noSidewaysScroll, shot, useTheme, type Theme } from "./support/page-checks";
import { routes, visit } from "./support/routes";
import { expect, test } from "./support/test";

for (const route of routes) {
  for (const theme of ["light", "dark"] satisfies Theme[]) {
    test(`${route.name} in ${theme}`, async ({ page, context, baseURL, signIn }, info) => {
      if (route.as) await signIn(route.as);
      await useTheme(context, baseURL!, theme);
      await visit(page, route);
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await noSidewaysScroll(page);
      await shot(page, `${info.project.name}-${theme}`, route.name);
      await axe(page);
    });
  }
}
