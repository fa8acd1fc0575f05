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
    const selected = keys.flatMap((key): NodeRequirement[] => {
        const path = ["nodeSelector", key];
        const value = valueAt(podSpec, path) ?? undefined;
        return value === undefined ? [] : [{ key, operator: "In", values: [value], path }];
    });
    const terms = itemsAt(podSpec, [...REQUIRED_AFFINITY, "nodeSelectorTerms"]);
    const required = terms
        .flatMap(({ path }) => itemsAt(podSpec, [...path, "matchExpressions"]))
        .flatMap(({ path }): NodeRequirement[] => {
            const key = keys.find((each) => each === valueAt(podSpec, [...path, "key"]));
            const operator = valueAt(podSpec, [...path, "operator"]);
            if (key === undefined || typeof operator !== "string") return [];
            const values = itemsAt(podSpec, [...path, "values"]).map(({ value }) => value);
            return [{ key, operator, values, path }];
        });
    return [...selected, ...required];
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
