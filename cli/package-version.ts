import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The version of this package, by its package.json. */
export function packageVersion(): string {
    const file = createRequire(__filename).resolve("agent-autoscaling/package.json");
    return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
