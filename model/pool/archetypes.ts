import { AgentArchetype, ScalingPolicyType, SelectPolicy } from "./choices";
import type { ScalingRulesArgs } from "./scale-args";

/** A default with the reason that it is shown with and the source of that reason. */
export interface Reasoned<T> {
    readonly value: T;
    readonly reason: string;
    readonly source: string;
}

/** Rules for one direction, written out; the tolerance stays the cluster's own. */
export type DefaultRules = Required<Omit<ScalingRulesArgs, "tolerance">>;

/** What one word about the work decides. */
export interface Archetype {
    /** Rules for adding replicas. */
    readonly scaleUp: Reasoned<DefaultRules>;
    /** Rules for taking replicas away. */
    readonly scaleDown: Reasoned<DefaultRules>;
    /** Seconds without work until the pool sleeps; a longer task raises it. */
    readonly cooldownSeconds: Reasoned<number>;
    /** Pods that a node drain may take at a time. */
    readonly maxUnavailable: Reasoned<string>;
}

const { Percent, Pods } = ScalingPolicyType;

/** A tenth of the replicas each minute, and at least one, after five minutes in which fewer were enough. */
const SLOWLY_DOWN: DefaultRules = {
    stabilizationWindowSeconds: 300,
    selectPolicy: SelectPolicy.Max,
    policies: [
        { type: Percent, value: 10, periodSeconds: 60 },
        { type: Pods, value: 1, periodSeconds: 60 },
    ],
};

/** The archetypes: defaults are contract, so a snapshot test holds this table. */
export const ARCHETYPES: Readonly<Record<AgentArchetype, Archetype>> = {
    [AgentArchetype.QueueWorker]: {
        scaleUp: {
            value: {
                stabilizationWindowSeconds: 0,
                selectPolicy: SelectPolicy.Max,
                policies: [
                    { type: Percent, value: 100, periodSeconds: 60 },
                    { type: Pods, value: 4, periodSeconds: 60 },
                ],
            },
            reason: "doubles each minute: a queue can wait that long, and every new replica costs a cold start",
            source: "our choice: Kubernetes' own default doubles every 15 s, faster than most images are pulled",
        },
        scaleDown: {
            value: SLOWLY_DOWN,
            reason: "an empty queue is not finished work: a tenth of the replicas each minute, after five quiet minutes",
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
    },
    [AgentArchetype.Service]: {
        scaleUp: {
            value: {
                stabilizationWindowSeconds: 0,
                selectPolicy: SelectPolicy.Max,
                policies: [
                    { type: Percent, value: 100, periodSeconds: 15 },
                    { type: Pods, value: 4, periodSeconds: 15 },
                ],
            },
            reason: "someone waits for each answer: as fast as Kubernetes' own default, written out",
            source: "Kubernetes HPA v2 default scaleUp rules",
        },
        scaleDown: {
            value: SLOWLY_DOWN,
            reason: "a lull is not the end of the day: a tenth of the replicas each minute, after five quiet minutes",
            source: "Kubernetes HPA v2 default window; its default policy would drop every replica at once",
        },
        cooldownSeconds: {
            value: 600,
            reason: "the first request after zero waits for a cold start, so the pool sleeps late",
            source: "LangGraph Platform and MIT Open Learning keep request servers for 25 to 30 minutes",
        },
        maxUnavailable: {
            value: "1",
            reason: "a drain takes one replica at a time, and a single replica can still move",
            source: "minAvailable blocks every drain once the pool is at its floor (lightdash/helm-charts#146)",
        },
    },
};
