// Makes a checkout ready: the packages of package-lock.json in node_modules, the compiled package in dist. Every npm
// script that needs one of them runs this first; it does nothing when nothing changed. No lifecycle hook does it,
// since `ignore-scripts` skips those, and no dependency is used, since it runs before the install.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { fingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";

const OLDEST_NODE = [20, 19];
const LOCK_WAIT_SECONDS = 600;
const ERROR_LINES = 12;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = ".setup-stamp";

/** What is made of what, and how. */
const STEPS = [
    {
        target: "node_modules",
        sources: ["package-lock.json"],
        saying: "installing packages (npm ci)",
        make: () => {
            npm(["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]);
        },
    },
    {
        target: "dist",
        sources: [
            ...["index.ts", "model", "components", "cli", "plugin", "policy"],
            ...["tsconfig.json", "tsconfig.build.json", "package-lock.json"],
        ],
        saying: "compiling dist (tsc)",
        make: () => {
            run("tsc", process.execPath, [
                join("node_modules", "typescript", "bin", "tsc"),
                "-p",
                "tsconfig.build.json",
            ]);
            removeOrphans("dist");
        },
    },
];

function isFresh({ target, sources }) {
    const stamp = join(ROOT, target, STAMP);
    return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(ROOT, sources);
}

/** The stamp goes first and comes back last: an interrupted step counts as not done. */
function bringUpToDate(step) {
    if (isFresh(step)) return;
    say(step.saying);
    const stamp = join(ROOT, step.target, STAMP);
    rmSync(stamp, { force: true });
    const made = fingerprint(ROOT, step.sources);
    step.make();
    writeFileSync(stamp, made);
}

/** Compiled files whose source is gone: tsc leaves them, and a published package would hold them. */
function removeOrphans(folder) {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        const compiled = join(entry.parentPath, entry.name);
        const source = compiled.replace(join(ROOT, folder), ROOT).replace(/(\.d\.ts|\.js|\.js\.map)$/, ".ts");
        if (source.endsWith(".ts") && !existsSync(source)) rmSync(compiled);
    }
}

function npm(args) {
    // Inside `npm run` this is the npm that was called; by itself, the one on the PATH.
    const cli = process.env["npm_execpath"];
    if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) run("npm", process.execPath, [cli, ...args]);
    else run("npm", "npm", args);
}

function run(name, command, args) {
    const shell = process.platform === "win32" && command === "npm";
    const done = spawnSync(command, args, {
        cwd: ROOT,
        encoding: "utf8",
        shell,
        stdio: ["ignore", "pipe", "pipe"],
    });
    if (done.error !== undefined) throw new Error(`${name} cannot be started: ${done.error.message}`);
    if (done.status === 0) return;
    const said = firstErrors(`${done.stdout}\n${done.stderr}`);
    throw new Error([`${name} failed (exit code ${String(done.status)}):`, ...said].join("\n    "));
}

/** Both npm and tsc name the cause first; npm's usage text and the consequences follow. */
function firstErrors(output) {
    const lines = output.split("\n").filter((line) => !/^(npm error)?\s*$/.test(line));
    const first = lines.findIndex((line) => /\berror\b/i.test(line));
    return lines.slice(Math.max(first, 0)).slice(0, ERROR_LINES);
}

function say(text) {
    process.stderr.write(`setup: ${text}\n`);
}

function checkNode() {
    const [major, minor] = process.versions.node.split(".").map(Number);
    if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
    throw new Error(
        `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join(".")} or newer`,
    );
}

try {
    checkNode();
    if (!STEPS.every(isFresh)) {
        const onWait = (owner) => {
            say(
                `waiting for another set-up of this folder${owner === undefined ? "" : ` (process ${String(owner)})`}`,
            );
        };
        await withLock(join(ROOT, ".setup-lock"), { waitSeconds: LOCK_WAIT_SECONDS, onWait }, () => {
            STEPS.forEach(bringUpToDate);
        });
    }
} catch (error) {
    say(error.message);
    process.exitCode = 1;
}
