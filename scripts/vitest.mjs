import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runTool } from "./tool.mjs";

/**
 * Runs vitest with its own output on the terminal, and counts from its JSON report. A test file that cannot be loaded
 * counts as one failure, so does a run that fails though all its tests passed (an unhandled rejection), and so does a
 * run without any test.
 *
 * @param {string[]} args
 * @returns {{ passed: number, failed: number }}
 */
export function runVitest(args) {
    const folder = mkdtempSync(join(tmpdir(), "agent-autoscaling-vitest-"));
    const file = join(folder, "report.json");
    try {
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
        const ok = runTool("vitest/vitest.mjs", ["run", ...reporters, ...args]);
        return count(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined, ok);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function count(report, ok) {
    const files = report?.testResults ?? [];
    const unloaded = files.filter(
        (each) => each.status === "failed" && each.assertionResults.length === 0,
    ).length;
    const passed = report?.numPassedTests ?? 0;
    const failed = (report?.numFailedTests ?? 0) + unloaded;
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}
