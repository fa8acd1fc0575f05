import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

const MODULE = resolve(__dirname, "../../scripts/lock.mjs");

describe("withLock", () => {
    let folder: string;
    let lock: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "lock-"));
        lock = join(folder, "lock");
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    /** A process of its own that runs `work` under the lock and prints what it was told of a wait. */
    const script = (work: string, waitSeconds = 20) => `
        import { appendFileSync } from "node:fs";
        import { setTimeout as sleep } from "node:timers/promises";
        import { withLock } from ${JSON.stringify(MODULE)};
        const log = (text) => appendFileSync(${JSON.stringify(join(folder, "log"))}, text + "\\n");
        const options = { waitSeconds: ${String(waitSeconds)}, onWait: (owner) => console.log("waits for " + owner) };
        await withLock(${JSON.stringify(lock)}, options, async () => { ${work} }).catch((error) => {
            console.log(error.message);
            process.exitCode = 1;
        });`;
    const run = (work: string, waitSeconds?: number) =>
        spawnSync(process.execPath, ["--input-type=module", "--eval", script(work, waitSeconds)], {
            encoding: "utf8",
        });
    const runTogether = (count: number) => {
        const work = script('log("in"); await sleep(150); log("out");');
        const one = () =>
            spawn(process.execPath, ["--input-type=module", "--eval", work], { stdio: "ignore" });
        const processes = Array.from({ length: count }, one);
        return Promise.all(processes.map((each) => new Promise((done) => each.on("exit", done))));
    };
    const log = () => readFileSync(join(folder, "log"), "utf8").trim().split("\n");

    it("lets one process after the other do its work", async () => {
        const work = 'log("in"); await sleep(150); log("out");';
        const processes = Array.from({ length: 4 }, () =>
            spawn(process.execPath, ["--input-type=module", "--eval", script(work)], { stdio: "ignore" }),
        );
        const codes = await Promise.all(
            processes.map((each) => new Promise((done) => each.on("exit", done))),
        );
        expect(codes).toEqual([0, 0, 0, 0]);
        expect(log()).toEqual(Array.from({ length: 4 }, () => ["in", "out"]).flat());
        expect(existsSync(lock)).toBe(false);
    });

    it("takes over from an owner that no longer runs, without a wait", () => {
        const gone = spawnSync(process.execPath, ["--eval", ""]).pid;
        mkdirSync(lock);
        writeFileSync(join(lock, "owner"), String(gone));
        expect(run('log("in")')).toMatchObject({ status: 0, stdout: "" });
        expect(log()).toEqual(["in"]);
        expect(existsSync(lock)).toBe(false);
    });

    it("lets only one of several take over", async () => {
        mkdirSync(lock);
        writeFileSync(join(lock, "owner"), String(spawnSync(process.execPath, ["--eval", ""]).pid));
        expect(await runTogether(4)).toEqual([0, 0, 0, 0]);
        expect(log()).toEqual(Array.from({ length: 4 }, () => ["in", "out"]).flat());
    });

    it("gives up after its time, with the holder and what to do", () => {
        mkdirSync(lock);
        writeFileSync(join(lock, "owner"), String(process.pid));
        const { status, stdout } = run('log("in")', 0.3);
        expect(status).toBe(1);
        expect(stdout).toBe(
            `waits for ${String(process.pid)}\nprocess ${String(process.pid)} has held ${lock} for 0.3 s: ` +
                "stop it, or remove the folder if it does not run\n",
        );
        expect(existsSync(lock)).toBe(true);
    });

    it("is free again after work that failed", () => {
        expect(run('throw new Error("no space")')).toMatchObject({ status: 1, stdout: "no space\n" });
        expect(existsSync(lock)).toBe(false);
    });
});
