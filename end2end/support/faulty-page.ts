// A page made up by a test and answered in the server's place.
import type { Page } from "@playwright/test";

export async function showFaultyPage(page: Page, body: string, headers: Record<string, string> = {}) {
  await page.route("**/faulty", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers,
    body: `<!doctype html><html lang="en"><title>Faulty</title><meta name="viewport" content="width=device-width"><main><h1>Faulty</h1>${body}</main></html>`,
  }));
  await page.goto("/faulty");
}
