import { readFile, stat } from "node:fs/promises";
import type { Document } from "yaml";
import { LineCounter, parseAllDocuments } from "yaml";
import type { Declared, KubernetesObject, Path } from "../../model";
import { kubernetesType } from "../../model";
import { InputError } from "../input-error";
import { positionOf } from "./position";

/** A larger file is no set of manifests that someone wrote. */
const LARGEST_BYTES = 10_000_000;
/** Aliases that one document may follow; the `yaml` library counts what they expand to. */
const MOST_ALIASES = 100;

/** What was read from files. */
export interface Manifests {
    readonly declared: readonly Declared[];
    /** Documents that are no Kubernetes objects, and why. */
    readonly skipped: readonly string[];
}

/**
 * Reads Kubernetes objects from YAML or JSON files: several documents a file, and the items of Lists. Every file
 * that cannot be read is reported, all in one `InputError`.
 */
export async function readManifests(files: readonly string[]): Promise<Manifests> {
    const read = await Promise.all(files.map(readOne));
    const problems = read.flatMap((result) => (typeof result === "string" ? [result] : []));
    if (problems.length > 0) throw new InputError(problems.join("\n"));
    const manifests = read.filter((result) => typeof result !== "string");
    return {
        declared: manifests.flatMap(({ declared }) => declared),
        skipped: manifests.flatMap(({ skipped }) => skipped),
    };
}

async function readOne(file: string): Promise<Manifests | string> {
    let text: string;
    try {
        const { size } = await stat(file);
        if (size > LARGEST_BYTES) return `${file}: has ${size} bytes; at most ${LARGEST_BYTES} are read`;
        text = await readFile(file, "utf8");
    } catch (error) {
        return `${file}: ${readProblem(error)}`;
    }
    return parseManifests(text, file);
}

function readProblem(error: unknown): string {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "there is no such file";
    if (code === "EISDIR") return "is a directory; name the files in it";
    if (code === "EACCES") return "may not be read";
    return `cannot be read (${String(code)})`;
}

/** Parses the objects in one text; the reason where it is not YAML. */
export function parseManifests(text: string, file: string): Manifests | string {
    if (text.includes("\0") || text.includes("\uFFFD")) return `${file}: is not text in UTF-8`;
    if (text.trim() === "") return `${file}: is empty`;
    const lines = new LineCounter();
    const documents = parseAllDocuments(text, { lineCounter: lines, merge: true, prettyErrors: false });
    if (!Array.isArray(documents)) return `${file}: has no document`;
    const declared: Declared[] = [];
    const skipped: string[] = [];
    for (const document of documents) {
        const [error] = document.errors;
        if (error !== undefined) {
            const { line, col } = lines.linePos(error.pos[0]);
            return `${file}:${line}:${col}: is not valid YAML: ${firstLine(error.message)}`;
        }
        let value: unknown;
        try {
            value = document.toJS({ maxAliasCount: MOST_ALIASES });
        } catch (aliases) {
            return `${file}: ${aliases instanceof Error ? firstLine(aliases.message) : "cannot be expanded"}`;
        }
        collect(value, [], document, { declared, skipped, lines, file });
    }
    return { declared, skipped };
}

interface Sink {
    readonly declared: Declared[];
    readonly skipped: string[];
    readonly lines: LineCounter;
    readonly file: string;
}

/** Adds an object, or each item of a List; `at` is the object's place in its document. */
function collect(value: unknown, at: Path, document: Document.Parsed, sink: Sink): void {
    if (value === null || value === undefined) return;
    const { line } = positionOf(document, sink.lines, sink.file, at);
    const where = `${sink.file}:${line ?? 1}`;
    if (typeof value !== "object" || Array.isArray(value)) {
        sink.skipped.push(`${where}: is not an object`);
        return;
    }
    const { apiVersion, kind, metadata, items } = value as Record<string, unknown>;
    if (typeof apiVersion !== "string" || typeof kind !== "string") {
        sink.skipped.push(`${where}: has no apiVersion and kind`);
        return;
    }
    if (kind.endsWith("List") && Array.isArray(items)) {
        items.forEach((item, index) => {
            collect(item, [...at, "items", index], document, sink);
        });
        return;
    }
    const known =
        typeof metadata === "object" && metadata !== null && !Array.isArray(metadata) ? metadata : {};
    sink.declared.push({
        type: kubernetesType(apiVersion, kind),
        object: { ...value, apiVersion, kind, metadata: known } as KubernetesObject,
        options: {},
        origin: (path) => positionOf(document, sink.lines, sink.file, [...at, ...path]),
    });
}

function firstLine(text: string): string {
    return text.split("\n", 1)[0] ?? text;
}
