import type { Path } from "../declared";
import { isOpaque } from "../declared";
import type { Finding } from "../findings";
import { problem } from "./problem";

/** More of anything than a pool has: beyond it, time and memory would not be bounded. */
const MOST_PARTS = 20_000;
const MOST_ITEMS = 1_000;
const DEEPEST = 60;
/** A label's key has at most 317 characters, a file's name 255. */
const LONGEST_NAME = 1_000;
/** The longest environment variable that Linux hands to a process (MAX_ARG_STRLEN). */
const LONGEST_TEXT = 131_072;
/** About what etcd takes in one object (1.5 MiB). */
const MOST_TEXT = 1_500_000;

/** Stands in a copy for what could not be read; the finding about it is made already. */
export const UNREADABLE = Symbol("unreadable");

/** A copy in plain data, and what of the original could not be read. */
export interface PlainCopy {
    readonly copy: unknown;
    readonly findings: readonly Finding[];
}

/**
 * Copies what the user gave into plain data, in bounded time: each member is read once, so that a getter cannot
 * throw or change its mind later. Outputs, promises and leaves are kept as they are. Anything that cannot be copied
 * is a finding: a getter that throws, a cycle, a Map, a monstrous size.
 */
export function plainCopy(value: unknown): PlainCopy {
    const copier = new Copier();
    return { copy: copier.copy(value, []), findings: copier.findings };
}

class Copier {
    readonly findings: Finding[] = [];
    private readonly open = new Set<unknown>();
    private parts = 0;
    private characters = 0;
    private isFull = false;

    copy(value: unknown, path: Path): unknown {
        if (this.isFull) return UNREADABLE;
        if (typeof value === "string") return this.text(value, path);
        if (typeof value !== "object" || value === null) return value;
        try {
            return isOpaque(value) ? value : this.structure(value, path);
        } catch (error) {
            return this.refuse(path, `cannot be read${reason(error)}`, "give plain data");
        }
    }

    private text(value: string, path: Path): unknown {
        if (value.length > LONGEST_TEXT) {
            const fix = `give at most ${LONGEST_TEXT}, or mount the text as a file`;
            return this.refuse(path, `has ${value.length} characters`, fix);
        }
        this.characters += value.length;
        return this.characters > MOST_TEXT
            ? this.fill(path, `more than ${MOST_TEXT} characters of text`)
            : value;
    }

    private structure(value: object, path: Path): unknown {
        if (this.open.has(value)) {
            return this.refuse(path, "refers back to an object that contains it", "give data without cycles");
        }
        if (path.length > DEEPEST) {
            return this.refuse(path, `is below more than ${DEEPEST} levels`, "give data that is less deep");
        }
        if (++this.parts > MOST_PARTS) return this.fill(path, `more than ${MOST_PARTS} parts`);
        const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
        if (kind !== "Object" && kind !== "Array") {
            return this.refuse(path, `is a ${kind}, not plain data`, "give plain values, lists and objects");
        }
        this.open.add(value);
        try {
            return Array.isArray(value) ? this.list(value, path) : this.members(value, path);
        } finally {
            this.open.delete(value);
        }
    }

    private list(value: readonly unknown[], path: Path): unknown {
        const { length } = value;
        if (length > MOST_ITEMS) {
            return this.refuse(path, `has ${length} items`, "give fewer");
        }
        return Array.from({ length }, (_, index) =>
            this.copy(this.read(value, index, [...path, index]), [...path, index]),
        );
    }

    private members(value: object, path: Path): unknown {
        const keys = Object.keys(value);
        if (keys.length > MOST_ITEMS) {
            return this.refuse(path, `has ${keys.length} members`, "give fewer");
        }
        const copied = keys.map((key) => {
            const at = [...path, key];
            if (key.length > LONGEST_NAME) {
                const fix = `use a name of at most ${LONGEST_NAME}`;
                return [key, this.refuse(at, `has a name of ${key.length} characters`, fix)] as const;
            }
            return [key, this.copy(this.read(value, key, at), at)] as const;
        });
        return Object.fromEntries(copied.filter(([, item]) => item !== undefined));
    }

    private read(value: object, key: string | number, path: Path): unknown {
        try {
            return (value as Record<string | number, unknown>)[key];
        } catch (error) {
            return this.refuse(path, `cannot be read${reason(error)}`, "give a plain value");
        }
    }

    private fill(path: Path, what: string): typeof UNREADABLE {
        this.isFull = true;
        const place = path.slice(0, 2).join(".");
        return this.refuse([], `there are ${what}, the last of them in ${place}`, "give less");
    }

    private refuse(path: Path, message: string, fix: string): typeof UNREADABLE {
        this.findings.push(problem(path, message, fix));
        return UNREADABLE;
    }
}

function reason(error: unknown): string {
    try {
        return error instanceof Error ? `: ${error.message.slice(0, 80)}` : "";
    } catch {
        return "";
    }
}
