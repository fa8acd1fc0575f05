import type { Declared } from "../declared";
import { sameLeaf, valueAt } from "../declared";
import type { FleetScaler } from "../fleet";
import { count } from "./count";
import type { Sentence } from "./explanation";

/** Where each kind of autoscaler holds its ceiling. */
const CEILINGS: Readonly<Record<string, string>> = {
    ScaledObject: "maxReplicaCount",
    ScaledJob: "maxReplicaCount",
    HorizontalPodAutoscaler: "maxReplicas",
};

const ARGUMENTS = ["spec", "jobTemplate", "spec", "template", "spec", "containers", 0, "args"] as const;
const PATCH = "--patch=";

/** When CronJobs with kubectl set the ceiling of a scaler, and to what. */
export function explainCeilings(scaler: FleetScaler, declared: readonly Declared[]): Sentence[] {
    const parts = declared.flatMap((object) => ceilingOf(object, scaler));
    if (parts.length === 0) return [];
    const text = `CronJobs set the ceiling: ${parts.join(", ")}. What is created between two of them holds its own number until the next one comes.`;
    return [{ topic: "bounds", text }];
}

function ceilingOf({ object }: Declared, { name, namespace, declared }: FleetScaler): string[] {
    const field = CEILINGS[declared.object.kind];
    const args = valueAt(object, ARGUMENTS);
    if (object.kind !== "CronJob" || field === undefined || name === undefined || !Array.isArray(args))
        return [];
    const [verb, resource, target] = args as unknown[];
    const isOurs =
        verb === "patch" &&
        typeof resource === "string" &&
        resource.startsWith(`${declared.object.kind.toLowerCase()}s`) &&
        sameLeaf(target, name) &&
        sameLeaf(object.metadata["namespace"], namespace);
    const ceiling = isOurs ? patched(args, field) : undefined;
    const [schedule, timeZone] = [
        valueAt(object, ["spec", "schedule"]),
        valueAt(object, ["spec", "timeZone"]),
    ];
    if (ceiling === undefined || typeof schedule !== "string" || typeof timeZone !== "string") return [];
    return [`${count(ceiling, "replicas")} from "${schedule}" in ${timeZone}`];
}

/** What a merge patch sets a member of the spec to. */
function patched(args: readonly unknown[], field: string): number | undefined {
    const patch = args.find((arg) => typeof arg === "string" && arg.startsWith(PATCH)) as string | undefined;
    try {
        const value = valueAt(JSON.parse(patch?.slice(PATCH.length) ?? "{}"), ["spec", field]);
        return typeof value === "number" ? value : undefined;
    } catch {
        return undefined;
    }
}
