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

/** Takes tasks from a queue; nobody waits on a connection. */
export const QUEUE_WORKER: Archetype = {
    kind: RUNS_AS_DEPLOYMENT,
    scaleUp: DOUBLING_EACH_MINUTE,
    scaleDown: {
        value: atMost(10, 1, 60),
        reason: "an empty queue is not finished work: a tenth of the replicas each minute, after the cooldown",
        source: "mitodl/ol-infrastructure 3be6d5717: without a behavior block a pool flapped between 1 and 20",
    },
    cooldownSeconds: {
        value: 300,
        reason: "KEDA goes from any size to zero in one step, so it waits as long as the HPA looks back",
        source: "kedacore/keda#7770, KEDA's own default",
    },
    maxUnavailable: {
        value: "25%",
        reason: "a drain may take a quarter; rounded up, so even one replica can move",
        source: "Kubernetes rounds PodDisruptionBudget percentages up",
    },
    preStopSeconds: NO_PRE_STOP,
    assumedColdStartSeconds: ORDINARY_COLD_START,
    placement: SPREAD,
    nodeLossSeconds: A_MINUTE_ON_A_LOST_NODE,
    weakSignals: {
        value: WORK_IS_ELSEWHERE,
        reason: "a worker that waits for a model uses no CPU while its queue grows",
        source: "mitodl/ol-infrastructure 96bf94f2d: near idle CPU while saturated",
    },
    spot: {
        value: true,
        reason: "a task that was cut off comes back from the queue",
        source: "AWS and GKE spot guidance: stateless work that can be interrupted",
    },
};
