// Watches the sources and prints one line a change, with what it makes stale: "server", "browser",
// "site". Changes that come together, as an editor's or git's do, make one line.
import { existsSync, watch } from "node:fs";

const SETTLE_MS = 150;
const STALE = [
  ["app", ["browser", "server"]],
  ["crates/domain", ["browser", "server"]],
  ["crates", ["server"]],
  ["frontend", ["browser"]],
  ["server", ["server"]],
  ["vendor", ["server"]],
  ["style", ["site"]],
  ["public", ["site"]],
  ["Cargo.toml", ["browser", "server"]],
];

const stale = new Set();
let timer;
function changed(path) {
  // What editors write for themselves.
  if (/(^|\/)\.|~$|\.sw[px]$|(^|\/)4913$/.test(path)) return;
  const [, parts] = STALE.find(([start]) => path === start || path.startsWith(`${start}/`)) ?? [];
  for (const part of parts ?? []) stale.add(part);
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (stale.size > 0) console.log([...stale].sort().join(" "));
    stale.clear();
  }, SETTLE_MS);
}

for (const root of ["app", "crates", "frontend", "server", "vendor", "style", "public"]) {
  if (existsSync(root)) watch(root, { recursive: true }, (_, name) => name && changed(`${root}/${name.replaceAll("\\", "/")}`));
}
watch(".", (_, name) => name === "Cargo.toml" && changed(name));
