import { Quantity, parseQuantity } from "../capacity";
import { valueAt } from "../declared";
import type { TeamPods } from "./team-pods";

/** A claim on storage that pods make, and how many of it there are at most. */
export interface StorageNeed {
    readonly key: string;
    /** Absent where it is no amount, or known only after apply. */
    readonly storage?: Quantity;
    readonly claims: number;
}

const STORAGE = ["spec", "resources", "requests", "storage"];

/**
 * The claims of a pool's pods: those of a StatefulSet, one for each number that a pod can have, and those that live as
 * long as a pod, also as one that a rollout adds.
 */
export function storageNeeds({ key, workload, podSpec, pods, surge }: TeamPods): StorageNeed[] {
    const templates = listAt(workload.object, ["spec", "volumeClaimTemplates"]);
    const volumes = listAt(podSpec, ["volumes"]).flatMap(
        (volume) => valueAt(volume, ["ephemeral", "volumeClaimTemplate"]) ?? [],
    );
    return [
        ...templates.map((template) => need(key, template, pods)),
        ...volumes.map((template) => need(key, template, pods + surge)),
    ];
}

function need(key: string, template: unknown, claims: number): StorageNeed {
    const storage = parseQuantity(valueAt(template, STORAGE));
    return { key, claims, ...(storage instanceof Quantity ? { storage } : {}) };
}

function listAt(object: unknown, path: readonly string[]): readonly unknown[] {
    const list = valueAt(object, path);
    return Array.isArray(list) ? list : [];
}
