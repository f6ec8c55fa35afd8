// What people type is text: forms sent with anything in them, and pages looked at for more than text.
import { expect, type Page } from "@playwright/test";
import { awake } from "./forms";

export const HOUSE = "/communities/toute-la-maison";

/** Sends a form as the page does; fields whose name ends in `[]` may repeat. */
export async function sends(page: Page, path: string, action: string, fields: Record<string, string>): Promise<{ status: number; to: string }> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.post(`${origin}${path}?do=${action}`, {
    form: fields, maxRedirects: 0, headers: { origin, "sec-fetch-site": "same-origin", accept: "text/html" },
  });
  return { status: response.status(), to: response.headers()["location"] ?? "" };
}

export async function wrote(page: Page, path: string, action: string, fields: Record<string, string>): Promise<string> {
  const { status, to } = await sends(page, path, action, fields);
  expect(status, `${action} with ${JSON.stringify(fields)}`).toBe(303);
  return to;
}

const TAGS = new Set("P BR H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE CODE EM STRONG DEL INS HR A".split(" "));

/** Nothing ran, nothing is there that text cannot make. */
export async function isInert(page: Page, what: string) {
  await awake(page);
  const wrong = await page.evaluate((tags) => {
    const wrong: string[] = [];
    if ("ran" in window) wrong.push("something ran");
    for (const element of document.querySelectorAll("*")) {
      const told = element.outerHTML.slice(0, 160);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) wrong.push(`a handler: ${told}`);
        if (name === "style") wrong.push(`a style: ${told}`);
        if (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(name) && /^\s*(javascript|vbscript|data):/i.test(value)) wrong.push(`an address that runs: ${told}`);
        if (/^(src|srcset|poster)$/.test(name) && /ailleurs/.test(value)) wrong.push(`something from elsewhere: ${told}`);
      }
    }
    for (const element of document.querySelectorAll("body :is(iframe, object, embed, base, meta, link, style, marquee, math, video, audio)")) wrong.push(element.outerHTML.slice(0, 160));
    for (const script of document.querySelectorAll("body script")) if (!script.hasAttribute("nonce")) wrong.push(script.outerHTML.slice(0, 160));
    for (const svg of document.querySelectorAll("main svg")) if (svg.querySelector("script, a, animate, foreignObject")) wrong.push(svg.outerHTML.slice(0, 160));
    for (const prose of document.querySelectorAll(".prose")) {
      // In a change of a charter: what stays, and what is added or taken out, which is said as well as shown.
      for (const element of prose.querySelectorAll("*:not(.diff > span, .diff > :is(ins, del) > span.visually-hidden)")) {
        const known = element.tagName === "A" ? ["href", "rel", "class"] : element.tagName === "OL" ? ["start"] : [];
        if (!(tags as string[]).includes(element.tagName) || [...element.attributes].some(({ name }) => !known.includes(name))) wrong.push(`in a text: ${element.outerHTML.slice(0, 160)}`);
      }
    }
    return wrong;
  }, [...TAGS]);
  expect(wrong, what).toEqual([]);
}

export const spaces = (text: string | null) => (text ?? "").replace(/\s+/g, " ");

/** The id of the house's own community, as its composer has it. */
export async function house(page: Page): Promise<string> {
  await page.goto(HOUSE);
  return page.locator('form[action*="do=publish"] [name="community"]').inputValue();
}

/** Opens each page, which must be there, and looks at it. */
export async function areInert(page: Page, paths: string[]) {
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await isInert(page, path);
  }
}
