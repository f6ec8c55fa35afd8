// The net that every other test relies on, shown to hold: pages with one fault each are complained of.
import { showFaultyPage } from "./support/faulty-page";
import { axe, noSidewaysScroll } from "./support/page-checks";
import { expect, test } from "./support/test";

test("a violation of the content security policy is heard", async ({ page, complaints, scripted }) => {
  await showFaultyPage(page, `<img alt="" src="data:image/png;base64,AAAA"><p style="color: red">red</p>`, {
    "content-security-policy": "default-src 'self'",
  });
  await expect.poll(() => complaints.heard.join("\n")).toContain("Content Security Policy");
  if (scripted) expect(complaints.heard.join("\n")).toContain("[content-security-policy] img-src");
  complaints.heard.length = 0;
});

test("a server error on a resource is heard", async ({ page, complaints }) => {
  await page.route("**/broken.png", (route) => route.fulfill({ status: 500, body: "" }));
  await showFaultyPage(page, `<img alt="" src="/broken.png">`);
  await expect.poll(() => complaints.heard.join("\n")).toContain("500 for GET");
  complaints.heard.length = 0;
});

test("a part of a page that is not there is heard", async ({ page, complaints }) => {
  await showFaultyPage(page, `<link rel="stylesheet" href="/pkg/gone.css"><img alt="" src="/media/gone/160">`);
  await expect.poll(() => complaints.heard.join("\n")).toContain("404 for GET");
  await expect.poll(() => complaints.heard.join("\n")).toContain("/media/gone/160");
  expect(complaints.heard.join("\n")).toContain("/pkg/gone.css");
  complaints.heard.length = 0;
});

test("what a test expects to be missing is not complained of", async ({ page, complaints }) => {
  complaints.expect(/\/media\/gone\//);
  const answered = page.waitForResponse(/\/media\/gone\//);
  await showFaultyPage(page, `<img alt="" src="/media/gone/160">`);
  await answered;
  expect(complaints.heard).toEqual([]);
});

test("a page wider than the screen is found", async ({ page }) => {
  await showFaultyPage(page, `<p style="width: 3000px">wide</p>`);
  await expect(noSidewaysScroll(page)).rejects.toThrow(/wide in/);
});

test("a page that fits is not complained of", async ({ page, complaints, scripted }) => {
  await showFaultyPage(page, `<p>fits</p>`);
  await noSidewaysScroll(page);
  if (scripted) await axe(page);
  expect(complaints.heard).toEqual([]);
});
