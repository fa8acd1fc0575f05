import type { Archetype } from "./archetype";
import { atMost, atOnce, RUNS_AS_DEPLOYMENT, SPREAD, WORK_IS_ELSEWHERE } from "./shared-defaults";

/** Serves a model on GPUs. */
export const GPU_INFERENCE: Archetype = {
    kind: RUNS_AS_DEPLOYMENT,
    scaleUp: {
        value: atOnce(atMost(50, 2, 60)),
        reason: "a replica loads for minutes and costs a GPU: half as many again each minute",
        source: "samples that double in 15 s buy GPUs before the first one has loaded (ai-on-gke tutorials)",
    },
    scaleDown: {
        value: atMost(10, 1, 300),
        reason: "what goes must load for minutes when it is missed: a tenth in five minutes, after the cooldown",
        source: "kaito-project/kaito#2325: a cold start of 966 s",
    },
    cooldownSeconds: {
        value: 900,
        reason: "a quarter of an hour is what a new replica takes on a new node",
        source: "kaito-project/kaito#2325: 284 s node, 126 s init, 101 s image, 195 s compile, 966 s in all",
    },
    maxUnavailable: {
        value: "1",
        reason: "a drain takes one replica at a time, and a single replica can still move",
        source: "minAvailable blocks every drain once the pool is at its floor (lightdash/helm-charts#146)",
    },
    preStopSeconds: {
        value: 15,
        reason: "routers learn late that it leaves, and a stream that they send it meanwhile is cut",
        source: "volcano-sh/kthena#1589: scaling in killed generations in flight",
    },
    assumedColdStartSeconds: {
        value: 900,
        reason: "node, driver, image and weights together take a quarter of an hour",
        source: "kaito-project/kaito#2325: 966 s",
    },
    placement: SPREAD,
    nodeLossSeconds: {
        value: 120,
        reason: "a node that comes back within two minutes is faster than loading the model again",
        source: "our choice; Kubernetes' own is 300 s",
    },
    weakSignals: {
        value: WORK_IS_ELSEWHERE,
        reason: "the work is on the GPU: waiting requests and KV-cache use say how full a replica is",
        source: "vLLM metrics; developers.redhat.com 2025-09-23",
    },
    spot: {
        value: false,
        reason: "a reclaimed GPU costs minutes of loading, and GPUs are reclaimed first",
        source: "Google's guidance for accelerators: reservation, on-demand, flex-start, then spot",
    },
};
