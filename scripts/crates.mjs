// What the licence scripts know of crates: which there are, under what, and whether a licence will do.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether an SPDX expression is met by licences for which `allowed` holds. */
export function met(expression, allowed) {
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

/** The platform this runs on, and the browsers'. */
export const PLATFORMS = [/host: (.*)/.exec(output("rustc", "-vV"))[1], "wasm32-unknown-unknown"];

/** Cargo's metadata for one platform; `options` for Cargo, such as `--locked`. */
export function metadata(platform, options) {
  return JSON.parse(output("cargo", "metadata", "--quiet", "--format-version", "1", "--filter-platform", platform, ...options));
}

/** deny.toml without its comments. */
export const policy = readFileSync("deny.toml", "utf8").replaceAll(/^\s*#.*$/gm, "");

const clarified = new Map(
  [...policy.matchAll(/\{ crate = "([^"]+)", expression = "([^"]+)"/g)].map(([, crate, licence]) => [crate, licence]),
);

/** The SPDX expression a crate is under, as deny.toml clarifies it. */
export function licenceOf(crate) {
  return clarified.get(crate.name) ?? crate.license;
}
