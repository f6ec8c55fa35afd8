// The browser suite. `make test` starts a server on a fresh demo company and hands over PREAU_TEST_URL,
// PREAU_ACCOUNTS and CHROMIUM; to look at one journey: make test ONLY=browser ARGS="-g carpool".
import { defineConfig } from "@playwright/test";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };
/** Every page reads and every form submits without JavaScript; only these need it. */
const needsJavaScript = /\.hydrate\.spec\.ts$/;
/** About words and keys, which are the same on every screen. */
const onDesktop = /(keyboard|language)\.spec\.ts$/;
/** At every width there is, on one screen; where scripts run it is measured beside axe. */
const sideways = /sideways\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: [["list"], ["./tally-reporter.ts"]],
  use: {
    baseURL: process.env.PREAU_TEST_URL,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // Recording each test costs a third of its time: ask for it where one fails and its picture does not tell.
    trace: process.env.TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: phone, testIgnore: [onDesktop, sideways] },
    { name: "desktop", use: desktop, testIgnore: sideways },
    { name: "phone-no-js", use: { ...phone, javaScriptEnabled: false }, testIgnore: [needsJavaScript, onDesktop] },
    { name: "desktop-no-js", use: { ...desktop, javaScriptEnabled: false }, testIgnore: [needsJavaScript, sideways] },
  ],
});
