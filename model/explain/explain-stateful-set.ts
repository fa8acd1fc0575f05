import { isKnown, valueAt } from "../declared";
import type { FleetScaler } from "../fleet";
import type { Sentence } from "./explanation";

/** Which pods of a StatefulSet go first, and what becomes of their volumes. */
export function explainStatefulSet({ target, workload }: FleetScaler): Sentence[] {
    if (target.kind !== "StatefulSet" || !target.apiVersion.startsWith("apps/")) return [];
    const first =
        "Fewer replicas take away the pods with the highest numbers, also those that work while others are idle.";
    return [{ topic: "pace", text: `${first}${claims(workload)}` }];
}

function claims(workload: FleetScaler["workload"]): string {
    if (workload === undefined) return "";
    const read = (...path: string[]): unknown => valueAt(workload.declared.object, ["spec", ...path]);
    const templates = read("volumeClaimTemplates");
    if (!Array.isArray(templates) || templates.length === 0) return "";
    // Retain is Kubernetes' own default.
    const policy = read("persistentVolumeClaimRetentionPolicy", "whenScaled") ?? "Retain";
    if (!isKnown(policy)) return " What becomes of their volumes is known only after apply.";
    return policy === "Delete"
        ? " Their volumes are deleted with them."
        : " Their volumes are kept, cost as before, and are there when the pods return.";
}
