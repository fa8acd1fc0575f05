import type { Archetype } from "./archetype";
import {
    A_MINUTE_ON_A_LOST_NODE,
    atMost,
    KUBERNETES_PACE,
    ORDINARY_COLD_START,
    RUNS_AS_DEPLOYMENT,
    SPREAD,
    WORK_IS_ELSEWHERE,
} from "./shared-defaults";

/** Holds conversations. */
export const SESSION_SERVER: Archetype = {
    kind: RUNS_AS_DEPLOYMENT,
    scaleUp: KUBERNETES_PACE,
    scaleDown: {
        value: atMost(10, 1, 300),
        reason: "each replica that goes ends conversations: a tenth of them in five minutes, after the cooldown",
        source: "mitodl/ol-infrastructure and LangGraph Platform scale conversations in over 25 to 30 minutes",
    },
    cooldownSeconds: {
        value: 1800,
        reason: "people pause for half an hour and go on with the same conversation",
        source: "mitodl/ol-infrastructure, LangGraph Platform: 25 to 30 minutes; AWS AgentCore: 15 minutes idle",
    },
    maxUnavailable: {
        value: "1",
        reason: "a drain ends the conversations of one replica at a time",
        source: "minAvailable blocks every drain once the pool is at its floor (lightdash/helm-charts#146)",
    },
    preStopSeconds: {
        value: 15,
        reason: "proxies with long streams take longer to learn that it leaves",
        source: "PostHog#73863: 15 s before the drain of streams",
    },
    assumedColdStartSeconds: ORDINARY_COLD_START,
    placement: SPREAD,
    nodeLossSeconds: A_MINUTE_ON_A_LOST_NODE,
    weakSignals: {
        value: WORK_IS_ELSEWHERE,
        reason: "a conversation waits for a model and uses no CPU meanwhile; requests in flight say how full a replica is",
        source: "mitodl/ol-infrastructure 96bf94f2d: near idle CPU while saturated",
    },
    spot: {
        value: false,
        reason: "every reclaimed node cuts the streams and conversations of its replicas",
        source: "our choice: peers keep at most a minority share on spot",
    },
};
