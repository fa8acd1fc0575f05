import type { Input } from "@pulumi/pulumi";
import type { PlatformArgs } from "../platform";
import type { BudgetArgs } from "./budget-args";
import type { AgentArchetype, AgentState, QosClass, WaitFor } from "./choices";
import type { ProbesArgs } from "./container-args";
import type { ExemptionArgs } from "./exemption-args";
import type { PlacementArgs } from "./placement-args";
import type { ScaleArgs } from "./scale-args";
import type { VerticalArgs } from "./vertical-args";
import type { WorkloadArgs } from "./workload-args";

/** A pool of agents: what runs, how a task looks, and between which bounds it scales. */
export interface AgentPoolArgs {
    /** What kind of work the pool does; decides every default that is not given. */
    archetype: AgentArchetype;
    /** What runs: a container, a whole pod template, or a target that exists already. */
    workload: WorkloadArgs;
    /** What one task is like. Default: not known; checks that need it are then skipped and say so. */
    task?: TaskArgs;
    /** Bounds, triggers and behaviour of the autoscaler. */
    scale: ScaleArgs;
    /** A VerticalPodAutoscaler beside it. Default: none. */
    vertical?: VerticalArgs;
    /** What the pool may cost. Default: no bound. */
    budget?: BudgetArgs;
    /** How many pods a voluntary disruption may take. Default: by archetype. */
    disruption?: DisruptionArgs;
    /** The quality-of-service class that the pods must get. Default: not asked. */
    qosClass?: QosClass;
    /** On which nodes the pods run, and how they share them. Default: by archetype. */
    placement?: PlacementArgs;
    /** Health probes of the pool's container. Default: derived from its first port, none without a port. */
    probes?: ProbesArgs;
    /** What the pool takes over instead of creating. Default: nothing. */
    adopt?: AdoptArgs;
    /** What an update waits for. Default: `ScalerReady`. */
    waitFor?: WaitFor;
    /** Longest time in seconds that an update waits for the scaler. Default: 120. */
    waitSeconds?: number;
    /** Rules that do not hold for the pool, each with a reason. */
    exemptions?: ExemptionArgs[];
    /** Labels for every object of the pool and for its pods. */
    labels?: Record<string, string>;
    /** Annotations for every object of the pool; not for its pods, where a change would restart them. */
    annotations?: Record<string, string>;
}

/** A pool together with where it lives. */
export interface AutoscaledAgentPoolArgs extends AgentPoolArgs {
    /** The Kubernetes namespace. */
    namespace: Input<string>;
    /** Facts of the cluster. Default: nothing is known. */
    platform?: PlatformArgs;
}

/** What one task is like. */
export interface TaskArgs {
    /** How long a typical task takes, in seconds. */
    typicalSeconds?: number;
    /** How long the longest but one percent of the tasks takes, in seconds. */
    p99Seconds?: number;
    /** How many tasks one replica works on at the same time. Default: 1. */
    concurrency?: number;
    /** How long a new replica takes until it does work, in seconds: image pull, start and load. */
    coldStartSeconds?: number;
    /** Whether a task that was cut off is delivered again. Default: not known. */
    redelivered?: boolean;
    /** Whether a task may be cut off at any moment and costs only time then: it is short, or saves its progress. Default: not known. */
    interruptible?: boolean;
    /** Where the agent keeps what it must not lose between two tasks. Default: not known. */
    state?: AgentState;
}

/** How many pods a voluntary disruption (a node drain) may take at a time; exactly one member. */
export interface DisruptionArgs {
    /** A number (`"1"`) or a percentage (`"25%"`, rounded up) of pods that may be missing. */
    maxUnavailable?: string;
    /** A number or a percentage (rounded up) of pods that must stay; blocks drains when the pool is small. */
    minAvailable?: string;
}

/** What the pool takes over from objects that exist already. */
export interface AdoptArgs {
    /** A Deployment of the same stack that becomes the pool's. */
    deployment?: AdoptDeploymentArgs;
    /**
     * Name of a HorizontalPodAutoscaler on the same target that KEDA takes over without a gap
     * (`scaledobject.keda.sh/transfer-hpa-ownership`, KEDA 2.11). Only with the KEDA engine.
     */
    horizontalPodAutoscaler?: string;
}

/** A Deployment that the stack already has; its replicas stay as they are and are never written again. */
export interface AdoptDeploymentArgs {
    /** Its URN, from `pulumi stack --show-urns`. */
    deploymentUrn: string;
    /** Its `spec.selector.matchLabels`, which cannot change; the pool's pods keep these labels. */
    matchLabels: Record<string, string>;
    /** Its name. Default: the pool's name. */
    name?: string;
}
