import type { Path } from "../declared";
import { isOpaque } from "../declared";
import type { Finding } from "../findings";
import { nearest } from "../findings";
import { UNREADABLE } from "./plain-copy";
import { listed, problem, quote } from "./problem";
import type { GroupShape, Shape, TextRules } from "./shape";

/** More items than any real pool has; beyond it a list is refused whole instead of item by item. */
const MOST_ITEMS = 100;

/**
 * Checks a plain copy (`plainCopy`) against a shape and returns everything that is wrong, each with its path and the
 * smallest fix. An Output at a plain path is refused by name: numbers that decide scale or money must be known
 * before anything is applied.
 */
export function checkShape(value: unknown, shape: Shape, path: Path = []): Finding[] {
    if (value === UNREADABLE) return [];
    if (isOpaque(value)) {
        if (mayBeLater(shape)) return [];
        return [
            problem(
                path,
                "is an Output or a promise, whose value is not known before the program is applied",
                "give a plain value: what decides scale or money must be known in a preview",
            ),
        ];
    }
    switch (shape.kind) {
        case "group":
            return checkGroup(value, shape, path);
        case "list":
            return checkList(value, shape, path);
        case "map":
            return checkMap(value, shape, path);
        case "integer":
        case "number":
            return checkNumber(value, shape, path);
        case "boolean":
            return typeof value === "boolean" ? [] : [wrongType(path, value, "true or false")];
        case "choice":
            return checkChoice(value, shape.choices, path);
        case "text":
            return checkText(value, shape, path, "text");
        case "input":
            return checkText(value, shape, path, "text or an Output of it");
        case "data":
            return checkData(value, path);
    }
}

/** Whether a value may be known only after the program is applied. */
function mayBeLater(shape: Shape): boolean {
    return (
        shape.kind === "input" || shape.kind === "data" || (shape.kind === "list" && shape.isInput === true)
    );
}

function checkGroup(value: unknown, shape: GroupShape, path: Path): Finding[] {
    if (!isRecord(value)) {
        return [wrongType(path, value, `an object with ${listed(Object.keys(shape.members))}`)];
    }
    const given = Object.keys(value);
    const findings = given.flatMap((key) => {
        const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
        return member === undefined
            ? [unknownMember(key, Object.keys(shape.members), path)]
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
                ? problem(path, `has none of ${listed(set)}`, "give exactly one of them")
                : problem(path, `has ${listed(chosen, "and")}`, `keep exactly one of them`),
        );
    }
    return findings;
}

/** A member that does not exist, and the one that was most likely meant. */
export function unknownMember(key: string, names: readonly string[], path: Path): Finding {
    const meant = nearest(key, names);
    return problem(
        [...path, key],
        "is not an argument",
        meant === undefined ? `use one of ${listed(names)}` : `did you mean ${meant}?`,
    );
}

function checkList(value: unknown, shape: Shape & { kind: "list" }, path: Path): Finding[] {
    if (!Array.isArray(value)) return [wrongType(path, value, "a list")];
    if (value.length === 0 && shape.nonEmpty === true) {
        return [problem(path, "is empty", "give at least one")];
    }
    if (value.length > MOST_ITEMS) {
        return [problem(path, `has ${value.length} items`, `give at most ${MOST_ITEMS}`)];
    }
    return value.flatMap((item, index) => checkShape(item, shape.of, [...path, index]));
}

function checkMap(value: unknown, shape: Shape & { kind: "map" }, path: Path): Finding[] {
    if (!isRecord(value)) return [wrongType(path, value, "an object of names and values")];
    const entries = Object.entries(value);
    if (entries.length === 0 && shape.nonEmpty === true) {
        return [problem(path, "is empty", "give at least one name and value")];
    }
    return entries.flatMap(([key, item]) => {
        const at = [...path, key];
        const { keys } = shape;
        if (keys !== undefined && !keys.accepts(key)) {
            return [problem(at, `is a name that is not ${keys.name}`, keys.fix)];
        }
        return checkShape(item, shape.of, at);
    });
}

function checkNumber(value: unknown, shape: Shape & { kind: "integer" | "number" }, path: Path): Finding[] {
    const wanted = shape.kind === "integer" ? "a whole number" : "a number";
    if (typeof value !== "number") return [wrongType(path, value, wanted)];
    if (!Number.isFinite(value)) return [problem(path, `is ${value}, not ${wanted}`, `give ${wanted}`)];
    if (shape.min !== undefined && value < shape.min) {
        return [problem(path, `is ${value}, below ${shape.min}`, `use ${shape.min} or more`)];
    }
    if (shape.above !== undefined && value <= shape.above) {
        return [problem(path, `is ${value}, not above ${shape.above}`, `use a number above ${shape.above}`)];
    }
    if (shape.max !== undefined && value > shape.max) {
        return [problem(path, `is ${value}, above ${shape.max}`, `use ${shape.max} or less`)];
    }
    if (shape.kind === "integer" && !Number.isInteger(value)) {
        return [problem(path, `is ${value}, not a whole number`, `use ${Math.ceil(value)}`)];
    }
    return [];
}

function checkChoice(value: unknown, choices: readonly string[], path: Path): Finding[] {
    if (typeof value !== "string") return [wrongType(path, value, `one of ${listed(choices)}`)];
    if (choices.includes(value)) return [];
    const meant = nearest(value, choices);
    return [
        problem(
            path,
            `is ${quote(value)}`,
            meant === undefined ? `use ${listed(choices)}` : `did you mean ${meant}?`,
        ),
    ];
}

function checkText(value: unknown, rules: TextRules, path: Path, wanted: string): Finding[] {
    if (typeof value === "number" || typeof value === "boolean") {
        return [problem(path, `is ${value}, not ${wanted}`, `write it in quotes: "${value}"`)];
    }
    if (typeof value !== "string") return [wrongType(path, value, wanted)];
    if (rules.mayBeEmpty !== true && value.trim() === "") {
        return [problem(path, "is empty", "give a value, or leave the argument out")];
    }
    const { syntax } = rules;
    return syntax === undefined || syntax.accepts(value)
        ? []
        : [problem(path, `is ${quote(value)}, which is not ${syntax.name}`, syntax.fix)];
}

/** Values that no Kubernetes object can hold, anywhere in data of any form. */
function checkData(value: unknown, path: Path): Finding[] {
    if (value === UNREADABLE || isOpaque(value)) return [];
    if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
        return [problem(path, `is a ${typeof value}`, "give plain data")];
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
        return [problem(path, `is ${value}`, "give a number")];
    }
    if (typeof value !== "object" || value === null) return [];
    return Array.isArray(value)
        ? value.flatMap((item, index) => checkData(item, [...path, index]))
        : Object.entries(value).flatMap(([key, item]) => checkData(item, [...path, key]));
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

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
