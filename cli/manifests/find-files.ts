import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { glob } from "tinyglobby";

/** More files than any repository of manifests has. */
export const MOST_FILES = 20_000;
/** Deeper than any repository of manifests goes. */
const DEEPEST = 30;
/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

const MANIFEST = /\.(ya?ml|json)$/i;
/** Folders that hold other people's files. */
const FOREIGN = new Set(["node_modules", ".git", "dist"]);

/** A file to be read. */
export interface FoundFile {
    readonly path: string;
    /** Whether it was named itself, and not found in a folder or by a pattern. */
    readonly isNamed: boolean;
}

/** What paths lead to: files in a fixed order, each once, and what leads nowhere. */
export interface FoundFiles {
    readonly files: readonly FoundFile[];
    readonly problems: readonly string[];
}

/**
 * Finds the files of paths: files as they are named, YAML and JSON files below folders, and those that a pattern
 * matches (`deploy/**` + `/*.yaml`, for shells that leave it alone); `-` is standard input.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
    const files = new Map<string, FoundFile>();
    const problems: string[] = [];
    for (const path of paths) {
        const found = await filesOf(path);
        if (typeof found === "string") problems.push(`${path}: ${found}`);
        else for (const file of found) if (!files.has(file.path)) files.set(file.path, file);
        if (files.size > MOST_FILES) {
            problems.push(`there are more than ${MOST_FILES} files; name fewer`);
            break;
        }
    }
    return { files: [...files.values()], problems };
}

async function filesOf(path: string): Promise<readonly FoundFile[] | string> {
    if (path === STANDARD_INPUT) return [{ path, isNamed: true }];
    const stats = await statOf(path);
    if (typeof stats === "string") return /[*?[{]/.test(path) ? matching(path) : stats;
    if (!stats.isDirectory()) return [{ path, isNamed: true }];
    const below: FoundFile[] = [];
    await walk(path, 0, below);
    return below.length === 0 ? "has no YAML or JSON file in it" : below;
}

async function statOf(path: string): Promise<Stats | string> {
    try {
        return await stat(path);
    } catch (error) {
        return readProblem(error);
    }
}

async function matching(pattern: string): Promise<readonly FoundFile[] | string> {
    const ignore = [...FOREIGN].map((folder) => `**/${folder}/**`);
    const paths = await glob(pattern, {
        expandDirectories: false,
        ignore,
        deep: DEEPEST,
        absolute: isAbsolute(pattern),
    });
    return paths.length === 0 ? "matches no file" : paths.sort().map((path) => ({ path, isNamed: false }));
}

async function walk(folder: string, depth: number, found: FoundFile[]): Promise<void> {
    if (depth > DEEPEST || found.length > MOST_FILES) return;
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            if (!FOREIGN.has(entry.name)) await walk(path, depth + 1, found);
        } else if (MANIFEST.test(entry.name)) {
            found.push({ path, isNamed: false });
        }
    }
}

function byName(a: Dirent, b: Dirent): number {
    return a.name < b.name ? -1 : 1;
}

/** Why a file cannot be read, in words. */
export function readProblem(error: unknown): string {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "there is no such file";
    if (code === "EACCES") return "may not be read";
    return `cannot be read (${String(code)})`;
}
