/**
 * Writes what the documents show from the sources and from what the commands print: the pages on rules, archetypes,
 * arguments and triggers in docs, and the outputs in README.md.
 * `--check` writes nothing and ends with 1 when a file is not up to date.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

import { archetypesPage } from "./pages/archetypes.mjs";
import { argumentPages } from "./pages/arguments.mjs";
import { ruleExample } from "./pages/rule-examples.mjs";
import { rulePage, rulesPage } from "./pages/rules.mjs";
import { settingsPage } from "./pages/settings.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = join(ROOT, "dist/cli/main.js");
const checkOnly = process.argv.includes("--check");
const require = createRequire(import.meta.url);
const { ARCHETYPES, RULES } = require("agent-autoscaling/model");
const { showValue } = require("../dist/cli/preview/show-value.js");

process.chdir(ROOT);
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const { argumentsPage, triggersPage } = argumentPages(require("../plugin/schema.json"));
const pages = {
    "docs/archetypes.md": archetypesPage(ARCHETYPES, showValue),
    "docs/arguments.md": argumentsPage,
    "docs/rules.md": rulesPage(RULES),
    ...Object.fromEntries(
        await Promise.all(
            RULES.map(async (rule) => [`docs/rules/${rule.id}.md`, rulePage(rule, await ruleExample(rule))]),
        ),
    ),
    "docs/settings.md": settingsPage(RULES, readFileSync("examples/ci/guardrails.yaml", "utf8")),
    "docs/triggers.md": triggersPage,
};
const files = {
    ...Object.fromEntries(
        await Promise.all(
            Object.entries(pages).map(async ([file, text]) => [
                file,
                await format(text, { ...(await resolveConfig(join(ROOT, file))), parser: "markdown" }),
            ]),
        ),
    ),
    "README.md": withOutput(
        withOutput(readme, "preview", previewOf(firstProgram(readme))),
        "check",
        checkOf(),
    ),
};
const stale = Object.entries(files).filter(([file, text]) => !isCurrent(file, text));
for (const [file, text] of stale) {
    if (!checkOnly) {
        mkdirSync(dirname(join(ROOT, file)), { recursive: true });
        writeFileSync(join(ROOT, file), text);
    }
    console.error(`${file} ${checkOnly ? "is not up to date: run npm run docs" : "written"}`);
}
const orphans = readdirSync(join(ROOT, "docs/rules")).filter((file) => !(`docs/rules/${file}` in files));
for (const file of orphans) {
    if (!checkOnly) rmSync(join(ROOT, "docs/rules", file));
    console.error(`docs/rules/${file} ${checkOnly ? "is of no rule: run npm run docs" : "removed"}`);
}
process.exitCode = checkOnly && stale.length + orphans.length > 0 ? 1 : 0;

function isCurrent(file, text) {
    try {
        return readFileSync(join(ROOT, file), "utf8") === text;
    } catch {
        return false;
    }
}

/** The text with the block below `<!-- output: NAME -->` replaced. */
function withOutput(text, name, output) {
    const block = new RegExp(`(<!-- output: ${name} -->\\n\\n\`\`\`text\\n)[^]*?(\`\`\`)`);
    if (!block.test(text)) throw new Error(`README.md has no block for the output of ${name}`);
    return text.replace(block, (_, before, after) => `${before}${output}\n${after}`);
}

function firstProgram(text) {
    const [, program] = /```ts\n([^]*?)```/.exec(text) ?? [];
    if (program === undefined) throw new Error("README.md has no program");
    return program;
}

/** What `preview` prints for a program, in a project of its own inside the checkout. */
function previewOf(program) {
    mkdirSync(join(ROOT, "out"), { recursive: true });
    const folder = mkdtempSync(join(ROOT, "out/readme-"));
    try {
        writeFileSync(join(folder, "index.ts"), program);
        writeFileSync(join(folder, "Pulumi.yaml"), "name: agents\nruntime: nodejs\nmain: index.ts\n");
        cpSync(join(ROOT, "examples/quickstart/tsconfig.json"), join(folder, "tsconfig.json"));
        return run("preview", relative(ROOT, folder));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function checkOf() {
    return run("check", "examples/check/worker.yaml");
}

/** What a command prints; exit code 1 only says that there are findings. */
function run(...args) {
    try {
        return execFileSync(process.execPath, [CLI, ...args], { cwd: ROOT, encoding: "utf8" }).trimEnd();
    } catch (error) {
        if (error.status === 1) return error.stdout.trimEnd();
        throw error;
    }
}
