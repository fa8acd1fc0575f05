import { PlacementStrategy, WorkloadKind } from "../choices";
import type { Archetype } from "./archetype";
import {
    atMost,
    DOUBLING_EACH_MINUTE,
    NO_PRE_STOP,
    ORDINARY_COLD_START,
    WORK_IS_ELSEWHERE,
} from "./shared-defaults";

/** Runs each task to its end in a pod of its own. */
export const BATCH_JOB: Archetype = {
    kind: {
        value: WorkloadKind.Job,
        reason: "a task that runs for long must not be ended by scaling in, and a Job never is",
        source: "kedacore/keda#7204, #2900: KEDA takes busy replicas away",
    },
    scaleUp: DOUBLING_EACH_MINUTE,
    scaleDown: {
        value: atMost(10, 1, 300),
        reason: "its tasks run for long: a tenth of the replicas in five minutes, after the cooldown",
        source: "mitodl/ol-infrastructure: 1 pod in 30 minutes for tasks of hours",
    },
    cooldownSeconds: {
        value: 600,
        reason: "KEDA goes from any size to zero in one step, and its tasks run for long",
        source: "kedacore/keda#7770",
    },
    maxUnavailable: {
        value: "1",
        reason: "a drain cuts off one task at a time",
        source: "our choice; a Job has no budget: one that never lets go would hold the node for ever",
    },
    preStopSeconds: NO_PRE_STOP,
    assumedColdStartSeconds: ORDINARY_COLD_START,
    placement: {
        value: PlacementStrategy.Pack,
        reason: "jobs end by themselves, and full nodes leave others empty that can go",
        source: "Karpenter and cluster-autoscaler remove empty nodes first",
    },
    nodeLossSeconds: {
        value: 300,
        reason: "a job on a node that comes back goes on, and a second one would do its work twice",
        source: "Kubernetes' own default (DefaultTolerationSeconds)",
    },
    weakSignals: {
        value: WORK_IS_ELSEWHERE,
        reason: "KEDA skips CPU and memory for jobs",
        source: "KEDA 2.20.2 pkg/scaling/scale_handler.go",
    },
    spot: {
        value: true,
        reason: "a job that saves its progress goes on elsewhere",
        source: "AWS and GKE spot guidance: work that can be interrupted",
    },
};
