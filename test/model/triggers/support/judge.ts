import type { Finding } from "../../../../model/findings";
import { readFleet } from "../../../../model/fleet";
import { manifests } from "../../../../model/manifests";
import { resolve } from "../../../../model/pool";
import { check } from "../../../../model/rules";
import type { TriggerArgs } from "../../../../model/triggers";

/** What we say of a trigger: refusals of its arguments, and findings about the objects that they become. */
export function judge(trigger: TriggerArgs): Finding[] {
    const { pool, findings } = resolve("worker", {
        archetype: "QueueWorker",
        namespace: "agents",
        workload: { container: { image: "agent:1", resources: { requests: { cpu: "1", memory: "1Gi" } } } },
        scale: { minReplicas: 1, maxReplicas: 5, triggers: [trigger], engine: "Keda" },
    });
    return pool === undefined ? [...findings] : [...findings, ...check(readFleet(manifests(pool)))];
}

/** The target that our fleet reads from the objects that a trigger becomes. */
export function targetOf(trigger: TriggerArgs): { type: string | undefined; value: unknown } | undefined {
    const { pool } = resolve("worker", {
        archetype: "QueueWorker",
        namespace: "agents",
        workload: { container: { image: "agent:1", resources: { requests: { cpu: "1", memory: "1Gi" } } } },
        scale: { minReplicas: 1, maxReplicas: 5, triggers: [trigger], engine: "Keda" },
    });
    if (pool === undefined) return undefined;
    const read = readFleet(manifests(pool)).scalers[0]?.triggers[0];
    return read === undefined ? undefined : { type: read.effectiveMetricType, value: read.target.value };
}
