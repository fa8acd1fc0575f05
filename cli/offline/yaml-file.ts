import * as fs from "node:fs";
import * as path from "node:path";
import type { Document } from "yaml";
import { parseDocument } from "yaml";
import { ProjectError } from "./project-error";

const LARGEST_BYTES = 1_000_000;

/**
 * Reads one of a project's YAML files.
 *
 * @returns `undefined` when there is no such file.
 * @throws {ProjectError} when it is not YAML, or larger than any project file is.
 */
export function readYamlFile(file: string): Document | undefined {
    const name = path.basename(file);
    let text: string;
    try {
        const { size } = fs.statSync(file);
        if (size > LARGEST_BYTES) {
            throw new ProjectError([
                `${name} has ${size} bytes, and a project file at most ${LARGEST_BYTES}`,
            ]);
        }
        text = fs.readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        if (error instanceof ProjectError) throw error;
        throw new ProjectError([`${name} cannot be read: ${(error as Error).message}`]);
    }
    const document = parseDocument(text, { prettyErrors: true, intAsBigInt: true });
    if (document.errors.length > 0) {
        throw new ProjectError(
            document.errors.map((error) => {
                const [place] = error.linePos ?? [];
                const at = place === undefined ? name : `${name}:${place.line}:${place.col}`;
                return `${at} is not valid YAML: ${error.message.split(/ at line \d|\n/)[0] ?? ""}`;
            }),
        );
    }
    return document;
}
