import type { Archetype } from "./archetype";
import { atMost, KUBERNETES_PACE, ORDINARY_COLD_START, RUNS_AS_DEPLOYMENT, SPREAD } from "./shared-defaults";

/** Answers requests; somebody waits for each. */
export const SERVICE: Archetype = {
    kind: RUNS_AS_DEPLOYMENT,
    scaleUp: KUBERNETES_PACE,
    scaleDown: {
        value: atMost(10, 1, 60),
        reason: "a lull is not the end of the day: a tenth of the replicas each minute, after the cooldown",
        source: "Kubernetes HPA v2: its default policy would drop every replica at once",
    },
    cooldownSeconds: {
        value: 600,
        reason: "the first request after a lull waits for a cold start, so the pool shrinks late",
        source: "LangGraph Platform and MIT Open Learning keep request servers for 25 to 30 minutes",
    },
    maxUnavailable: {
        value: "1",
        reason: "a drain takes one replica at a time, and a single replica can still move",
        source: "minAvailable blocks every drain once the pool is at its floor (lightdash/helm-charts#146)",
    },
    preStopSeconds: {
        value: 5,
        reason: "load balancers learn within seconds that it leaves, and send it requests until then",
        source: "Kubernetes removes a terminating pod from endpoints and stops it at the same time",
    },
    assumedColdStartSeconds: ORDINARY_COLD_START,
    placement: SPREAD,
    nodeLossSeconds: {
        value: 30,
        reason: "requests are waiting, and a second replica too many for a minute harms nobody",
        source: "our choice; Kubernetes' own is 300 s",
    },
    weakSignals: {
        value: [],
        reason: "CPU follows requests where the service itself does the work",
        source: "our choice",
    },
    spot: {
        value: true,
        reason: "another replica answers the next request, as long as there are several",
        source: "AWS and GKE spot guidance: stateless work that can be interrupted",
    },
};
