// The SHA-256 of standard input, the same on every system.
import { createHash } from "node:crypto";

const hash = createHash("sha256");
for await (const chunk of process.stdin) hash.update(chunk);
console.log(hash.digest("hex").slice(0, 32));
