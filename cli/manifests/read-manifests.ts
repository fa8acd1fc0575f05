import type { Document, LineCounter } from "yaml";
import type { Declared, KubernetesObject, Path } from "../../model";
import { kubernetesType } from "../../model";
import { InputError } from "../input-error";
import { LARGEST_BYTES, parseYaml, readText } from "../read-yaml";
import type { FoundFile } from "./find-files";
import { STANDARD_INPUT, findFiles } from "./find-files";
import { positionOf } from "./position";
import { readStandardInput } from "./standard-input";

/** All files together. */
const LARGEST_SUM = 200_000_000;
/** Files that are open at a time. */
const AT_A_TIME = 64;

/** What was read from files. */
export interface Manifests {
    readonly declared: readonly Declared[];
    /** Documents that are no Kubernetes objects, and why. */
    readonly skipped: readonly string[];
}

/** What was read, and from how many files. */
export interface ReadManifests extends Manifests {
    readonly files: number;
}

/**
 * Reads Kubernetes objects from YAML or JSON: files, all those below folders, those that patterns match, and standard
 * input (`-`); several documents a file, and the items of Lists. Everything that cannot be read is reported, all in one
 * `InputError`.
 */
export async function readManifests(paths: readonly string[]): Promise<ReadManifests> {
    const { files, problems } = await findFiles(paths);
    const read: (Manifests | string)[] = [];
    let bytes = 0;
    for (let at = 0; at < files.length && bytes <= LARGEST_SUM; at += AT_A_TIME) {
        for (const found of await Promise.all(files.slice(at, at + AT_A_TIME).map(readOne))) {
            if ("problem" in found) read.push(found.problem);
            else {
                bytes += found.text.length;
                read.push(parseFound(found.text, found.file));
            }
        }
    }
    const all = [
        ...problems,
        ...read.filter((result) => typeof result === "string"),
        ...(bytes > LARGEST_SUM
            ? [`the files have more than ${LARGEST_SUM} bytes together; name fewer`]
            : []),
    ];
    if (all.length > 0) throw new InputError(all.join("\n"));
    const manifests = read.filter((result) => typeof result !== "string");
    return {
        files: files.length,
        declared: manifests.flatMap(({ declared }) => declared),
        skipped: manifests.flatMap(({ skipped }) => skipped),
    };
}

async function readOne(
    file: FoundFile,
): Promise<{ readonly file: FoundFile; readonly text: string } | { readonly problem: string }> {
    const { path } = file;
    if (path === STANDARD_INPUT) {
        const text = await readStandardInput(LARGEST_BYTES);
        return text === undefined
            ? { problem: `standard input: has more than ${LARGEST_BYTES} bytes` }
            : { file: { ...file, path: "standard input" }, text };
    }
    const read = await readText(path);
    return "problem" in read ? read : { file, text: read.text };
}

/** A file that was found in a folder may be no manifest at all; one that was named is meant to be one. */
function parseFound(text: string, { path, isNamed }: FoundFile): Manifests | string {
    const parsed = parseManifests(text, path);
    const isNone = typeof parsed === "string" && (text.trim() === "" || isTemplate(text));
    return isNone && !isNamed ? { declared: [], skipped: [parsed] } : parsed;
}

/** Whether a text that is no YAML is one of those from which Helm and its kin make some. */
function isTemplate(text: string): boolean {
    return text.includes("{{");
}

/** Parses the objects in one text; the reason where it is not YAML. */
export function parseManifests(text: string, file: string): Manifests | string {
    if (text.includes("\0") || text.includes("\uFFFD")) return `${file}: is not text in UTF-8`;
    if (text.trim() === "") return `${file}: is empty`;
    const parsed = parseYaml(text, file);
    if (typeof parsed === "string") {
        return isTemplate(text) ? `${file}: is a template; render it first, and give the result` : parsed;
    }
    if (parsed.documents.length === 0) return `${file}: has no document`;
    const { lines } = parsed;
    const declared: Declared[] = [];
    const skipped: string[] = [];
    for (const { document, value } of parsed.documents) {
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
