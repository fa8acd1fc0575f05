// `npm test`: format, lint, types, and all tests that need no network, no Pulumi CLI and no cluster. Every step runs,
// also after one that failed. Arguments go to vitest: `npm test -- test/model/schedule`.
import { runTool } from "./tool.mjs";
import { runVitest } from "./vitest.mjs";

const CACHE = "node_modules/.cache";

const asCount = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

const steps = {
    prettier: () =>
        asCount(
            runTool("prettier/bin/prettier.cjs", [
                ...["--check", ".", "--log-level", "warn"],
                ...["--cache", "--cache-strategy", "content"],
            ]),
        ),
    eslint: () =>
        asCount(
            runTool("eslint/bin/eslint.js", [
                ...[".", "--max-warnings", "0"],
                ...["--cache", "--cache-strategy", "content", "--cache-location", `${CACHE}/eslint/`],
            ]),
        ),
    tsc: () => asCount(runTool("typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.json"])),
    vitest: () => runVitest(process.argv.slice(2)),
};

const total = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(steps)) {
    const started = Date.now();
    const { passed, failed } = step();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${failed === 0 ? "ok" : "FAILED"}, ${seconds} s`);
}
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
