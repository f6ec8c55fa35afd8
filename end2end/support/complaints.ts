// What a browser complains of, and what must fail a test without the test asking: console errors,
// uncaught exceptions, server errors, missing parts of a page, violations of the content security policy.
import type { BrowserContext, Page } from "@playwright/test";

// Chromium logs every response of 400 and over as a console error. A refused form (422) and a page
// that must not be found (404) are part of what is tested; 500 and over is caught as a response, and so
// is 400 and over on what a page is made of.
const EXPECTED_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d\b/;
// The recorder of traces reads what pages show by `blob:` addresses, which our policy keeps it from.
const FROM_TRACE = /^Connecting to 'blob:|connect-src refused blob /;
const MADE_OF = new Set(["script", "stylesheet", "image", "font", "manifest"]);
const FROM_INIT_SCRIPT = "[content-security-policy] ";

export class Complaints {
  readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly origin: string;

  constructor(baseURL: string, private readonly scripted = true) {
    this.origin = new URL(baseURL).origin;
  }

  /** Listens to every page of a context, from before its first one. */
  async listen(context: BrowserContext) {
    await Complaints.watchPolicy(context);
    context.on("page", (page) => this.listenTo(page));
    context.on("response", (response) => {
      const status = response.status();
      const least = MADE_OF.has(response.request().resourceType()) ? 400 : 500;
      if (status < least || !response.url().startsWith(this.origin)) return;
      if (this.expected.some((like) => like.test(response.url()))) return;
      this.heard.push(`${status} for ${response.request().method()} ${response.url()}`);
    });
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // A page that is left while something loads cuts the request: nobody's fault.
      if (reason === "net::ERR_ABORTED" || !request.url().startsWith(this.origin)) return;
      // Where JavaScript is off Chromium refuses each script, and calls that a policy.
      if (reason === "csp" && !this.scripted && request.resourceType() === "script") return;
      this.heard.push(`${reason} for ${request.method()} ${request.url()}`);
    });
  }

  /** From here on an error for an address like this one is what the test is about. */
  expect(like: RegExp) {
    this.expected.push(like);
  }

  /** Tells each violation of the policy as the page sees it; without JavaScript the console tells. */
  private static async watchPolicy(context: BrowserContext) {
    await context.addInitScript((mark) => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`${mark}${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
      });
    }, FROM_INIT_SCRIPT);
  }

  private listenTo(page: Page) {
    page.on("pageerror", (error) => this.heard.push(`uncaught at ${page.url()}: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error" || EXPECTED_STATUS.test(message.text()) || FROM_TRACE.test(message.text())) return;
      this.heard.push(`console at ${page.url()}: ${message.text()}`);
    });
  }
}
