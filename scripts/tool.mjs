import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a tool of node_modules in the repository's root, its output on the terminal.
 *
 * @param {string} file the tool's script below node_modules
 * @param {string[]} args
 * @returns {boolean} whether its exit code was 0
 */
export function runTool(file, args) {
    const script = join(ROOT, "node_modules", file);
    return spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: "inherit" }).status === 0;
}
