// The browser suite. `make test` starts a server on a fresh demo company and hands over PREAU_TEST_URL,
// PREAU_ACCOUNTS and CHROMIUM; to look at one journey: make test ONLY=browser ARGS="-g carpool".
import { defineConfig } from "@playwright/test";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };
/** Every page reads and every form submits without JavaScript; only these need it. */
const needsJavaScript = /\.hydrate\.spec\.ts$/;
/** About words and keys, which are the same on every screen. */
const onDesktop = /(keyboard|language)\.spec\.ts$/;
/** Measured beside axe where scripts run. */
const withoutScripts = /sideways\.spec\.ts$/;

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
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
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
    { name: "phone", use: phone, testIgnore: [onDesktop, withoutScripts] },
    { name: "desktop", use: desktop, testIgnore: withoutScripts },
    { name: "phone-no-js", use: { ...phone, javaScriptEnabled: false }, testIgnore: [needsJavaScript, onDesktop] },
    { name: "desktop-no-js", use: { ...desktop, javaScriptEnabled: false }, testIgnore: needsJavaScript },
  ],
});
