import type { Archetype } from "./archetype";
import {
    A_MINUTE_ON_A_LOST_NODE,
    atMost,
    DOUBLING_EACH_MINUTE,
    NO_PRE_STOP,
    ORDINARY_COLD_START,
    RUNS_AS_DEPLOYMENT,
    SPREAD,
    WORK_IS_ELSEWHERE,
} from "./shared-defaults";

/** Polls a workflow engine. */
export const WORKFLOW_WORKER: Archetype = {
    kind: RUNS_AS_DEPLOYMENT,
    scaleUp: DOUBLING_EACH_MINUTE,
    scaleDown: {
        value: atMost(10, 1, 60),
        reason: "an empty backlog is the healthy state, not idleness: a tenth each minute, after the cooldown",
        source: "temporalio/temporal-worker-controller#355",
    },
    cooldownSeconds: {
        value: 600,
        reason: "busy workers leave no backlog, and KEDA sees nothing else",
        source: "kedacore/keda#7368, #7459: workers with running activities were scaled away",
    },
    maxUnavailable: {
        value: "25%",
        reason: "the engine hands out again what a quarter of the workers held",
        source: "Kubernetes rounds PodDisruptionBudget percentages up",
    },
    preStopSeconds: NO_PRE_STOP,
    assumedColdStartSeconds: ORDINARY_COLD_START,
    placement: SPREAD,
    nodeLossSeconds: A_MINUTE_ON_A_LOST_NODE,
    weakSignals: {
        value: WORK_IS_ELSEWHERE,
        reason: "a worker that waits for a model uses no CPU while its task queue grows",
        source: "temporal-worker-controller docs/scaling-recommendations.md: backlog, and slots in use",
    },
    spot: {
        value: true,
        reason: "the engine hands a task out again when its worker is gone",
        source: "Temporal: activities are retried after their heartbeat or start-to-close timeout",
    },
};
