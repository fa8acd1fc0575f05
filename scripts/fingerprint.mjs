import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash over the paths and bytes of the given files and folders (folders with all that is below them). File times
 * play no part: a checkout, a branch switch and a restored cache change them without changing what would be built.
 * A path that does not exist counts as absent, which is another hash than an empty file's.
 *
 * @param {string} root the folder that the paths are relative to
 * @param {string[]} paths
 * @returns {string} hexadecimal
 */
export function fingerprint(root, paths) {
    const hash = createHash("sha256");
    for (const path of paths.flatMap((each) => filesBelow(root, each)).sort()) {
        const content = readFileSync(join(root, path));
        hash.update(`${path}\0${String(content.length)}\0`).update(content);
    }
    return hash.digest("hex");
}

function filesBelow(root, path) {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found === undefined) return [];
    if (!found.isDirectory()) return [path];
    return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
}
