// The licence part of `cargo deny check`, for machines without cargo-deny: every crate that reaches
// the server or the browser, and every one that builds or tests them, has a licence allowed in
// deny.toml. Of that file it reads `allow`, `exceptions` and `clarify` as they are laid out there.
import { licenceOf, met, metadata, PLATFORMS, policy } from "./crates.mjs";

function packages(platform) {
  const { packages, resolve } = metadata(platform, process.argv.slice(2));
  const used = new Set(resolve.nodes.map((node) => node.id));
  return packages.filter((crate) => used.has(crate.id));
}

const strings = (list) => [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
const allow = new Set(strings(/^\[licenses\][^[]*?^allow = \[([^\]]*)\]/m.exec(policy)[1]));
const exceptions = new Map(
  [...policy.matchAll(/\{ crate = "([^"]+)", allow = \[([^\]]*)\] \}/g)].map(([, crate, list]) => [crate, new Set(strings(list))]),
);

const crates = new Map(PLATFORMS.flatMap(packages).map((crate) => [crate.id, crate]));
const refused = [];
const spared = [];
for (const crate of crates.values()) {
  const licence = licenceOf(crate);
  const own = exceptions.get(crate.name);
  if (licence && met(licence, (name) => allow.has(name))) continue;
  if (licence && own && met(licence, (name) => allow.has(name) || own.has(name))) spared.push(`${crate.name} ${licence}`);
  else refused.push(`${crate.name} ${crate.version}: ${licence ?? `says only ${crate.license_file ?? "nothing"}`}`);
}

console.log(`  ${crates.size} crates, ${spared.length} by exception`);
for (const line of spared) console.log(`    ${line}`);
for (const line of refused.sort()) console.log(`  refused: ${line}`);
if (refused.length > 0) process.exit(1);
