// Fails when the tests compile SurrealDB with other features than the server does, which would
// compile it twice: a dev-dependency that adds a feature to a crate under SurrealDB is enough. The
// cure is to give the feature to the workspace's normal dependencies too.
import { spawnSync } from "node:child_process";

function tree(...args) {
  const { status, stdout } = spawnSync("cargo", ["tree", ...process.argv.slice(2), "--prefix", "none", ...args], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) process.exit(1);
  return new Set(stdout.split("\n").map((line) => line.replace(/ \(\*\)$/, "").trim()).filter(Boolean));
}

const crate = (line) => line.split(" ").slice(0, 2).join(" ");
const all = ["--workspace", "--exclude", "frontend", "--format", "{p} {f}"];
const server = tree(...all, "--edges", "normal,build");
const tests = tree(...all, "--edges", "normal,build,dev");
const heavy = new Set([...tree("--package", "surrealdb", "--edges", "normal,build", "--format", "{p}")].map(crate));

const different = [...server].filter((line) => heavy.has(crate(line)) && !tests.has(line));
for (const line of different) {
  console.log(`  server  ${line}`);
  for (const other of tests) if (crate(other) === crate(line)) console.log(`  tests   ${other}`);
}
if (different.length > 0) process.exit(1);
console.log(`  ${heavy.size} crates under SurrealDB, the same for server and tests`);
