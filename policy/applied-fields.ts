import type { KubernetesObject } from "../model/declared";
import { isOpaque, valueAt } from "../model/declared";

/**
 * Fields of an object as the API server keeps them for each writer (`metadata.managedFields[].fieldsV1`): `f:` and a
 * member's name, `k:` and the keys of a list's item, `v:` and an item, `i:` and an index. One without members is a
 * whole value.
 */
interface FieldSet {
    readonly [key: string]: FieldSet;
}

const MANAGED_FIELDS = ["metadata", "managedFields"];

/**
 * The part of an object that its author wrote. Where a preview asks the API server, the outputs of a resource hold the
 * server's defaults too, and `replicas: 1` looks as if somebody had written it; who wrote which field is told by the
 * server. What did not come from there is as its author wrote it.
 */
export function appliedFields(object: KubernetesObject): KubernetesObject {
    const [first, ...others] = appliedSets(object);
    if (first === undefined) return isFromServer(object) ? withoutReplicas(object) : object;
    const applied = pick(object, others.reduce(union, first)) as KubernetesObject;
    const { apiVersion, kind, metadata } = object;
    // The identity belongs to the request and to no writer.
    const identity = Object.fromEntries(
        ["name", "namespace"].filter((key) => key in metadata).map((key) => [key, metadata[key]]),
    );
    const { metadata: written = {} } = applied as Partial<KubernetesObject>;
    return { ...applied, apiVersion, kind, metadata: { ...written, ...identity } };
}

/** What was applied, by whomever; an autoscaler or a controller updates instead. */
function appliedSets(object: KubernetesObject): FieldSet[] {
    const entries = valueAt(object, MANAGED_FIELDS);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown) => {
        const [operation, version, fields] = ["operation", "apiVersion", "fieldsV1"].map((key) =>
            valueAt(entry, [key]),
        );
        return operation === "Apply" && version === object.apiVersion && isFieldSet(fields) ? [fields] : [];
    });
}

function isFromServer(object: KubernetesObject): boolean {
    return Array.isArray(valueAt(object, MANAGED_FIELDS));
}

/** Without server-side apply a default has the same writer as all the rest; of all defaults only this one is misread. */
function withoutReplicas(object: KubernetesObject): KubernetesObject {
    const spec = object["spec"];
    if (typeof spec !== "object" || spec === null || isOpaque(spec)) return object;
    const others = Object.entries(spec).filter(([name]) => name !== "replicas");
    return { ...object, spec: Object.fromEntries(others) };
}

function isFieldSet(value: unknown): value is FieldSet {
    return typeof value === "object" && value !== null && !isOpaque(value);
}

function union(a: FieldSet, b: FieldSet): FieldSet {
    const shared = Object.entries(b).map(([key, fields]) => [key, union(a[key] ?? {}, fields)] as const);
    return { ...a, ...Object.fromEntries(shared) };
}

function pick(value: unknown, fields: FieldSet): unknown {
    const isWhole = Object.keys(fields).every((key) => key === ".");
    if (isWhole || typeof value !== "object" || value === null || isOpaque(value)) return value;
    if (Array.isArray(value)) {
        return value.flatMap((item: unknown, index) => {
            const key = Object.keys(fields).find((each) => isItem(each, item, index));
            return key === undefined ? [] : [pick(item, fields[key] ?? {})];
        });
    }
    return Object.fromEntries(
        Object.entries(value).flatMap(([name, member]) => {
            const inner = fields[`f:${name}`];
            return inner === undefined ? [] : [[name, pick(member, inner)]];
        }),
    );
}

function isItem(key: string, item: unknown, index: number): boolean {
    const rest = key.slice(2);
    switch (key.slice(0, 2)) {
        case "k:":
            return Object.entries(JSON.parse(rest) as Record<string, unknown>).every(
                ([name, value]) => valueAt(item, [name]) === value,
            );
        case "v:":
            return JSON.stringify(item) === rest;
        case "i:":
            return String(index) === rest;
        default:
            return false;
    }
}
