// node scripts/licence-texts.mjs FILE [--locked …]: writes the licences of everything that goes with a
// house, each text once and under it whose it is: the crates linked into the server and the browser's
// bundle, the fonts, the icons, the data. /about links to it.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { licenceOf, met, metadata, PLATFORMS } from "./crates.mjs";

const [target, ...options] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();

/** Crates linked into `root`, without what only builds it. */
function linked(platform, root) {
  const { packages, resolve, workspace_members } = metadata(platform, options);
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const found = new Set(packages.filter((crate) => crate.name === root).map((crate) => crate.id));
  for (const id of found) {
    for (const next of nodes.get(id).deps) if (next.dep_kinds.some(({ kind }) => kind === null)) found.add(next.pkg);
  }
  const ours = new Set(workspace_members);
  return packages.filter((crate) => found.has(crate.id) && !ours.has(crate.id));
}

const crates = new Map();
for (const [index, root] of ["preau", "frontend"].entries()) {
  for (const crate of linked(PLATFORMS[index], root)) crates.set(`${crate.name} ${crate.version}`, crate);
}

/** Files of a crate whose name `like` matches. */
function files(crate, like) {
  const folder = dirname(crate.manifest_path);
  const names = readdirSync(folder).filter((name) => like.test(name) && statSync(join(folder, name)).isFile());
  return names.sort().map((name) => read(join(folder, name)));
}

/** Title, text, and whose: lines without order. */
const parts = new Map();
function part(title, text, whose, note = "") {
  const key = text.replaceAll(/\s+/g, " ");
  if (!parts.has(key)) parts.set(key, { title, text, whose: [], notes: new Set() });
  parts.get(key).whose.push(whose);
  if (note) parts.get(key).notes.add(note);
}

const APACHE = read("LICENSE");
const MIT = read("scripts/licences/MIT.txt").split("\n").filter((line) => !line.startsWith("Copyright (c) <year>")).join("\n");
const nobodys = [];
for (const [name, crate] of [...crates].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const licence = licenceOf(crate);
  // Where there is a choice, one will do: the one that is a single text.
  if (met(licence, (one) => one === "Apache-2.0")) {
    part("Apache License 2.0", APACHE, name, files(crate, /^notice/i).join("\n\n"));
    continue;
  }
  const own = files(crate, /^(licen[cs]e|copying|unlicense|copyright)/i);
  for (const text of own) part(licence, text, name);
  if (own.length > 0) continue;
  if (met(licence, (one) => one === "MIT")) part("MIT License", MIT, `${name}, copyright (c) ${crate.authors.join(", ") || "its authors"}`);
  else nobodys.push(`${name}: ${licence}`);
}
if (nobodys.length > 0) {
  console.error(`No text of the licence of:\n${nobodys.join("\n")}\nAdd it to scripts/licences and to scripts/licence-texts.mjs.`);
  process.exit(1);
}

const fonts = ["bricolage-grotesque", "instrument-sans"];
for (const font of fonts) part("SIL Open Font License 1.1", read(`node_modules/@fontsource-variable/${font}/LICENSE`), `the font ${font}`);
part("ISC License, MIT License", read("scripts/licences/lucide.txt"), "the icons, from Lucide");
part("Licence Ouverte / Open Licence 2.0", read("scripts/licences/etalab-2.0.txt"), "data on communes and town halls: authors and changes on /about");
part("Creative Commons Attribution 4.0 International", read("scripts/licences/CC-BY-4.0.txt"), "data of GeoNames: changes on /about");

const rank = ({ title, whose }) => (title.startsWith("BUSL") ? -1000 : /^(SIL|ISC License, |Licence|Creative)/.test(title) ? -500 : -whose.length);
const all = [...parts.values()].sort((a, b) => rank(a) - rank(b) || (a.whose[0] < b.whose[0] ? -1 : 1));
const rule = "=".repeat(78);
const lines = [
  "PRÉAU: LICENCES",
  "",
  "Préau is free software under the Apache License 2.0, which stands below. What it",
  "is made with has licences of its own: each text stands once, after whose it is.",
  `${crates.size} crates, ${fonts.length} fonts, icons and data; ${all.length} texts.`,
];
for (const { title, text, whose, notes } of all) {
  lines.push("", rule, title, "", ...whose.sort().map((one) => `  ${one}`), ...(text === APACHE ? ["  Préau"] : []), rule, "", text);
  for (const note of notes) lines.push("", "  Notice:", "", note);
}
writeFileSync(target, `${lines.join("\n")}\n`);
console.log(`  ${all.length} licence texts of ${crates.size} crates`);
