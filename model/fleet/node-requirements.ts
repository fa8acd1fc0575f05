import type { Path } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";

/** One label that a node must have, or must not have. */
export interface NodeRequirement {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly unknown[];
    /** Its place in the pod's spec. */
    readonly path: Path;
}

const REQUIRED_AFFINITY: Path = [
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
];

/**
 * What a pod's node selector and required affinity ask of some labels of its node; of several terms any one may hold.
 *
 * @example nodeRequirements({ nodeSelector: { disk: "ssd" } }, ["disk"]) // [{ key: "disk", operator: "In", values: ["ssd"], ... }]
 */
export function nodeRequirements(podSpec: unknown, keys: readonly string[]): NodeRequirement[] {
    const selected = keys.flatMap((key): NodeRequirement[] => selectedLabel(podSpec, key));
    const required = termsOf(podSpec).flatMap((path) => expressionsOf(podSpec, path));
    return [...selected, ...required.filter(({ key }) => keys.includes(key))];
}

/**
 * All that a pod asks of the labels of its node, as alternatives of which one must hold whole; one of them is empty for
 * a pod that asks for nothing.
 */
export function nodeAlternatives(podSpec: unknown): readonly (readonly NodeRequirement[])[] {
    const selector = valueAt(podSpec, ["nodeSelector"]);
    const keys = typeof selector === "object" && selector !== null ? Object.keys(selector) : [];
    const selected = keys.flatMap((key) => selectedLabel(podSpec, key));
    const terms = termsOf(podSpec).map((path) => expressionsOf(podSpec, path));
    return terms.length === 0 ? [selected] : terms.map((required) => [...selected, ...required]);
}

function selectedLabel(podSpec: unknown, key: string): NodeRequirement[] {
    const path = ["nodeSelector", key];
    const value = valueAt(podSpec, path) ?? undefined;
    return value === undefined ? [] : [{ key, operator: "In", values: [value], path }];
}

/** Where the terms of the required affinity stand. */
function termsOf(podSpec: unknown): readonly Path[] {
    return itemsAt(podSpec, [...REQUIRED_AFFINITY, "nodeSelectorTerms"]).map(({ path }) => path);
}

/** What one term asks of labels. */
function expressionsOf(podSpec: unknown, term: Path): NodeRequirement[] {
    return itemsAt(podSpec, [...term, "matchExpressions"]).flatMap(({ path }): NodeRequirement[] => {
        const [key, operator] = ["key", "operator"].map((member) => valueAt(podSpec, [...path, member]));
        if (typeof key !== "string" || typeof operator !== "string") return [];
        const values = itemsAt(podSpec, [...path, "values"]).map(({ value }) => value);
        return [{ key, operator, values, path }];
    });
}

/** The required affinity where it is known only after apply, or must not be shown. */
export function hiddenAffinity(podSpec: unknown): Unknown | Secret | undefined {
    const affinity = valueAt(podSpec, REQUIRED_AFFINITY);
    return affinity instanceof Unknown || affinity instanceof Secret ? affinity : undefined;
}

function itemsAt(value: unknown, path: Path): readonly { readonly path: Path; readonly value: unknown }[] {
    const list = valueAt(value, path);
    if (!Array.isArray(list)) return [];
    return list.map((item: unknown, index) => ({ path: [...path, index], value: item }));
}
