import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPTS = resolve(__dirname, "../../scripts");

/** An npm whose install is a compiler that copies the sources it is asked for. */
const NPM = `
    const { mkdirSync, rmSync, writeFileSync } = require("node:fs");
    rmSync("node_modules", { recursive: true, force: true });
    mkdirSync("node_modules/typescript/bin", { recursive: true });
    writeFileSync("node_modules/typescript/bin/tsc", \`
        const { copyFileSync, mkdirSync, readFileSync } = require("node:fs");
        mkdirSync("dist/model", { recursive: true });
        for (const name of readFileSync("tsconfig.build.json", "utf8").trim().split(" ")) {
            if (name === "broken") { console.log("model/a.ts(1,1): error TS1005: ';' expected."); process.exit(2); }
            copyFileSync(name + ".ts", "dist/" + name + ".js");
        }\`);
    if (process.env.NPM_FAILS) { console.error("npm warn old lockfile\\nnpm error code ENOTFOUND\\nnpm error\\nnpm error no network"); process.exit(1); }
`;

describe("scripts/setup.mjs", () => {
    let root: string;

    const write = (name: string, content: string) => {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), content);
    };
    const setup = (env: Record<string, string> = {}) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts", "setup.mjs")], {
            encoding: "utf8",
            env: { ...process.env, npm_execpath: join(root, "npm-cli.js"), ...env },
        });
        expect(stdout).toBe("");
        return { status, said: stderr.split("\n").filter((line) => line !== "") };
    };
    const INSTALLS = "setup: installing packages (npm ci)";
    const COMPILES = "setup: compiling dist (tsc)";

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "setup-"));
        cpSync(SCRIPTS, join(root, "scripts"), { recursive: true });
        write("npm-cli.js", NPM);
        write("package-lock.json", "{}");
        write("tsconfig.build.json", "index model/a");
        write("index.ts", "1");
        write("model/a.ts", "2");
    });

    afterEach(() => {
        rmSync(root, { recursive: true });
    });

    it("installs and compiles a fresh clone, and says nothing when nothing is to be done", () => {
        expect(setup()).toEqual({ status: 0, said: [INSTALLS, COMPILES] });
        expect(readFileSync(join(root, "dist", "model", "a.js"), "utf8")).toBe("2");
        expect(setup()).toEqual({ status: 0, said: [] });
    });

    it("compiles again after a change of a source, without an install", () => {
        setup();
        write("model/a.ts", "3");
        expect(setup()).toEqual({ status: 0, said: [COMPILES] });
        expect(readFileSync(join(root, "dist", "model", "a.js"), "utf8")).toBe("3");
    });

    it("installs and compiles again after a change of the lock file", () => {
        setup();
        write("package-lock.json", '{ "lockfileVersion": 3 }');
        expect(setup()).toEqual({ status: 0, said: [INSTALLS, COMPILES] });
    });

    it("removes from dist what no longer has a source", () => {
        setup();
        rmSync(join(root, "model", "a.ts"));
        write("tsconfig.build.json", "index");
        setup();
        expect(existsSync(join(root, "dist", "model", "a.js"))).toBe(false);
        expect(existsSync(join(root, "dist", "index.js"))).toBe(true);
    });

    it("says why npm failed, and tries again the next time", () => {
        expect(setup({ NPM_FAILS: "1" })).toEqual({
            status: 1,
            said: [
                INSTALLS,
                "setup: npm failed (exit code 1):",
                "    npm error code ENOTFOUND",
                "    npm error no network",
            ],
        });
        expect(setup().said).toEqual([INSTALLS, COMPILES]);
    });

    it("gives the compiler's words when the sources do not compile, and tries again the next time", () => {
        write("tsconfig.build.json", "broken");
        const said = [
            COMPILES,
            "setup: tsc failed (exit code 2):",
            "    model/a.ts(1,1): error TS1005: ';' expected.",
        ];
        expect(setup().said).toEqual([INSTALLS, ...said]);
        expect(setup()).toEqual({ status: 1, said });
    });

    it("leaves the last good dist marked as stale when a build after it fails", () => {
        setup();
        write("tsconfig.build.json", "broken");
        setup();
        write("tsconfig.build.json", "index model/a");
        expect(setup()).toEqual({ status: 0, said: [COMPILES] });
    });

    it("refuses a Node that is too old", () => {
        write("old.cjs", 'Object.defineProperty(process.versions, "node", { value: "18.20.1" });');
        const { status, said } = setup({ NODE_OPTIONS: `--require ${join(root, "old.cjs")}` });
        expect(status).toBe(1);
        expect(said).toEqual(["setup: Node 18.20.1 is too old: install Node 20.19 or newer"]);
    });
});
