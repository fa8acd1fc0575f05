import type { Path } from "../declared";
import { formatPath, isOpaque } from "../declared";
import type { Finding } from "../findings";
import { nearest } from "../findings";
import type { GroupShape, Shape } from "./shape";

/** More items than any real pool has; beyond it a list is refused whole instead of item by item. */
const MOST_ITEMS = 100;
/** Deeper or larger data than any pod template has. */
const DEEPEST = 60;
const MOST_NODES = 20_000;

/**
 * Checks a value against a shape and returns everything that is wrong, each with its path and the smallest fix.
 * An Output at a plain path is refused by name: numbers that decide scale or money must be known before anything
 * is applied.
 */
export function checkShape(value: unknown, shape: Shape, path: Path = []): Finding[] {
    if (shape.kind !== "input" && shape.kind !== "data" && isOpaque(value)) {
        return [
            problem(
                path,
                "is an Output, whose value is not known before the program is applied",
                "give a plain value: what decides scale or money must be known in a preview",
            ),
        ];
    }
    switch (shape.kind) {
        case "group":
            return checkGroup(value, shape, path);
        case "list":
            if (!Array.isArray(value)) return [wrongType(path, value, "a list")];
            if (value.length === 0 && shape.nonEmpty === true)
                return [problem(path, "is empty", "give at least one")];
            if (value.length > MOST_ITEMS) {
                return [problem(path, `has ${value.length} items`, `give at most ${MOST_ITEMS}`)];
            }
            return value.flatMap((item, index) => checkShape(item, shape.of, [...path, index]));
        case "map":
            if (!isRecord(value)) return [wrongType(path, value, "an object of names and values")];
            return Object.entries(value).flatMap(([key, item]) => checkShape(item, shape.of, [...path, key]));
        case "integer":
        case "number":
            return checkNumber(value, shape, path);
        case "boolean":
            return typeof value === "boolean" ? [] : [wrongType(path, value, "true or false")];
        case "choice":
            return checkChoice(value, shape.choices, path);
        case "text":
            return checkText(value, path, "text");
        case "input":
            return isOpaque(value) ? [] : checkText(value, path, "text or an Output of it");
        case "data":
            return checkData(value, path);
    }
}

function checkGroup(value: unknown, shape: GroupShape, path: Path): Finding[] {
    if (!isRecord(value))
        return [wrongType(path, value, `an object with ${list(Object.keys(shape.members))}`)];
    const given = Object.keys(value).filter((key) => value[key] !== undefined);
    const findings = given.flatMap((key) => {
        const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
        return member === undefined
            ? [unknownMember(key, shape, path)]
            : checkShape(value[key], member, [...path, key]);
    });
    for (const key of shape.required) {
        if (!given.includes(key)) {
            findings.push(problem([...path, key], "is missing", `give ${key}`));
        }
    }
    for (const set of shape.exactlyOne) {
        const chosen = set.filter((key) => given.includes(key));
        if (chosen.length === 1) continue;
        findings.push(
            chosen.length === 0
                ? problem(path, `has none of ${list(set)}`, "give exactly one of them")
                : problem(path, `has ${list(chosen, "and")}`, `keep exactly one of them`),
        );
    }
    return findings;
}

function unknownMember(key: string, shape: GroupShape, path: Path): Finding {
    const names = Object.keys(shape.members);
    const meant = nearest(key, names);
    return problem(
        [...path, key],
        "is not an argument",
        meant === undefined ? `use one of ${list(names)}` : `did you mean ${meant}?`,
    );
}

function checkNumber(value: unknown, shape: Shape & { kind: "integer" | "number" }, path: Path): Finding[] {
    const wanted = shape.kind === "integer" ? "a whole number" : "a number";
    if (typeof value !== "number") return [wrongType(path, value, wanted)];
    if (!Number.isFinite(value)) return [problem(path, `is ${value}`, `give ${wanted}`)];
    if (shape.kind === "integer" && !Number.isInteger(value)) {
        return [problem(path, `is ${value}, not a whole number`, `use ${Math.ceil(value)}`)];
    }
    if (shape.min !== undefined && value < shape.min) {
        return [problem(path, `is ${value}, below ${shape.min}`, `use ${shape.min} or more`)];
    }
    if (shape.above !== undefined && value <= shape.above) {
        return [problem(path, `is ${value}, not above ${shape.above}`, `use a number above ${shape.above}`)];
    }
    if (shape.max !== undefined && value > shape.max) {
        return [problem(path, `is ${value}, above ${shape.max}`, `use ${shape.max} or less`)];
    }
    return [];
}

function checkChoice(value: unknown, choices: readonly string[], path: Path): Finding[] {
    if (typeof value !== "string") return [wrongType(path, value, `one of ${list(choices)}`)];
    if (choices.includes(value)) return [];
    const meant = nearest(value, choices);
    return [
        problem(
            path,
            `is ${quote(value)}`,
            meant === undefined ? `use one of ${list(choices)}` : `did you mean ${meant}?`,
        ),
    ];
}

function checkText(value: unknown, path: Path, wanted: string): Finding[] {
    if (typeof value !== "string") return [wrongType(path, value, wanted)];
    return value.trim() === "" ? [problem(path, "is empty", "give a value, or leave the argument out")] : [];
}

/** Walks any data once; a cycle, a function or a monstrous size is one finding. */
function checkData(root: unknown, path: Path): Finding[] {
    let nodes = 0;
    const open = new Set<unknown>();
    const visit = (value: unknown, at: Path): Finding | undefined => {
        if (isOpaque(value) || value === null || value === undefined) return undefined;
        if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
            return problem(at, `is a ${typeof value}`, "give plain data");
        }
        if (typeof value === "number" && !Number.isFinite(value))
            return problem(at, `is ${value}`, "give a number");
        if (typeof value !== "object") return undefined;
        if (open.has(value))
            return problem(at, "refers back to an object that contains it", "give data without cycles");
        if (++nodes > MOST_NODES || at.length > DEEPEST) {
            return problem(
                path,
                `has more than ${MOST_NODES} parts or ${DEEPEST} levels`,
                "give the pod template alone",
            );
        }
        open.add(value);
        for (const [key, item] of Object.entries(value)) {
            const found = visit(item, [...at, Array.isArray(value) ? Number(key) : key]);
            if (found !== undefined) return found;
        }
        open.delete(value);
        return undefined;
    };
    const found = visit(root, path);
    return found === undefined ? [] : [found];
}

/** An error about an argument; the path stands in front of the message. */
export function problem(path: Path, message: string, fix: string): Finding {
    const argument = formatPath(path);
    return {
        id: "argument-shape",
        severity: "error",
        message: argument === "" ? `the arguments: ${message}` : `${argument} ${message}`,
        fix,
        path: argument,
        origin: { argument },
    };
}

function wrongType(path: Path, value: unknown, wanted: string): Finding {
    return problem(path, `is ${describe(value)}, not ${wanted}`, `give ${wanted}`);
}

function describe(value: unknown): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "a list";
    if (typeof value === "string") return quote(value);
    if (typeof value === "object") return "an object";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    return `of type ${typeof value}`;
}

function quote(value: string): string {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}

function list(words: readonly string[], last: "or" | "and" = "or"): string {
    return words.length < 2
        ? words.join("")
        : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
