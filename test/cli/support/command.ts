import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs the built command as a user does. */
export function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", ...args], {
        encoding: "utf8",
        timeout: 50_000,
    });
    return { status, stdout, stderr };
}

/** A folder of files for a test, which removes it at its end. */
export class Files {
    readonly folder = mkdtempSync(join(tmpdir(), "agent-autoscaling-"));

    /** Writes a file; its path. */
    write(name: string, text: string): string {
        const path = join(this.folder, name);
        writeFileSync(path, text);
        return path;
    }

    remove(): void {
        rmSync(this.folder, { recursive: true });
    }
}
