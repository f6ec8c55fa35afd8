// Every fixed sentence of the interface in both languages, read off the sources that hold them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export type Sentence = { fr: string; en: string };

const TEXT = String.raw`"((?:[^"\\]|\\.)*)"`;
/** `name: "français", "English";` of the rooms, and `Name "word": "français", "English";` of the notices. */
const PAIR = new RegExp(String.raw`\w+(?: "[\w-]+")?:\s*${TEXT},\s*${TEXT};`, "g");

function unescape(text: string): string {
  return text.replace(/\\u\{([0-9a-fA-F]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/\\(["\\])/g, "$1");
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".rs") ? [path] : [];
  });
}

export const sentences: Sentence[] = sources(join(__dirname, "../../app/src"))
  // The gallery shows made-up content beside its words.
  .filter((path) => !path.includes("/gallery/"))
  .flatMap((path) => [...readFileSync(path, "utf8").matchAll(PAIR)])
  .map(([, fr, en]) => ({ fr: unescape(fr!), en: unescape(en!) }));

/** A sentence of the interface, named by its French, in `lang`. */
export function inLang(lang: keyof Sentence, french: string): string {
  const found = sentences.find((sentence) => sentence.fr === french);
  if (!found) throw new Error(`the house does not say "${french}"`);
  return found[lang];
}

/** What is said in `lang` alone, and long enough not to stand in the other language by chance. */
export function onlyIn(lang: keyof Sentence): Set<string> {
  const other = new Set(sentences.map((sentence) => sentence[lang === "fr" ? "en" : "fr"]));
  return new Set(sentences.map((sentence) => sentence[lang]).filter((text) => text.length >= 3 && !other.has(text) && !NAMES.has(text)));
}

/** Names, which are the same in both: a community of the demo company, and languages. */
const NAMES = new Set(["Toute la maison", "English"]);

/** What a page says, piece by piece: its texts, and the names and hints that are only heard or
 *  hovered. What people wrote is left out. */
export async function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pieces = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.closest("script, style, template, .prose, [lang]:not(html)")) pieces.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) pieces.push(element.getAttribute(name) ?? "");
    }
    return pieces.map((piece) => piece.trim()).filter(Boolean);
  });
}
