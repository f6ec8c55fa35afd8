// node scripts/site.mjs SITE QUALITY: completes the folder the server reads. Copies the fonts and
// public/, drops what has no source any more, writes a brotli copy next to each file that
// compresses, and prints what a browser will fetch.
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const [site, quality] = [process.argv[2], Number(process.argv[3])];
const COMPRESSIBLE = new Set([".js", ".wasm", ".css", ".svg", ".json", ".webmanifest", ".txt", ".xml", ".ico", ".html"]);
const FONTS = ["bricolage-grotesque", "instrument-sans"];

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((e) => e.isFile()).map((e) => relative(folder, join(e.parentPath ?? e.path, e.name)));
}

async function sameBytes(a, b) {
  const [left, right] = await Promise.all([readFile(a), readFile(b).catch(() => null)]);
  return right !== null && left.equals(right);
}

/** Where each file of the site comes from; those with no source are made by assets.sh. */
const sources = new Map([["main.css", null], ["pkg/preau.js", null], ["pkg/preau_bg.wasm", null], ["licences.txt", null]]);
for (const name of FONTS) {
  sources.set(`fonts/${name}.woff2`, `node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`);
}
for (const name of await filesUnder("public")) {
  if (sources.has(name)) throw new Error(`public/${name} would overwrite a file that the build makes`);
  if (name.split("/").some((part) => part.startsWith("."))) continue;
  sources.set(name, join("public", name));
}

for (const [name, source] of sources) {
  if (source === null) continue;
  const target = join(site, name);
  if (await sameBytes(source, target)) continue;
  await mkdir(dirname(target), { recursive: true });
  await copyFile(source, target);
}

for (const name of await filesUnder(site)) {
  if (!sources.has(name.replace(/\.br$/, ""))) await rm(join(site, name));
}

// A copy packed lightly for `make dev` is packed anew for everything else.
const note = join(dirname(site), "site-quality");
const packedAlike = (await readFile(note, "utf8").catch(() => "")) === String(quality);
await writeFile(note, String(quality));

const rows = [];
for (const name of [...sources.keys()].sort()) {
  const file = join(site, name);
  const plain = await stat(file).catch(() => null);
  if (plain === null) continue;
  let sent = plain.size;
  if (COMPRESSIBLE.has(extname(name))) {
    const packed = `${file}.br`;
    const before = await stat(packed).catch(() => null);
    if (!packedAlike || before === null || before.mtimeMs < plain.mtimeMs) {
      const bytes = await readFile(file);
      await writeFile(packed, await compress(bytes, { params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      } }));
    }
    sent = (await stat(packed)).size;
  }
  rows.push({ name, plain: plain.size, sent });
}

const kB = (n) => `${(n / 1000).toFixed(1)} kB`.padStart(10);
const told = (row) => /^(pkg|fonts)\/|^main\.css$/.test(row.name);
for (const row of rows.filter(told)) console.log(`  ${row.name.padEnd(32)}${kB(row.plain)}${kB(row.sent)} sent`);
const rest = rows.filter((row) => !told(row));
const sum = (list, key) => list.reduce((total, row) => total + row[key], 0);
if (rest.length) console.log(`  ${`${rest.length} more files`.padEnd(32)}${kB(sum(rest, "plain"))}${kB(sum(rest, "sent"))} sent`);
