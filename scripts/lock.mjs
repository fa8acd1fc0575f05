import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while holding a lock folder, so that two commands at once do not write the same files. A lock whose
 * owner no longer runs is taken over.
 *
 * @template T
 * @param {string} folder
 * @param {{ waitSeconds: number, onWait: (owner: number | undefined) => void }} options `onWait` is called once, when
 *     there is a wait at all
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} when another process still holds the lock after `waitSeconds`
 */
export async function withLock(folder, { waitSeconds, onWait }, work) {
    const deadline = Date.now() + waitSeconds * 1000;
    for (let waited = false; !acquire(folder) && !takeOver(folder); waited = true) {
        const owner = ownerOf(folder);
        if (!waited) onWait(owner);
        if (Date.now() >= deadline) {
            const holder = owner === undefined ? "another command" : `process ${String(owner)}`;
            throw new Error(
                `${holder} has held ${folder} for ${String(waitSeconds)} s: stop it, or remove the folder if it does not run`,
            );
        }
        await sleep(100);
    }
    try {
        return await work();
    } finally {
        release(folder);
    }
}

/** The folder comes into being with its owner in it, by a rename: there is no lock of nobody. */
function acquire(folder) {
    if (existsSync(folder)) return false;
    const mine = ownName(folder);
    mkdirSync(mine, { recursive: true });
    writeOwner(mine);
    try {
        renameSync(mine, folder);
        return true;
    } catch (error) {
        rmSync(mine, { recursive: true, force: true });
        if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code)) return false;
        throw error;
    }
}

/** Likewise it goes at once: removed in place, it could take with it the lock of the next one. */
function release(folder) {
    const mine = ownName(folder);
    renameSync(folder, mine);
    rmSync(mine, { recursive: true, force: true });
}

function ownName(folder) {
    return `${folder}.${String(process.pid)}`;
}

/**
 * Takes the place of an owner that is gone. Of several that wait, the one that makes the inner folder may look again
 * and take over: without that second look, the slower of two would take the lock from the quicker.
 */
function takeOver(folder) {
    if (!isAbandoned(folder)) return false;
    const turn = join(folder, "takeover");
    try {
        mkdirSync(turn);
    } catch (error) {
        if (error.code === "EEXIST" || error.code === "ENOENT") return false;
        throw error;
    }
    const abandoned = isAbandoned(folder);
    if (abandoned) writeOwner(folder);
    rmSync(turn, { recursive: true, force: true });
    return abandoned;
}

function isAbandoned(folder) {
    const owner = ownerOf(folder);
    return owner !== undefined && !isRunning(owner);
}

function writeOwner(folder) {
    writeFileSync(join(folder, "owner"), String(process.pid));
}

function ownerOf(folder) {
    try {
        const owner = Number(readFileSync(join(folder, "owner"), "utf8"));
        return Number.isInteger(owner) && owner > 0 ? owner : undefined;
    } catch {
        return undefined;
    }
}

function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return error.code !== "ESRCH";
    }
}
