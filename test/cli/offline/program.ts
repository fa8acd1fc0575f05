import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { afterAll } from "vitest";
import type { OfflineOptions, OfflineRun } from "../../../cli/offline";
import { readProject, runOffline } from "../../../cli/offline";

const REPOSITORY = path.resolve(__dirname, "../../..");

const folders: string[] = [];

afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a folder of their own, where the packages of the repository are installed or not. */
export function folderWith(files: Record<string, string>, installed = true): string {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "offline-")));
    folders.push(folder);
    for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), text);
    }
    if (installed) fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}

const JAVASCRIPT = `
name: demo
runtime: { name: nodejs, options: { typescript: false } }
main: index.js
`;

/** Runs a JavaScript program, which starts faster than one that is type-checked. */
export async function runJavaScript(
    program: string,
    options: Partial<OfflineOptions> = {},
    files: Record<string, string> = {},
): Promise<OfflineRun> {
    const folder = folderWith({
        "Pulumi.yaml": JAVASCRIPT,
        "package.json": "{}",
        "index.js": `const pulumi = require("@pulumi/pulumi");\n${program}`,
        ...files,
    });
    return runOffline({ project: readProject(folder), timeoutSeconds: 50, ...options });
}
