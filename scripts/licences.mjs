// The licence part of `cargo deny check`, for machines without cargo-deny: every crate that reaches
// the server or the browser, and every one that builds or tests them, has a licence allowed in
// deny.toml. Of that file it reads `allow`, `exceptions` and `clarify` as they are laid out there.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether an SPDX expression is met by licences for which `allowed` holds. */
function met(expression, allowed) {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const primary = () => {
    if (tokens[at] === "(") {
      at += 1;
      const inner = any();
      at += 1;
      return inner;
    }
    let name = tokens[at++];
    if (tokens[at] === "WITH") name += ` WITH ${tokens[(at += 2) - 1]}`;
    return allowed(name);
  };
  const every = () => {
    let holds = primary();
    while (tokens[at] === "AND") {
      at += 1;
      holds = primary() && holds;
    }
    return holds;
  };
  const any = () => {
    let holds = every();
    while (tokens[at] === "OR") {
      at += 1;
      holds = every() || holds;
    }
    return holds;
  };
  return tokens.length > 0 && any();
}

function output(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 256 << 20, stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) process.exit(1);
  return stdout;
}

function packages(target) {
  const metadata = JSON.parse(output("cargo", "metadata", "--quiet", "--format-version", "1", "--filter-platform", target, ...process.argv.slice(2)));
  const used = new Set(metadata.resolve.nodes.map((node) => node.id));
  return metadata.packages.filter((crate) => used.has(crate.id));
}

const policy = readFileSync("deny.toml", "utf8").replaceAll(/^\s*#.*$/gm, "");
const strings = (list) => [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
const allow = new Set(strings(/^\[licenses\][^[]*?^allow = \[([^\]]*)\]/m.exec(policy)[1]));
const exceptions = new Map(
  [...policy.matchAll(/\{ crate = "([^"]+)", allow = \[([^\]]*)\] \}/g)].map(([, crate, list]) => [crate, new Set(strings(list))]),
);
const clarified = new Map(
  [...policy.matchAll(/\{ crate = "([^"]+)", expression = "([^"]+)"/g)].map(([, crate, licence]) => [crate, licence]),
);

const host = /host: (.*)/.exec(output("rustc", "-vV"))[1];
const crates = new Map([...packages(host), ...packages("wasm32-unknown-unknown")].map((crate) => [crate.id, crate]));
const refused = [];
const spared = [];
for (const crate of crates.values()) {
  const licence = clarified.get(crate.name) ?? crate.license;
  const own = exceptions.get(crate.name);
  if (licence && met(licence, (name) => allow.has(name))) continue;
  if (licence && own && met(licence, (name) => allow.has(name) || own.has(name))) spared.push(`${crate.name} ${licence}`);
  else refused.push(`${crate.name} ${crate.version}: ${licence ?? `says only ${crate.license_file ?? "nothing"}`}`);
}

console.log(`  ${crates.size} crates, ${spared.length} by exception`);
for (const line of spared) console.log(`    ${line}`);
for (const line of refused.sort()) console.log(`  refused: ${line}`);
if (refused.length > 0) process.exit(1);
