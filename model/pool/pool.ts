import type { Leaf } from "../declared";
import type { Platform } from "../platform";
import type { WindowArgs } from "../schedule";
import type { EncodedTrigger, NativeMetricType } from "../triggers";
import type { AdoptArgs, TaskArgs } from "./args";
import type { BudgetArgs } from "./budget-args";
import type {
    AgentArchetype,
    PlacementStrategy,
    QosClass,
    ScalingEngine,
    ScalingPause,
    VerticalMode,
    VerticalResource,
    WaitFor,
} from "./choices";
import type { ProbesArgs } from "./container-args";
import type { ExemptionArgs } from "./exemption-args";
import type { NodePoolProfileArgs, TolerationArgs } from "./placement-args";
import type { PoolWorkload } from "./pool-workload";
import type { MetricLossArgs, ScalingRulesArgs } from "./scale-args";

/** Where a value of a resolved pool comes from; `unused` was given and has no effect. */
export type ValueSource = "given" | "archetype" | "default" | "derived" | "unused";

/** One value of a resolved pool: what it is, where it comes from and why. */
export interface SourcedValue {
    /** The argument that decides it, `scale.cooldownSeconds`. */
    readonly path: string;
    readonly value: unknown;
    readonly source: ValueSource;
    /** Why, where it was not given or has no effect. */
    readonly reason: string;
}

/** How KEDA logs in to a trigger's source. */
export type PoolAuthentication =
    | { readonly kind: "awsPodIdentity"; readonly roleArn?: Leaf<string> }
    | {
          readonly kind: "azureWorkload";
          readonly identityId?: Leaf<string>;
          readonly tenantId?: Leaf<string>;
      }
    | { readonly kind: "gcpPodIdentity" }
    | {
          readonly kind: "secret";
          readonly secret: Leaf<string>;
          readonly parameters: Readonly<Record<string, string>>;
      }
    | { readonly kind: "existing"; readonly name: Leaf<string>; readonly cluster: boolean };

/** A metric that an adapter serves and only the native autoscaler reads. */
export interface PoolMetric {
    readonly type: NativeMetricType;
    readonly metricName: string;
    /** A quantity, which is compared as the trigger's metric type says. */
    readonly target: string;
    readonly matchLabels?: Readonly<Record<string, Leaf<string>>>;
    /** The object that a metric of type `Object` is about. */
    readonly describedObject?: {
        readonly apiVersion: string;
        readonly kind: string;
        readonly name: Leaf<string>;
    };
}

/** One trigger in KEDA's form, and how it logs in. */
export interface PoolTrigger extends EncodedTrigger {
    /** The argument that it was made from, `scale.triggers[0]`. */
    readonly argument: string;
    /** The argument below which its metadata stand, `scale.triggers[0].redis`. */
    readonly values: string;
    /** Instead of KEDA's metadata, where only the native autoscaler reads it. */
    readonly metric?: PoolMetric;
    readonly authentication?: PoolAuthentication;
}

/** A window in which the ceiling is a lower one. */
export interface PoolCeiling extends WindowArgs {
    readonly name: string;
    readonly maxReplicas: number;
    /** The argument that it was made from, `scale.schedules[0]`. */
    readonly argument: string;
}

/** On which nodes the pods run, after defaults. */
export interface PoolPlacement {
    readonly strategy: PlacementStrategy;
    readonly nodePool?: NodePoolProfileArgs;
    /** The label over whose values the pods are spread so that they run on spot nodes and on demand. */
    readonly capacitySpread?: string;
    readonly nodeSelector: Readonly<Record<string, string>>;
    readonly tolerations: readonly TolerationArgs[];
    /** A Kubernetes Affinity that the user wrote; Outputs in it are `Unknown` leaves. */
    readonly affinity?: unknown;
    readonly nodeLossSeconds: number;
    readonly priorityClassName?: Leaf<string>;
}

/** A VerticalPodAutoscaler after defaults. */
export interface PoolVertical {
    readonly mode: VerticalMode;
    readonly resources: readonly VerticalResource[];
    readonly minAllowed?: Readonly<Record<string, string>>;
    readonly maxAllowed?: Readonly<Record<string, string>>;
    readonly container: string;
    readonly minReplicas?: number;
}

/** Rules for both directions after defaults. */
export interface PoolBehavior {
    readonly scaleUp: ScalingRulesArgs;
    readonly scaleDown: ScalingRulesArgs;
}

/** How a pool that may be empty is woken, and when it is emptied. */
export interface PoolSleep {
    readonly pollingIntervalSeconds: number;
    /** Absent for jobs, which end by themselves. */
    readonly cooldownSeconds?: number;
    /** Whether it sleeps although its floor is above zero. */
    readonly isIdleZero: boolean;
}

/** A pool whose every value is decided. */
export interface Pool {
    /** The component's name; also the name of its Kubernetes objects. */
    readonly name: string;
    readonly namespace: Leaf<string>;
    readonly archetype: AgentArchetype;
    readonly workload: PoolWorkload;
    readonly task: TaskArgs;
    readonly scale: {
        readonly minReplicas: number;
        readonly maxReplicas: number;
        readonly triggers: readonly PoolTrigger[];
        /** Lower ceilings by the clock; `maxReplicas` is the highest one. */
        readonly ceilings: readonly PoolCeiling[];
        readonly engine: Exclude<ScalingEngine, "Auto">;
        /** How fast replicas may change; absent for jobs, which nobody takes away. */
        readonly behavior?: PoolBehavior;
        /** How a pool sleeps and wakes; absent where the floor is above zero, and it never does. */
        readonly sleep?: PoolSleep;
        readonly onMetricLoss?: Required<MetricLossArgs>;
        readonly pause?: ScalingPause;
        readonly pausedReplicas?: number;
    };
    readonly vertical?: PoolVertical;
    /** Absent for jobs, and for a target of somebody else. */
    readonly disruption?: { readonly maxUnavailable: string } | { readonly minAvailable: string };
    readonly budget?: BudgetArgs;
    readonly qosClass?: QosClass;
    /** Absent for a target of somebody else. */
    readonly placement?: PoolPlacement;
    readonly probes: ProbesArgs;
    readonly adopt: AdoptArgs;
    readonly waitFor: WaitFor;
    /** 0 where nothing is waited for. */
    readonly waitSeconds: number;
    readonly exemptions: readonly ExemptionArgs[];
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    readonly platform: Platform;
    /** Every value with its source, in the order of the arguments. */
    readonly values: readonly SourcedValue[];
}
