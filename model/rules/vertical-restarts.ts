import { Unknown, showLeaf } from "../declared";
import type { Fleet, FleetVertical } from "../fleet";
import { known, updateModeOf } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";
import { scaledWorkloads } from "./scaled-workloads";
import { stopTimes } from "./stop-times";

/** Pods that a VerticalPodAutoscaler evicts at a cost that its author may not have meant. */
export const verticalRestarts: Rule = {
    id: "vertical-restarts",
    severity: "warning",
    impact: "high",
    tags: ["vertical"],
    title: "A VerticalPodAutoscaler that evicts pods leaves one running, cuts no task and loses no state.",
    why: "It evicts whenever its recommendation moves, at any hour; what a pod was doing or held in memory is gone then.",
    source: "VPA 1.7.3 pkg/updater/restriction/pods_restriction_factory.go, docs/known-limitations.md",
    *check(fleet: Fleet) {
        const scaled = scaledWorkloads(fleet);
        for (const vertical of fleet.verticals) {
            if (updateModeOf(vertical)?.evicts !== true) continue;
            yield* onlyPod(vertical);
            yield* cutTask(vertical, vertical.workload !== undefined && scaled.has(vertical.workload));
            yield* lostState(vertical);
        }
    },
};

function* onlyPod({ declared, minReplicas, scaler, intent }: FleetVertical): Generator<Breach> {
    // Without a number VPA's updater has one of its own, 2 by default; one that is not known is noted by vertical-mode.
    const least = known(minReplicas);
    const floor = scaler === undefined ? undefined : known(scaler.min);
    if (least !== 1 || floor === undefined || floor > 1) return;
    const coldStart = intent?.task?.coldStartSeconds;
    yield {
        declared,
        path: minReplicas.path,
        message: `minReplicas 1 lets VPA evict the only pod of a pool whose floor is ${floor}; nothing works until the next one does${coldStart === undefined ? "" : `, ${coldStart} s later`}`,
        fix: "use minReplicas 2, so that it waits until the pool has grown, or a floor of 2",
    };
}

function* cutTask(vertical: FleetVertical, isNotedElsewhere: boolean): Generator<Breach> {
    const { declared, mode, workload, intent } = vertical;
    const longest = intent?.task?.p99Seconds;
    // A task that may be cut off at any moment may be cut off by an eviction.
    if (workload === undefined || longest === undefined || intent?.task?.interruptible === true) return;
    const { grace, gracePath, preStop, needed } = stopTimes(workload, intent);
    const hidden = [preStop, grace].find((time) => time instanceof Unknown);
    if (hidden !== undefined && !isNotedElsewhere)
        yield notChecked(workload.declared, gracePath, hidden.path);
    if (typeof grace !== "number" || needed === undefined || grace >= needed) return;
    const before = preStop === 0 ? "" : `, of which ${showLeaf(preStop)} s pass before it is asked to`;
    yield {
        declared,
        path: mode.path,
        message: `an evicted pod gets ${grace} s to stop${before}, and the longest tasks take ${longest} s`,
        fix: `use a grace period of ${Math.ceil(needed)} s or more, or the mode Initial, which evicts nothing`,
    };
}

function* lostState({ declared, mode, intent }: FleetVertical): Generator<Breach> {
    if (intent?.task?.state !== "Memory") return;
    yield {
        declared,
        path: mode.path,
        message: "the agent keeps its state in its pod, and each eviction loses it",
        fix: "use the mode Initial, which evicts nothing, or keep the state outside of the pod",
    };
}
