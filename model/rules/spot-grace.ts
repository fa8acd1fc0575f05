import { Unknown } from "../declared";
import type { Fleet, FleetNodeCapacity, FleetScaler, FleetWorkload } from "../fleet";
import { nodeCapacity } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { stopTimes } from "./stop-times";

/** Pods that need longer to stop than a spot node gives them. */
export const spotGrace: Rule = {
    id: "spot-grace",
    severity: "warning",
    impact: "high",
    tags: ["disruption", "spot"],
    title: "A pod on spot nodes stops within the notice that the cloud gives.",
    why: "The cloud takes the machine when the notice ends, whatever the grace period says, and the task with it.",
    source: "AWS Spot Instance interruption notices: 120 s; GKE Spot VMs: 15 s for pods",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            if (workload === undefined) continue;
            const capacity = nodeCapacity(workload, intent);
            if (capacity !== undefined) yield* checkCapacity(workload, intent, capacity);
        }
    },
};

function* checkCapacity(
    workload: FleetWorkload,
    intent: FleetScaler["intent"],
    { capacity, noticeSeconds: notice, declared, path, by }: FleetNodeCapacity,
): Generator<Breach> {
    if (capacity instanceof Unknown) yield notChecked(declared, path, "whether the pods run on spot nodes");
    if (capacity !== "Spot" || intent?.task?.interruptible === true) return;
    if (notice === undefined) {
        yield {
            declared,
            path,
            severity: "note",
            message: `the pods run on spot nodes (${by}), and the notice that they get there is not declared`,
            fix: "give noticeSeconds of the node pool: 120 on EC2, 15 on GKE",
        };
        return;
    }
    // A grace period that is not known is noted by grace-covers-task.
    const { grace, gracePath, needed } = stopTimes(workload, intent);
    if (typeof grace !== "number" || (needed ?? grace) <= notice) return;
    const longest = intent?.task?.p99Seconds;
    const [need, pod] =
        needed === undefined || longest === undefined
            ? [`a pod asks for ${grace} s to stop`, "it"]
            : [`the longest tasks take ${longest} s`, "a pod"];
    yield {
        declared: workload.declared,
        path: gracePath,
        message: `${need}, and a spot node leaves ${pod} ${notice} s at most (${by})`,
        fix: `save or hand back tasks within ${notice} s and say that they are interruptible, or use nodes on demand`,
    };
}
