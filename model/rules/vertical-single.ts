import { sameLeaf, showLeaf } from "../declared";
import type { Fleet, FleetVertical } from "../fleet";
import { known } from "../fleet";
import { targetKey } from "./one-scaler-per-target";
import type { Rule } from "./rule";

/** Two VerticalPodAutoscalers for one workload. */
export const verticalSingle: Rule = {
    id: "vertical-single",
    severity: "error",
    impact: "high",
    tags: ["vertical"],
    title: "One VerticalPodAutoscaler sizes the pods of a target.",
    why: "Of two that change pods the older one decides alone, and nothing says why the other never does anything.",
    source: "VPA 1.7.3 docs/known-limitations.md; pkg/utils/vpa/api.go GetControllingVPAForPod",
    *check({ verticals }: Fleet) {
        const owners = new Map<string, FleetVertical>();
        const numbers = new Map<unknown, number>();
        for (const vertical of [...verticals].sort(byName)) {
            const key = targetKey(vertical, numbers);
            if (key === undefined) continue;
            const owner = owners.get(key);
            if (owner === undefined) {
                owners.set(key, vertical);
                continue;
            }
            if (isSameObject(owner, vertical)) continue;
            const { kind, name } = vertical.target;
            const target = `${kind} ${showLeaf(name)}`;
            const isQuiet = [owner, vertical].some(({ mode }) => known(mode) === "Off");
            yield {
                declared: vertical.declared,
                path: ["spec", "targetRef"],
                // One that only recommends is not in the other's way.
                ...(isQuiet ? { severity: "warning" as const } : {}),
                message: `${target} has VerticalPodAutoscaler ${showLeaf(owner.name)} already`,
                fix: "keep one of the two, with the policies of both",
            };
        }
    },
};

/** One object that was declared twice, in two files for two clusters for instance. */
function isSameObject(a: FleetVertical, b: FleetVertical): boolean {
    return a.name !== undefined && b.name !== undefined && sameLeaf(a.name, b.name);
}

function byName(a: FleetVertical, b: FleetVertical): number {
    const key = ({ name, declared }: FleetVertical): string =>
        `${showLeaf(name)}\0${declared.urn ?? JSON.stringify(declared.origin([]))}`;
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
