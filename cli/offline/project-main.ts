import * as fs from "node:fs";
import * as path from "node:path";
import { ProjectError } from "./project-error";

const EXTENSIONS = ["", ".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".tsx", ".json"];

/**
 * The program that Pulumi's launcher is told to run: the file that `main` names, or `.` for the entry of the
 * project's own package.
 *
 * @throws {ProjectError} where the launcher would run something else than the project says.
 */
export function projectMain(dir: string, main: unknown): string {
    if (main === undefined || main === null || main === "" || main === ".") return packageEntry(dir);
    if (typeof main !== "string")
        throw new ProjectError([`main in Pulumi.yaml is not a text: name the program's file`]);
    const found = EXTENSIONS.map((extension) => path.resolve(dir, main + extension)).find(isThere);
    if (found === undefined) {
        throw new ProjectError([
            `main in Pulumi.yaml names ${main}, which is not in ${dir}: name the program's file`,
        ]);
    }
    if (fs.statSync(found).isDirectory()) {
        throw new ProjectError([
            `main in Pulumi.yaml names the folder ${main}: for a folder Pulumi runs the entry of the nearest ` +
                `package.json, not what is in the folder; name the program's file, ` +
                `main: ${path.posix.join(main, indexIn(found) ?? "index.ts")}`,
        ]);
    }
    return main;
}

function packageEntry(dir: string): string {
    const index = indexIn(dir);
    if (isThere(path.join(dir, "package.json")) || isThere(path.join(dir, "package.yaml"))) return ".";
    const above = packageAbove(dir);
    const entry = above === undefined ? undefined : entryOf(above);
    if (above !== undefined && entry !== undefined) {
        throw new ProjectError([
            `Pulumi.yaml names no main and ${dir} has no package.json, so Pulumi would run ${entry} of ` +
                `${path.join(above, "package.json")}; name the program's file, main: ${index ?? "index.ts"}`,
        ]);
    }
    if (index === undefined) {
        throw new ProjectError([
            `there is no program in ${dir}: no index.ts, no index.js, no package.json; ` +
                "name the program's file in Pulumi.yaml as main",
        ]);
    }
    return ".";
}

function packageAbove(dir: string): string | undefined {
    for (let at = path.dirname(dir); ; at = path.dirname(at)) {
        if (isThere(path.join(at, "package.json"))) return at;
        if (at === path.dirname(at)) return undefined;
    }
}

function entryOf(dir: string): string | undefined {
    try {
        const manifest = JSON.parse(fs.readFileSync(path.join(dir, "package.json"), "utf8")) as Record<
            string,
            unknown
        >;
        const entry = manifest["exports"] ?? manifest["main"];
        return entry === undefined ? undefined : typeof entry === "string" ? entry : "the entry";
    } catch {
        return undefined;
    }
}

function indexIn(dir: string): string | undefined {
    return ["index.ts", "index.js", "index.mts", "index.mjs"].find((file) => isThere(path.join(dir, file)));
}

function isThere(file: string): boolean {
    return fs.existsSync(file);
}
