import { PlacementStrategy, ScalingPolicyType, SelectPolicy, WorkloadKind } from "../choices";
import type { DefaultRules, Pace, Reasoned } from "./archetype";

const { Percent, Pods } = ScalingPolicyType;

/** A share of the replicas or a number of pods in a period, whichever is more. */
export const atMost = (percent: number, pods: number, periodSeconds: number): Pace => ({
    selectPolicy: SelectPolicy.Max,
    policies: [
        { type: Percent, value: percent, periodSeconds },
        { type: Pods, value: pods, periodSeconds },
    ],
});

/** The pace without looking back. */
export const atOnce = (pace: Pace): DefaultRules => ({ stabilizationWindowSeconds: 0, ...pace });

/** As fast as Kubernetes lets it. */
export const KUBERNETES_PACE: Reasoned<DefaultRules> = {
    value: atOnce(atMost(100, 4, 15)),
    reason: "someone waits for each answer: as fast as Kubernetes' own default, written out",
    source: "Kubernetes HPA v2 default scaleUp rules",
};

/** Twice as many each minute. */
export const DOUBLING_EACH_MINUTE: Reasoned<DefaultRules> = {
    value: atOnce(atMost(100, 4, 60)),
    reason: "doubles each minute: a queue can wait that long, and every new replica costs a cold start",
    source: "our choice: Kubernetes' own default doubles every 15 s, faster than most images are pulled",
};

/** Pods that are all alike. */
export const RUNS_AS_DEPLOYMENT: Reasoned<WorkloadKind> = {
    value: WorkloadKind.Deployment,
    reason: "any agent can take any task, so none needs a name or a volume of its own",
    source: "our choice",
};

/** Nothing happens before a container is asked to stop. */
export const NO_PRE_STOP: Reasoned<number> = {
    value: 0,
    reason: "nobody sends it requests that would have to find another way first",
    source: "our choice",
};

/** A start that takes no more than pulling an image. */
export const ORDINARY_COLD_START: Reasoned<number> = {
    value: 60,
    reason: "a minute covers an image of a few hundred megabytes and an ordinary start",
    source: "our choice: an image takes 30 to 90 s on a node that has none of it (systemoverflow.com)",
};

/** Pods that keep away from each other. */
export const SPREAD: Reasoned<PlacementStrategy> = {
    value: PlacementStrategy.Spread,
    reason: "over zones and nodes where there is room, so that a lost node takes few of them",
    source: "Kubernetes pod topology spread constraints, ScheduleAnyway",
};

/** A pod leaves a lost node after a minute. */
export const A_MINUTE_ON_A_LOST_NODE: Reasoned<number> = {
    value: 60,
    reason: "a node that is silent for a minute seldom comes back soon, and its tasks wait meanwhile",
    source: "Kubernetes' own 300 s (DefaultTolerationSeconds) keep five minutes of work in the air",
};

/** What a pod uses while it waits for a model, a queue or a GPU. */
export const WORK_IS_ELSEWHERE = ["cpu", "memory"] as const;
